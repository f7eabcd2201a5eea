// SPDX-License-Identifier: MIT-0
// Header fields as JSON: `{"X-Trace": "a", "Via": ["b", "c"]}`.
// Must not be included by what sends them: on the wire they are fields.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bindery/headers.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/json_kind.hpp"

namespace bindery {
inline namespace v1 {

/// A name has one value or a list of them. Whether HTTP allows them is asked where they are sent.
template <>
struct Codec<Headers> {
  template <class Reader>
  static bool decode(Reader& in, Headers& out) {
    ObjectReader object(in);
    while (object.next()) {
      const std::string name = object.name();
      std::vector<std::string> values(1);
      if (in.kind() == JsonKind::array) {
        object.read(values);
      } else {
        object.read(values.front());
      }
      for (const std::string& value : values) out.add(name, value);
    }
    return object.finish({});
  }
};

}  // namespace v1
}  // namespace bindery
