"""The documents as a server on 127.0.0.1: checks every request and gives the documented answer."""
import http.server
import json
import threading

from audit import Audit
from checks import Answer, Check, Request
from documents import Documents
from members import members_below
from operations import Operations
from parameters import Malformed
from schemas import Schemas

MAX_BODY_BYTES = 64 * 1024 * 1024


class Contract:
    """What the documents ask for and what has come so far. May be used by many threads at once.

    `faults` are those of the documents; with any, nothing the server says is of use.
    """

    def __init__(self, folder):
        documents = Documents(folder)
        self.schemas = Schemas(documents)
        self.operations = Operations(documents)
        self.faults = Audit(documents, self.schemas, self.operations).wrong
        self.answers = {} if self.faults else {o.id: Answer(o) for o in self.operations.by_id.values()}
        self.lock = threading.Lock()
        self.wrong, self.calls, self.sent = [], {}, set()

    def handle(self, request):
        """Status, headers and body of the answer."""
        operation, segments = self.operations.find(request.method, request.path)
        if operation is None:
            return self.refuse(f"{request.method} {request.path}", [segments])
        check = Check(self.schemas, operation, segments, request)
        if check.wrong:
            return self.refuse(repr(operation), check.wrong)
        with self.lock:
            turn = self.calls.get(operation.id, 0)
            self.calls[operation.id] = turn + 1
            self.sent |= check.sent
        answer = self.answers[operation.id]
        headers = {name: header_text(value) for name, value in answer.headers.items()}
        picked = answer.pick(request.headers.get("accept", "*/*"), turn)
        if picked is None:
            return answer.status, headers, b""
        return answer.status, headers | {"Content-Type": picked[0]}, body_bytes(*picked)

    def refuse(self, what, reasons):
        with self.lock:
            self.wrong += [f"{what}: {reason}" for reason in reasons]
        error = {"code": "not_as_documented", "message": f"{what}: {'; '.join(reasons)}"}
        body = json.dumps({"error": error, "wrong": reasons}).encode()
        return 400, {"Content-Type": "application/json"}, body

    def never_called(self):
        return [repr(o) for o in self.operations.by_id.values() if o.id not in self.calls]

    def never_sent(self):
        """Parameters, and members of bodies, that no right request had."""
        wanted = set()
        for operation in self.operations.by_id.values():
            wanted |= {f"{operation.id}: {p.label}" for p in operation.parameters if not p.is_deprecated}
            content = operation.body and operation.body.get("content")
            for _, media in content.children() if content else ():
                if media.child("schema") is not None:
                    wanted |= members_below(media.child("schema"))
        return sorted(wanted - self.sent), len(wanted)


def header_text(value):
    return value if isinstance(value, str) else json.dumps(value)


def body_bytes(name, value):
    if name == "text/event-stream" and not isinstance(value, str):
        return f"data: {json.dumps(value)}\n\n".encode()
    if isinstance(value, str) and not name.endswith("json"):
        return value.encode()
    return json.dumps(value).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet for head and body, or the peer waits for the second

    def __getattr__(self, name):
        if name.startswith("do_"):  # any method: the documents decide
            return self.answer
        raise AttributeError(name)

    def answer(self):
        try:
            body = self.body()
        except (Malformed, ValueError) as error:
            self.close_connection = True
            self.reply(*self.server.contract.refuse(f"{self.command} {self.path}", [str(error)]))
            return
        target = self.requestline.split(" ")[1]  # as it came: `path` has lost slashes
        request = Request(self.command, target, self.headers.items(), body)
        self.reply(*self.server.contract.handle(request))

    def body(self):
        """RFC 9112 6.3."""
        coding, length = self.headers.get("Transfer-Encoding"), self.headers.get("Content-Length")
        if coding is not None:
            if coding.lower() != "chunked" or length is not None:
                raise Malformed("neither a length nor chunks alone")
            return self.chunks()
        if length is None:
            return b""
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BODY_BYTES:
            raise Malformed(f"Content-Length {length}")
        return self.exactly(int(length))

    def exactly(self, count):
        data = self.rfile.read(count)
        if len(data) != count:
            raise Malformed("the body ends early")
        return data

    def chunks(self):
        """RFC 9112 7.1, without extensions and trailers."""
        result = bytearray()
        while True:
            size = int(self.rfile.readline(20).decode("ascii").removesuffix("\r\n"), 16)
            if not 0 <= size <= MAX_BODY_BYTES - len(result):
                raise Malformed("a chunk of a wrong size")
            result += self.exactly(size)
            if self.exactly(2) != b"\r\n":
                raise Malformed("no line ends behind a chunk")
            if size == 0:
                return bytes(result)

    def reply(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):
        """What the HTTP server itself refuses is wrong as well."""
        self.close_connection = True
        self.reply(*self.server.contract.refuse(f"status {code}", [str(message)]))

    def log_message(self, *_):
        """Silent: the report comes at the end."""


class Server(http.server.ThreadingHTTPServer):
    """Serves a contract at `url` until `shutdown`."""

    daemon_threads = True

    def __init__(self, contract):
        super().__init__(("127.0.0.1", 0), Handler)
        self.contract = contract
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()
