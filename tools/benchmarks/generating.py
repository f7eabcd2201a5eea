"""How long the generator takes and how much memory, beside the generators of TypeScript clients.

Must not judge what comes out.
"""
import pathlib
import shutil
import subprocess

from benchmarks.documents import PUBLIC, document_of
from benchmarks.paired import Failed, ratio, time_in_turn
from benchmarks.rows import Goal, Row, Section

ROUNDS = 3
SECONDS = {"HeyGen": 0.15, "Telnyx": 0.8, "OpenAI": 1.0, "GitHub": 2.0}
# As of November 2026; `npm view NAME version` tells of newer ones.
OTHERS = {"openapi-typescript": "7.13.0", "@hey-api/openapi-ts": "0.99.0"}
COUNTS = (50, 200, 1000, 5000, 10000)


def measure(top: pathlib.Path, bindery: pathlib.Path, corpus: pathlib.Path | None,
            work: pathlib.Path) -> tuple[Section, dict[int, float]]:
    """The rows, and the seconds of documents by their number of operations."""
    rows = []
    others = _install_others(work / "npm")
    for name, document in _documents(top, corpus).items():
        goal = Goal(most=SECONDS[name], unit="s")
        if document is None:
            rows.append(Row(f"generate from {name}", goal, None, "the document is not here"))
        else:
            rows += _rows_of(name, document, bindery, others, work)
    seconds = {count: _seconds_of(count, bindery, work) for count in COUNTS}
    each = {count: seconds[count] / count * 1000 for count in COUNTS}
    rows.append(Row(
        "cost of an operation among 10,000, over one among 1,000", Goal(most=1.25),
        each[10000] / each[1000],
        ", ".join(f"{count:,}: {value:.2f} ms" for count, value in each.items())))
    versions = ", ".join(f"{name} {version}" for name, version in OTHERS.items())
    about = ("Whole processes, processor time, medians of runs in turn. Written: every file of the "
             f"client, into an empty folder. The others, run by Node.js {_node_version()}: "
             f"{versions}." if others else
             "Whole processes, processor time. node and npm are not here, so nothing is compared.")
    return Section("generate", "Generating", about, rows), seconds


def _documents(top: pathlib.Path, corpus: pathlib.Path | None) -> dict[str, pathlib.Path | None]:
    found: dict[str, pathlib.Path | None] = {}
    shared = top.parent / "shared/heygen/spec"
    whole = sorted(shared.rglob("*.json"), key=lambda each: each.stat().st_size)
    found["HeyGen"] = whole[-1] if whole else None
    for name, path in PUBLIC.items():
        document = corpus / path if corpus else None
        found[name] = document if document and document.is_file() else None
    return found


def _rows_of(name: str, document: pathlib.Path, bindery: pathlib.Path, others: dict,
             work: pathlib.Path) -> list[Row]:
    megabytes = document.stat().st_size / 1e6
    out = work / "out"
    ours = [bindery, "generate", document, "--out", out, "--namespace", "measured", "--quiet"]
    alone = time_in_turn({"bindery": ours}, ROUNDS, lambda _: _empty(out))["bindery"]
    before = _state_of(out)
    again = time_in_turn({"bindery": ours}, ROUNDS)["bindery"]
    untouched = _state_of(out) == before
    what = f"{name}, {megabytes:.1f} MB {document.suffix[1:].upper()}"
    rows = [
        Row(f"generate from {what}", Goal(most=SECONDS[name], unit="s"), alone.cpu_seconds,
            f"{alone.seconds:.2f} s by the clock"),
        Row(f"peak memory of {name}", Goal(most=20 * megabytes + 50, unit="MB"), alone.peak_mb,
            "20 times the document and 50 MB"),
        Row(f"regenerate {name} unchanged", Goal(most=SECONDS[name], unit="s"), again.cpu_seconds,
            "no file touched" if untouched else "FILES WERE TOUCHED"),
    ]
    if not untouched:
        rows[-1].value = None
    for other, command in others.items():
        rows.append(_beside(name, document, other, command, ours, out, work))
    return rows


def _beside(name: str, document: pathlib.Path, other: str, command, ours: list,
            out: pathlib.Path, work: pathlib.Path) -> Row:
    theirs = work / "theirs"
    what = f"{name}: times faster than {other}"
    try:
        timed = time_in_turn({"theirs": command(document, theirs), "ours": ours}, 3,
                             lambda _: (_empty(out), _empty(theirs)))
    except Failed as failure:
        return Row(what, Goal(least=5), None, f"it fails: {str(failure).splitlines()[-1][:80]}")
    return Row(what, Goal(least=5), ratio(timed["theirs"], timed["ours"]),
               f"{timed['theirs'].cpu_seconds:.2f} s, {timed['theirs'].peak_mb:.0f} MB")


def _seconds_of(operations: int, bindery: pathlib.Path, work: pathlib.Path) -> float:
    document = work / f"growth{operations}.json"
    document.write_text(document_of(operations), encoding="utf-8")
    out = work / "grown"
    timed = time_in_turn({"bindery": [bindery, "generate", document, "--out", out, "--namespace",
                                      "grown", "--quiet"]}, 3, lambda _: _empty(out))
    _empty(out)
    return timed["bindery"].cpu_seconds


def _install_others(folder: pathlib.Path) -> dict:
    """By name, what makes the command for a document and a folder."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [f"{name}@{version}" for name, version in OTHERS.items()] + ["typescript@5"]
    installed = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent",
                                "--prefix", folder, *wanted], capture_output=True, text=True,
                               check=False)
    if installed.returncode != 0:
        print(f"npm: {installed.stderr.strip()[-300:]}")
        return {}
    programs = folder / "node_modules/.bin"
    return {
        "openapi-typescript": lambda document, out: [
            programs / "openapi-typescript", document, "-o", out / "types.ts"],
        "@hey-api/openapi-ts": lambda document, out: [
            programs / "openapi-ts", "-i", document, "-o", out],
    }


def _node_version() -> str:
    return subprocess.run(["node", "--version"], capture_output=True, text=True,
                          check=False).stdout.strip().lstrip("v")


def _empty(folder: pathlib.Path) -> None:
    """Puts it aside: a file system that has just deleted thousands of files is slow to make as
    many, which none of the generators can help. All go with the folder they are in."""
    if folder.exists():
        aside = folder.parent / "aside"
        aside.mkdir(exist_ok=True)
        folder.rename(aside / f"{len(list(aside.iterdir()))}")


def _state_of(folder: pathlib.Path) -> list:
    return sorted((str(each), each.stat().st_mtime_ns, each.stat().st_ino)
                  for each in folder.rglob("*") if each.is_file())
