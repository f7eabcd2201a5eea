"""What it costs a user to include generated headers.

Must not build anything of bindery: headers are compiled as a user's compiler sees them.
"""
import pathlib
import shutil
import tempfile

from benchmarks.paired import ratio, time_in_turn
from benchmarks.rows import Goal, Row, Section

ROUNDS = 5
# The headers a model cannot do without; every other cost is ours.
BASE = "".join(f"#include <{each}>\n" for each in ("string", "vector", "optional", "variant", "map"))
HEADERS = [  # with the goal, and what it is
    ("heygen/models/video_detail.hpp", 1.5, "one model"),
    ("heygen/api/videos.hpp", 2.5, "one API"),
    ("heygen/heygen.hpp", 5.0, "all of HeyGen"),
]
COMPILED = "#define BINDERY_COMPILED\n"


def measure(top: pathlib.Path) -> Section:
    include = top / "generated/heygen/include"
    rows = []
    for compiler in ("g++", "clang++"):
        if shutil.which(compiler) is None:
            continue
        texts = {"base": BASE}
        for header, _, _ in HEADERS:
            texts[header] = f'#include "{header}"\n'
            texts[f"compiled {header}"] = COMPILED + texts[header]
        times = time_headers(texts, compiler, include)
        base = times["base"]
        for header, most, what in HEADERS:
            for name, words in ((header, what), (f"compiled {header}", f"{what}, runtime compiled apart")):
                timed = times[name]
                rows.append(Row(
                    f"`{header}` ({words}), {compiler}", Goal(most=most), ratio(timed, base),
                    f"{timed.cpu_seconds:.2f} s, {timed.peak_mb:.0f} MB; base {base.cpu_seconds:.2f} s, "
                    f"{base.peak_mb:.0f} MB"))
    operations = len(list((include / "heygen/operations").glob("*_json.hpp")))
    return Section(
        "include", "Including",
        f"`-std=c++17 -fsyntax-only` of a file with one `#include`, over one that includes "
        f"`<string>`, `<vector>`, `<optional>`, `<variant>` and `<map>`; processor time. HeyGen's "
        f"client has {operations} operations. Header-only, and with the runtime compiled apart "
        f"(`BINDERY_COMPILED`), as for who links to `heygen::compiled`.", rows)


def time_headers(texts: dict[str, str], compiler: str, include: pathlib.Path, rounds: int = ROUNDS):
    """`texts`: by name, the text of a file."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        commands = {}
        for number, (name, text) in enumerate(texts.items()):
            source = pathlib.Path(folder) / f"include{number}.cpp"
            source.write_text(text, encoding="utf-8")
            commands[name] = [compiler, "-std=c++17", "-fsyntax-only", f"-I{include}", source]
        return time_in_turn(commands, rounds)
