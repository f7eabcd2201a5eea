"""BENCHMARKS.md: a section for each group, replaced when the group is measured again.

Must not measure.
"""
import datetime
import pathlib
import platform
import re
import subprocess

from benchmarks.rows import SHORT, Section

HEAD = """# Benchmarks

Written by `tools/bench`; not by hand. Each figure is a ratio of two things measured in turn in one
run on one machine, unless its unit says otherwise; what it was made from stands beside it.

"""
ORDER = ("decode", "encode", "include", "size", "generate", "client")


def write(path: pathlib.Path, sections: list[Section], pictures: dict[str, list[str]]) -> None:
    kept = _read(path)
    for section in sections:
        kept[section.name] = _text(section, pictures.get(section.name, []))
    path.write_text(HEAD + "\n".join(kept[name] for name in ORDER if name in kept),
                    encoding="utf-8")


def _read(path: pathlib.Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    parts = re.split(r"^<!-- ([a-z]+) -->\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: f"<!-- {name} -->\n{text.rstrip()}\n"
            for name, text in zip(parts[1::2], parts[2::2])}


def _text(section: Section, pictures: list[str]) -> str:
    lines = [f"<!-- {section.name} -->", f"## {section.title}", "", section.about, "",
             f"Measured {datetime.date.today()} on {machine()}.", "",
             "| what | goal | measured | made from | verdict |", "|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row.cells()) + " |" for row in section.rows]
    reasons: dict[str, list[str]] = {}
    for row in section.rows:
        if row.verdict == SHORT and row.why:
            reasons.setdefault(row.why, []).append(row.what)
    if reasons:
        lines += ["", "What falls short, and why:", ""]
        lines += [f"- {'; '.join(rows)}: {why}" for why, rows in reasons.items()]
    for picture in pictures:
        lines += ["", f"![{pathlib.Path(picture).stem}]({picture})"]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """The processor, the system and the compilers."""
    model = next((line.split(":", 1)[1].strip()
                  for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
                  if line.startswith("model name")), platform.processor())
    compilers = [_first_line([name, "--version"]) for name in ("g++", "clang++")]
    return ", ".join([f"{model}", *(each for each in compilers if each)])


def _first_line(command: list[str]) -> str:
    try:
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
    return text.splitlines()[0]
