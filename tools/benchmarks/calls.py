"""What one call costs: to compile, beside the same by hand; and to make, over loopback.

Must not know how calls are measured: tests/bench/calls does that.
"""
import json
import pathlib
import shlex
import subprocess

from benchmarks.paired import ratio, time_in_turn
from benchmarks.rows import Goal, Row, Section

ROUNDS = 3
HTTPLIB = ["-DCPPHTTPLIB_OPENSSL_SUPPORT", "-DCPPHTTPLIB_ZLIB_SUPPORT",
           "-DCPPHTTPLIB_BROTLI_SUPPORT"]
BY_HAND = {"cpprestsdk": "cpprestsdk", "nlohmann_httplib": "nlohmann and httplib"}


def measure_speed(program: pathlib.Path) -> Section:
    finished = subprocess.run([program], check=True, capture_output=True, text=True)
    rows = [Row(f"calls a second, {each['name']}, over the same by hand", Goal(least=0.95),
                each["ratio"], f"{each['ours']:,.0f} and {each['by_hand']:,.0f}")
            for each in json.loads(finished.stdout)["rows"]]
    return Section("client", "Calling",
                   "Keep-alive over loopback, against a server in a process of its own. By hand: "
                   "httplib and RapidJSON, a client for each thread. Slices of both in turn; the "
                   "median of their ratios.", rows)


def measure_size(top: pathlib.Path, work: pathlib.Path) -> Section:
    folder = top / "tests/bench/calls/one_call"
    include = top / "generated/heygen/include"
    compiled = "-DBINDERY_COMPILED"
    sources = {"header-only": (folder / "bindery.cpp", []),
               "runtime compiled apart": (folder / "bindery.cpp", [compiled]),
               "runtime": (include / "bindery/runtime.cpp", [compiled]),
               "transport": (include / "bindery/httplib_transport.cpp", [compiled]),
               **{name: (folder / f"{name}.cpp", []) for name in BY_HAND}}
    objects = {name: work / f"{name}.o" for name in sources}
    times = time_in_turn({
        name: ["g++", "-std=c++17", "-O2", "-c", *HTTPLIB, *flags, f"-I{include}", source, "-o",
               objects[name]] for name, (source, flags) in sources.items()}, ROUNDS)
    size = {name: path.stat().st_size for name, path in objects.items()}
    rows = []
    for way in ("header-only", "runtime compiled apart"):
        ours = times[way]
        for name, words in BY_HAND.items():
            theirs = times[name]
            below = Goal(most=1.0)
            rows += [
                Row(f"seconds to compile one call, {way}, over {words}", below, ratio(ours, theirs),
                    f"{ours.cpu_seconds:.1f} s and {theirs.cpu_seconds:.1f} s"),
                Row(f"peak memory of the compiler, {way}, over {words}", below,
                    ratio(ours, theirs, "peak_mb"),
                    f"{ours.peak_mb:.0f} MB and {theirs.peak_mb:.0f} MB"),
                Row(f"size of the object file, {way}, over {words}", below, size[way] / size[name],
                    f"{size[way] / 1000:,.0f} KB and {size[name] / 1000:,.0f} KB"),
            ]
    command = shlex.join(["g++", "-std=c++17", "-O2", "-c"])
    apart = times["runtime"].cpu_seconds + times["transport"].cpu_seconds
    return Section("size", "Compiling a call",
                   f"One translation unit that gets one video of HeyGen, all members typed, errors "
                   f"told; `{command}`, processor time. Both alternatives are libraries that were "
                   f"compiled before: so is bindery's runtime where it is compiled apart "
                   f"(`heygen::compiled`), which took {apart:.1f} s, once a program.", rows)
