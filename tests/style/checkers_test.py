"""Plants mistakes in small trees and expects tools/check_layers.py and check_style.py to name them."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).parents[2] / "tools"


def run(tool, files):
    """The exit status and the lines that `tool` prints for a tree of these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        result = subprocess.run(
            [sys.executable, TOOLS / tool, folder], capture_output=True, text=True, check=False
        )
        return result.returncode, result.stdout.splitlines()


class Layers(unittest.TestCase):
    def complaint(self, path, include):
        status, lines = run("check_layers.py", {path: f"#pragma once\n\n#include {include}\n"})
        if status == 0:
            return None
        self.assertEqual(len(lines), 1)
        self.assertTrue(lines[0].startswith(f"{path}:3: "), lines[0])
        return lines[0]

    def test_allows_what_the_table_allows(self):
        for path, include in {
            "generator/spec/a.cpp": '"document/node.hpp"',
            "generator/model/a.cpp": '"document/pointer.hpp"',
            "generator/cpp/a.cpp": '"render/shape.hpp"',
            "generator/cli/a.cpp": '"cpp/plan.hpp"',
            "generator/document/yaml_reader.cpp": "<yaml-cpp/parser.h>",
            "generator/source/a.hpp": "<string_view>",
            "templates/runtime/bindery/a.hpp": '"bindery/result.hpp"',
            "templates/runtime/bindery/json_value.hpp": "<rapidjson/document.h>",
            "templates/runtime/bindery/json_cursor.hpp": "<emmintrin.h>",
        }.items():
            self.assertIsNone(self.complaint(path, include), path)

    def test_refuses_the_rest(self):
        for path, include in {
            "generator/source/a.cpp": '"diagnostics/diagnostics.hpp"',
            "generator/render/a.cpp": '"document/node.hpp"',
            "generator/output/a.hpp": '"cpp/plan.hpp"',
            "generator/model/a.cpp": '"document/node.hpp"',
            "generator/cpp/a.cpp": '"render/render.hpp"',
            "generator/cpp/b.cpp": '"spec/types.hpp"',
            "generator/spec/a.cpp": '"types.hpp"',
            "generator/spec/b.cpp": '"../model/types.hpp"',
            "generator/document/load.cpp": "<yaml-cpp/yaml.h>",
            "generator/output/write.cpp": "<filesystem>",
            "generator/cli/run.cpp": "<CLI/CLI.hpp>",
            "generator/nowhere/a.cpp": '"source/location.hpp"',
            "templates/runtime/bindery/client.hpp": "<httplib.h>",
            "templates/runtime/bindery/json.hpp": "<rapidjson/document.h>",
            "templates/runtime/bindery/uri.hpp": '"source/location.hpp"',
            "templates/runtime/bindery/error.hpp": "<boost/any.hpp>",
        }.items():
            self.assertIsNotNone(self.complaint(path, include), path)

    def test_refuses_a_tree_without_sources(self):
        self.assertEqual(run("check_layers.py", {"README.md": "\n"})[0], 1)


class Style(unittest.TestCase):
    def complaints(self, path, text):
        status, lines = run("check_style.py", {path: text})
        if status == 0:
            return []
        return [line.removeprefix(f"{path}:").split(":")[0] for line in lines]

    def test_finds_nothing_in_good_files(self):
        header = "#pragma once\n\n#include <string>\n\n#include <gtest/gtest.h>\n\n#include \"a/b.hpp\"\n"
        self.assertEqual(self.complaints("generator/a/a.hpp", header), [])
        source = '// A.\n#include "a/a.hpp"\n\n#include <string>\n\n// TO' 'DO(perf): measure\nint a;\n'
        self.assertEqual(self.complaints("generator/a/a.cpp", source), [])
        self.assertEqual(self.complaints("README.md", "caf\u00e9\n" * 600), [])

    def test_finds_bad_text(self):
        for text in ("a\tb\n", "a \n", "a", "\u00e9\n", "a\r\n", "// TO" "DO: x\n", "// FIX" "ME\n"):
            self.assertEqual(self.complaints("tools/a.cmake", text), ["1"], repr(text))
        self.assertEqual(self.complaints("tools/a.cmake", "a\n\n"), ["2"])
        self.assertEqual(self.complaints("tools/a.cmake", "a\n" * 500), [])
        self.assertEqual(self.complaints("tools/a.cmake", "a\n" * 501), ["501"])

    def test_finds_bad_includes(self):
        for text in (
            '#include <gtest/gtest.h>\n\n#include <string>\n',
            '#include "x/y.hpp"\n\n#include <string>\n',
            '#include <string>\n\n#include "a/a.hpp"\n\n#include <vector>\n',
        ):
            self.assertNotEqual(self.complaints("generator/a/a.cpp", text), [], text)
        self.assertEqual(self.complaints("generator/a/a.cpp", '#include <string>\n#include "x/y.hpp"\n'), ["2"])
        self.assertEqual(self.complaints("generator/a/a.hpp", "int a;\n"), ["1"])

    def test_wants_the_own_header_first(self):
        files = {
            "generator/a/a.hpp": "#pragma once\n",
            "generator/a/a.cpp": '#include <string>\n\n#include "a/a.hpp"\n',
        }
        status, lines = run("check_style.py", files)
        self.assertEqual(status, 1)
        self.assertEqual(lines, ["generator/a/a.cpp:1: a.hpp is not included first"])

    def test_leaves_goldens_alone(self):
        files = {"tools/a.py": "", "tests/golden/names/odd/openapi.yaml": "\u00e9\t \n\n"}
        self.assertEqual(run("check_style.py", files)[0], 0)


if __name__ == "__main__":
    unittest.main()
