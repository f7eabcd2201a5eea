// Typed access to the members of one mapping, that remembers which were asked for.
// Must not know a keyword of OpenAPI but `x-`.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "spec/reading.hpp"

namespace bindery::spec {

/// Reports a value that cannot be used (E0311) and is left out.
diagnostics::Report report_bad_value(Reading& reading, const Place& place, std::string message);

/// True for a mapping; anything else is reported as `what` having the wrong kind.
bool expect_mapping(Reading& reading, const Place& place, std::string_view what);

/// A string, or a number or boolean as its text (reported when it is not `quiet`).
std::optional<std::string> read_text(Reading& reading, const Place& place, std::string_view what);

/// The strings of a sequence; a lone string counts as a sequence of it and is reported.
std::vector<std::string> read_texts(Reading& reading, const Place& place, std::string_view what);

/// A whole number from 0; one beyond 64 bits is the largest there is.
std::optional<std::uint64_t> parse_count(std::string_view number);

/// True for `x-` names, which any object may have (OAS 3.1 4.9).
bool is_extension(std::string_view name);

/// The `x-` members of a mapping.
std::vector<Extension> read_extensions(const document::Node& node);

/// Where a node stands, with its extensions.
Origin origin_of(const Place& place);

/// Members with a fitting value are given, absent ones are nothing, and so are wrong ones after
/// they were reported. `place` must hold a mapping.
class FieldReader {
 public:
  FieldReader(Reading& reading, const Place& place);
  FieldReader(Reading& reading, Place&& place) = delete;

  /// The value whatever its kind.
  std::optional<Place> any(std::string_view key);
  std::optional<Place> mapping(std::string_view key);
  std::optional<Place> sequence(std::string_view key);
  std::optional<std::string> text(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  std::optional<std::uint64_t> count(std::string_view key);
  std::optional<NumberText> number(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  source::Location where(std::string_view key) const;

  /// Names that are known and mean nothing to us.
  void ignore(std::initializer_list<std::string_view> keys);
  /// Reports the members that nobody asked for (E0303).
  void finish();

  const Place& place() const { return place_; }

 private:
  const document::Member* take(std::string_view key);
  std::optional<Place> of_kind(std::string_view key, document::Node::Kind kind);

  Reading& reading_;
  const Place& place_;
  std::vector<bool> seen_;
  std::vector<std::string_view> asked_;
};

}  // namespace bindery::spec
