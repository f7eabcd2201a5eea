"""Generating the client of one document, and what bindery said of it.

Must not compile anything.
"""
import collections
import dataclasses
import json
import pathlib
import re

from measuring.processes import Finished, run

NAME_SPACE = "measured"


@dataclasses.dataclass
class Generated:
    finished: Finished
    client: pathlib.Path
    diagnostics: collections.Counter  # code -> count, notes not counted

    @property
    def is_accepted(self) -> bool:
        return self.finished.is_good

    def reason(self) -> str:
        """Why the document was refused, in a line."""
        if self.finished.status >= 128:
            return f"killed by signal {self.finished.status - 128}"
        for line in self.finished.output.splitlines():
            if '"error"' in line:
                return line
        lines = self.finished.output.splitlines()
        return lines[-1] if lines else f"status {self.finished.status}"


def generate(bindery: pathlib.Path, document: pathlib.Path, folder: pathlib.Path,
             options: tuple = ()) -> Generated:
    """Writes the client below `folder`; diagnostics are counted by code."""
    client = folder / "client"
    finished = run([bindery, "generate", document, "--out", client, "--namespace", NAME_SPACE,
                    "--quiet", "--diagnostics=json", *options], folder / "generate.log")
    return Generated(finished, client, count_codes(finished.output))


def count_codes(output: str) -> collections.Counter:
    """Codes in diagnostics printed as one JSON object a line."""
    counted: collections.Counter = collections.Counter()
    for line in output.splitlines():
        if not re.match(r'\{.*"code"', line):
            continue
        diagnostic = json.loads(line)
        if diagnostic.get("severity") != "note":
            counted[diagnostic["code"]] += 1
    return counted
