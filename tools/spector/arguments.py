"""What to give the client so that it sends the request a scenario wants.

Must not send anything, nor know a scenario by its name.
"""
import base64
import dataclasses
import json
import re
import urllib.parse

from spector.content import Content, is_json_type, resolved
from spector.shapes import Shapes
from spector.suite import Call
from spector.wire import Inverter


class Underivable(Exception):
    """The request is none that the document's operation could send."""


@dataclasses.dataclass
class Invocation:
    operation: str
    arguments: dict
    base_url: str
    headers: dict[str, str]  # those that no member of the request stands for
    environment: dict[str, str]  # credentials


class Deriver:
    """Of one document, as `bindery describe` has it."""

    def __init__(self, description: dict):
        self._description = description
        self._shapes = Shapes(description)
        self._inverter = Inverter(self._shapes)
        self._operations = {(each["method"].lower(), each["path"]): each
                            for each in description["operations"]}

    def operation(self, call: Call) -> dict:
        found = self._operations.get((call.place.method.lower(), call.place.path))
        if found is None:
            raise Underivable(f"the client has no {call.place.method.upper()} {call.place.path}")
        return found

    def derive(self, call: Call, origin: str) -> Invocation:
        operation = self.operation(call)
        invocation = Invocation(operation["id"], {}, "", {}, {})
        path, _, query_text = call.uri.partition("?")
        self._take_path(operation, path, origin, invocation)
        self._take_query(operation, call, query_text, invocation)
        headers = {name.lower(): str(resolved(value))
                   for name, value in (call.request.get("headers") or {}).items()}
        self._take_headers(operation, headers, invocation)
        self._take_body(operation, call, invocation)
        self._fill_up(operation, invocation)
        return invocation

    def _fill_up(self, operation: dict, invocation: Invocation) -> None:
        """What is required and leaves no choice: the scenario does not look at it."""
        for parameter in operation["parameters"]:
            only = self._shapes.only_value(parameter["shape"])
            if parameter["required"] and parameter["name"] not in invocation.arguments and only:
                invocation.arguments[parameter["name"]] = only[0]
        body = operation.get("body")
        if body and body["required"] and "body" not in invocation.arguments:
            shape = body["contents"][0].get("shape")
            if shape and self._shapes.may_be_empty(shape):
                invocation.arguments["body"] = {}

    def _take_path(self, operation: dict, path: str, origin: str, invocation: Invocation) -> None:
        servers = operation.get("servers") or self._description["servers"] or [{"url": ""}]
        parameters = {each["wire_name"]: each for each in operation["parameters"]
                      if each["in"] == "path"}
        for server in servers:
            match, names = _match(server["url"], operation["path"], path)
            if match is None:
                continue
            invocation.base_url = origin + match.group("base")
            for index, name in enumerate(names):
                if name in parameters:
                    parameter = parameters[name]
                    invocation.arguments[parameter["name"]] = self._inverter.path(
                        parameter, match.group(f"p{index}"))
            return
        raise Underivable(f"{path} is no {servers[0]['url']}{operation['path']}")

    def _take_query(self, operation: dict, call: Call, text: str, invocation: Invocation) -> None:
        query: dict[str, list[str]] = urllib.parse.parse_qs(text, keep_blank_values=True)
        for name, value in (call.request.get("query") or {}).items():
            values = value if isinstance(value, list) else [value]
            query[name] = [_text(resolved(each)) for each in values]
        claimed: set[str] = {each["parameter"] for each in self._description["credentials"]
                             if each.get("in") == "query" and each["parameter"] in query}
        self._take_credentials(operation, "query", {n: v[-1] for n, v in query.items()}, invocation)
        parameters = [each for each in operation["parameters"] if each["in"] == "query"]
        # Those that take any name come last.
        parameters.sort(key=lambda each: self._shapes.is_object(each["shape"]))
        for parameter in parameters:
            if parameter.get("content_type"):
                if parameter["wire_name"] in query:
                    claimed.add(parameter["wire_name"])
                    invocation.arguments[parameter["name"]] = json.loads(
                        query[parameter["wire_name"]][-1])
                continue
            value = self._inverter.query(parameter, query, claimed)
            if value is not None:
                invocation.arguments[parameter["name"]] = value
        unknown = sorted(set(query) - claimed)
        if unknown:
            raise Underivable("no member stands for the query parameter " + ", ".join(unknown))

    def _take_headers(self, operation: dict, headers: dict, invocation: Invocation) -> None:
        claimed = self._take_credentials(operation, "header", headers, invocation)
        for parameter in operation["parameters"]:
            name = parameter["wire_name"].lower()
            if parameter["in"] == "header" and name in headers:
                claimed.add(name)
                value = headers[name]
                invocation.arguments[parameter["name"]] = (
                    json.loads(value) if parameter.get("content_type")
                    else self._inverter.header(parameter, value))
        cookies = dict(part.strip().partition("=")[::2]
                       for part in headers.get("cookie", "").split(";") if part.strip())
        if cookies:
            claimed.add("cookie")
            self._take_credentials(operation, "cookie", cookies, invocation)
            for parameter in operation["parameters"]:
                if parameter["in"] == "cookie" and parameter["wire_name"] in cookies:
                    texts = {parameter["wire_name"]: [cookies[parameter["wire_name"]]]}
                    invocation.arguments[parameter["name"]] = self._inverter.query(
                        parameter, texts, set())
        # The client itself says what its body is.
        invocation.headers = {name: value for name, value in headers.items()
                              if name not in claimed and name != "content-type"}

    def _take_credentials(self, operation: dict, place: str, given: dict,
                          invocation: Invocation) -> set[str]:
        wanted = {scheme for alternative in operation["security"] for scheme in alternative}
        claimed = set()
        for credential in self._description["credentials"]:
            if credential["scheme"] not in wanted or credential.get("in") != place:
                continue
            name = credential["parameter"].lower() if place == "header" else credential["parameter"]
            if name not in given:
                continue
            value = given[name]
            scheme = credential.get("http_scheme")
            if scheme:
                if not value.lower().startswith(scheme.lower() + " "):
                    continue
                value = value[len(scheme) + 1:]
            claimed.add(name)
            texts = [value]
            if credential["kind"] == "http_basic":
                texts = base64.b64decode(value).decode().split(":", 1)
            invocation.environment.update(zip(credential["environment"], texts))
        return claimed

    def _take_body(self, operation: dict, call: Call, invocation: Invocation) -> None:
        body = call.request.get("body")
        if body is None:
            return
        if "body" not in operation:
            raise Underivable("the operation has no body")
        content = _chosen(operation["body"]["contents"], body.get("contentType") or "", call)
        if "shape" not in content:
            raise Underivable(f"the client does not send {content['media_type']}")
        shape = content["shape"]
        if body.get("kind") == "multipart":
            invocation.arguments["body"] = self._parts(shape, body)
            return
        given = Content(body)
        kind = self._shapes.plain(shape)["kind"]
        if kind == "file":
            invocation.arguments["body"] = {"content_type": given.media_type,
                                            "content": given.base64}
        elif content["media_type"] == "application/x-www-form-urlencoded":
            invocation.arguments["body"] = self._form(shape, given.text)
        elif is_json_type(content["media_type"]) and given.is_json:
            invocation.arguments["body"] = given.value()
        elif kind == "array":
            invocation.arguments["body"] = [json.loads(line) for line in given.text.splitlines()
                                            if line.strip()]
        else:
            value = given.value()
            invocation.arguments["body"] = value if isinstance(value, str) else given.text

    def _form(self, shape: dict, text: str) -> dict:
        query = urllib.parse.parse_qs(text, keep_blank_values=True)
        whole = {"shape": shape, "wire_name": "", "style": "form", "explode": True}
        return self._inverter.query(whole, query, set()) or {}

    def _parts(self, shape: dict, body: dict) -> dict:
        parts = {name: self._shapes.converted(self._shapes.member(shape, name), value)
                 for name, value in (body.get("parts") or {}).items()}
        for file in body.get("files") or []:
            name = file["fieldname"]
            member = self._shapes.member(shape, name)
            is_list = self._shapes.is_array(member)
            value = self._file(self._shapes.item(member, 0) if is_list else member, file)
            if is_list:
                parts.setdefault(name, []).append(value)
            else:
                parts[name] = value
        return parts

    def _file(self, shape: dict, file: dict):
        content = Content({"rawContent": file["buffer"]})
        kind = self._shapes.plain(shape)["kind"]
        if kind == "file":
            return {"filename": file["originalname"], "content_type": file["mimetype"],
                    "content": content.base64}
        return content.base64 if kind in ("base64", "bytes") else content.text


def _text(value) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _match(server: str, template: str, path: str):
    """Where a path is one of this server and template: `base` and `p0`, `p1`... of its names."""
    base = re.sub(r"^https?://[^/{]*", "", server)
    pattern = "".join(".*?" if part.startswith("{") else re.escape(part)
                      for part in re.split(r"(\{[^}]*\})", base.rstrip("/")))
    names: list[str] = []
    rest = ""
    for part in re.split(r"(\{[^}]*\})", template):
        if part.startswith("{"):
            rest += f"(?P<p{len(names)}>.*)"
            names.append(part[1:-1])
        else:
            rest += re.escape(part)
    # A path of a slash alone adds none to the server's.
    rest = rest if template != "/" else "/?"
    return re.fullmatch(f"(?P<base>{pattern}){rest}", path), names


def _chosen(contents: list[dict], media_type: str, call: Call) -> dict:
    """The content a body is sent as: by its own type, by the request's header, or the first."""
    header = next((str(resolved(value)) for name, value in
                   (call.request.get("headers") or {}).items()
                   if name.lower() == "content-type"), "")
    for wanted in (header, media_type):
        for content in contents:
            if wanted and content["media_type"] == wanted.split(";")[0].strip().lower():
                return content
    return contents[0]
