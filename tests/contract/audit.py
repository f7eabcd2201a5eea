"""What is wrong with the documents themselves: schemas, and examples that are none of their schema."""
import jsonschema

from documents import DocumentError
from samples import media_examples, media_values, schema_examples

APPLICATORS = ("not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
KEYWORDS = frozenset(
    (*APPLICATORS, *LISTS, *MAPS)
    + tuple(
        """$ref type enum const format default description title examples example deprecated readOnly writeOnly
        discriminator xml externalDocs required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
        minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties minContains
        maxContains dependentRequired contentEncoding contentMediaType $comment""".split()
    )
)


def is_schema_place(node):
    """Whether a schema begins here: `schema` of a parameter, header or media type, or a component."""
    tokens = node.pointer.split("/")
    return tokens[-1] == "schema" or (len(tokens) == 5 and tokens[2:4] == ["components", "schemas"])


def schemas_below(schema):
    yield schema
    if not isinstance(schema.value, dict):
        return
    for keyword in APPLICATORS:
        if isinstance(schema.value.get(keyword), dict):
            yield from schemas_below(schema.child(keyword))
    for keyword in LISTS + MAPS:
        for _, below in (schema.child(keyword) or schema.documents.empty).children():
            yield from schemas_below(below)


class Audit:
    """Every fault of the documents is a line of `wrong`."""

    def __init__(self, documents, schemas, operations):
        self.documents, self.schemas = documents, schemas
        self.wrong = list(operations.wrong)
        for name in documents.tree:
            root = documents.at("#/" + name)
            for node in self.structure(root):
                self.node(node)
        for operation in operations.by_id.values():
            self.answers(operation)

    def structure(self, node):
        """Everything but what is inside of examples, where a `schema` is only a word."""
        yield node
        if not isinstance(node.value, (dict, list)) or is_schema_place(node):
            return
        for token, below in node.children():
            if token not in ("example", "examples", "default", "enum", "const"):
                yield from self.structure(below)

    def node(self, node):
        if isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str) and not is_schema_place(node):
            self.reference(node)
        if is_schema_place(node):
            for schema in schemas_below(node):
                self.schema(schema)
        elif isinstance(node.value, dict) and "schema" in node.value:
            self.examples(media_examples(node), node.child("schema"))

    def reference(self, node):
        try:
            node.followed()
            return True
        except DocumentError as error:
            self.wrong.append(f"{node}: {error}")
            return False

    def schema(self, schema):
        if not isinstance(schema.value, dict):
            return
        if "$ref" in schema.value and not self.reference(schema):
            return
        for keyword in schema.value:
            if keyword not in KEYWORDS and not keyword.startswith("x-"):
                self.wrong.append(f"{schema}: `{keyword}` is no keyword of schemas")
        for name in schema.value.get("required", ()):
            if "properties" in schema.value and name not in schema.value["properties"]:
                self.wrong.append(f"{schema}: `{name}` is required and has no schema")
        try:
            # One level at a time: what is below comes by itself.
            own = {k: v for k, v in schema.value.items() if k not in APPLICATORS + LISTS + MAPS}
            jsonschema.Draft202012Validator.check_schema(own)
        except jsonschema.SchemaError as error:
            self.wrong.append(f"{schema}: {error.message}")
            return
        mapping = schema.child("discriminator") and schema.child("discriminator").child("mapping")
        alternatives = [b.value.get("$ref") for k in ("oneOf", "anyOf") for _, b in
                        (schema.child(k) or self.documents.empty).children()]
        for name, target in mapping.children() if mapping else ():
            if alternatives and not any(ref and ref.endswith(target.value.split("#")[-1]) for ref in alternatives):
                self.wrong.append(f"{schema}: the mapping of `{name}` is none of the alternatives")
        self.examples(schema_examples(schema), schema)
        if "default" in schema.value:
            self.examples([schema.child("default")], schema)

    def examples(self, examples, schema):
        for example in examples:
            try:
                found = self.schemas.wrong(schema, example.value)
            except Exception as error:  # a reference of the schema that leads nowhere
                found = [str(error)]
            self.wrong += [f"{example}: {one}" for one in found]

    def answers(self, operation):
        """An answer without an example is made from its schema; that must have worked."""
        content = operation.answer.get("content")
        for _, media in content.children() if content else ():
            if media_examples(media) or media.child("schema") is None:
                continue
            for value in media_values(media):
                found = self.schemas.wrong(media.child("schema"), value)
                self.wrong += [f"{media}: it needs an example, for none could be made: {one}" for one in found]
