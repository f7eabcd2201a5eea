"""From texts of a URI or header back to values: the styles of OpenAPI, inverted (OAS 3.1 4.8.12.6).

Must not know which operation they are of.
"""
import re
import urllib.parse

SEPARATORS = {"space_delimited": " ", "pipe_delimited": "|"}


def decoded(text: str) -> str:
    return urllib.parse.unquote(text)


def _pairs(parts: list[str], explode: bool) -> dict[str, str]:
    if explode:
        return dict(part.partition("=")[::2] for part in parts)
    return dict(zip(parts[0::2], parts[1::2]))


class Inverter:
    """Reads values of one document's parameters."""

    def __init__(self, shapes):
        self._shapes = shapes

    def composite(self, shape: dict, parts: list[str], explode: bool):
        """The parts of a list or object."""
        if self._shapes.is_object(shape):
            return {decoded(name): self._shapes.scalar(self._shapes.member(shape, decoded(name)),
                                                       decoded(value))
                    for name, value in _pairs(parts, explode).items()}
        return [self._shapes.scalar(self._shapes.item(shape, index), decoded(part))
                for index, part in enumerate(parts)]

    def is_composite(self, shape: dict) -> bool:
        return self._shapes.is_array(shape) or self._shapes.is_object(shape)

    def path(self, parameter: dict, text: str):
        """What stands in the place of `{name}`."""
        shape, style, explode = parameter["shape"], parameter["style"], parameter["explode"]
        if style == "label":
            text = text.removeprefix(".")
        if style == "matrix":
            name = re.escape(parameter["wire_name"])
            is_exploded_list = explode and not self._shapes.is_object(shape)
            if is_exploded_list or not explode:
                text = re.sub(f"(^|;){name}=", r"\1", text)
            text = text.removeprefix(";")
        if not self.is_composite(shape):
            return self._shapes.scalar(shape, decoded(text))
        separator = {"label": ".", "matrix": ";"}.get(style, ",") if explode else ","
        return self.composite(shape, text.split(separator), explode)

    def header(self, parameter: dict, text: str):
        shape = parameter["shape"]
        if not self.is_composite(shape):
            return self._shapes.scalar(shape, text)
        parts = [urllib.parse.quote(part.strip()) for part in text.split(",")] if text else []
        return self.composite(shape, parts, parameter["explode"])

    def query(self, parameter: dict, query: dict, claimed: set[str]):
        """The parameter's value among decoded names and values, or nothing when it is not there;
        adds the names it takes to `claimed`."""
        shape, name = parameter["shape"], parameter["wire_name"]
        if parameter["style"] == "deep_object":
            return self._deep(parameter, query, claimed)
        if self._shapes.is_object(shape) and parameter["explode"]:
            return self._exploded_object(shape, query, claimed)
        if name not in query:
            return None
        claimed.add(name)
        value = query[name]
        if not self.is_composite(shape):
            return self._shapes.scalar(shape, value[-1])
        if parameter["explode"]:
            parts = value
        else:
            parts = ",".join(value).split(SEPARATORS.get(parameter["style"], ","))
        return self.composite(shape, [urllib.parse.quote(part) for part in parts], False)

    def _exploded_object(self, shape: dict, query: dict, claimed: set[str]):
        plain = self._shapes.plain(shape)
        takes_all = plain["kind"] == "map" or self._shapes.additional(plain) is not None
        named = set() if plain["kind"] == "map" else {
            member["wire_name"] for member in self._shapes.members(plain)}
        value = {}
        for name, texts in query.items():
            if name in named or (takes_all and name not in claimed):
                member = self._shapes.member(shape, name)
                claimed.add(name)
                value[name] = (self._shapes.scalar(member, texts[-1])
                               if not self._shapes.is_array(member)
                               else [self._shapes.scalar(self._shapes.item(member, 0), each)
                                     for each in texts])
        return value or None

    def _deep(self, parameter: dict, query: dict, claimed: set[str]):
        value: dict = {}
        for name, texts in query.items():
            match = re.fullmatch(re.escape(parameter["wire_name"]) + r"((?:\[[^\]]*\])+)", name)
            if not match:
                continue
            claimed.add(name)
            place, shape = value, parameter["shape"]
            keys = re.findall(r"\[([^\]]*)\]", match.group(1))
            for key in keys[:-1]:
                place, shape = place.setdefault(key, {}), self._shapes.member(shape, key)
            member = self._shapes.member(shape, keys[-1])
            place[keys[-1]] = ([self._shapes.scalar(self._shapes.item(member, 0), each)
                                for each in texts] if self._shapes.is_array(member)
                               else self._shapes.scalar(member, texts[-1]))
        return value or None
