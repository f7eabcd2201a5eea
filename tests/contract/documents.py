"""The documents of a folder as one tree: YAML 1.2 in, every reference made one into this tree.

The tree's first level are the files, so that `components.yaml#/x` becomes `#/components.yaml/x`, which
any JSON Schema validator follows without knowing of files.
"""
import pathlib
import re
import urllib.parse

import yaml

# YAML 1.1, which PyYAML reads, takes `on`, `NO` and `12:30` for something else than the string it is here.
CORE_SCHEMA = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+0123456789."),
    ),
)


class DocumentError(Exception):
    """The documents cannot be used at all."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The core schema of YAML 1.2, and no key twice."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        result = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, int) and not isinstance(key, bool):
                key = str(key)  # `200:` among responses
            if not isinstance(key, str):
                raise DocumentError(f"{key_node.start_mark}: a key that is not a string")
            if key in result:
                raise DocumentError(f"{key_node.start_mark}: `{key}` is there twice")
            result[key] = self.construct_object(value_node, deep=True)
        return result

    def construct_int(self, node):
        text = node.value
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


for tag, pattern, first in CORE_SCHEMA:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})\\Z"), first)
Loader.add_constructor("tag:yaml.org,2002:int", Loader.construct_int)
Loader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))


def escaped(token):
    """A token of a JSON pointer, RFC 6901 3."""
    return str(token).replace("~", "~0").replace("/", "~1")


class Node:
    """A value of the tree and the JSON pointer of its place."""

    __slots__ = ("documents", "pointer", "value")

    def __init__(self, documents, pointer, value):
        self.documents, self.pointer, self.value = documents, pointer, value

    def __repr__(self):
        return self.pointer

    def child(self, token):
        """What is below `token`, as it stands there; None when there is nothing."""
        value = self.value
        if isinstance(value, dict) and token in value:
            found = value[token]
        elif isinstance(value, list) and str(token).isdigit() and int(token) < len(value):
            found = value[int(token)]
        else:
            return None
        return Node(self.documents, f"{self.pointer}/{escaped(token)}", found)

    def get(self, token):
        """Like `child`, with references followed: for what is no schema."""
        found = self.child(token)
        return found and found.followed()

    def children(self):
        """Pairs of token and node."""
        tokens = self.value if isinstance(self.value, dict) else range(len(self.value or ()))
        return [(token, self.child(token)) for token in tokens]

    def followed(self):
        node, seen = self, set()
        while isinstance(node.value, dict) and isinstance(node.value.get("$ref"), str):
            if node.pointer in seen:
                raise DocumentError(f"{node.pointer}: a reference to itself")
            seen.add(node.pointer)
            node = self.documents.at(node.value["$ref"])
        return node

    def file(self):
        return self.pointer.split("/")[1]


class Documents:
    """Every `*.yaml` of `folder` that is an OpenAPI document, and what these refer to."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.tree = {}
        self.empty = Node(self, "", None)  # what is not there has no children
        self.openapi = []
        for path in sorted(self.folder.glob("*.yaml")):
            value = self.parsed(path)
            if isinstance(value, dict) and "openapi" in value:
                if not str(value["openapi"]).startswith("3.1."):
                    raise DocumentError(f"{path.name}: OpenAPI {value['openapi']}, not 3.1")
                self.tree[path.name] = value
                self.openapi.append(path.name)
        if not self.openapi:
            raise DocumentError(f"{folder}: no OpenAPI document")
        waiting = list(self.tree)
        while waiting:
            name = waiting.pop()
            waiting += self.rewrite(name, self.tree[name])

    @staticmethod
    def parsed(path):
        try:
            return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise DocumentError(f"{path.name}: {error}") from error

    def rewrite(self, file, value):
        """Makes the references below `value` ones into the tree; the files that came by them."""
        came = []
        if isinstance(value, dict):
            target = value.get("$ref")
            if isinstance(target, str):
                name, _, fragment = target.partition("#")
                name = urllib.parse.unquote(name) or file
                if fragment and not fragment.startswith("/"):
                    raise DocumentError(f"{file}: `{target}` is not a JSON pointer")
                if name not in self.tree:
                    if not re.fullmatch(r"[\w.-]+", name):
                        raise DocumentError(f"{file}: `{target}` leads out of the folder")
                    self.tree[name] = self.parsed(self.folder / name)
                    came.append(name)
                value["$ref"] = f"#/{escaped(name)}{fragment}"
            for below in value.values():
                came += self.rewrite(file, below)
        elif isinstance(value, list):
            for below in value:
                came += self.rewrite(file, below)
        return came

    def at(self, reference):
        """The node a rewritten reference names."""
        node = Node(self, "", self.tree)
        for token in reference.removeprefix("#/").split("/"):
            token = urllib.parse.unquote(token).replace("~1", "/").replace("~0", "~")
            found = node.child(token)
            if found is None:
                raise DocumentError(f"there is nothing at {reference}")
            node = found
        return node

    def roots(self):
        return [self.at("#/" + escaped(name)) for name in self.openapi]
