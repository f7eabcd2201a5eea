"""Why rows fall short, as far as it is known: by profiles, not by guesses.

A reason goes with its rows: the one that is met needs none.
"""
import re

from benchmarks.rows import SHORT, Section

REASONS = [  # a pattern of `group: row`, and why
    (r"decode: allocations", "a vector near the root grows three times before the number of its items "
     "is guessed, others as std::vector does"),
    (r"decode: .*over nlohmann|encode: .*over nlohmann", "the goal takes nlohmann to be slower than "
     "it is here"),
    (r"decode: .*over simdjson|decode: decode (64 KB|one video)",
     "a fifth of the time is malloc and free, an eighth the copying of texts, the same for all; and "
     "simdjson finds the structure 32 bytes at a time with AVX2, we 16 with SSE2, inside of strings "
     "only"),
    (r"decode: .*not ASCII", "UTF-8 is validated a sequence at a time, two thirds of the "
     "instructions; to do it 16 bytes at a time needs SSSE3, which is beyond what is compiled for"),
    (r"decode: .*escapes,", "runs between escapes are short, and each ends a block of 16"),
    (r"decode: .*doubles", "long ones go to std::from_chars after their digits were read once "
     "already, where simdjson multiplies by a table of powers; short ones divide"),
    (r"decode: .*nesting", "each object costs an entry and an exit, and its list grows as it is read"),
    (r"decode: .*unions", "the tag is looked for ahead, so the beginning of each object is read twice"),
    (r"decode: .*unknown", "what is passed over is checked all the same, which simdjson does not, and "
     "a name nobody knows is compared with all that are known"),
    (r"encode: .*escapes", "an escape ends a run, and short runs are many calls"),
    (r"encode: .*short doubles", "std::to_chars is most of it"),
    (r"include: .*api/", "whoever includes an API parses and instantiates all of the runtime, its "
     "retries, redirects and credentials too: 2 seconds of g++; what is to come is to defer that "
     "to the call"),
    (r"include: .*heygen/heygen", "the runtime as above; and std::optional, std::variant and "
     "std::vector of a type of its own cost a compiler 4 to 9 ms each, of which HeyGen has 260"),
    (r"size: ", "the runtime is compiled into the unit that calls: retries, redirects, OAuth2, pages "
     "and limits, none of which the call by hand has"),
    (r"generate: (generate from|regenerate|.*faster)", "of Telnyx 30 % is the kernel, 28 % yaml-cpp, 18 % "
     "our own code; of GitHub 37 % is the C library, which is memory taken and given back, 34 % our "
     "own code, 26 % the kernel"),
    (r"generate: peak memory", "the tree keeps a place for each value and each member"),
    (r"generate: cost of an operation", "a folder of tens of thousands of files is slower to fill than one of "
     "thousands: the kernel takes the larger part of the time then"),
    (r"client: ", "each call checks its headers and URL, encodes its secret for redaction, takes a "
     "connection and a deadline: some 40,000 instructions more than by hand; the 16 threads share "
     "8 connections unless the row says otherwise"),
]


def give_reasons(section: Section) -> None:
    """Says why, of each row that falls short."""
    for row in section.rows:
        if row.verdict == SHORT:
            row.why = next((why for pattern, why in REASONS
                            if re.search(pattern, f"{section.name}: {row.what}")), "")
