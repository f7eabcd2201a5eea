"""How fast JSON becomes structs and structs JSON, beside RapidJSON, simdjson and nlohmann.

Must not know how the program measures: tests/bench/codec does that.
"""
import collections
import json
import pathlib
import statistics
import subprocess

from benchmarks.rows import Goal, Row, Section

REPETITIONS = 9
PAGE = "videos"
DECODE_GOALS = {"rapidjson": 2.0, "simdjson": 2.0, "nlohmann": 15.0}
ENCODE_GOALS = {"rapidjson": 1.5, "nlohmann": 15.0}
NAMES = {"rapidjson": "RapidJSON", "simdjson": "simdjson", "nlohmann": "nlohmann"}
CASES = {
    "videos": "a page of 2,000 videos", "videos_64k": "64 KB of videos", "videos_1k": "one video",
    "escapes": "escapes", "text": "text that is not ASCII", "integers": "integers",
    "short_doubles": "short doubles", "long_doubles": "doubles of 17 digits",
    "nested": "deep nesting", "unknown": "unknown members", "wide": "objects of 200 members",
    "unions": "unions",
}


def measure(program: pathlib.Path, direction: str) -> tuple[Section, dict]:
    """`direction`: decode or encode. Beside the rows, bytes a second by case and library."""
    finished = subprocess.run(
        [program, f"--benchmark_filter=^{direction}/", f"--benchmark_repetitions={REPETITIONS}",
         "--benchmark_enable_random_interleaving=true", "--benchmark_min_time=0.05",
         "--benchmark_format=json"], check=True, capture_output=True, text=True)
    rates: dict = collections.defaultdict(lambda: collections.defaultdict(list))
    allocations: dict = {}
    for run in json.loads(finished.stdout)["benchmarks"]:
        if run["run_type"] != "iteration":
            continue
        _, case, library = run["run_name"].split("/")[:3]
        rates[case][library].append(run["bytes_per_second"])
        if "allocations" in run:
            allocations[case] = (run["allocations"], run["allocations_of_a_copy"])
    medians = {case: {library: statistics.median(each) for library, each in by_library.items()}
               for case, by_library in rates.items()}
    goals = DECODE_GOALS if direction == "decode" else ENCODE_GOALS
    rows = [_against(medians[PAGE], direction, library, goal) for library, goal in goals.items()]
    rows += [_against_best(case, medians[case], direction) for case in CASES
             if case != PAGE and case in medians]
    rows += [Row(f"allocations of decoding {CASES[case]}, over those of a copy", Goal(most=1.0),
                 made / copied, f"{made:,.0f} and {copied:,.0f}")
             for case, (made, copied) in allocations.items() if case in CASES and copied]
    title = "Decoding" if direction == "decode" else "Encoding"
    about = ("Into the same structs, checked to be equal. RapidJSON: SAX in place with "
             "kParseValidateEncodingFlag, on a copy made outside of the timing. simdjson: On-Demand, "
             "on a padded copy, its parser reused. nlohmann: a tree, then from it. bindery reads the "
             "text as it is. All decoders and structs -O3 -DNDEBUG."
             if direction == "decode" else
             "From the same structs, into a buffer that is fresh each time. RapidJSON: Writer by "
             "hand. nlohmann: a tree, then its dump.")
    return Section(direction, title, about, rows), medians


def _against(rates: dict, direction: str, library: str, goal: float) -> Row:
    return Row(f"{direction} {CASES[PAGE]}, over {NAMES[library]}", Goal(least=goal),
               rates["bindery"] / rates[library],
               f"{_speed(rates['bindery'])} and {_speed(rates[library])}")


def _against_best(case: str, rates: dict, direction: str) -> Row:
    best = max((each for each in rates if each != "bindery"), key=rates.get)
    return Row(f"{direction} {CASES[case]}, over the best of the others", Goal(least=1.0),
               rates["bindery"] / rates[best],
               f"{_speed(rates['bindery'])} and {_speed(rates[best])} ({NAMES[best]})")


def _speed(rate: float) -> str:
    return f"{rate / 1e6:,.0f} MB/s"
