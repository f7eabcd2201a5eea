// Where references lead: JSON pointers, anchors, other files, and from one reference to the next.
// Must not know what the target is read as.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "spec/reader.hpp"
#include "spec/reading.hpp"

namespace bindery::spec {

/// Where `text`, written at `from`, leads. `kind` is the components map its target belongs in:
/// `schemas`, `parameters`, ... Reports nothing.
const Resolution& resolve_reference(Reading& reading, const Place& from, const std::string& text,
                                    std::string_view kind);

/// The member of a mapping, in constant time also for large ones; null when there is none.
const document::Member* find_member(Reading& reading, const document::Node& node,
                                    std::string_view key);

/// Reports why a reference leads nowhere.
void report_resolution(Reading& reading, const Place& reference, const Resolution& resolution);

/// The `$ref` of an object; nothing when there is none or it is no string.
std::optional<Place> reference_of(const Place& place);

/// The last target of a chain of `$ref`s beginning at `place`, which must have one. Cycles (E0201)
/// and targets that are not there are reported and give nothing.
std::optional<Place> follow_references(Reading& reading, const Place& place,
                                       std::string_view kind);

/// The mapping that `place` is or refers to: some documents keep `paths` or `schemas` in a file.
std::optional<Place> follow_map(Reading& reading, const Place& place, std::string_view kind);

/// True when `target` is being read already, further out; that is reported (E0201) at `reference`.
bool is_active(Reading& reading, const Place& reference, const document::Node& target);

/// Reads an object through the references that may stand in its place. A target is read once.
/// OAS 3.1 4.8.23: `summary` and `description` beside the reference replace those of the target.
template <class T>
std::optional<T> read_referenced(Reading& reading, const Place& place, std::string_view kind,
                                 std::optional<T> (*read)(Reading&, const Place&)) {
  const std::optional<Place> reference = reference_of(place);
  if (!reference) return read(reading, place);
  const std::optional<Place> target = follow_references(reading, place, kind);
  if (!target || is_active(reading, *reference, *target->node)) return std::nullopt;

  auto& known = std::get<TargetsRead<T>>(reading.targets);
  auto entry = known.find(target->node);
  if (entry == known.end()) {
    reading.active.push_back({target->node, reference->node->where});
    std::optional<T> value = read(reading, *target);
    reading.active.pop_back();
    entry = known.insert_or_assign(target->node, std::move(value)).first;
  }
  std::optional<T> value = entry->second;
  if constexpr (requires { value->description; }) {
    const document::Node* const description = place.node->find("description");
    if (value && description != nullptr && description->is_string()) {
      value->description = description->text;
    }
  }
  return value;
}

}  // namespace bindery::spec
