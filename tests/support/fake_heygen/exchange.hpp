// One call and its answer, freed of any HTTP library: what the fake's service sees and says.
// No state of the account, no sockets.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fake_heygen {

/// Orders header names without regard to case (RFC 9110 5.1).
struct HeaderNameLess {
  using is_transparent = void;
  bool operator()(std::string_view left, std::string_view right) const {
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [](unsigned char a, unsigned char b) { return std::tolower(a) < std::tolower(b); });
  }
};

using Headers = std::multimap<std::string, std::string, HeaderNameLess>;

/// One part of a multipart/form-data body.
struct Part {
  std::string name;
  std::string filename;
  std::string content_type;
  std::string content;
};

/// A request as it arrived. `target` is the raw request line's, undecoded; `query` is decoded.
struct Call {
  std::string method;
  std::string target;
  std::multimap<std::string, std::string> query;
  Headers headers;
  /// Empty for a multipart body, which is in `parts` instead.
  std::string body;
  std::vector<Part> parts;

  /// First value of a header, empty when it is absent.
  std::string header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  /// The undecoded path, without the query.
  std::string path() const { return target.substr(0, target.find('?')); }
};

/// What is sent back.
struct Answer {
  int status = 200;
  Headers headers;
  std::string content_type = "application/json";
  std::string body;

  /// First value of a header, empty when it is absent.
  std::string header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

}  // namespace fake_heygen
