"""Whether the examples of a document come back equal from the types generated for them.

A program is written, compiled and run that reads each example as its type and writes it again.
Must not judge what is valid: bindery says which examples are values of their own schema.
"""
import dataclasses
import json
import pathlib
import shutil

from measuring.processes import run

TYPES_IN_A_UNIT = 40
INCLUDES = pathlib.Path(__file__).resolve().parent.parent
# Without optimising, clang takes two thirds of the time and half of the memory.
COMPILER = "clang++" if shutil.which("clang++") else "g++"


@dataclasses.dataclass
class Examples:
    """What became of them. Examples of which the schema says nothing good may fail."""
    total: int = 0
    equal: int = 0
    invalid: list[str] = dataclasses.field(default_factory=list)  # with the reason
    failed: list[str] = dataclasses.field(default_factory=list)  # valid ones, with the reason

    @property
    def valid(self) -> int:
        return self.total - len(self.invalid)


def measure_examples(bindery: pathlib.Path, document: pathlib.Path, folder: pathlib.Path,
                     name_space: str) -> Examples:
    """`folder / "client"` holds the client, generated with unknown members kept."""
    result = Examples()
    listing = folder / "examples.jsonl"
    options = ["--stage=examples", "--unknown-members=keep", "--namespace", name_space]
    dumped = run(["bash", "-c", '"$@" >"$0" 2>/dev/null', listing, bindery, "dump", document,
                  *options], folder / "dump.log")
    if not dumped.is_good:
        result.failed.append(f"dump: status {dumped.status}")
        return result
    with listing.open(encoding="utf-8", newline="\n") as lines:
        examples = [_read(line) for line in lines]
    if not examples:
        return result
    program = folder / "examples"
    complaint = _build(examples, program, folder)
    if complaint:
        result.failed.append(complaint)
        return result
    _judge(examples, run([program, listing.with_suffix(".txt")], folder / "examples.log"), result)
    return result


def _read(line: str) -> dict:
    """One line of the listing. The value stays text: a number may be one that Python has not."""
    head, text = line.rstrip("\n").split(',"value":', 1)
    return {**json.loads(head + "}"), "text": text[:-1]}


def _build(examples: list[dict], program: pathlib.Path, folder: pathlib.Path) -> str:
    """Writes and compiles the program and its input; returns why that failed, if it did."""
    types: dict[str, list[str]] = {}  # spelling -> headers, in order of first use
    for each in examples:
        types.setdefault(each["type"], each["headers"])
    spellings = list(types)
    places = {spelling: index for index, spelling in enumerate(spellings)}
    with (folder / "examples.txt").open("w", encoding="utf-8") as out:
        for each in examples:
            out.write(f"{places[each['type']]} {int(each['single_precision'])}\n{each['text']}\n")
    units = [spellings[begin:begin + TYPES_IN_A_UNIT]
             for begin in range(0, len(spellings), TYPES_IN_A_UNIT)]
    objects = []
    for number, unit in enumerate(units):
        objects.append(folder / f"unit{number}.o")
        complaint = _compile(_unit_text(number, unit, types), objects[-1], folder)
        if complaint:
            return complaint
    objects.append(folder / "main.o")
    complaint = _compile(_main_text(len(units)), objects[-1], folder)
    if complaint:
        return complaint
    linked = run([COMPILER, *objects, "-o", program], folder / "link.log")
    return "" if linked.is_good else "link: " + linked.output.strip().splitlines()[-1]


def _compile(text: str, target: pathlib.Path, folder: pathlib.Path) -> str:
    source = target.with_suffix(".cpp")
    source.write_text(text)
    finished = run([COMPILER, "-std=c++17", "-Wall", "-Wextra", "-Werror",
                    "-Wno-deprecated-declarations", "-O0",
                    f"-I{folder / 'client/include'}", f"-I{INCLUDES}", "-c", source, "-o", target],
                   target.with_suffix(".log"))
    if finished.is_good:
        return ""
    lines = [line for line in finished.output.splitlines() if "error" in line]
    return f"codecs do not compile ({source.name}): {lines[0] if lines else finished.status}"


def _unit_text(number: int, unit: list[str], types: dict[str, list[str]]) -> str:
    headers = sorted({header for spelling in unit for header in types[spelling]})
    cases = "\n".join(f"    case {index}:\n      return measuring::round_trip<{spelling}>(text, measure);"
                      for index, spelling in enumerate(unit))
    includes = "\n".join(f'#include "{header}"' for header in headers)
    return f"""{includes}
#include "measuring/round_trip.hpp"
std::string round_trip_{number}(std::size_t index, std::string_view text,
                                measuring::Measure measure) {{
  switch (index) {{
{cases}
  }}
  return "no such type";
}}
"""


def _main_text(units: int) -> str:
    declarations = "\n".join(
        f"std::string round_trip_{number}(std::size_t, std::string_view, measuring::Measure);"
        for number in range(units))
    cases = "\n".join(f"      case {number}: result = round_trip_{number}(index % {TYPES_IN_A_UNIT}, "
                      f"text, measure); break;" for number in range(units))
    return f"""#include <fstream>
#include <iostream>
#include "measuring/round_trip.hpp"
{declarations}
int main(int, char** arguments) {{
  std::ifstream in(arguments[1]);
  std::size_t index = 0;
  bool single = false;
  std::string text;
  while (in >> index >> single && in.ignore() && std::getline(in, text)) {{
    measuring::Measure measure;
    measure.single_precision = single;
    std::string result;
    switch (index / {TYPES_IN_A_UNIT}) {{
{cases}
    }}
    for (char& each : result) if (each == '\\n') each = ' ';
    std::cout << result << std::endl;
  }}
}}
"""


def _judge(examples: list[dict], finished, result: Examples) -> None:
    said = finished.output.split("\n")[:-1]
    result.total = len(examples)
    if not finished.is_good or len(said) != len(examples):
        result.failed.append(f"the program ended with {finished.status} after {len(said)} examples")
    for example, reason in zip(examples, said):
        where = f"{pathlib.Path(example['file']).name}:{example['line']} {example['pointer']}"
        result.equal += not reason
        if "violation" in example:
            result.invalid.append(f"{where}: {example['violation']}"
                                  + (f" [{reason}]" if reason else ""))
        elif reason:
            result.failed.append(f"{where} as {example['type']}: {reason}")
