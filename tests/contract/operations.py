"""The operations of the documents, and which of them a request is for."""
import re
import urllib.parse

from documents import DocumentError
from parameters import Parameter

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IGNORED_HEADERS = ("accept", "content-type", "authorization")  # OAS 3.1 4.8.12.2: described elsewhere


class Operation:
    def __init__(self, template, item, method, node, root):
        self.node, self.method, self.template = node, method.upper(), template
        self.id = node.value.get("operationId")
        if not self.id:
            raise DocumentError(f"{node}: no operationId")
        self.parameters = list(self.read_parameters(item))
        self.body = node.get("requestBody")
        self.security = self.read_security(root)
        servers = node.child("servers") or item.child("servers") or root.child("servers")
        first = servers.children()[0][1].value["url"] if servers else "/"
        self.base = urllib.parse.urlsplit(first).path.rstrip("/")
        self.status, self.answer = self.read_answer()

    def __repr__(self):
        return f"{self.id} ({self.method} {self.template})"

    def read_parameters(self, item):
        found = {}
        for owner in (item, self.node):
            for _, below in (owner.child("parameters") or owner.documents.empty).children():
                parameter = Parameter(below.followed())
                found[(parameter.place, parameter.name)] = parameter
        in_path = {name for place, name in found if place == "path"}
        if in_path != set(re.findall(r"\{([^}]*)\}", self.template)):
            raise DocumentError(f"{self.node}: its path parameters are not those of its path")
        for (place, name), parameter in found.items():
            if place == "path" and not parameter.is_required:
                raise DocumentError(f"{self.node}: path parameter {name} is not required")
            if place != "header" or name.lower() not in IGNORED_HEADERS:
                yield parameter

    def read_security(self, root):
        """Alternatives of schemes that go together; a scheme is a node."""
        owner = self.node if "security" in self.node.value else root
        requirements = owner.value.get("security", [])
        return [{name: self.scheme(root, name) for name in one} for one in requirements] or [{}]

    def scheme(self, root, name):
        for document in (root, *self.node.documents.roots()):
            schemes = (document.child("components") or document.documents.empty).child("securitySchemes")
            found = schemes and schemes.get(name)
            if found:
                return found
        raise DocumentError(f"{self.node}: there is no security scheme {name}")

    def read_answer(self):
        """Status and node of the documented success."""
        responses = self.node.child("responses")
        for key in sorted(responses.value if responses else ()):
            if key.startswith("2"):
                return int(key.upper().replace("X", "0")), responses.get(key)
        if responses and "default" in responses.value:
            return 200, responses.get("default")
        raise DocumentError(f"{self.node}: no success is documented")

    def of(self, place):
        return [parameter for parameter in self.parameters if parameter.place == place]


class Template:
    """A path template with the operations below it."""

    def __init__(self, text, base):
        self.text = text
        self.operations = {}
        segments = [re.split(r"\{([^}]*)\}", s) for s in (base + text).split("/")]
        pattern = "/".join(
            "".join("([^/]+)" if i % 2 else re.escape(piece) for i, piece in enumerate(pieces)) for pieces in segments
        )
        self.pattern = re.compile(pattern)
        self.names = re.findall(r"\{([^}]*)\}", text)
        # Sorts literal segments before parameters, from the left (OAS 3.1 4.8.8.2).
        self.rank = [0 if len(p) == 1 else 1 if any(p[0::2]) else 2 for p in segments]


class Operations:
    """All operations of the documents; `wrong` are the reasons why some cannot be used."""

    def __init__(self, documents):
        self.by_id, self.wrong, templates = {}, [], {}
        for root in documents.roots():
            for path, item in (root.child("paths") or documents.empty).children():
                item = item.followed()
                for method in METHODS:
                    if item.child(method) is None:
                        continue
                    try:
                        operation = Operation(path, item, method, item.child(method), root)
                        self.add(operation, templates)
                    except DocumentError as error:
                        self.wrong.append(str(error))
        self.templates = sorted(templates.values(), key=lambda t: t.rank)

    def add(self, operation, templates):
        if operation.id in self.by_id:
            raise DocumentError(f"{operation}: its operationId is there twice")
        template = templates.setdefault(
            (operation.base, operation.template), Template(operation.template, operation.base)
        )
        if operation.method in template.operations:
            raise DocumentError(f"{operation}: is there twice")
        self.by_id[operation.id] = template.operations[operation.method] = operation

    def find(self, method, path):
        """The operation and the texts of its path parameters; or None and why there is none."""
        for template in self.templates:
            match = template.pattern.fullmatch(path)
            if match:
                if method not in template.operations:
                    return None, f"{template.text} has no {method}"
                return template.operations[method], dict(zip(template.names, match.groups()))
        return None, f"no path is like {path}"
