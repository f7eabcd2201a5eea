// Reads an example as its generated type, writes it again, and says where the two differ.
// Must not know any type: the programs that tools/corpus writes name them.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "bindery/json.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/json_equal.hpp"

namespace measuring {

/// What two JSON texts are compared by.
struct Measure {
  bool single_precision = false;  ///< The type holds `format: float`: numbers compare as floats.
};

inline bool equal_numbers(const std::string& given, const std::string& written, Measure measure) {
  if (bindery::json_equal(given, written)) return true;
  const double wide_given = std::strtod(given.c_str(), nullptr);
  const double wide_written = std::strtod(written.c_str(), nullptr);
  if (wide_given == wide_written) return true;
  return measure.single_precision &&
         static_cast<float>(wide_given) == static_cast<float>(wide_written);
}

inline std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 60;
  return std::string(text.substr(0, longest)) + (text.size() > longest ? "..." : "");
}

using Members = std::map<std::string, bindery::Json>;
using Items = std::vector<bindery::Json>;

inline std::string difference(const bindery::Json& given, const bindery::Json& written,
                              Measure measure, const std::string& path);

inline std::string members_differ(const Members& given, const Members& written, Measure measure,
                                  const std::string& path) {
  for (const auto& [name, value] : given) {
    const auto found = written.find(name);
    if (found == written.end()) return path + "." + name + ": is lost";
    const std::string inner = difference(value, found->second, measure, path + "." + name);
    if (!inner.empty()) return inner;
  }
  for (const auto& [name, value] : written) {
    if (given.count(name) == 0) return path + "." + name + ": was not there";
  }
  return {};
}

/// Empty when both mean the same, else the first place where they do not.
inline std::string difference(const bindery::Json& given, const bindery::Json& written,
                              Measure measure, const std::string& path) {
  if (given == written) return {};
  if (given.kind() == written.kind()) {
    if (given.kind() == bindery::JsonKind::object) {
      return members_differ(*given.as<Members>(), *written.as<Members>(), measure, path);
    }
    if (given.kind() == bindery::JsonKind::number &&
        equal_numbers(given.text(), written.text(), measure)) {
      return {};
    }
    if (given.kind() == bindery::JsonKind::array) {
      const Items from = *given.as<Items>();
      const Items to = *written.as<Items>();
      if (from.size() != to.size()) return path + ": has another number of items";
      for (std::size_t index = 0; index < from.size(); ++index) {
        const std::string inner = difference(from[index], to[index], measure,
                                             path + "[" + std::to_string(index) + "]");
        if (!inner.empty()) return inner;
      }
      return {};
    }
  }
  return path + ": " + shortened(given.text()) + " came back as " + shortened(written.text());
}

/// Empty when `text` is the same after having been a `T`, else why it is not.
template <class T>
std::string round_trip(std::string_view text, Measure measure) {
  const bindery::Result<T> decoded = bindery::from_json<T>(text);
  if (!decoded) return "not decoded: " + std::string(decoded.error().message());
  const std::string written = bindery::to_json(*decoded);
  const auto given_json = bindery::Json::parse(text);
  const auto written_json = bindery::Json::parse(written);
  if (!given_json || !written_json) return "encoded to what is no JSON: " + shortened(written);
  std::string inner = difference(*given_json, *written_json, measure, "$");
  if (!inner.empty()) return inner;
  const bindery::Result<T> again = bindery::from_json<T>(written);
  if (!again || !(*again == *decoded)) return "what is read again is another value";
  return {};
}

}  // namespace measuring
