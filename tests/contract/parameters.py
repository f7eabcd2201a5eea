"""Parameters as they stand on the wire, back to the values they were made from (OAS 3.1 4.8.12).

Delimiters are found before percent decoding: an encoded comma belongs to a value.
"""
import json
import re

from schemas import item_of, kinds, properties

INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
DEFAULT_STYLE = {"query": "form", "path": "simple", "header": "simple", "cookie": "form"}


class Malformed(Exception):
    """What came cannot be read at all."""


def decoded(text):
    """RFC 3986 2.1, and UTF-8."""
    if "%" in ENCODED.sub("", text):
        raise Malformed(f"`{text}`: a percent sign without two digits")
    data = ENCODED.sub(lambda match: chr(int(match[1], 16)), text).encode("latin-1", "strict")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed(f"`{text}` is not UTF-8") from error


def pairs_of(query):
    """The names, decoded, and values, as they came, of a query (RFC 3986 3.4)."""
    if not re.fullmatch(r"(?:[A-Za-z0-9\-._~!$&'()*,;=:@/?]|%[0-9A-Fa-f]{2})*", query):
        raise Malformed(f"the query `{query}` has characters that must be encoded, or a bare plus")
    pairs = []
    for pair in query.split("&") if query else ():
        name, equals, value = pair.partition("=")
        if not name or not equals:
            raise Malformed(f"`{pair}` in the query is no name and value")
        pairs.append((decoded(name), value))
    return pairs


def json_value(text):
    """RFC 8259, with no member twice and without what only Python takes."""

    def members(pairs):
        if len({name for name, _ in pairs}) != len(pairs):
            raise Malformed("a JSON object has a member twice")
        return dict(pairs)

    def constant(name):
        raise Malformed(f"{name} is no JSON")

    try:
        return json.loads(text, object_pairs_hook=members, parse_constant=constant)
    except ValueError as error:
        raise Malformed(f"no JSON: {error}") from error


class Parameter:
    """One documented parameter, by its node."""

    def __init__(self, node):
        value = node.value
        self.node, self.name, self.place = node, value["name"], value["in"]
        self.is_required = value.get("required", False)
        self.is_deprecated = value.get("deprecated", False)
        self.style = value.get("style", DEFAULT_STYLE[self.place])
        self.explode = value.get("explode", self.style == "form")
        content = node.get("content")
        self.media = content and content.children()[0][1]
        self.schema = (self.media or node).child("schema")

    @property
    def label(self):
        return f"{self.place} parameter `{self.name}`"

    def names_members(self):
        """Whether its members are names of the query themselves."""
        return self.media is None and self.style == "form" and self.explode and "object" in kinds(self.schema)

    def takes(self, name):
        if self.names_members():
            return name in properties(self.schema)
        if self.style == "deepObject":
            return name.startswith(self.name + "[") and name.endswith("]")
        return name == self.name


def scalars(schema, text):
    """The values `text` may stand for, by the types of the schema, the most telling first."""
    allowed = kinds(schema) if schema is not None else frozenset(["string"])
    if "integer" in allowed and INTEGER.fullmatch(text):
        yield int(text)
    if "number" in allowed and NUMBER.fullmatch(text):
        yield float(text)
    if "boolean" in allowed and text in ("true", "false"):
        yield text == "true"
    if "string" in allowed or not allowed & {"array", "object"}:
        yield text


def scalar(schemas, schema, text):
    """The first of `scalars` that is valid; else one, whose errors tell why none is."""
    candidates = list(scalars(schema, text)) or [text]
    fitting = (c for c in candidates if schema is None or schemas.fits(schema, c))
    return next(fitting, candidates[0])


def items(schemas, schema, texts):
    return [scalar(schemas, item_of(schema), decoded(text)) for text in texts]


def members(schemas, schema, pairs):
    known = properties(schema)
    return {name: scalar(schemas, known.get(name), decoded(value)) for name, value in pairs}


def alternating(texts):
    if len(texts) % 2:
        raise Malformed(f"`{','.join(texts)}` is no list of names and values")
    return [(decoded(texts[i]), texts[i + 1]) for i in range(0, len(texts), 2)]


def delimited(schemas, schema, text, delimiter=",", explode=False):
    """A value of which all stands in one text; raises when it has the form of nothing the schema allows."""
    allowed = kinds(schema)
    texts = re.split(delimiter, text) if text else []
    candidates = []
    if "object" in allowed:
        try:
            pairs = [tuple(t.split("=", 1)) for t in texts] if explode else alternating(texts)
            if all(len(pair) == 2 for pair in pairs):
                candidates.append(members(schemas, schema, [(decoded(n), v) for n, v in pairs]))
        except Malformed:
            if allowed == {"object"}:
                raise
    if "array" in allowed:
        candidates.append(items(schemas, schema, texts))
    if allowed - {"object", "array"} or not candidates:
        candidates.append(scalar(schemas, schema, decoded(text)))
    return next((c for c in candidates if schemas.fits(schema, c)), candidates[-1])


def from_segment(schemas, parameter, text):
    """The value of a path parameter, the styles `simple`, `label` and `matrix`."""
    if parameter.media is not None:
        return json_value(decoded(text))
    delimiter = ","
    if parameter.style == "label":
        if not text.startswith("."):
            raise Malformed(f"{parameter.label}: `{text}` does not begin with a dot")
        text, delimiter = text[1:], r"\." if parameter.explode else ","
    elif parameter.style == "matrix":
        start = f";{parameter.name}="
        if not text.startswith(start):
            raise Malformed(f"{parameter.label}: `{text}` does not begin with {start}")
        text, delimiter = text[len(start):], f";{parameter.name}=" if parameter.explode else ","
    return delimited(schemas, parameter.schema, text, delimiter, parameter.explode)


def from_header(schemas, parameter, text):
    """The value of a header: never percent encoded, so that decoding must not change it."""
    if parameter.media is not None:
        return json_value(text)
    if kinds(parameter.schema) & {"array", "object"}:
        text = re.sub(r"\s*,\s*", ",", text)
    return delimited(schemas, parameter.schema, text.replace("%", "%25"), ",", parameter.explode)


def from_pairs(schemas, parameter, pairs):
    """The value among the pairs of a query, a cookie or a form; None when it is absent."""
    taken = [(name, value) for name, value in pairs if parameter.takes(name)]
    if not taken:
        return None
    if parameter.style == "deepObject":
        inner = [(name[len(parameter.name) + 1 : -1], value) for name, value in taken]
        return once(parameter, members(schemas, parameter.schema, inner), inner)
    if parameter.names_members():
        return once(parameter, members(schemas, parameter.schema, taken), taken)
    allowed = kinds(parameter.schema)
    if parameter.media is None and parameter.explode and "array" in allowed:
        value = items(schemas, parameter.schema, [value for _, value in taken])
        if len(taken) > 1 or allowed == {"array"} or schemas.fits(parameter.schema, value):
            return value
    once(parameter, {name for name, _ in taken}, taken)
    text = taken[0][1]
    if parameter.media is not None:
        return json_value(decoded(text))
    if parameter.style == "form" and parameter.explode:
        return scalar(schemas, parameter.schema, decoded(text))
    delimiter = {"spaceDelimited": "%20", "pipeDelimited": r"%7C|\|"}.get(parameter.style, ",")
    return delimited(schemas, parameter.schema, text, delimiter)


def once(parameter, value, pairs):
    if len(value) != len(pairs):
        raise Malformed(f"{parameter.label} is there twice")
    return value
