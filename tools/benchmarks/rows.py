"""What a benchmark found: a figure beside the goal it was given.

Must not measure.
"""
import dataclasses

MET = "met"
TIMES = "\N{MULTIPLICATION SIGN}"
AT_LEAST = "\N{GREATER-THAN OR EQUAL TO}"
AT_MOST = "\N{LESS-THAN OR EQUAL TO}"
SHORT = "falls short"


@dataclasses.dataclass
class Goal:
    """A bound of a figure, and the unit it is written in."""
    least: float | None = None
    most: float | None = None
    unit: str = TIMES

    def text(self) -> str:
        if self.least is not None:
            return f"{AT_LEAST} {_number(self.least)} {self.unit}"
        return f"{AT_MOST} {_number(self.most)} {self.unit}"

    def is_met_by(self, value: float) -> bool:
        if self.least is not None:
            return value >= self.least
        return value <= self.most


@dataclasses.dataclass
class Row:
    what: str
    goal: Goal
    value: float | None  # nothing: it could not be measured here, and `beside` says why
    beside: str = ""  # the seconds, bytes or rates that the figure was made from
    why: str = ""  # it falls short

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "not measured"
        return MET if self.goal.is_met_by(self.value) else SHORT

    def cells(self) -> list[str]:
        value = "-" if self.value is None else f"{_number(self.value)} {self.goal.unit}"
        return [self.what, self.goal.text(), value, self.beside, self.verdict]

    def as_json(self) -> dict:
        return {"what": self.what, "goal": self.goal.text(), "value": self.value,
                "unit": self.goal.unit, "beside": self.beside, "verdict": self.verdict}


@dataclasses.dataclass
class Section:
    """The rows of one group, with what has to be known to read them."""
    name: str
    title: str
    about: str
    rows: list[Row]


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
