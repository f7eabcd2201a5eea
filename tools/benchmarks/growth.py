"""How costs grow: of generating and including with operations, of decoding with size.

Must not make rows.
"""
import pathlib

from benchmarks.codec import NAMES
from benchmarks.documents import document_of
from benchmarks.including import time_headers
from benchmarks.plots import draw
from measuring.processes import run

# What is included; more would take a compiler minutes.
COUNTS = (10, 50, 200, 500, 1000)
SIZES = {"videos_1k": 1, "videos_64k": 64, "videos": 1300}


def draw_generating(path: pathlib.Path, seconds: dict[int, float]) -> bool:
    return draw(path, "bindery generate", "operations", "seconds", {"bindery": seconds})


def draw_decoding(path: pathlib.Path, rates: dict) -> bool:
    lines = {library: {size: rates[case][library] / 1e6 for case, size in SIZES.items()}
             for library in ("bindery", *NAMES)}
    return draw(path, "Decoding pages of videos", "KB", "MB/s",
                {NAMES.get(library, library): points for library, points in lines.items()})


def draw_including(path: pathlib.Path, bindery: pathlib.Path, work: pathlib.Path) -> bool:
    points: dict[str, dict[float, float]] = {"the umbrella": {}, "one API": {}}
    for count in COUNTS:
        document, out = work / f"include{count}.json", work / f"include{count}"
        document.write_text(document_of(count), encoding="utf-8")
        run([bindery, "generate", document, "--out", out, "--namespace", "grown", "--quiet"],
            work / "log")
        times = time_headers({"umbrella": '#include "grown/grown.hpp"\n',
                              "api": '#include "grown/api/group0.hpp"\n'}, "g++", out / "include", 3)
        points["the umbrella"][count] = times["umbrella"].cpu_seconds
        points["one API"][count] = times["api"].cpu_seconds
    return draw(path, "g++ -fsyntax-only of a client's headers", "operations", "seconds", points)
