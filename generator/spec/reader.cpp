// Kinds checked, complaints worded, unknown members found.
// Must not know a keyword of OpenAPI but `x-`.
#include "spec/reader.hpp"

#include <charconv>
#include <limits>

#include "diagnostics/suggest.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Node;

namespace {

std::string found(const Node& node) {
  const std::string_view kind = document::to_string(node.kind);
  return node.is_null() ? std::string("null") : "a " + std::string(kind);
}

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

std::string expected_mapping(const Node& node, std::string_view what) {
  return quoted(what) + " is " + found(node) + ", expected a mapping";
}

}  // namespace

diagnostics::Report report_bad_value(Reading& reading, const Place& place, std::string message) {
  diagnostics::Report report =
      reading.diagnostics.report(Code::E0311, place.node->where, std::move(message));
  report.at(place.pointer);
  return report;
}

bool expect_mapping(Reading& reading, const Place& place, std::string_view what) {
  if (place.node->is_mapping()) return true;
  report_bad_value(reading, place, expected_mapping(*place.node, what));
  return false;
}

std::optional<std::string> read_text(Reading& reading, const Place& place, std::string_view what) {
  const Node& node = *place.node;
  if (node.is_string()) return node.text;
  if (node.is_number() || node.is_boolean()) {
    const std::string text = node.is_number() ? node.text : node.boolean ? "true" : "false";
    report_bad_value(
        reading, place,
        quoted(what) + " is " + found(node) + ", expected a string; it is read as \"" + text + "\"")
        .hint("put it in quotes");
    return text;
  }
  report_bad_value(reading, place, quoted(what) + " is " + found(node) + ", expected a string");
  return std::nullopt;
}

std::vector<std::string> read_texts(Reading& reading, const Place& place, std::string_view what) {
  const Node& node = *place.node;
  if (node.is_string()) {
    report_bad_value(reading, place, quoted(what) + " is a string, expected a list of strings");
    return {node.text};
  }
  if (!node.is_sequence()) {
    report_bad_value(reading, place, quoted(what) + " is " + found(node) + ", expected a list");
    return {};
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (auto text = read_text(reading, place.item(i), what)) texts.push_back(std::move(*text));
  }
  return texts;
}

std::optional<std::uint64_t> parse_count(std::string_view number) {
  constexpr auto largest = std::numeric_limits<std::uint64_t>::max();
  const char* const end = number.data() + number.size();
  std::uint64_t count = 0;
  const auto whole = std::from_chars(number.data(), end, count);
  if (whole.ptr == end && whole.ec == std::errc()) return count;
  if (whole.ptr == end && whole.ec == std::errc::result_out_of_range) return largest;
  double value = 0;
  const auto general = std::from_chars(number.data(), end, value);
  if (general.ptr != end || general.ec == std::errc::invalid_argument) return std::nullopt;
  if (general.ec == std::errc::result_out_of_range) {
    // Either beyond every limit or next to zero; only the sign of the exponent tells.
    const bool is_tiny =
        number.find("e-") != std::string_view::npos || number.find("E-") != std::string_view::npos;
    return is_tiny || number.front() == '-' ? std::nullopt : std::optional(largest);
  }
  if (value < 0) return std::nullopt;
  if (value >= 18446744073709551616.0) return largest;
  const auto truncated = static_cast<std::uint64_t>(value);
  if (static_cast<double>(truncated) != value) return std::nullopt;
  return truncated;
}

bool is_extension(std::string_view name) { return name.substr(0, 2) == "x-"; }

std::vector<Extension> read_extensions(const Node& node) {
  std::vector<Extension> extensions;
  for (const document::Member& member : node.members) {
    if (is_extension(member.key)) extensions.push_back({member.key, &member.value});
  }
  return extensions;
}

Origin origin_of(const Place& place) {
  return {place.node->where, place.pointer, read_extensions(*place.node)};
}

FieldReader::FieldReader(Reading& reading, const Place& place)
    : reading_(reading), place_(place), seen_(place.node->members.size(), false) {
  constexpr std::size_t keywords_of_a_schema = 64;
  asked_.reserve(keywords_of_a_schema);
}

const document::Member* FieldReader::take(std::string_view key) {
  asked_.push_back(key);
  const auto& members = place_.node->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].key != key) continue;
    seen_[i] = true;
    return &members[i];
  }
  return nullptr;
}

std::optional<Place> FieldReader::any(std::string_view key) {
  const document::Member* const member = take(key);
  if (member == nullptr) return std::nullopt;
  return place_.member(*member);
}

std::optional<Place> FieldReader::of_kind(std::string_view key, Node::Kind kind) {
  std::optional<Place> value = any(key);
  if (!value || value->node->kind == kind) return value;
  report_bad_value(reading_, *value,
                   quoted(key) + " is " + found(*value->node) + ", expected a " +
                       std::string(document::to_string(kind)));
  return std::nullopt;
}

std::optional<Place> FieldReader::mapping(std::string_view key) {
  return of_kind(key, Node::Kind::mapping);
}

std::optional<Place> FieldReader::sequence(std::string_view key) {
  return of_kind(key, Node::Kind::sequence);
}

std::optional<std::string> FieldReader::text(std::string_view key) {
  const std::optional<Place> value = any(key);
  if (!value) return std::nullopt;
  return read_text(reading_, *value, key);
}

std::optional<bool> FieldReader::flag(std::string_view key) {
  const std::optional<Place> value = any(key);
  if (!value) return std::nullopt;
  const Node& node = *value->node;
  if (node.is_boolean()) return node.boolean;
  if (node.is_string() && (node.text == "true" || node.text == "false")) {
    report_bad_value(reading_, *value, quoted(key) + " is a string, expected true or false")
        .hint("write it without quotes");
    return node.text == "true";
  }
  report_bad_value(reading_, *value, quoted(key) + " is " + found(node) + ", expected a boolean");
  return std::nullopt;
}

std::optional<std::uint64_t> FieldReader::count(std::string_view key) {
  const std::optional<Place> value = any(key);
  if (!value) return std::nullopt;
  const Node& node = *value->node;
  std::optional<std::uint64_t> count;
  if (node.is_number() || node.is_string()) count = parse_count(node.text);
  if (!count || !node.is_number()) {
    report_bad_value(reading_, *value, quoted(key) + " is not a whole number from 0");
  }
  return count;
}

std::optional<NumberText> FieldReader::number(std::string_view key) {
  const std::optional<Place> value = of_kind(key, Node::Kind::number);
  if (!value) return std::nullopt;
  return value->node->text;
}

std::vector<std::string> FieldReader::texts(std::string_view key) {
  const std::optional<Place> value = any(key);
  if (!value) return {};
  return read_texts(reading_, *value, key);
}

source::Location FieldReader::where(std::string_view key) const {
  const Node* const value = place_.node->find(key);
  return value == nullptr ? place_.node->where : value->where;
}

void FieldReader::ignore(std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) take(key);
}

void FieldReader::finish() {
  const auto& members = place_.node->members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (seen_[i] || is_extension(members[i].key)) continue;
    diagnostics::Report report = reading_.diagnostics.report(
        Code::E0303, members[i].key_where, quoted(members[i].key) + " is not known here");
    report.at(place_.member(members[i]).pointer);
    if (reading_.hints_left == 0) continue;
    --reading_.hints_left;
    const std::vector<std::string> candidates(asked_.begin(), asked_.end());
    if (const auto near = diagnostics::nearest(members[i].key, candidates)) {
      report.hint("did you mean " + quoted(*near) + "?");
    }
  }
}

}  // namespace bindery::spec
