"""Sends right and wrong requests to a server of documents/ and expects it to tell them apart."""
import http.client
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True  # sources stay as they are

from schemas import formats  # noqa: E402
from server import Contract, Server  # noqa: E402

KEY = {"X-Key": "k"}
JSON = KEY | {"Content-Type": "application/json"}
FORM = KEY | {"Content-Type": "multipart/form-data; boundary=b"}
TOM = {"name": "Tom", "kind": "cat"}


def part(name, content, filename=None, media=None):
    head = f'Content-Disposition: form-data; name="{name}"'
    head += f'; filename="{filename}"' if filename else ""
    head += f"\r\nContent-Type: {media}" if media else ""
    return f"--b\r\n{head}\r\n\r\n{content}\r\n"


FILE = part("file", "\x00\r\n--", "a.png", "image/png")


class OverHttp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.contract = Contract(HERE / "documents")
        assert not cls.contract.faults, cls.contract.faults
        cls.server = Server(cls.contract)
        cls.server.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.server.__exit__()

    def setUp(self):
        self.contract.wrong.clear()

    def call(self, method, target, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=30)
        self.addCleanup(connection.close)
        connection.putrequest(method, "/api" + target, skip_accept_encoding=True)
        for name, value in (KEY if headers is None else headers).items():
            connection.putheader(name, value)
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        if body is not None:
            connection.putheader("Content-Length", str(len(body.encode("latin-1"))))
        connection.endheaders(None if body is None else body.encode("latin-1"))
        response = connection.getresponse()
        return response, response.read()

    def right(self, *call, **named):
        response, body = self.call(*call, **named)
        self.assertLess(response.status, 300, body)
        self.assertEqual(self.contract.wrong, [])
        return response, body and json.loads(body)

    def wrong(self, reason, *call, **named):
        response, body = self.call(*call, **named)
        self.assertEqual(response.status, 400)
        self.assertIn(reason, "\n".join(json.loads(body)["wrong"]))
        self.assertIn(reason, "\n".join(self.contract.wrong))


class Parameters(OverHttp):
    def test_takes_what_is_documented(self):
        for query in (
            "sold=true",
            "sold=false&limit=100",
            "sold=true&tags=a,b%2Cc",
            "sold=true&kind=cat&kind=no",
            "sold=true&where%5Bage%5D=3",
        ):
            self.right("GET", f"/pets?{query}")
        self.right("GET", "/pets?sold=true", headers=KEY | {"X-Trace": "0af"})
        self.right("GET", "/pets/12")

    def test_refuses_the_rest(self):
        for query, reason in {
            "": "`sold` is missing",
            "?": "without a query",
            "?sold=true&limt=3": "`limt` is not documented",
            "?sold=True": "'True' is not of type 'boolean'",
            "?sold=true&limit=ten": "'ten' is not of type 'integer'",
            "?sold=true&limit=101": "maximum of 100",
            "?sold=true&limit=1&limit=2": "`limit` is there twice",
            "?sold=true&tags=a&tags=b": "`tags` is there twice",
            "?sold=true&kind=cow": "'cow' is not one of",
            "?sold=true&kind=cat,dog": "'cat,dog' is not one of",
            "?sold=true&where=3": "`where` is not documented",
            "?sold=true&where%5Bage%5D=old": "'old' is not of type 'integer'",
            "?sold=true&tags=a+b": "bare plus",
            "?sold=true&tags=%zz": "must be encoded",
            "?sold=true&tags=%ff": "not UTF-8",
        }.items():
            with self.subTest(query):
                self.wrong(reason, "GET", "/pets" + query)

    def test_takes_every_style(self):
        for target in (
            "/shelves/.abc/;places=1;places=2",
            "/shelves/.abc/;places=1?words=a%20b&colors=a%7Cb&width=3&filter=%7B%22a%22%3A1%7D",
        ):
            self.right("GET", target)
        self.right("GET", "/shelves/.a/;places=1", headers=KEY | {"Cookie": "seen=3", "X-Ids": "1, 2,3"})

    def test_refuses_other_styles(self):
        shelf = "/shelves/.a/;places=1"
        for target, reason in {
            "/shelves/a/;places=1": "does not begin with a dot",
            "/shelves/.abcd/;places=1": "'abcd' is too long",
            "/shelves/.a/places=1": "does not begin with ;places=",
            "/shelves/.a/;places=1,2": "'1,2' is not of type 'integer'",
            shelf + "?words=a%20b%20c": "is too long",
            shelf + "?words=a&words=b": "`words` is there twice",
            shelf + "?colors=a%7Cb%7Cc": "is too long",
            shelf + "?size=width": "`size` is not documented",
            shelf + "?width=wide": "'wide' is not of type 'integer'",
            shelf + "?filter=%7B%7D": "'a' is a required property",
            shelf + "?filter=a": "no JSON",
            shelf + "?words": "is no name and value",
            "/shelves/.%zz/;places=1": "must be encoded",
            "/shelves/.a%/;places=1": "must be encoded",
        }.items():
            with self.subTest(target):
                self.wrong(reason, "GET", target)
        for headers, reason in (
            ({"Cookie": "seen=yes"}, "'yes' is not of type 'integer'"),
            ({"Cookie": "seen=1; other=2"}, "cookie `other` is not documented"),
            ({"Cookie": "seen"}, "is no Cookie"),
            ({"X-Ids": "1,a"}, "'a' is not of type 'integer'"),
        ):
            with self.subTest(headers):
                self.wrong(reason, "GET", shelf, headers=KEY | headers)

    def test_refuses_paths_and_methods(self):
        self.wrong("'tom' is not of type 'integer'", "GET", "/pets/tom")
        self.wrong("no path is like /api/pests", "GET", "/pests")
        self.wrong("no path is like /api/pets/", "GET", "/pets/")
        self.wrong("/pets/{id} has no DELETE", "DELETE", "/pets/1")

    def test_literal_segments_win(self):
        before = self.contract.calls.get("getMine", 0)
        self.right("GET", "/pets/mine", headers={})
        self.assertEqual(self.contract.calls["getMine"], before + 1)

    def test_checks_headers_and_credentials(self):
        self.right("GET", "/pets/1", headers={"Authorization": "Bearer abc"})
        self.wrong("no credential as documented: Key or Token", "GET", "/pets/1", headers={})
        self.wrong("no credential", "GET", "/pets/1", headers={"X-Key": ""})
        self.wrong("no credential", "GET", "/pets/1", headers={"Authorization": "Basic abc"})
        self.wrong("`x-key` is not documented", "GET", "/pets/mine")
        self.wrong("`x-other` is not documented", "GET", "/pets/1", headers=KEY | {"X-Other": "1"})
        self.wrong("`x-key` is there twice", "GET", "/pets/1", headers=KEY | {"x-key": "k"})
        self.wrong("does not match", "GET", "/pets?sold=true", headers=KEY | {"X-Trace": "xyz"})
        self.wrong("Accept has none of", "GET", "/pets?sold=true", headers=KEY | {"Accept": "text/csv"})


class Bodies(OverHttp):
    def test_takes_what_is_documented(self):
        home = {"type": "boat", "born": "2020-02-29"}
        self.right("POST", "/pets", headers=JSON, body=TOM | {"parent": TOM | {"parent": None}, "home": home})
        headers = KEY | {"Content-Type": "Application/JSON; charset=UTF-8"}
        self.right("POST", "/pets", headers=headers, body=TOM)

    def test_refuses_the_rest(self):
        for body, reason in (
            ({"name": "Tom"}, "'kind' is a required property"),
            (TOM | {"age": 3}, "'age' was unexpected"),
            (TOM | {"name": 3}, "$.name: 3 is not of type 'string'"),
            (TOM | {"parent": TOM | {"name": ""}}, "$.parent.name"),
            (TOM | {"home": {"type": "boat", "born": "2021-02-29"}}, "'2021-02-29' is not a 'date'"),
            (TOM | {"home": {"type": "house", "romms": 2}}, "$.home.romms: no schema names this member"),
            (TOM | {"home": {"type": "tent"}}, "fits no alternative"),
            ("{", "no JSON"),
            ('{"name": "Tom", "kind": "cat", "kind": "dog"}', "a member twice"),
            ('{"name": NaN}', "NaN is no JSON"),
            ("\xff", "not UTF-8"),
        ):
            with self.subTest(body):
                self.wrong(reason, "POST", "/pets", headers=JSON, body=body)

    def test_checks_whether_there_is_one(self):
        self.wrong("the body is missing", "POST", "/pets")
        self.wrong("no JSON", "POST", "/pets", headers=JSON)
        self.wrong("has no Content-Type", "POST", "/pets", body=TOM)
        self.wrong("text/json is none of", "POST", "/pets", headers=KEY | {"Content-Type": "text/json"}, body=TOM)
        self.wrong("the body is in latin1", "POST", "/pets", body=TOM,
                   headers=KEY | {"Content-Type": "application/json; charset=latin1"})
        self.wrong("no body is documented", "GET", "/pets/1", headers=JSON, body={})

    def test_reads_forms_and_text(self):
        form = KEY | {"Content-Type": "application/x-www-form-urlencoded"}
        self.right("POST", "/orders", headers=form, body="count=3&names=a+b&names=c%20d")
        self.right("POST", "/orders", headers=KEY | {"Content-Type": "text/plain"}, body="abc")
        self.right("POST", "/orders")
        self.wrong("'three' is not of type 'integer'", "POST", "/orders", headers=form, body="count=three")
        self.wrong("`cuont` is no member of the form", "POST", "/orders", headers=form, body="cuont=3")
        self.wrong("`count` is there twice", "POST", "/orders", headers=form, body="count=3&count=4")
        self.wrong("is too long", "POST", "/orders", headers=KEY | {"Content-Type": "text/plain"}, body="abcd")
        for junk in ("text", "text/plain;", "text/plain; a", 'text/plain; a="b'):
            self.wrong("is no media type", "POST", "/orders", headers=KEY | {"Content-Type": junk}, body="abc")

    def test_reads_chunks(self):
        headers = JSON | {"Transfer-Encoding": "chunked"}
        text = json.dumps(TOM)
        self.right("POST", "/pets", headers=headers, chunks=f"{len(text):x}\r\n{text}\r\n0\r\n\r\n")
        self.wrong("a chunk of a wrong size", "POST", "/pets", headers=headers, chunks="-1\r\n")
        self.wrong("invalid literal", "POST", "/pets", headers=headers, chunks="x\r\n")
        self.wrong("neither a length nor chunks", "POST", "/pets", chunks="", headers=headers | {"Content-Length": "1"})
        self.wrong("Content-Length 1x", "POST", "/pets", headers=JSON | {"Content-Length": "1x"}, chunks="")
        self.wrong("no line ends", "POST", "/pets", headers=headers, chunks=f"3\r\n{text}\r\n0\r\n\r\n")

    def call(self, *call, chunks=None, **named):
        if chunks is None:
            return super().call(*call, **named)
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=30)
        self.addCleanup(connection.close)
        connection.request(call[0], "/api" + call[1], chunks, named["headers"])
        response = connection.getresponse()
        return response, response.read()

    def test_takes_form_data(self):
        size = part("size", '{"width": 3}', media="application/json")
        tags = part("tags", "a") + part("tags", "b", media="text/plain; charset=utf-8")
        raw = part("raw", "x", "r", "image/gif")
        for body in (FILE, FILE + part("note", "hello"), FILE + size, FILE + tags + raw):
            self.right("PUT", "/pets/1/photo", headers=FORM, body=body + "--b--\r\n")

    def test_refuses_other_form_data(self):
        for body, reason in (
            (FILE + FILE, "`file` is there twice"),
            (part("note", "hello"), "'file' is a required property"),
            (part("file", "x"), "the file `file` has no name"),
            (FILE + part("note", "longer"), "'longer' is too long"),
            (FILE + part("other", "x"), "`other` is no part"),
            (FILE + part("size", '{"width": "3"}', media="application/json"), "$.size.width"),
            (FILE + part("size", "width=3"), "which is not how its schema is sent"),
            (FILE + 3 * part("tags", "a"), "is too long"),
            (FILE + part("raw", "x", "r", "video/mpeg"), "documented is image/*, video/mp4"),
            (FILE.replace("; filename", ";; filename"), "is no disposition"),
            (FILE.replace("Content-Type", "Content Type"), "is no header of a part"),
            (FILE.replace("Content-Type", "X-Type"), "RFC 7578 4.8 does not know: x-type"),
            ("--b\r\nContent-Type: a/b\r\n", "no blank line"),
            (FILE.replace("--b", "--b "), "stands behind a boundary"),
            ("preamble\r\n" + FILE, "does not begin and end"),
        ):
            with self.subTest(body):
                self.wrong(reason, "PUT", "/pets/1/photo", headers=FORM, body=body + "--b--\r\n")
        self.wrong("does not begin and end", "PUT", "/pets/1/photo", headers=FORM, body=FILE + "--b")
        for boundary in ("", "; boundary=", '; boundary="b "', "; boundary=" + 71 * "b"):
            headers = KEY | {"Content-Type": "multipart/form-data" + boundary}
            self.wrong("boundary" if boundary != "; boundary=" else "no media type", "PUT", "/pets/1/photo",
                       headers=headers, body=FILE)


class Formats(unittest.TestCase):
    def test_are_told_apart(self):
        for name, right, wrong in (
            ("date-time", "2026-02-28T23:59:59.5Z 2026-01-01T00:00:00+02:00", "2026-02-29T00:00:00Z 2026-01-01 x"),
            ("date", "2024-02-29", "2023-02-29 2023-2-1 20230201"),
            ("uri", "https://example.com/a?b=%20 urn:a:b", "/a example.com https://a/{b}"),
            ("email", "a@b", "a a@ @b"),
            ("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567e89b12d3a456426614174000 x"),
            ("byte", "YWJj YQ==", "YQ Y_-= !"),
        ):
            for texts, expected in ((right, True), (wrong, False)):
                for text in texts.split():
                    with self.subTest(f"{name} {text}"):
                        self.assertEqual(formats.conforms(text, name), expected)
        for name, bits in (("int32", 31), ("int64", 63)):
            for number, expected in ((2**bits - 1, True), (-(2**bits), True), (2**bits, False), (-(2**bits) - 1, False)):
                self.assertEqual(formats.conforms(number, name), expected)
            self.assertTrue(formats.conforms("text", name))


class Answers(OverHttp):
    def test_come_in_turn_with_their_headers(self):
        self.contract.calls.pop("listPets", None)
        response, pets = self.right("GET", "/pets?sold=true")
        self.assertEqual(pets, [TOM])
        self.assertEqual(response.getheader("X-Total"), "2")
        self.assertEqual(self.right("GET", "/pets?sold=true")[1], [])
        self.assertEqual(self.right("GET", "/pets?sold=true")[1], [TOM])

    def test_are_made_from_the_schema_without_an_example(self):
        response, pet = self.right("POST", "/pets", headers=JSON, body=TOM)
        self.assertEqual(response.status, 201)
        self.assertEqual(pet["kind"], "cat")

    def test_may_be_nothing(self):
        response, body = self.right("GET", "/pets/1")
        self.assertEqual((response.status, body), (204, b""))


class Driver(unittest.TestCase):
    def run_driver(self, *arguments, change=()):
        """Exit status and output, for the documents with `change`, pairs of texts, made in them."""
        with tempfile.TemporaryDirectory() as folder:
            for path in (HERE / "documents").iterdir():
                text = path.read_text()
                for old, new in change:
                    text = text.replace(old, new)
                pathlib.Path(folder, path.name).write_text(text)
            command = [sys.executable, HERE / "contract.py", folder, *arguments]
            result = subprocess.run(command, capture_output=True, text=True, check=False)
        return result.returncode, result.stdout + result.stderr

    def program(self, text):
        return ("--", sys.executable, "-c", "import os, urllib.request as u\nurl = os.environ['CONTRACT_URL']\n" + text)

    def test_names_what_was_never_called(self):
        call = "u.urlopen(u.Request(url + '/api/pets?sold=true', headers={'X-Key': 'k'}))"
        status, output = self.run_driver(*self.program(call))
        self.assertEqual(status, 1)
        self.assertIn("  addPet (POST /pets)\n", output)
        self.assertNotIn("listPets", output)
        self.assertIn("1 right requests to 1 of 7 operations", output)

    def test_names_what_was_never_sent(self):
        calls = """
def call(method, target, body=None, media="application/json"):
    headers = {} if target == "/pets/mine" else {"X-Key": "k"}
    headers |= {"Content-Type": media} if body else {}
    u.urlopen(u.Request(url + "/api" + target, body, headers, method=method))
call("GET", "/pets?sold=true&limit=3")
call("GET", "/pets/mine")
call("GET", "/pets/3")
call("PUT", "/pets/3/photo")
call("GET", "/shelves/.a/;places=1")
call("POST", "/orders")
call("POST", "/pets", b'{"name": "Tom", "kind": "cat", "home": {"type": "boat"}}')
"""
        self.assertEqual(self.run_driver(*self.program(calls))[0], 0)
        status, output = self.run_driver("--members", *self.program(calls))
        self.assertEqual(status, 1)
        for missing in (
            "listPets: query parameter `tags`",
            "listPets: header parameter `X-Trace`",
            "/parts.yaml/components/schemas/Pet/properties/parent",
            "/parts.yaml/components/schemas/House/properties/type",
            "/shop.yaml/paths/~1pets~1{id}~1photo/put/requestBody/content/multipart~1form-data/schema/properties/file",
        ):
            self.assertIn(f"  {missing}\n", output)
        for sent in ("`limit`", "properties/home", "Boat/properties/type", "getPet"):
            self.assertNotIn(sent, output)

    def test_fails_with_the_program_and_with_a_wrong_request(self):
        status, output = self.run_driver(*self.program("raise SystemExit(3)"))
        self.assertEqual(status, 1)
        self.assertIn(" with 3\n", output)
        status, output = self.run_driver(*self.program("u.urlopen(url)"))
        self.assertEqual(status, 1)
        self.assertIn("no path is like", output)

    def test_finds_faults_of_documents(self):
        self.assertEqual(self.run_driver(), (0, "7 operations, no fault\n"))
        for old, new, fault in (
            ("kind: cat}", "kind: cow}", "$[0].kind: 'cow' is not one of"),
            ("operationId: getPet", "operationId: getMine", "its operationId is there twice"),
            ("schemas/Kind'", "schemas/Kin'", "there is nothing at #/parts.yaml/components/schemas/Kin"),
            ("minLength", "minLenght", "`minLenght` is no keyword"),
            ("maxLength: 5", "maxLength: x", "'x' is not of type 'integer'"),
            ("name: id, in: path", "name: ids, in: path", "not those of its path"),
            ("- Key: []", "- Kay: []", "no security scheme Kay"),
            ("operationId: getPet\n", "x-id: getPet\n", "no operationId"),
            ("in: path, required: true", "in: path", "id is not required"),
            ("'201'", "'401'", "no success is documented"),
            ("required: [width]", "required: [depth]", "`depth` is required and has no schema"),
            ("examples: [2]", "examples: [two]", "'two' is not of type 'integer'"),
            ("name: {type: string, minLength: 1}", "name: {type: string, pattern: '^a$'}", "does not match"),
            ("  /pets:", "  /pets:\n  /pets:", "`/pets` is there twice"),
        ):
            with self.subTest(new):
                status, output = self.run_driver(change=[(old, new)])
                self.assertEqual(status, 1, output)
                self.assertIn(fault, output)
                self.assertNotIn("Traceback", output)


if __name__ == "__main__":
    unittest.main()
