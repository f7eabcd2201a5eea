"""What is expected of each document, as a text file each.

Must not measure: it writes down, or compares, what others have.
"""
import pathlib


def ledger_text(measured) -> str:
    """What was measured, one fact a line; what was not looked at has no line."""
    lines = [f"document: {measured.name}", f"accepted: {_yes(measured.accepted)}"]
    if measured.clean is not None:
        lines.append(f"clean: {_yes(measured.clean)}")
    for code, count in sorted(measured.diagnostics.items()):
        lines.append(f"{code}: {count}")
    if measured.examples is not None:
        examples = measured.examples
        lines.append(f"examples: {examples.total}")
        lines.append(f"examples equal: {examples.equal}")
        lines.append(f"examples valid: {examples.valid}")
        lines += [f"invalid: {each}" for each in examples.invalid]
        lines += [f"failed: {each}" for each in examples.failed]
    return "\n".join(lines) + "\n"


def page_of(folder: pathlib.Path, name: str) -> pathlib.Path:
    return folder / (name.replace("/", "~") + ".txt")


def differences(folder: pathlib.Path, measured) -> list[str]:
    """What the ledger says otherwise. Facts that were not measured now are not compared."""
    page = page_of(folder, measured.name)
    if not page.is_file():
        return [f"the ledger has no {page.name}"]
    expected = page.read_text(encoding="utf-8").splitlines()
    actual = ledger_text(measured).splitlines()
    if measured.clean is None:
        expected = [line for line in expected if not line.startswith("clean: ")]
    if measured.examples is None:
        expected = [line for line in expected
                    if not line.startswith(("examples", "invalid: ", "failed: "))]
    return ([f"no more: {line}" for line in expected if line not in actual]
            + [f"new: {line}" for line in actual if line not in expected])


def _yes(fact: bool) -> str:
    return "yes" if fact else "no"
