"""Running a program and seeing what it took.

Must not know which program.
"""
import dataclasses
import os
import pathlib
import resource
import signal
import subprocess
import threading
import time


@dataclasses.dataclass
class Finished:
    status: int  # 128 + signal for one that was killed
    seconds: float
    cpu_seconds: float  # of the program and the programs it waited for
    peak_mb: float  # of the largest of them
    output: str  # what it said on both streams

    @property
    def is_good(self) -> bool:
        return self.status == 0


def run(command: list, log: pathlib.Path, stdin: str = "", limit_seconds: int = 1200,
        memory_mb: int = 0) -> Finished:
    """Runs one program to its end; it is killed at the limits. What it says is kept in `log`."""
    def confine() -> None:
        if memory_mb:
            resource.setrlimit(resource.RLIMIT_AS, (memory_mb << 20, memory_mb << 20))

    begin = time.monotonic()
    with log.open("wb") as sink:
        process = subprocess.Popen([str(each) for each in command], stdin=subprocess.PIPE,
                                   stdout=sink, stderr=subprocess.STDOUT, preexec_fn=confine,
                                   start_new_session=True)
        guard = threading.Timer(limit_seconds, os.killpg, (process.pid, signal.SIGKILL))
        guard.start()
        try:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        _, status, usage = os.wait4(process.pid, 0)
        guard.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    code = process.returncode
    return Finished(code if code >= 0 else 128 - code, time.monotonic() - begin,
                    usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6,
                    log.read_text(encoding="utf-8", errors="replace"))
