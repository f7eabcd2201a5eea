"""Whether a generated client compiles: its umbrella, and headers alone.

Must not know the document the client was made from.
"""
import dataclasses
import pathlib

from measuring.processes import run

WARNINGS = ["-Wall", "-Wextra", "-Werror", "-fsyntax-only"]
EVERY_SETTING = [("g++", "c++17"), ("clang++", "c++20"), ("clang++", "c++17"), ("g++", "c++20")]


@dataclasses.dataclass
class Failure:
    what: str
    message: str


def spread(things: list, count: int) -> list:
    """`count` of them at even distances, first and last among them; all when `count` is 0."""
    if count <= 0 or len(things) <= count:
        return list(things)
    if count == 1:
        return [things[0]]
    return [things[index * (len(things) - 1) // (count - 1)] for index in range(count)]


def headers_of(client: pathlib.Path, name_space: str) -> list[str]:
    """The generated headers as they are included, by name; not the runtime's."""
    include = client / "include"
    return sorted(path.relative_to(include).as_posix()
                  for path in (include / name_space).rglob("*.hpp"))


def compile_client(client: pathlib.Path, name_space: str, settings: list, sample: int,
                   logs: pathlib.Path) -> list[Failure]:
    """The umbrella with every setting; headers alone with one setting each, in turn."""
    failures: list[Failure] = []
    for compiler, standard in settings:
        _compile(client, f"{name_space}/{name_space}.hpp", compiler, standard, logs, failures)
    for index, header in enumerate(spread(headers_of(client, name_space), sample)):
        compiler, standard = settings[index % len(settings)]
        _compile(client, header, compiler, standard, logs, failures)
    return failures


def _compile(client: pathlib.Path, header: str, compiler: str, standard: str, logs: pathlib.Path,
             failures: list[Failure]) -> None:
    finished = run([compiler, f"-std={standard}", *WARNINGS, f"-I{client / 'include'}", "-x", "c++",
                    "-"], logs / "compile.log", stdin=f'#include "{header}"\n')
    if finished.is_good:
        return
    lines = finished.output.splitlines()
    first = next((line for line in lines if "error" in line), lines[0] if lines else "no message")
    failures.append(Failure(f"{header} with {compiler} -std={standard}", first))
