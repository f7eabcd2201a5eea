// Any text to a C++ identifier that is legal, not reserved and of bounded length.
// Must not know what else has a name: collisions are name_table.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bindery::cpp {

/// Longest identifier made here, in characters; longer ones end in a hash of the whole.
inline constexpr std::size_t max_identifier_length = 80;

/// The words of a text, in its own case; every code point counts for something.
///
///     "listVideosV3" -> list Videos V3      "APIKey" -> API Key     "videoIDs" -> video IDs
///     "pet-id2" -> pet id2                  "+1" -> Plus 1          "-1" -> Minus 1
///     "a b", "a-b" -> a b                   "." -> Dot              "cafe\u0301" -> cafe U0301
///
/// Signs between words part them; those that stand alone or lead are spelled. Empty for "" only.
std::vector<std::string> split_words(std::string_view text);

/// Words in PascalCase without the guard against keywords and digits, to be put after others:
/// `{"video", "720p"}` -> `Video720p`. Digits that would meet are kept apart: `16_9`.
std::string pascal_words(std::string_view text);

/// A type or enumerator: `video_status` -> `VideoStatus`, `720p` -> `_720p`, `` -> `Empty`,
/// `None` -> `None_`.
std::string pascal_identifier(std::string_view text);

/// A field, parameter or function: `petId` -> `pet_id`, `default` -> `default_`, `` -> `empty`.
std::string snake_identifier(std::string_view text);

/// A capitalised name that is legal as it stands is kept (`APIKey`), else as pascal_identifier.
std::string type_identifier(std::string_view text);

/// True for a legal identifier that is no reserved word, holds no `__` and does not begin with `_`
/// and a capital letter (C++17 [lex.name]).
bool is_usable_identifier(std::string_view name);

/// Cuts a name that is too long and ends it in a hash of `name`; adds `_` to a reserved word or to
/// nothing. The text must be made of identifier characters.
std::string guarded(std::string name);

/// `digits` hexadecimal digits (at most 16) made from `text` alone: the same on every machine.
std::string stable_suffix(std::string_view text, std::size_t digits);

}  // namespace bindery::cpp
