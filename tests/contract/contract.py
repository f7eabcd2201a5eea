#!/usr/bin/env python3
"""Runs a program against the documents: each request it makes is checked, each operation must come.

usage: contract.py FOLDER [--members] [-- PROGRAM ARGUMENTS...]

The program finds the server's address in CONTRACT_URL. Fails when a document is at fault, a request was
wrong, an operation was never called, or the program failed; with --members also when a parameter or a member
of a body was never sent. Without a program only the documents are checked.
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True  # sources stay as they are

from documents import DocumentError  # noqa: E402
from server import Contract, Server  # noqa: E402


def section(title, lines):
    """Prints what failed; whether there was something."""
    if lines:
        print(f"{title}:", *(f"  {line}" for line in lines), sep="\n")
    return bool(lines)


def run(folder, program, wants_members):
    try:
        contract = Contract(folder)
    except DocumentError as error:
        print(f"cannot be read: {error}")
        return 1
    if section("faults of the documents", contract.faults):
        return 1
    if not program:
        print(f"{len(contract.operations.by_id)} operations, no fault")
        return 0
    with Server(contract) as server:
        status = subprocess.run(program, env=os.environ | {"CONTRACT_URL": server.url}, check=False).returncode
    failed = section("wrong requests", contract.wrong)
    failed |= section("never called", contract.never_called())
    missing, wanted = contract.never_sent()
    if wants_members and not failed:  # what was refused counts as not sent, and would only be repeated
        failed = section("never sent", missing)
    failed |= section("failed", [f"{program[0]} with {status}"] if status else [])
    calls, every = sum(contract.calls.values()), len(contract.operations.by_id)
    print(f"{calls} right requests to {len(contract.calls)} of {every} operations, ", end="")
    print(f"{wanted - len(missing)} of {wanted} parameters and members sent")
    return int(failed)


def main(arguments):
    split = arguments.index("--") if "--" in arguments else len(arguments)
    own, program = arguments[:split], arguments[split + 1 :]
    folders = [one for one in own if one != "--members"]
    if len(folders) != 1:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    return run(folders[0], program, "--members" in own)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
