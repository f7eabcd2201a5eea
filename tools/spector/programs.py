"""One program for each document and dialect: generated, compiled, and kept by what is in it.

Must not know scenarios.
"""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import threading

HERE = pathlib.Path(__file__).resolve().parent
NAME_SPACE = "conformed"
FLAGS = ["-std=c++17", "-O0", "-pipe"]


class Refused(Exception):
    """The document does not generate, or its client does not compile."""


def _run(command: list) -> subprocess.CompletedProcess:
    return subprocess.run([str(each) for each in command], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False)


def _checked(command: list, what: str) -> str:
    finished = _run(command)
    if finished.returncode != 0:
        raise Refused(f"{what}: {(finished.stderr or finished.stdout).strip()[:2000]}")
    return finished.stdout


def _hash(files: list[pathlib.Path], salt: str) -> str:
    total = hashlib.sha256(salt.encode())
    for file in sorted(files):
        total.update(str(file.name).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:24]


class Program:
    def __init__(self, description: dict, binary: pathlib.Path):
        self.description = description
        self._binary = binary

    def call(self, invocation) -> dict:
        line = json.dumps({"operation": invocation.operation, "arguments": invocation.arguments,
                           "base_url": invocation.base_url, "headers": invocation.headers},
                          separators=(",", ":"))
        environment = {"PATH": os.environ.get("PATH", ""), **invocation.environment}
        finished = subprocess.run([str(self._binary)], input=line + "\n", capture_output=True,
                                  text=True, env=environment, timeout=120, check=False)
        if finished.returncode != 0:
            raise Refused(f"the program ended with {finished.returncode}: {finished.stderr[:500]}")
        return json.loads(finished.stdout)


class Workshop:
    """Makes programs in a folder that may be kept for the next run."""

    def __init__(self, bindery: pathlib.Path, folder: pathlib.Path):
        self._bindery = bindery
        self._folder = folder
        self._compiler = shutil.which("clang++") or "g++"
        packages = _checked(["pkg-config", "--cflags", "cpp-httplib"], "pkg-config").split()
        libraries = _checked(["pkg-config", "--libs", "cpp-httplib"], "pkg-config").split()
        self._transport_flags = packages
        self._libraries = [*libraries, "-lssl", "-lcrypto", "-pthread"]
        self._lock = threading.Lock()
        self._making: dict[str, threading.Lock] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def program(self, document: pathlib.Path, name: str) -> Program:
        """`name` is a folder's name for the client. Called by several threads at once."""
        client = self._folder / "clients" / name
        _checked([self._bindery, "generate", document, "--with", "invoke", "--namespace",
                  NAME_SPACE, "--out", client, "--quiet", "--diagnostics=json"], "bindery generate")
        description = json.loads(_checked(
            [self._bindery, "describe", document, "--namespace", NAME_SPACE, "--format", "json"],
            "bindery describe"))
        include = client / "include"
        # The runtime is the same in every client: read by the compiler once, from one place.
        runtime = self._once(self._key(include / "bindery", "runtime"), "d",
                             lambda to: shutil.copytree(include / "bindery", to / "bindery"))
        options = [f"-I{runtime}", f"-I{HERE}"]
        transport = self._once(runtime.stem + "-transport", "o",
                               lambda to: self._compile(HERE / "transport.cpp", to,
                                                        options + self._transport_flags))
        options += self._precompiled(runtime, options)
        binary = self._once(self._key(include, "program"), "bin",
                            lambda to: self._build([*options, f"-I{include}"], transport, to))
        return Program(description, binary)

    def _key(self, folder: pathlib.Path, what: str) -> str:
        files = [*folder.rglob("*.hpp"), *HERE.glob("*.?pp")]
        return what + "-" + _hash(files, " ".join([self._compiler, *FLAGS, *self._libraries]))

    def _precompiled(self, runtime: pathlib.Path, options: list[str]) -> list[str]:
        """The headers that all programs share, read ahead; only clang can be told so by an option."""
        if "clang" not in self._compiler:
            return []
        made = self._once(runtime.stem + "-headers", "pch",
                          lambda to: self._compile(HERE / "shared_headers.hpp", to,
                                                   [*options, "-x", "c++-header"]))
        return ["-include-pch", str(made)]

    def _once(self, key: str, extension: str, make) -> pathlib.Path:
        """The file of that key, made when it is not there yet."""
        with self._lock:
            lock = self._making.setdefault(key, threading.Lock())
        made = self._folder / f"{key}.{extension}"
        with lock:
            if not made.exists():
                part = self._folder / f"{key}.part"
                if part.is_dir():
                    shutil.rmtree(part)
                make(part)
                part.rename(made)
        return made

    def _compile(self, source: pathlib.Path, to: pathlib.Path, options: list[str]) -> None:
        _checked([self._compiler, *FLAGS, *options, "-c", source, "-o", to],
                 f"{source.name} does not compile")

    def _build(self, options: list[str], transport: pathlib.Path, to: pathlib.Path) -> None:
        unit = to.with_suffix(".unit.o")
        self._compile(HERE / "invoke.cpp", unit, options)
        _checked([self._compiler, unit, transport, *self._libraries, "-o", to], "linking")
        unit.unlink()
