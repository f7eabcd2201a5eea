// Which types the body of a request has, and which media types each is sent as.
// Must need no names: those are settled after it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "model/api.hpp"

namespace bindery::cpp {

/// How the runtime writes a body.
enum class BodyForm { json, text, file, form, multipart, json_lines, json_sequence };

/// What one content is in C++.
struct BodyType {
  enum class Kind {
    value,  ///< `use`, spelled like any value.
    list,   ///< A list of `use`.
    text,   ///< `std::string`
    file    ///< `bindery::File`
  };
  Kind kind = Kind::value;
  model::TypeUse use;
};

BodyForm body_form(const model::Api& api, const model::Content& content);
BodyType body_type(const model::Api& api, const model::Content& content);

/// Contents that are one type in C++, the default first.
struct BodyAlternative {
  BodyType type;
  std::vector<const model::Content*> contents;  ///< At least one.
};

/// The body of a request, as its caller sees it.
struct RequestBody {
  /// The default first; none: there is no body.
  std::vector<BodyAlternative> alternatives;

  bool is_empty() const { return alternatives.empty(); }
  bool is_one_of() const { return alternatives.size() > 1; }
  /// The caller says which media type is meant. Files say it themselves.
  bool has_choice() const;
  /// Headers of its parts are documented.
  bool has_part_headers() const;
};

/// The default is JSON if there is any (by another name than `text/` if possible), or else the
/// first. What holds files is not sent as JSON or as a form when it can be multipart.
RequestBody request_body(const model::Api& api, const model::Operation& operation);

/// `image/*`, `application/*+json`.
bool is_media_range(const model::Content& content);

/// Whether raw bytes are somewhere in a value.
bool holds_files(const model::Api& api, std::vector<model::TypeId> waiting);

}  // namespace bindery::cpp
