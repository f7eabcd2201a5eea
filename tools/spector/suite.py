"""The scenarios as their files have them, and the documents they are about.

Must not know how anything is called or compiled.
"""
import dataclasses
import json
import pathlib

DIALECTS = {"3.0": "3.0.0", "3.1": "3.1.0"}
# The folder of a document names its dialect; the map names the documents of one of them.
MAPPED = "3.1.0"


@dataclasses.dataclass
class Place:
    """The operation a request belongs to."""
    document: str  # below the suite's folder, of the mapped dialect
    method: str
    path: str

    def document_in(self, dialect: str) -> str:
        return self.document.replace(f"/{MAPPED}/", f"/{DIALECTS[dialect]}/")


@dataclasses.dataclass
class Call:
    method: str
    uri: str
    request: dict
    response: dict
    place: Place | None  # nothing: no operation of the document is it


@dataclasses.dataclass
class Scenario:
    name: str
    calls: list[Call]

    def why_not_expressible(self) -> str | None:
        """A scenario is only as expressible as each of its requests."""
        for call in self.calls:
            if call.place is None:
                return (f"scenario-map.json has no operation for {call.method.upper()} {call.uri}: "
                        "its URI template cannot be said in OpenAPI")
        return None


def read_suite(folder: pathlib.Path) -> list[Scenario]:
    """All scenarios, in the order of the file."""
    listed = json.loads((folder / "scenarios.json").read_text(encoding="utf-8"))
    mapped = json.loads((folder / "scenario-map.json").read_text(encoding="utf-8"))
    return [Scenario(name, _calls(scenario["calls"], mapped.get(name, [])))
            for name, scenario in listed.items()]


def _calls(listed: list[dict], places: list[dict | None]) -> list[Call]:
    calls = []
    for index, call in enumerate(listed):
        entry = places[index] if index < len(places) else None
        place = Place(entry["doc"], entry["method"], entry["path"]) if entry else None
        calls.append(Call(call["method"], call["uri"], call.get("request") or {},
                          call.get("response") or {}, place))
    return calls
