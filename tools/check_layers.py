#!/usr/bin/env python3
"""Checks the dependency rule: who may include whom, and the one home of each third party.

Reads generator/ and templates/runtime/ of the repository this file is in, or of the folder given.
Prints file:line of every include that breaks the rule, and exits with 1 if there is one.
"""
import pathlib
import re
import sys

# What each room may include, besides itself. A name with a slash allows that header alone.
ROOMS = {
    "source": [],
    "diagnostics": ["source"],
    "document": ["source", "diagnostics"],
    "spec": ["document", "diagnostics", "source"],
    "model": ["spec", "document/pointer.hpp", "diagnostics", "source"],
    "render": ["diagnostics", "source"],
    "cpp": ["model", "render/shape.hpp", "render/value.hpp", "diagnostics", "source"],
    "output": ["source", "diagnostics"],
    "cli": ["cpp", "output", "render", "model", "spec", "document", "diagnostics", "source"],
    "main.cpp": ["cli", "source"],
}

# Where a third party, or a part of the standard library with one door, may be included.
HOMES = {
    r"yaml-cpp/.*": ["generator/document/yaml_reader.cpp"],
    r"rapidjson/.*": [
        "generator/document/json_reader.cpp",
        "templates/runtime/bindery/json_value.hpp",
    ],
    r"httplib\.h": [
        "templates/runtime/bindery/httplib_plain.hpp",
        "templates/runtime/bindery/httplib_pool.hpp",
        "templates/runtime/bindery/httplib_tunnel.hpp",
        "templates/runtime/bindery/httplib_server.hpp",
    ],
    r"re2/.*": ["templates/runtime/bindery/pattern_re2.hpp"],
    r"openssl/.*": ["templates/runtime/bindery/webhook.hpp"],
    r"CLI/.*": ["generator/cli/options.cpp"],
    r"mimalloc.*": ["generator/allocator.cpp"],
    r"unistd\.h": ["generator/main.cpp", "templates/runtime/bindery/socket_switch.hpp"],
    r"poll\.h": ["templates/runtime/bindery/httplib_plain.hpp"],
    r"fcntl\.h": ["templates/runtime/bindery/socket_switch.hpp"],
    r"(winsock2|sys/socket)\.h": [
        "templates/runtime/bindery/bodies/resolver.hpp",
        "templates/runtime/bindery/socket_switch.hpp",
    ],
    r"(netdb|ws2tcpip)\.h": ["templates/runtime/bindery/bodies/resolver.hpp"],
    r"(pthread|signal)\.h": ["templates/runtime/bindery/sigpipe_guard.hpp"],
    r"filesystem": ["generator/source/disk_file_system.cpp"],
    r"fstream": ["generator/source/disk_file_system.cpp", "templates/runtime/bindery/*"],
}

STANDARD = re.compile(r"[a-z_]+[a-z0-9_]*")
# Vector instructions come with the compiler; only the runtime scans fast enough to need them.
INTRINSICS = re.compile(r"([a-z]*intrin|arm_neon)\.h")
INCLUDE = re.compile(r'\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')


def home_complaint(header, path):
    for pattern, homes in HOMES.items():
        if re.fullmatch(pattern, header):
            if any(pathlib.PurePath(path).match(home) for home in homes):
                return None
            return f"<{header}> may be included in {' and '.join(homes)} alone"
    if STANDARD.fullmatch(header):
        return None
    if INTRINSICS.fullmatch(header) and path.startswith("templates/runtime/"):
        return None
    return f"<{header}> is neither standard nor a third party with a home"


def generator_complaint(header, path):
    parts = path.split("/")
    room = parts[1]
    if room not in ROOMS:
        return f"room {room} is not in the table"
    target = header.split("/")[0]
    if "/" not in header or target not in ROOMS:
        return f'"{header}" is not given as room/file'
    if target == room or target in ROOMS[room] or header in ROOMS[room]:
        return None
    return f"{room} may not include {header}"


def runtime_complaint(header):
    if header.startswith("bindery/") and ".." not in header:
        return None
    return f'the runtime may include "bindery/..." of its own, not "{header}"'


def complaints(root):
    files = [
        file
        for folder in ("generator", "templates/runtime")
        for file in sorted((root / folder).rglob("*"))
        if file.suffix in (".hpp", ".cpp", ".def", ".h")
    ]
    if not files:
        yield f"{root}: no sources found"
    for file in files:
        path = file.relative_to(root).as_posix()
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            system, own = match.groups()
            if system:
                complaint = home_complaint(system, path)
            elif path.startswith("generator/"):
                complaint = generator_complaint(own, path)
            else:
                complaint = runtime_complaint(own)
            if complaint:
                yield f"{path}:{number}: {complaint}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1])
    found = list(complaints(root))
    print("\n".join(found) if found else "layers: every include obeys the rule")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
