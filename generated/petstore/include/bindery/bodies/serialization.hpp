// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/serialization.hpp".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/serialization.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool ParameterValue::is_composite() const noexcept {
  return kind == Kind::list || kind == Kind::object;
}

BINDERY_BODY std::string joined_pairs(const std::vector<EncodedPair>& pairs,
                                      std::string_view separator) {
  std::string out;
  for (const EncodedPair& pair : pairs) {
    if (!out.empty()) out += separator;
    out += pair.name;
    out += '=';
    out += pair.value;
  }
  return out;
}

BINDERY_BODY std::vector<std::string> encoded_parts(const ParameterValue& value, bool with_equals,
                                                    bool encode, Keep keep) {
  const auto encoded = [&](std::string_view text) {
    return encode ? percent_encoded(text, keep) : std::string(text);
  };
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const ParameterValue& item = value.items[i];
    if (item.is_absent()) continue;
    if (value.kind == ParameterValue::Kind::object) {
      if (with_equals) {
        parts.push_back(encoded(value.names[i]) + '=' + encoded(item.text));
        continue;
      }
      parts.push_back(encoded(value.names[i]));
    }
    parts.push_back(encoded(item.text));
  }
  return parts;
}

BINDERY_BODY std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != 0) out += separator;
    out += parts[i];
  }
  return out;
}

BINDERY_BODY std::string path_text(std::string_view name, const ParameterValue& value,
                                   const Serialization& how) {
  const Keep keep = how.allow_reserved ? Keep::reserved_in_path : Keep::unreserved;
  if (value.is_absent()) return {};
  // RFC 6570 3.2.7: without a value there is no `=`.
  const auto matrix = [](const std::string& left, const std::string& right) {
    return right.empty() ? ';' + left : ';' + left + '=' + right;
  };
  if (!value.is_composite()) {
    const std::string text = percent_encoded(value.text, keep);
    if (how.style == Style::label) return '.' + text;
    return how.style == Style::matrix ? matrix(percent_encoded(name), text) : text;
  }
  const std::string key = percent_encoded(name);
  if (how.style == Style::matrix && how.explode) {
    std::string out;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (value.items[i].is_absent()) continue;
      const bool is_named = value.kind == ParameterValue::Kind::object;
      out += matrix(is_named ? percent_encoded(value.names[i]) : key,
                    percent_encoded(value.items[i].text, keep));
    }
    return out;
  }
  const std::vector<std::string> parts = encoded_parts(value, how.explode, true, keep);
  if (parts.empty()) return {};
  if (how.style == Style::label) return '.' + joined(parts, how.explode ? "." : ",");
  return how.style == Style::matrix ? matrix(key, joined(parts, ",")) : joined(parts, ",");
}

BINDERY_BODY void append_deep_pairs(std::vector<EncodedPair>& pairs, const std::string& key,
                                    const ParameterValue& value, Keep keep) {
  if (value.kind == ParameterValue::Kind::scalar) {
    pairs.push_back({key, percent_encoded(value.text, keep)});
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (value.kind == ParameterValue::Kind::list) {
      append_deep_pairs(pairs, key, value.items[i], keep);
    } else {
      append_deep_pairs(pairs, key + "%5B" + percent_encoded(value.names[i]) + "%5D",
                        value.items[i], keep);
    }
  }
}

BINDERY_BODY std::vector<EncodedPair> query_pairs(std::string_view name,
                                                  const ParameterValue& value,
                                                  const Serialization& how) {
  const Keep keep = how.allow_reserved ? Keep::reserved_in_query : Keep::unreserved;
  const std::string key = percent_encoded(name);
  std::vector<EncodedPair> pairs;
  if (value.is_absent()) return pairs;
  if (how.allow_empty && value.is_composite() && value.items.empty()) {
    pairs.push_back({key, {}});
    return pairs;
  }
  if (how.style == Style::deep_object || value.kind == ParameterValue::Kind::scalar) {
    append_deep_pairs(pairs, key, value, keep);
    return pairs;
  }
  if (how.explode) {
    // Exploded, the delimited styles are the same as form (OAS 3.1 4.8.12.2).
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      if (value.items[i].is_absent()) continue;
      const bool named = value.kind == ParameterValue::Kind::object;
      pairs.push_back({named ? percent_encoded(value.names[i]) : key,
                       percent_encoded(value.items[i].text, keep)});
    }
    return pairs;
  }
  const std::vector<std::string> parts = encoded_parts(value, false, true, keep);
  if (parts.empty()) return pairs;
  const std::string_view separator = how.style == Style::space_delimited  ? "%20"
                                     : how.style == Style::pipe_delimited ? "%7C"
                                                                          : ",";
  pairs.push_back({key, joined(parts, separator)});
  return pairs;
}

BINDERY_BODY std::vector<EncodedPair> cookie_pairs(std::string_view name,
                                                   const ParameterValue& value, bool explode) {
  std::vector<EncodedPair> pairs;
  if (value.is_absent()) return pairs;
  if (!value.is_composite()) return {{std::string(name), value.text}};
  const std::vector<std::string> parts = encoded_parts(value, false, false, Keep::unreserved);
  if (!explode && !parts.empty()) return {{std::string(name), joined(parts, ",")}};
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (value.items[i].is_absent()) continue;
    const bool is_named = value.kind == ParameterValue::Kind::object;
    pairs.push_back({is_named ? value.names[i] : std::string(name), value.items[i].text});
  }
  return pairs;
}

BINDERY_BODY std::string header_text(const ParameterValue& value, bool explode) {
  return value.is_composite() ? joined(encoded_parts(value, explode, false, Keep::unreserved), ",")
                              : value.text;
}

}  // namespace v1
}  // namespace bindery
