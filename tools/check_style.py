#!/usr/bin/env python3
"""Checks what clang-format does not: ASCII, file length, white space, banned words, include order.

Reads the hand-written files of the repository this file is in, or of the folder given.
Prints file:line of everything it finds, and exits with 1 if there is something.
"""
import pathlib
import re
import sys

MAX_LINES = 500
FOLDERS = ("generator", "templates", "tests", "tools", "examples", "openapi", ".ci")
# Inputs and expectations of tests are as hostile as the test needs them.
SKIPPED = re.compile(r"tests/(golden|fuzz/corpus|compile/goldens|conformance)/.*/.*|.*/__pycache__/.*")
CODE = {".hpp", ".cpp", ".def", ".tpl", ".py", ".cmake", ".sh", ".in"}
# Examples are their reader's code: the client's header comes first, for what it is about.
FREE_INCLUDE_ORDER = ("examples/",)
PROSE = {".md", ".yaml", ".yml", ".json", ".txt"}
# Spelt so that this file does not find itself.
BANNED = [
    (re.compile(r"\bTO" r"DO\b(?!\((perf|spec|cleanup)\): )"), "a TO" "DO without a type"),
    (re.compile(r"\bFIX" r"ME\b"), "FIX" "ME"),
    (re.compile(r"\bX" r"XX\b"), "X" "XX"),
    (re.compile(r"\bNO" r"LINT"), "NO" "LINT: mend the code or the rule"),
]
INCLUDE = re.compile(r'#\s*include\s*(<[^>]+>|"[^"]+")')
SYSTEM = re.compile(r"<(pthread\.h|unistd\.h|sys/.*|signal\.h|fcntl\.h|netinet/.*|arpa/.*|poll\.h)>")
GROUPS = ("its own header", "the system's", "the standard library's", "third parties'", "ours")


def is_code(path):
    return path.suffix in CODE or path.suffix == "" or path.name == "CMakeLists.txt"


def files_of(root):
    yield from (f for f in sorted(root.iterdir()) if f.is_file() and f.suffix in CODE | PROSE)
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root)
            if SKIPPED.fullmatch(path.as_posix()) or not file.is_file():
                continue
            if file.suffix in CODE | PROSE or file.suffix == "":
                yield file


def text_complaints(path, text):
    lines = text.split("\n")
    if text and lines[-1] != "":
        yield len(lines), "the last line has no end"
    if text.endswith("\n\n"):
        yield len(lines) - 1, "blank lines at the end"
    if is_code(path) and len(lines) - 1 > MAX_LINES:
        yield MAX_LINES + 1, f"{len(lines) - 1} lines, more than {MAX_LINES}: a file is one thought"
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
        if "\t" in line:
            yield number, "a tab"
        if is_code(path):
            if not line.isascii():
                yield number, "a character that is not ASCII"
            for pattern, name in BANNED:
                if pattern.search(line):
                    yield number, name


def is_own_header(path, header):
    """`room/file.hpp` is the own header of room/file.cpp; of a test, whatever ours it includes first."""
    if path.parts[0] == "tests":
        return True
    stem = path.stem[: -len("_test")] if path.stem.endswith("_test") else path.stem
    if path.suffix != ".cpp" or header.stem != stem:
        return False
    return len(header.parts) == 1 or header.parts[-2] == path.parts[-2]


def group_of(path, spelling, is_first):
    header = pathlib.PurePosixPath(spelling[1:-1])
    if spelling.startswith('"'):
        return 0 if is_first and is_own_header(path, header) else 4
    if SYSTEM.fullmatch(spelling):
        return 1
    return 2 if "/" not in str(header) and header.suffix == "" else 3


def include_complaints(path, text):
    """The includes at the top of a file; those inside of conditions are where they have to be."""
    depth = 0
    has_blank = True
    last = None
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line == "":
            has_blank = True
        elif re.match(r"#\s*if", line):
            depth += 1
        elif re.match(r"#\s*endif", line):
            depth -= 1
        elif match := INCLUDE.match(line):
            if depth > 0:
                continue
            group = group_of(path, match.group(1), last is None)
            if last is not None and group < last:
                yield number, f"{match.group(1)} ({GROUPS[group]}) comes after {GROUPS[last]}"
            elif last is not None and group != last and not has_blank:
                yield number, f"no blank line between {GROUPS[last]} and {GROUPS[group]}"
            last = group
            has_blank = False
        elif not re.match(r"//|/\*|\*|#", line):
            return


def own_header_complaints(root, path, text):
    """A source's own header comes first: that proves that it stands alone."""
    header = path.with_suffix(".hpp")
    if path.suffix != ".cpp" or not (root / header).exists():
        return
    first = INCLUDE.search(text)
    if first and pathlib.PurePosixPath(first.group(1)[1:-1]).name != header.name:
        yield text[: first.start()].count("\n") + 1, f"{header.name} is not included first"


def complaints(root):
    count = 0
    for file in files_of(root):
        count += 1
        path = pathlib.PurePosixPath(file.relative_to(root).as_posix())
        try:
            text = file.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            yield f"{path}:1: not UTF-8"
            continue
        found = list(text_complaints(path, text))
        if path.suffix in (".hpp", ".cpp") and not str(path).startswith(FREE_INCLUDE_ORDER):
            found += include_complaints(path, text)
            found += own_header_complaints(root, path, text)
        if path.suffix == ".hpp" and not re.search(r"^#pragma once$", text, re.MULTILINE):
            found.append((1, "no #pragma once"))
        for number, complaint in sorted(found):
            yield f"{path}:{number}: {complaint}"
    if count == 0:
        yield f"{root}: no files found"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1])
    found = list(complaints(root))
    print("\n".join(found) if found else "style: nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
