#include "document/mapping_reader.hpp"

#include <algorithm>
#include <charconv>

#include "diagnostics/suggest.hpp"

namespace bindery::document {

using diagnostics::Code;

MappingReader::MappingReader(const Node& node, Pointer pointer,
                             diagnostics::Diagnostics& diagnostics)
    : node_(node), pointer_(std::move(pointer)), diagnostics_(diagnostics) {
  if (!node_.is_mapping() && !node_.is_null()) complain(node_, pointer_, "mapping");
}

const Node* MappingReader::find(const std::string& name) {
  known_.push_back(name);
  return node_.find(name);
}

void MappingReader::text(const std::string& name, std::string& value) {
  if (const Node* node = find(name)) read_text(*node, pointer_ / name, value);
}

void MappingReader::texts(const std::string& name, std::vector<std::string>& values) {
  const Node* node = find(name);
  if (node == nullptr) return;
  if (!node->is_sequence()) return complain(*node, pointer_ / name, "sequence");
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    std::string value;
    if (read_text(node->items[i], pointer_ / name / i, value)) values.push_back(std::move(value));
  }
}

void MappingReader::scalars(const std::string& name, std::vector<std::string>& values) {
  const Node* node = find(name);
  if (node == nullptr) return;
  if (!node->is_sequence()) return complain(*node, pointer_ / name, "sequence");
  for (std::size_t i = 0; i < node->items.size(); ++i) {
    const Node& item = node->items[i];
    if (item.is_boolean()) {
      values.emplace_back(item.boolean ? "true" : "false");
    } else if (item.is_string() || item.is_number()) {
      values.push_back(item.text);
    } else {
      complain(item, pointer_ / name / i, "string, number or boolean");
    }
  }
}

void MappingReader::count(const std::string& name, std::int64_t& value) {
  const Node* node = find(name);
  if (node == nullptr) return;
  const char* const end = node->text.data() + node->text.size();
  const auto [stop, error] = std::from_chars(node->text.data(), end, value);
  if (!node->is_number() || error != std::errc() || stop != end || value < 0) {
    complain(*node, pointer_ / name, "whole number from 0");
  }
}

void MappingReader::either(const std::string& name, const std::string& first,
                           const std::string& second, bool& is_second) {
  const Node* node = find(name);
  if (node == nullptr) return;
  is_second = node->is_string() && node->text == second;
  if (is_second || (node->is_string() && node->text == first)) return;
  diagnostics_.report(Code::E0116, node->where, "expected `" + first + "` or `" + second + "`")
      .at((pointer_ / name).to_string());
}

void MappingReader::finish() {
  for (const Member& member : node_.members) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    auto report = diagnostics_.report(Code::E0116, member.key_where,
                                      "`" + member.key + "` is not known here");
    report.at((pointer_ / member.key).to_string());
    if (const auto near = diagnostics::nearest(member.key, known_)) {
      report.hint("did you mean `" + *near + "`?");
    }
  }
}

void MappingReader::complain(const Node& node, const Pointer& pointer, std::string_view expected) {
  diagnostics_
      .report(
          Code::E0116, node.where,
          "found a " + std::string(to_string(node.kind)) + ", expected a " + std::string(expected))
      .at(pointer.to_string());
}

bool MappingReader::read_text(const Node& node, const Pointer& pointer, std::string& value) {
  if (!node.is_string()) {
    complain(node, pointer, "string");
    return false;
  }
  value = node.text;
  return true;
}

}  // namespace bindery::document
