"""JSON Schema 2020-12 over the tree of documents: what is wrong with a value, and what a schema allows."""
import base64
import binascii
import datetime
import re
import urllib.parse

import jsonschema

EVERY_KIND = frozenset(("null", "boolean", "integer", "number", "string", "array", "object"))
IN_PLACE = ("allOf", "anyOf", "oneOf")

formats = jsonschema.FormatChecker(formats=())


def checks_format(name, kind=str):
    """Makes the function below the check of a format; a value of another type passes, as JSON Schema says."""

    def register(function):
        @formats.checks(name, raises=ValueError)
        def check(value):
            return not isinstance(value, kind) or isinstance(value, bool) or function(value)

        return function

    return register


@checks_format("date-time")
def is_date_time(text):
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)", text)
    return bool(match and datetime.datetime.fromisoformat(f"{match[1]}T{match[2]}"))


@checks_format("date")
def is_date(text):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text) and datetime.date.fromisoformat(text))


@checks_format("uri")
def is_uri(text):
    return bool(urllib.parse.urlsplit(text).scheme) and not re.search(r'[^!-~]|["<>\\^`{|}]', text)


@checks_format("email")
def is_email(text):
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+", text))


@checks_format("uuid")
def is_uuid(text):
    return bool(re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text))


@checks_format("byte")
def is_base64(text):
    try:
        return bool(base64.b64decode(text, validate=True)) or text == ""
    except binascii.Error:
        return False


@checks_format("int32", int)
def is_int32(number):
    return -(2**31) <= number < 2**31


@checks_format("int64", int)
def is_int64(number):
    return -(2**63) <= number < 2**63


def kind_of(value):
    for kind, python in (("null", type(None)), ("boolean", bool), ("integer", int), ("number", float)):
        if isinstance(value, python):
            return kind
    return {str: "string", list: "array"}.get(type(value), "object")


def likely(errors):
    """Of what the alternatives of a union say, that of those whose type and constants fit, if there are any."""
    branches = {}
    for error in errors:
        branches.setdefault(error.relative_schema_path[0], []).append(error)

    def is_other(error):
        depth = len(error.relative_path)
        return (error.validator == "type" and depth == 0) or (error.validator == "const" and depth <= 1)

    meant = [b for b in branches.values() if not any(map(is_other, b))]
    return [error for branch in meant or branches.values() for error in branch]


def described(error):
    """One error in a line; of a union also why the alternatives were refused."""
    if error.context:
        below = "; ".join(described(e) for e in likely(error.context))
        return f"{place_of(error.absolute_path)}: fits no alternative ({below})"
    message = error.message if len(error.message) <= 200 else error.message[:200] + "..."
    return f"{place_of(error.absolute_path)}: {message}"


def place_of(path):
    return "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)


class Schemas:
    """Validates against any schema of the tree. May be used by many threads at once."""

    def __init__(self, documents):
        self.documents = documents
        self.validator = jsonschema.Draft202012Validator(documents.tree, format_checker=formats)

    def wrong(self, schema, value):
        """Every reason why `value` is none of `schema`, a node; none when it is one."""
        reference = "#" + urllib.parse.quote(schema.pointer, safe="/~")
        validator = self.validator.evolve(schema={"$ref": reference})
        return [described(error) for error in validator.iter_errors(value)]

    def fits(self, schema, value):
        return not self.wrong(schema, value)


def layers(schema, seen=None):
    """The schema, what it refers to, and what applies in its place, `schema` first."""
    seen = set() if seen is None else seen
    if schema.pointer in seen or not isinstance(schema.value, dict):
        return
    seen.add(schema.pointer)
    yield schema
    if "$ref" in schema.value:
        yield from layers(schema.documents.at(schema.value["$ref"]), seen)
    for keyword in IN_PLACE:
        for _, below in (schema.child(keyword) or schema.documents.empty).children():
            yield from layers(below, seen)


def kinds(schema):
    """The types a value of the schema may have."""
    value = schema.value
    if not isinstance(value, dict):
        return EVERY_KIND if value else frozenset()
    result = EVERY_KIND
    if "type" in value:
        names = value["type"] if isinstance(value["type"], list) else [value["type"]]
        result = frozenset(names) | (frozenset(["integer"]) if "number" in names else frozenset())
    if "const" in value:
        result &= {kind_of(value["const"])}
    if "enum" in value:
        result &= {kind_of(one) for one in value["enum"]}
    if "$ref" in value:
        result &= kinds(schema.documents.at(value["$ref"]))
    for _, below in (schema.child("allOf") or schema.documents.empty).children():
        result &= kinds(below)
    for keyword in ("anyOf", "oneOf"):
        if keyword in value:
            result &= frozenset().union(*(kinds(below) for _, below in schema.child(keyword).children()))
    return result


def properties(schema):
    """The properties by name, also of what is mixed in; the first schema of a name counts."""
    result = {}
    for layer in layers(schema):
        for name, below in (layer.child("properties") or schema.documents.empty).children():
            result.setdefault(name, below)
    return result


def is_open(schema):
    """Whether it says that it takes members that it does not name."""
    return any(layer.value.get("additionalProperties") not in (None, False) for layer in layers(schema))


def item_of(schema):
    """The schema of the items, None where any will do."""
    for layer in layers(schema):
        if "items" in layer.value:
            return layer.child("items")
    return None
