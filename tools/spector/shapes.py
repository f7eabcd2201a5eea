"""Typed values from the texts of a request, by the shapes that `bindery describe` gives.

Must not know where in a request a text stands.
"""
import base64
import json
import re

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


class Shapes:
    """The declared types of one document."""

    def __init__(self, description: dict):
        self._types = {each["name"]: each for each in description["types"]}

    def plain(self, shape: dict) -> dict:
        """The shape behind names of aliases."""
        for _ in range(64):
            if shape["kind"] != "alias":
                break
            shape = self._types[shape["name"]]["target"]["shape"]
        return shape

    def members(self, shape: dict) -> list[dict]:
        return self._types[shape["name"]]["members"]

    def additional(self, shape: dict) -> dict | None:
        return (self._types[shape["name"]].get("additional_properties") or {}).get("shape")

    def is_array(self, shape: dict) -> bool:
        return self._composite(shape) == "array"

    def is_object(self, shape: dict) -> bool:
        return self._composite(shape) == "object"

    def _composite(self, shape: dict) -> str:
        plain = self.plain(shape)
        if plain["kind"] == "union":
            kinds = {self._composite(each["shape"])
                     for each in self._types[plain["name"]]["alternatives"]}
            return kinds.pop() if len(kinds) == 1 else "scalar"
        if plain["kind"] in ("array", "tuple"):
            return "array"
        return "object" if plain["kind"] in ("object", "map") else "scalar"

    def item(self, shape: dict, index: int) -> dict:
        plain = self.plain(shape)
        if plain["kind"] == "array":
            return plain["item"]
        if plain["kind"] == "tuple" and index < len(plain["items"]):
            return plain["items"][index]
        return {"kind": "any"}

    def member(self, shape: dict, name: str) -> dict:
        """The shape of a member by its wire name."""
        plain = self.plain(shape)
        if plain["kind"] == "map":
            return plain["item"]
        if plain["kind"] == "object":
            for member in self.members(plain):
                if member["wire_name"] == name:
                    return member["shape"]
            return self.additional(plain) or {"kind": "any"}
        return {"kind": "any"}

    def only_value(self, shape: dict) -> list:
        """The one value of an enum that has no other; else nothing."""
        plain = self.plain(shape)
        values = self._types[plain["name"]]["values"] if plain["kind"] == "enum" else []
        return values if len(values) == 1 else []

    def may_be_empty(self, shape: dict) -> bool:
        """An object that needs no member."""
        plain = self.plain(shape)
        if plain["kind"] == "object":
            return not any(member["required"] and "constant" not in member
                           for member in self.members(plain))
        return plain["kind"] == "map"

    def scalar(self, shape: dict, text: str):
        """A text of a URI, header or part as the value it stands for."""
        plain = self.plain(shape)
        kind = plain["kind"]
        if kind == "enum":
            kind = self._types[plain["name"]]["base"]
        if kind == "union":
            return self._alternative(plain, text)
        if kind in ("integer", "number") and NUMBER.fullmatch(text):
            return json.loads(text)
        if kind == "boolean" and text in ("true", "false"):
            return text == "true"
        if kind == "any" and (NUMBER.fullmatch(text) or text in ("true", "false", "null")):
            return json.loads(text)
        if kind == "file":
            return {"content": base64.b64encode(text.encode()).decode()}
        return text

    def _alternative(self, union: dict, text: str):
        # A number or a boolean is one only where an alternative is.
        values = [self.scalar(each["shape"], text)
                  for each in self._types[union["name"]]["alternatives"]]
        return next((each for each in values if not isinstance(each, str)), text)

    def converted(self, shape: dict, value):
        """A JSON value as the shape has it: a number for a text is its text."""
        if isinstance(value, list):
            return [self.converted(self.item(shape, index), each)
                    for index, each in enumerate(value)]
        if isinstance(value, dict):
            return {name: self.converted(self.member(shape, name), each)
                    for name, each in value.items()}
        if value is None:
            return None
        text = value if isinstance(value, str) else json.dumps(value)
        return self.scalar(shape, text)
