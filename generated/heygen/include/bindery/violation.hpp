// SPDX-License-Identifier: MIT-0
// What is wrong with a value, and where.
// Must not check anything.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bindery {
inline namespace v1 {

/// A constraint of the document that a value does not keep.
struct Violation {
  /// Members and items from the value that was checked: `$.body.files[3].url`.
  std::string path{};
  /// `expected at most 10000 characters, found 10001`. Never holds a text of the value.
  std::string message{};

  /// `$.body.prompt: expected at most 10000 characters, found 10001`.
  std::string text() const { return path + ": " + message; }

  friend bool operator==(const Violation& left, const Violation& right) {
    return left.path == right.path && left.message == right.message;
  }
  friend bool operator!=(const Violation& left, const Violation& right) { return !(left == right); }
};

/// All of them in one line: `2 violations: $.limit: expected at least 1, found 0; ...`.
inline std::string violations_text(const std::vector<Violation>& violations) {
  std::string text = std::to_string(violations.size());
  text += violations.size() == 1 ? " violation: " : " violations: ";
  for (std::size_t i = 0; i < violations.size(); ++i) {
    if (i > 0) text += "; ";
    text += violations[i].text();
  }
  return text;
}

}  // namespace v1
}  // namespace bindery
