// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/server_url.hpp".
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/error.hpp"
#include "bindery/redact.hpp"
#include "bindery/result.hpp"
#include "bindery/server_url.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY UrlPart url_part_at(std::string_view url, std::string_view rest) {
  if (url.empty()) return rest.substr(0, 3) == "://" ? UrlPart::scheme : UrlPart::start;
  if (url.find('?') != std::string_view::npos) return UrlPart::query;
  const std::size_t slashes = url.find("//");
  const bool has_authority =
      slashes == 0 || (slashes != std::string_view::npos && slashes > 0 && url[slashes - 1] == ':');
  return has_authority && url.find('/', slashes + 2) == std::string_view::npos ? UrlPart::authority
                                                                               : UrlPart::path;
}

BINDERY_BODY bool fits_in_authority(std::string_view value, std::string_view rest) {
  const bool is_last = rest.empty() || rest[0] == '/' || rest[0] == '?';
  return std::all_of(value.begin(), value.end(), [is_last](char c) {
    return c > 0x20 && c < 0x7f &&
           std::string_view("\"#<>?@\\^`{|}").find(c) == std::string_view::npos &&
           (is_last || c != '/');
  });
}

BINDERY_BODY bool append_server_value(std::string& url, std::string_view value,
                                      std::string_view rest) {
  const UrlPart part = url_part_at(url, rest);
  if (part == UrlPart::query) {
    percent_encode(url, value);
    return true;
  }
  if (part == UrlPart::path) {
    append_without_dot_segments(url, percent_encoded(value, Keep::reserved_in_path));
    return true;
  }
  if (value.empty()) return false;
  std::string_view checked = value;
  if (part == UrlPart::start) {
    const std::size_t colon = value.find("://");
    if (colon != std::string_view::npos) checked.remove_prefix(colon + 3);
  }
  url += value;
  return fits_in_authority(checked, part == UrlPart::scheme ? "." : rest);
}

BINDERY_BODY Result<std::string> server_url(std::string_view url_template,
                                            std::initializer_list<ServerVariable> variables) {
  const auto refused = [](std::string_view name, const std::string& why) {
    return Error(ErrorKind::invalid_request,
                 "the server variable `" + Redactor().excerpt(name) + "` " + why);
  };
  std::string url;
  while (true) {
    const std::size_t open = url_template.find('{');
    const std::size_t close = url_template.find('}', open);
    url += url_template.substr(0, open);
    if (open == std::string_view::npos) return url;
    if (close == std::string_view::npos) return url.append(url_template.substr(open));
    const std::string_view name = url_template.substr(open + 1, close - open - 1);
    url_template.remove_prefix(close + 1);
    const ServerVariable* variable = nullptr;
    for (const ServerVariable& known : variables) {
      if (known.name == name) variable = &known;
    }
    if (variable == nullptr) return refused(name, "has no value");
    const std::string shown = variable->value.empty()
                                  ? "has no value"
                                  : "is `" + Redactor().excerpt(variable->value) + '`';
    if (variable->allowed.size() != 0 &&
        std::find(variable->allowed.begin(), variable->allowed.end(), variable->value) ==
            variable->allowed.end()) {
      std::string list;
      for (const std::string_view allowed : variable->allowed) {
        list += (list.empty() ? "`" : ", `") + Redactor().excerpt(allowed) + '`';
      }
      return refused(name, shown + ", expected one of " + list);
    }
    if (!append_server_value(url, variable->value, url_template)) {
      return refused(name, variable->value.empty()
                               ? shown
                               : shown + ", which cannot stand at its place in a URL");
    }
  }
}

}  // namespace v1
}  // namespace bindery
