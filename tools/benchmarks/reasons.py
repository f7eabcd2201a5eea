"""Why rows fall short, as far as it is known: by profiles, not by guesses.

A reason goes with its rows: the one that is met needs none.
"""
import re

from benchmarks.rows import SHORT, Section

REASONS = [  # a pattern of `group: row`, and why
    (r"decode: allocations", "the room a list is given is a guess, by a sample of it or by the list "
     "before it: a wrong one costs one more"),
    (r"decode: .*over nlohmann|encode: .*over nlohmann", "the goal takes nlohmann to be slower than "
     "it is here"),
    (r"decode: .*over simdjson|decode: decode (64 KB|one video)", "two fifths of the profile are malloc, "
     "free and the copying of texts, the same for all"),
    (r"decode: .*not ASCII", "more than a third of the time is the check that it is UTF-8, 16 bytes at "
     "a time, since we are compiled for any processor; simdjson is for this very one, and takes 32 or 64"),
    (r"decode: .*escapes,", "runs between escapes are short"),
    (r"decode: .*doubles", "simdjson has found where each number ends before it reads one, we "
     "find out while we read it"),
    (r"decode: .*nesting", "each object costs an entry and an exit, which keep the path for errors"),
    (r"decode: .*unions", "which alternative it is has to be known before a member is read into it"),
    (r"decode: .*unknown", "what is passed over is checked all the same, which simdjson does not"),
    (r"encode: .*escapes", "an escape ends a run, and short runs are many calls"),
    (r"include: .*api/.*apart", "of 4.5 bases, timed one after the other, one is the base, `<functional>`, "
     "`<memory>` and `<chrono>` of the standard library are 0.7, what the runtime declares is 1.2; the "
     "structs of the API, their codecs and its functions are the rest"),
    (r"include: .*api/", "whoever includes an API can call, so parses and instantiates all that calls "
     "run, their retries, redirects and limits too: more than half of it to instantiate templates of "
     "the standard library"),
    (r"include: .*heygen/heygen", "the structs alone, without a codec or a call, are 8 to 10 times the "
     "base: most of it std::optional, std::variant and std::vector of a type of its own, of which HeyGen "
     "has 260"),
    (r"size: .*header-only", "the runtime is compiled into the unit that calls: retries, redirects, "
     "proxies, timeouts that hold and limits, none of which the call by hand has"),
    (r"generate: (generate from|regenerate|.*faster)", "of GitHub 44 % is our own code and RapidJSON, "
     "35 % the C library, most of it memory taken and given back, 18 % the kernel; of Telnyx a third "
     "is the kernel, which makes the files"),
    (r"generate: peak memory", "the tree keeps a place for each value and each member"),
    (r"generate: cost of an operation", "a folder of tens of thousands of files is slower to fill than one of "
     "thousands: the kernel takes the larger part of the time then"),
    (r"client: ", "each call checks its headers and URL, takes a connection and a deadline: some 13,000 "
     "instructions more than by hand, of 78,000"),
]


def give_reasons(section: Section) -> None:
    """Says why, of each row that falls short."""
    for row in section.rows:
        if row.verdict == SHORT:
            row.why = next((why for pattern, why in REASONS
                            if re.search(pattern, f"{section.name}: {row.what}")), "")
