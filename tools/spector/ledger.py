"""What is known to fail, and why: a file beside the tests, reviewed like them.

Must not decide what a failure is.
"""
import pathlib

HEADER = "# scenario, dialect (3.0, 3.1 or *), reason\n"


def read_known_failures(file: pathlib.Path | None) -> dict[tuple[str, str], str]:
    """Reasons by scenario and dialect."""
    known: dict[tuple[str, str], str] = {}
    if file is None or not file.is_file():
        return known
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split(None, 2)
        if len(fields) != 3 or fields[1] not in ("3.0", "3.1", "*"):
            raise ValueError(f"{file}:{number}: not a scenario, a dialect and a reason")
        for dialect in ("3.0", "3.1") if fields[1] == "*" else (fields[1],):
            known[fields[0], dialect] = fields[2]
    return known
