// SPDX-License-Identifier: MIT-0
// The URL of a server with its variables filled in (OAS 3.1 4.8.5, 4.8.6).
// Must not know which servers a document names.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

/// A variable of a server's URL, with its value.
struct ServerVariable {
  std::string_view name{};
  std::string_view value{};
  /// The values the document lists; none: any.
  std::initializer_list<std::string_view> allowed{};
};

/// The parts of a URL that a variable can stand in.
enum class UrlPart : int { start, scheme, authority, path, query };

/// Where the next character after `url` stands, `rest` being what follows that one.
UrlPart url_part_at(std::string_view url, std::string_view rest);

/// Whether `value` stays where it is put, so that what the template says after it still counts: in
/// `https://{region}.example.com` a region `evil.example/` would make another host of it. A whole
/// host may bring a path along where nothing but a path follows.
bool fits_in_authority(std::string_view value, std::string_view rest);

/// Appends `value` to `url`, encoded as its place asks; false when it cannot stand there.
bool append_server_value(std::string& url, std::string_view value, std::string_view rest);

/// `("https://{region}.h", {{"region", "eu", {"eu", "us"}}})` -> `"https://eu.h"`; the error of an
/// invalid request when a value is missing, not one of those allowed, or leads elsewhere.
Result<std::string> server_url(std::string_view url_template,
                               std::initializer_list<ServerVariable> variables);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/server_url.hpp"
#endif
