"""Bodies of requests back to the values they were made from, by their documented media type."""
import re

from parameters import Malformed, Parameter, from_pairs, json_value, pairs_of, scalar
from schemas import item_of, kinds, layers, properties

TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"


def media_type(text):
    """Type and parameters of a Content-Type (RFC 9110 8.3.1)."""
    match = re.match(rf"({TOKEN}/{TOKEN})", text)
    if not match:
        raise Malformed(f"`{text}` is no media type")
    parameters, rest = {}, text[match.end():]
    while rest:
        one = re.match(rf'[ \t]*;[ \t]*({TOKEN})=({TOKEN}|"(?:[^"\\]|\\.)*")', rest)
        if not one:
            raise Malformed(f"`{text}` is no media type")
        value = one[2]
        if value.startswith('"'):
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        parameters[one[1].lower()] = value
        rest = rest[one.end():]
    return match[1].lower(), parameters


def is_in_range(name, pattern):
    """Whether a media type is one of a range such as `image/*`."""
    pattern = pattern.split(";")[0].strip().lower()
    if pattern == "*/*":
        return True
    return name == pattern or (pattern.endswith("/*") and name.startswith(pattern[:-1]))


def is_json(name):
    return name == "application/json" or name.endswith("+json")


def is_bytes(schema):
    """Whether a part of this schema is a file: `format: binary`, or a string without a type."""
    values = [layer.value for layer in layers(schema)]
    if any(v.get("format") == "binary" or ("contentMediaType" in v and "contentEncoding" not in v) for v in values):
        return True
    return not any(k in v for v in values for k in ("type", "enum", "const", "properties", "oneOf", "anyOf"))


def utf8(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("the body is not UTF-8") from error


def read_body(schemas, media, content_type, data):
    """The value of a body. Bytes are as many characters, so that schemas of strings apply."""
    name, parameters = media_type(content_type)
    schema = media.child("schema")
    if is_json(name):
        return json_value(utf8(data))
    if name == "multipart/form-data":
        return read_form_data(schemas, media, parameters.get("boundary"), data)
    if name == "application/x-www-form-urlencoded":
        return read_form(schemas, schema, utf8(data))
    if schema is not None and name.startswith("text/") and not is_bytes(schema):
        return scalar(schemas, schema, utf8(data))
    return data.decode("latin-1")


def read_form(schemas, schema, text):
    pairs = pairs_of(text.replace("+", "%20"))
    known, value = properties(schema), {}
    for name in dict.fromkeys(name for name, _ in pairs):
        if name not in known:
            raise Malformed(f"`{name}` is no member of the form")
        field = {"name": name, "in": "query", "schema": known[name].value}
        parameter = Parameter(type(schema)(schema.documents, known[name].pointer, field))
        parameter.schema = known[name]
        value[name] = from_pairs(schemas, parameter, pairs)
    return value


class Part:
    """One part of a multipart body (RFC 7578)."""

    def __init__(self, data):
        head, blank, self.content = data.partition(b"\r\n\r\n")
        if not blank:
            raise Malformed("a part has no blank line after its headers")
        headers = {}
        for line in utf8(head).split("\r\n"):
            name, colon, value = line.partition(":")
            if not colon or not re.fullmatch(TOKEN, name) or name.lower() in headers:
                raise Malformed(f"`{line}` is no header of a part, or is there twice")
            headers[name.lower()] = value.strip(" \t")
        surplus = set(headers) - {"content-disposition", "content-type"}
        if surplus:
            raise Malformed(f"a part has headers RFC 7578 4.8 does not know: {', '.join(sorted(surplus))}")
        disposition = re.fullmatch(
            r'form-data; *name="([^"\r\n]*)"(?:; *filename="([^"\r\n]*)")?', headers.get("content-disposition", "")
        )
        if not disposition:
            raise Malformed(f"`{headers.get('content-disposition')}` is no disposition of form data")
        self.name, self.filename = disposition[1].replace("%22", '"'), disposition[2]
        self.content_type = headers.get("content-type")


def parts_of(boundary, data):
    """RFC 2046 5.1.1, without preamble and epilogue."""
    if not boundary or not re.fullmatch(r"[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]", boundary):
        raise Malformed("multipart/form-data has no boundary, or one that RFC 2046 forbids")
    line = b"--" + boundary.encode()
    chunks = (b"\r\n" + data).split(b"\r\n" + line)
    if len(chunks) < 2 or chunks[0] != b"" or chunks[-1] not in (b"--", b"--\r\n"):
        raise Malformed("the multipart body does not begin and end with its boundary")
    if any(not chunk.startswith(b"\r\n") for chunk in chunks[1:-1]):
        raise Malformed("something stands behind a boundary")
    return [Part(chunk[2:]) for chunk in chunks[1:-1]]


def read_form_data(schemas, media, boundary, data):
    schema = media.child("schema")
    known, value = properties(schema), {}
    for part in parts_of(boundary, data):
        below = known.get(part.name)
        if below is None:
            raise Malformed(f"`{part.name}` is no part that is documented")
        encoding = media.value.get("encoding", {}).get(part.name, {})
        if "array" in kinds(below) and not is_bytes(below):
            one = read_part(schemas, item_of(below), part, encoding)
            value.setdefault(part.name, []).append(one)
        elif part.name in value:
            raise Malformed(f"the part `{part.name}` is there twice")
        else:
            value[part.name] = read_part(schemas, below, part, encoding)
    return value


def read_part(schemas, schema, part, encoding):
    wanted = encoding.get("contentType")
    name = media_type(part.content_type)[0] if part.content_type else "text/plain"
    if wanted and not any(is_in_range(name, one) for one in wanted.split(",")):
        raise Malformed(f"the part `{part.name}` is {name}, documented is {wanted}")
    if is_bytes(schema):
        if part.filename is None:
            raise Malformed(f"the file `{part.name}` has no name")
        return part.content.decode("latin-1")
    if is_json(name):
        return json_value(utf8(part.content))
    if not wanted and (name != "text/plain" or kinds(schema) <= {"object", "array"}):
        raise Malformed(f"the part `{part.name}` is {name}, which is not how its schema is sent")
    return scalar(schemas, schema, utf8(part.content))
