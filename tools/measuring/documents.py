"""Which files below a folder are OpenAPI documents of their own.

Must not know how they are measured.
"""
import os
import pathlib
import re

ROOT_KEY = re.compile(r"^\ufeff?[\"']?openapi[\"']?[ \t]*:", re.MULTILINE)
JSON_TOKEN = re.compile(r'[{}\[\]]|"(?:[^"\\]|\\.)*"')
REFERENCED_FILE = re.compile(r"\$ref[\"']?\s*:\s*[\"']?([^\"'#\s,{}]+)")
SUFFIXES = {".json", ".yaml", ".yml"}


def entry_documents(folder: pathlib.Path) -> list[pathlib.Path]:
    """Files with an `openapi` root that no other document refers to, by name."""
    entries = []
    referenced: dict[pathlib.Path, set[pathlib.Path]] = {}  # by whom
    for path in sorted(folder.rglob("*")):
        if path.suffix not in SUFFIXES or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if _has_openapi_root(text):
            entries.append(path)
        for target in set(REFERENCED_FILE.findall(text)):
            file = pathlib.Path(os.path.normpath(path.parent / target))
            if file != path and file.suffix in SUFFIXES:
                referenced.setdefault(file, set()).add(path)
    return [path for path in entries
            if path not in referenced or _comes_first_of_its_circle(path, referenced)]


def _has_openapi_root(text: str) -> bool:
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _has_openapi_member(text)
    return ROOT_KEY.search(text) is not None


def _has_openapi_member(text: str) -> bool:
    """Of a JSON document: a member of the outermost object, not of one inside it."""
    depth = 0
    for token in JSON_TOKEN.finditer(text):
        if token[0] in "{[":
            depth += 1
        elif token[0] in "}]":
            depth -= 1
        elif depth == 1 and token[0] == '"openapi"':
            return True
    return False


def _comes_first_of_its_circle(path: pathlib.Path, referenced: dict) -> bool:
    """Documents that refer to each other are one; its name is the first."""
    reached, waiting = set(), [path]
    while waiting:
        for user in referenced.get(waiting.pop(), ()):
            if user not in reached:
                reached.add(user)
                waiting.append(user)
    return path in reached and path == min(reached)
