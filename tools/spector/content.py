"""Bodies of the scenario files: JSON, text or bytes.

Must not know requests from responses.
"""
import base64
import json


def is_json_type(media_type: str) -> bool:
    essence = media_type.split(";")[0].strip().lower()
    return essence in ("application/json", "text/json") or essence.endswith("+json")


def resolved(value):
    """A value behind its matcher; what stands there is an example of what matches."""
    return value["$matcher"] if isinstance(value, dict) and "$matcher" in value else value


class Content:
    """One body: its media type, and its bytes."""

    def __init__(self, body: dict):
        self.media_type = body.get("contentType") or ""
        raw = body.get("rawContent")
        self.is_matcher = isinstance(raw, dict) and "$matcher" in raw
        raw = resolved(raw)
        if isinstance(raw, dict) and "$base64" in raw:
            self.data = base64.b64decode(raw["$base64"])
        elif isinstance(raw, str):
            self.data = raw.encode()
        else:
            self.data = b"" if raw is None else json.dumps(raw).encode()

    @property
    def is_json(self) -> bool:
        return self.is_matcher or is_json_type(self.media_type)

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", errors="replace")

    @property
    def base64(self) -> str:
        return base64.b64encode(self.data).decode()

    def value(self):
        """What the body says: of JSON its value, of anything else its text."""
        return json.loads(self.text) if self.is_json else self.text
