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
        transport = self._once(self._key(include, "transport", "bindery"), "o",
                               lambda to: self._compile(HERE / "transport.cpp", include, to,
                                                        self._transport_flags))
        binary = self._once(self._key(include, "program", "*"), "bin",
                            lambda to: self._build(include, transport, to))
        return Program(description, binary)

    def _key(self, include: pathlib.Path, what: str, folder: str) -> str:
        files = [file for file in include.glob(f"{folder}/**/*.hpp")] + list(HERE.glob("*.?pp"))
        return what + "-" + _hash(files, " ".join([self._compiler, *FLAGS, *self._libraries]))

    def _once(self, key: str, extension: str, make) -> pathlib.Path:
        """The file of that key, made when it is not there yet."""
        with self._lock:
            lock = self._making.setdefault(key, threading.Lock())
        made = self._folder / f"{key}.{extension}"
        with lock:
            if not made.exists():
                part = self._folder / f"{key}.part"
                make(part)
                part.rename(made)
        return made

    def _compile(self, source: pathlib.Path, include: pathlib.Path, to: pathlib.Path,
                 flags: list[str]) -> None:
        _checked([self._compiler, *FLAGS, *flags, f"-I{include}", f"-I{HERE}", "-c", source, "-o",
                  to], f"{source.name} does not compile")

    def _build(self, include: pathlib.Path, transport: pathlib.Path, to: pathlib.Path) -> None:
        unit = to.with_suffix(".unit.o")
        self._compile(HERE / "invoke.cpp", include, unit, [])
        _checked([self._compiler, unit, transport, *self._libraries, "-o", to], "linking")
        unit.unlink()
