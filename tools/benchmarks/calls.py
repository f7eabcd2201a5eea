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
    commands, objects = {}, {}
    for name in ("bindery", *BY_HAND):
        objects[name] = work / f"{name}.o"
        commands[name] = ["g++", "-std=c++17", "-O2", "-c", *HTTPLIB,
                          f"-I{top / 'generated/heygen/include'}", folder / f"{name}.cpp", "-o",
                          objects[name]]
    times = time_in_turn(commands, ROUNDS)
    ours = times["bindery"]
    size = {name: path.stat().st_size for name, path in objects.items()}
    rows = []
    for name, words in BY_HAND.items():
        theirs = times[name]
        below = Goal(most=1.0)
        rows += [
            Row(f"seconds to compile one call, over {words}", below, ratio(ours, theirs),
                f"{ours.cpu_seconds:.1f} s and {theirs.cpu_seconds:.1f} s"),
            Row(f"peak memory of the compiler, over {words}", below,
                ratio(ours, theirs, "peak_mb"),
                f"{ours.peak_mb:.0f} MB and {theirs.peak_mb:.0f} MB"),
            Row(f"size of the object file, over {words}", below, size["bindery"] / size[name],
                f"{size['bindery'] / 1000:,.0f} KB and {size[name] / 1000:,.0f} KB"),
        ]
    command = shlex.join(["g++", "-std=c++17", "-O2", "-c"])
    return Section("size", "Compiling a call",
                   f"One translation unit that gets one video of HeyGen, all members typed, errors "
                   f"told; `{command}`, processor time.", rows)
