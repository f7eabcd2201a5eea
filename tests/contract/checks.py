"""What is wrong with a request, by the operation it is for."""
import base64
import binascii
import re

from bodies import Malformed, is_in_range, media_type, read_body
from members import members_of
from parameters import from_header, from_pairs, from_segment, pairs_of
from samples import media_values

# What any client may send without a document saying so.
FREE_HEADERS = frozenset(
    "host user-agent accept accept-encoding connection content-length content-type transfer-encoding expect".split()
)


class Request:
    """One request as it came: `headers` are pairs, `target` is path and query."""

    def __init__(self, method, target, headers, body):
        self.method, self.body = method, body
        self.path, question, self.query = target.partition("?")
        self.query = self.query if question else None
        self.headers = {}
        self.repeated = []
        for name, value in headers:
            if name.lower() in self.headers:
                self.repeated.append(name)
            self.headers[name.lower()] = value


class Check:
    """Checks one request; afterwards `wrong` says what is wrong and `sent` which parameters and members came."""

    def __init__(self, schemas, operation, segments, request):
        self.schemas, self.operation, self.segments, self.request = schemas, operation, segments, request
        self.wrong, self.sent = [], set()
        for step in (self.path, self.query, self.header, self.cookie, self.security, self.accept, self.body):
            try:
                step()
            except Malformed as error:
                self.wrong.append(str(error))

    def value(self, parameter, value):
        self.sent.add(f"{self.operation.id}: {parameter.label}")
        if parameter.schema is not None:
            found = self.schemas.wrong(parameter.schema, value)
            self.wrong += [f"{parameter.label}: {one}" for one in found]

    def missing(self, parameter):
        if parameter.is_required:
            self.wrong.append(f"{parameter.label} is missing")

    def path(self):
        if not re.fullmatch(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*", self.request.path):
            raise Malformed(f"the path `{self.request.path}` has characters that must be encoded")
        for parameter in self.operation.of("path"):
            self.value(parameter, from_segment(self.schemas, parameter, self.segments[parameter.name]))

    def query(self):
        if self.request.query == "":
            raise Malformed("a question mark without a query")
        pairs = pairs_of(self.request.query or "")
        parameters = self.operation.of("query")
        allowed = {scheme.value["name"] for scheme in self.schemes("query")}
        for name in dict.fromkeys(name for name, _ in pairs):
            if name not in allowed and not any(parameter.takes(name) for parameter in parameters):
                self.wrong.append(f"query parameter `{name}` is not documented")
        self.pairs(parameters, pairs)

    def cookie(self):
        text = self.request.headers.get("cookie")
        pairs = [tuple(one.split("=", 1)) for one in text.split("; ")] if text else []
        if any(len(pair) != 2 for pair in pairs):
            raise Malformed(f"`{text}` is no Cookie")
        parameters = self.operation.of("cookie")
        allowed = {scheme.value["name"] for scheme in self.schemes("cookie")} | {p.name for p in parameters}
        self.wrong += [f"cookie `{name}` is not documented" for name, _ in pairs if name not in allowed]
        self.pairs(parameters, pairs)

    def pairs(self, parameters, pairs):
        for parameter in parameters:
            value = from_pairs(self.schemas, parameter, pairs)
            if value is None:
                self.missing(parameter)
            else:
                self.value(parameter, value)

    def header(self):
        self.wrong += [f"header `{name}` is there twice" for name in self.request.repeated]
        parameters = self.operation.of("header")
        known = FREE_HEADERS | {parameter.name.lower() for parameter in parameters}
        known |= {scheme.value["name"].lower() for scheme in self.schemes("header")}
        known |= {"authorization"} if self.schemes(None) else set()
        known |= {"cookie"}  # its names are checked one by one
        for name in self.request.headers:
            if name not in known:
                self.wrong.append(f"header `{name}` is not documented")
        for parameter in parameters:
            text = self.request.headers.get(parameter.name.lower())
            if text is None:
                self.missing(parameter)
            else:
                self.value(parameter, from_header(self.schemas, parameter, text))

    def schemes(self, place):
        """The schemes the operation knows: API keys by where they go, the others by None."""
        every = [scheme for one in self.operation.security for scheme in one.values()]
        return [s for s in every if (s.value["in"] if s.value["type"] == "apiKey" else None) == place]

    def security(self):
        alternatives = self.operation.security
        if not any(all(self.has(scheme) for scheme in one.values()) for one in alternatives):
            names = " or ".join(" with ".join(one) for one in alternatives)
            self.wrong.append(f"no credential as documented: {names}")

    def has(self, scheme):
        value = scheme.value
        if value["type"] == "apiKey":
            if value["in"] == "header":
                return bool(self.request.headers.get(value["name"].lower()))
            if value["in"] == "query":
                return any(name == value["name"] and text for name, text in pairs_of(self.request.query or ""))
            pairs = (one.partition("=") for one in self.request.headers.get("cookie", "").split("; "))
            return any(name == value["name"] and text for name, _, text in pairs)
        name, _, token = self.request.headers.get("authorization", "").partition(" ")
        if value["type"] == "http" and value["scheme"].lower() == "basic":
            try:
                return name.lower() == "basic" and b":" in base64.b64decode(token, validate=True)
            except binascii.Error:
                return False
        wanted = value["scheme"].lower() if value["type"] == "http" else "bearer"
        return name.lower() == wanted and bool(re.fullmatch(r"[A-Za-z0-9\-._~+/]+=*", token))

    def accept(self):
        content = self.operation.answer.get("content")
        ranges = self.request.headers.get("accept", "*/*").split(",")
        if content and content.value and not any(is_in_range(n, r) for n in content.value for r in ranges):
            self.wrong.append(f"Accept has none of {', '.join(content.value)}")

    def body(self):
        body, request = self.operation.body, self.request
        content_type = request.headers.get("content-type")
        if body is None:
            if request.body or content_type:
                self.wrong.append("no body is documented, and one came")
            return
        if not request.body and not content_type:
            if body.value.get("required"):
                self.wrong.append("the body is missing")
            return
        if not content_type:
            raise Malformed("the body has no Content-Type")
        name, parameters = media_type(content_type)
        if parameters.get("charset", "utf-8").lower() != "utf-8":
            self.wrong.append(f"the body is in {parameters['charset']}")
        for key, media in body.get("content").children():
            if is_in_range(name, key):
                self.content(media, content_type)
                return
        self.wrong.append(f"Content-Type {name} is none of {', '.join(body.get('content').value)}")

    def content(self, media, content_type):
        value = read_body(self.schemas, media, content_type, self.request.body)
        schema = media.child("schema")
        if schema is None:
            return
        found = self.schemas.wrong(schema, value)
        self.wrong += [f"body: {one}" for one in found]
        if not found:
            unknown = members_of(self.schemas, schema, value, self.sent)
            self.wrong += [f"body: {one}" for one in unknown]


class Answer:
    """What the documented success of an operation is, each example in its turn."""

    def __init__(self, operation):
        self.status = operation.status
        content = operation.answer.get("content")
        self.media = [(name, media_values(media)) for name, media in content.children()] if content else []
        self.headers = {}
        headers = operation.answer.get("headers")
        for name, _ in headers.children() if headers else ():
            if name.lower() != "content-type":
                self.headers[name] = media_values(headers.get(name))[0]

    def pick(self, accept, turn):
        """The media type and value for a request that takes `accept`; None when there is no body."""
        for name, values in self.media:
            if any(is_in_range(name, one) for one in accept.split(",")):
                return name, values[turn % len(values)]
        return None
