"""Timing commands in turn, so that a machine that slows down slows all of them.

Must not know what the commands do.
"""
import dataclasses
import pathlib
import statistics
import tempfile

from measuring.processes import Finished, run


class Failed(Exception):
    """A command that was to be timed did not work."""


@dataclasses.dataclass
class Timed:
    """The runs of one command, in the order they were made."""
    runs: list[Finished]

    def _median(self, figure: str) -> float:
        return statistics.median(getattr(each, figure) for each in self.runs)

    @property
    def cpu_seconds(self) -> float:
        return self._median("cpu_seconds")

    @property
    def seconds(self) -> float:
        return self._median("seconds")

    @property
    def peak_mb(self) -> float:
        return self._median("peak_mb")


def time_in_turn(commands: dict[str, list], rounds: int, between=None) -> dict[str, Timed]:
    """Each command once unmeasured, then all of them in turn, `rounds` times. `between(name)` is
    called before each run."""
    timed: dict[str, Timed] = {name: Timed([]) for name in commands}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        log = pathlib.Path(folder) / "log"
        for number in range(rounds + 1):
            for name, command in commands.items():
                if between is not None:
                    between(name)
                finished = run(command, log)
                if not finished.is_good:
                    raise Failed(f"{name}: status {finished.status}\n{finished.output[-2000:]}")
                if number > 0:
                    timed[name].runs.append(finished)
    return timed


def ratio(over: Timed, under: Timed, figure: str = "cpu_seconds") -> float:
    """The median of the ratios round by round."""
    return statistics.median(getattr(a, figure) / getattr(b, figure)
                             for a, b in zip(over.runs, under.runs))
