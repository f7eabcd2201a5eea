// SPDX-License-Identifier: MIT-0
// A stream as a list of all its items, and an event as JSON.
// Must not be used for streams that do not end.
#pragma once

#include <utility>
#include <vector>

#include "bindery/json_codec.hpp"
#include "bindery/object_writer.hpp"
#include "bindery/result.hpp"
#include "bindery/stream.hpp"

namespace bindery {
inline namespace v1 {

/// Written as `{"event": "message", "id": "7", "data": ...}`; without an id there is no member of
/// that name.
template <class T>
struct Codec<Event<T>> {
  template <class Writer>
  static void encode(Writer& out, const Event<T>& value) {
    ObjectWriter object(out);
    object.member("event", value.event);
    if (!value.id.empty()) object.member("id", value.id);
    object.member("data", value.data);
    object.finish();
  }
};

/// Calls `call(on_item)`, a function that streams, and keeps each `T` it hands over.
template <class T, class Call>
Result<std::vector<T>> collected(Call&& call) {
  std::vector<T> items;
  auto on_item = [&items](const T& item) { items.push_back(item); };
  const auto end = call(on_item);
  if (!end) return end.error();
  return Result<std::vector<T>>(std::move(items),
                                {end.status(), end.headers(), end.request_id(), end.mismatches()});
}

}  // namespace v1
}  // namespace bindery
