// A value in another file may again be a reference.
// Must not report a reference that leads nowhere: it may be a value.
#include "spec/read_examples.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "spec/references.hpp"

namespace bindery::spec {

using document::Member;
using document::Node;

namespace {

constexpr int longest_chain = 64;

constexpr std::array<std::string_view, 6> example_fields{
    "value", "externalValue", "dataValue", "serializedValue", "summary", "description"};

bool is_example_object(const Node& node) {
  return node.is_mapping() &&
         (node.members.empty() ||
          std::any_of(example_fields.begin(), example_fields.end(),
                      [&](std::string_view field) { return node.find(field) != nullptr; }));
}

bool is_only_reference(const Node& node) {
  return node.is_mapping() && node.members.size() == 1 && node.members.front().key == "$ref" &&
         node.members.front().value.is_string();
}

}  // namespace

const Node* read_example_value(Reading& reading, const Place& place) {
  Place current = place;
  for (int step = 0; step < longest_chain && is_only_reference(*current.node); ++step) {
    const std::string& text = current.node->members.front().value.text;
    const Resolution& found = resolve_reference(reading, current, text, "");
    if (!found.place) return place.node;
    current = *found.place;
    // One of the named examples is an object that holds the value.
    const bool is_named = text.find("/components/examples/") != std::string::npos;
    const Node* const value =
        is_named && current.node->is_mapping() ? current.node->find("value") : nullptr;
    if (value != nullptr) return value;
  }
  return current.node;
}

std::optional<Example> read_example(Reading& reading, const Place& place) {
  Example example;
  if (!is_example_object(*place.node)) {
    report_bad_value(reading, place, "example has no `value`; the whole of it is taken for one");
    example.value = place.node;
    return example;
  }
  FieldReader fields(reading, place);
  auto value = fields.any("value");
  // OAS 3.2 4.19: the value as data, for media types that are not JSON.
  if (const auto data = fields.any("dataValue"); data && !value) value = data;
  if (value) example.value = read_example_value(reading, *value);
  fields.ignore({"summary", "description", "externalValue", "serializedValue"});
  fields.finish();
  return example;
}

std::vector<Example> read_examples(Reading& reading, FieldReader& fields) {
  std::vector<Example> examples;
  if (const auto example = fields.any("example")) {
    examples.push_back({"", read_example_value(reading, *example)});
  }
  const auto place = fields.mapping("examples");
  if (!place) return examples;
  for (const Member& member : place->node->members) {
    if (is_extension(member.key)) continue;
    auto example =
        read_referenced<Example>(reading, place->member(member), "examples", read_example);
    if (!example || example->value == nullptr) continue;
    example->name = member.key;
    examples.push_back(std::move(*example));
  }
  return examples;
}

}  // namespace bindery::spec
