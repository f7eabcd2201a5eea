#include "model/operation_ids.hpp"

#include <cctype>

namespace bindery::model {
namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string id_from_path(const std::string& method, const std::string& path) {
  std::string id;
  for (const char c : method) {
    id += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  bool at_boundary = true;
  for (const char c : path) {
    if (c == '{') id += "_by";
    if (!is_word_character(c)) {
      at_boundary = true;
      continue;
    }
    if (at_boundary) id += '_';
    at_boundary = false;
    id += c;
  }
  return id;
}

}  // namespace bindery::model
