"""Whether an outcome says what the scenario's canned response says.

Must not know how the outcome came about.
"""
import json
from decimal import Decimal

from spector.content import Content, resolved


def complaint(expected: dict, outcome: dict, operation: dict) -> str | None:
    """What is wrong with an outcome of the invoke program; nothing when all is as it must be."""
    status = expected.get("status", 200)
    if outcome["status"] != status:
        return f"status {outcome['status']} for {status}: {outcome.get('message', '')}"
    is_error = status >= 400
    if is_error != ("error" in outcome):
        return outcome.get("message") or f"{status} is no error to the client"
    if is_error:
        kind = "documented_error" if _documents(operation, status) else "unexpected_status"
        if outcome["error"] != kind:
            return f"{outcome['error']} for {kind}: {outcome['message']}"
    wrong = _header_complaint(expected.get("headers") or {}, outcome["headers"])
    return wrong or _body_complaint(expected.get("body"), outcome)


def _documents(operation: dict, status: int) -> bool:
    wanted = (str(status), f"{status // 100}XX", "DEFAULT")
    return any(each["status"].upper() in wanted for each in operation["responses"])


def _header_complaint(expected: dict, actual: list) -> str | None:
    for name, value in expected.items():
        texts = [text for key, text in actual if key.lower() == name.lower()]
        if str(resolved(value)) not in texts:
            return f"header {name}: {texts} for {value!r}"
    return None


def _body_complaint(expected: dict | None, outcome: dict) -> str | None:
    if "error" in outcome:
        if expected is None:
            return None
        content = Content(expected)
        actual = outcome["raw_body"]
        return _difference(content.value(), json.loads(actual) if content.is_json else actual)
    if expected is None:
        return f"a body {_short(outcome['body'])} for none" if "body" in outcome else None
    if "body" not in outcome:
        return "no body"
    content = Content(expected)
    body = outcome["body"]
    if isinstance(body, list) and not content.is_json:
        return _difference(_items(content), body)
    if isinstance(body, str) and not content.is_matcher and body == content.base64:
        return None
    return _difference(content.value(), body)


def _items(content: Content) -> list:
    """A stream as the list of what it brings: JSON lines, or the data of events."""
    if "event-stream" not in content.media_type:
        return [_read(line) for line in content.text.splitlines() if line.strip()]
    data = []
    for event in content.text.replace("\r\n", "\n").split("\n\n"):
        lines = [line[5:].removeprefix(" ") for line in event.split("\n")
                 if line.startswith("data:")]
        if lines:
            data.append(_read("\n".join(lines)))
    return data


def _read(text: str):
    try:
        return json.loads(text)
    except ValueError:
        return text


def _difference(expected, actual, path: str = "$") -> str | None:
    """The first place where two JSON values differ; numbers by value, absent is not null."""
    if _is_number(expected) and _is_number(actual):
        same = Decimal(str(expected)) == Decimal(str(actual)) or float(expected) == float(actual)
        return None if same else f"{path}: {actual} for {expected}"
    if type(expected) is not type(actual):
        return f"{path}: {_short(actual)} for {_short(expected)}"
    if isinstance(expected, dict):
        for name in expected:
            if name not in actual:
                return f"{path}.{name} is absent"
        for name in actual:
            if name not in expected:
                return f"{path}.{name} was not answered"
            wrong = _difference(expected[name], actual[name], f"{path}.{name}")
            if wrong:
                return wrong
        return None
    if isinstance(expected, list):
        if len(expected) != len(actual):
            return f"{path}: {len(actual)} items for {len(expected)}"
        for index, (left, right) in enumerate(zip(expected, actual)):
            wrong = _difference(left, right, f"{path}[{index}]")
            if wrong:
                return wrong
        return None
    return None if expected == actual else f"{path}: {_short(actual)} for {_short(expected)}"


def _is_number(value) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _short(value) -> str:
    text = json.dumps(value)
    return text if len(text) <= 80 else text[:77] + "..."
