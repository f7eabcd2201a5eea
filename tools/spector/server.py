"""The mock server: set up once, started for each dialect, asked what it saw.

Must not know what is sent to it.
"""
import json
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

STARTS_WITHIN_SECONDS = 60


def missing_tool() -> str | None:
    """What the server needs and this machine has not; nothing when all is there."""
    return next((tool for tool in ("node", "npm") if shutil.which(tool) is None), None)


def set_up(suite: pathlib.Path, cache: pathlib.Path) -> None:
    if (cache / "node_modules/@typespec/spector/cmd/cli.mjs").is_file() and \
            (cache / "node20-patch.mjs").is_file():
        return
    cache.mkdir(parents=True, exist_ok=True)
    subprocess.run(["bash", suite / "setup.sh", cache], check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Runs inside a `with`."""

    def __init__(self, suite: pathlib.Path, cache: pathlib.Path, log: pathlib.Path):
        self._command = ["bash", str(suite / "serve.sh"), str(cache)]
        self._log = log

    def __enter__(self) -> "Server":
        port = _free_port()
        self.origin = f"http://localhost:{port}"
        self._sink = self._log.open("wb")
        self._process = subprocess.Popen([*self._command, str(port)], stdin=subprocess.DEVNULL,
                                         stdout=self._sink, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + STARTS_WITHIN_SECONDS
        while True:
            try:
                self.coverage()
                return self
            except (urllib.error.URLError, ConnectionError) as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    self.__exit__()
                    raise RuntimeError(f"the mock server does not start; see {self._log}") from error
                time.sleep(0.1)

    def __exit__(self, *_) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait()
        self._sink.close()

    def coverage(self) -> dict[str, str]:
        """By scenario: `pass`, `fail` or `not-implemented`."""
        with urllib.request.urlopen(self.origin + "/.coverage", timeout=30) as answer:
            reports = json.load(answer)
        return {name: result for report in reports for name, result in report["results"].items()}
