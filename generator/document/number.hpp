// Numbers as text in JSON's grammar, compared and converted without losing digits.
// Must not turn them into machine numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bindery::document {

/// Whether two numbers in JSON's grammar have the same value: `1.0` and `1`, `1e2` and `100`, `-0`
/// and `0`. Digits are compared, so 2^53 and 2^53 + 1 differ.
bool same_number(std::string_view a, std::string_view b);

/// A number of YAML's core schema (YAML 1.2.2 10.3.2) in JSON's grammar: `+1` -> `1`, `.5` ->
/// `0.5`, `1.` -> `1.0`, `007` -> `7`, `0x1F` -> `31`, `0o17` -> `15`. Nothing when the text is no
/// finite number, or a hexadecimal or octal one of more than 1000 digits.
std::optional<std::string> core_schema_number(std::string_view text);

}  // namespace bindery::document
