"""A value for a schema or media type: the document's own example, or one made from the schema."""
from schemas import kinds, layers, properties

MAX_DEPTH = 6
OF_FORMAT = {
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "uri": "https://example.com/file",
    "email": "someone@example.com",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "byte": "YWJj",
}


def media_examples(media):
    """The nodes of the examples that a media type, parameter or header has by itself."""
    if media.child("example") is not None:
        return [media.child("example")]
    examples = media.get("examples")
    named = [below.followed() for _, below in (examples.children() if examples else ())]
    return [below.child("value") for below in named if below.child("value") is not None]


def schema_examples(schema):
    found = [below for _, below in (schema.child("examples") or schema.documents.empty).children()]
    return found + ([schema.child("example")] if "example" in schema.value else [])


def media_values(media):
    """What may be answered by it: its examples, or one value from its schema."""
    examples = [node.value for node in media_examples(media)]
    return examples or [sample(media.child("schema"))]


def first(schema, keyword):
    return next((layer.value[keyword] for layer in layers(schema) if keyword in layer.value), None)


def sample(schema, depth=0):
    """A value that a plain schema takes. One with a pattern needs an example of its own."""
    if schema is None or not isinstance(schema.value, dict):
        return None
    if "const" in schema.value:
        return schema.value["const"]
    examples = schema_examples(schema)
    if examples:
        return examples[0].value
    if "enum" in schema.value:
        return schema.value["enum"][0]
    if "$ref" in schema.value and not any(k in schema.value for k in ("properties", "allOf", "oneOf", "anyOf")):
        return sample(schema.documents.at(schema.value["$ref"]), depth)
    for keyword in ("oneOf", "anyOf"):
        for _, below in (schema.child(keyword) or schema.documents.empty).children():
            if kinds(below) != {"null"}:
                return sample(below, depth)
    allowed = kinds(schema)
    if "object" in allowed:
        return sample_object(schema, depth)
    if "array" in allowed:
        items = next((layer.child("items") for layer in layers(schema) if "items" in layer.value), None)
        count = max(1 if depth < MAX_DEPTH else 0, first(schema, "minItems") or 0)
        return [sample(items, depth + 1) for _ in range(count)]
    if "string" in allowed:
        text = OF_FORMAT.get(first(schema, "format"), "text")
        text = text.ljust(first(schema, "minLength") or 0, "x")
        limit = first(schema, "maxLength")
        return text if limit is None else text[:limit]
    if "integer" in allowed or "number" in allowed:
        return first(schema, "minimum") or 1
    return True if "boolean" in allowed else None


def sample_object(schema, depth):
    required = {name for layer in layers(schema) for name in layer.value.get("required", ())}
    return {
        name: sample(below, depth + 1)
        for name, below in properties(schema).items()
        if name in required or depth < MAX_DEPTH
    }
