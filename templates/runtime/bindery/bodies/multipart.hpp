// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/multipart.hpp".
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/compiled.hpp"
#include "bindery/file.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/media_type.hpp"
#include "bindery/multipart.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Body Multipart::body(const std::string& boundary) const {
  Body body;
  std::string text;
  for (const Part& part : parts_) {
    text += "--" + boundary + "\r\n" + part.head + "\r\n";
    if (const auto* file = std::get_if<File>(&part.content)) {
      body.append(std::move(text));
      body.append(*file);
      text.clear();
    } else {
      text += *std::get_if<std::string>(&part.content);
    }
    text += "\r\n";
  }
  text += "--" + boundary + "--\r\n";
  body.append(std::move(text));
  return body;
}

// Names and file names as browsers write them (HTML, multipart/form-data encoding algorithm):
// only what would end the quotes or the line is escaped.
BINDERY_BODY std::string Multipart::quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') {
      out += "%22";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (c == '\0') {
      out += "%00";
    } else {
      out += c;
    }
  }
  return out + '"';
}

BINDERY_BODY std::string Multipart::hex(std::uint64_t bits) {
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[static_cast<std::size_t>(bits >> shift) & 15];
  }
  return out;
}

BINDERY_BODY std::string_view Multipart::json_type(std::string_view types) {
  return first_media_type(types, is_json_media_type);
}

BINDERY_BODY void Multipart::add_file(const Label& label, const File& file,
                                      std::string_view types) {
  add_part(label, file.filename(), chosen_media_type(types, file.content_type()), file);
}

BINDERY_BODY void Multipart::add_json(const Label& label, std::string json,
                                      std::string_view types) {
  std::string_view type = json_type(types);
  if (type.empty()) {
    const std::string_view named = chosen_media_type(types, {});
    if (!named.empty()) {
      refuse("the part `" + label.name + "` cannot be written as " + std::string(named));
    }
    type = "application/json";
  }
  add_part(label, {}, type, std::move(json));
}

BINDERY_BODY void Multipart::refuse(std::string reason) {
  if (obstacle_.empty()) obstacle_ = std::move(reason);
}

BINDERY_BODY void Multipart::add_part(const Label& label, std::string_view filename,
                                      std::string_view content_type,
                                      std::variant<std::string, File> content) {
  Headers head;
  if (label.has_name || !filename.empty()) {
    std::string disposition =
        label.has_name ? "form-data; name=" + quoted(label.name) : "attachment";
    if (!filename.empty()) disposition += "; filename=" + quoted(filename);
    head.add("Content-Disposition", disposition);
  }
  if (!content_type.empty()) head.add("Content-Type", content_type);
  for (const Header& field : label.headers) {
    if (!head.contains(field.name)) head.add(field.name, field.value);
  }
  if (const Header* field = head.first_invalid()) {
    refuse("a part has the header " + field->name + ": " + field->value);
  }
  std::string text;
  for (const Header& field : head) text += field.name + ": " + field.value + "\r\n";
  parts_.push_back({std::move(text), std::move(content)});
}

BINDERY_BODY bool Multipart::occurs(std::string_view boundary) const {
  for (const Part& part : parts_) {
    const auto* text = std::get_if<std::string>(&part.content);
    const auto* file = std::get_if<File>(&part.content);
    const std::string_view bytes = text != nullptr ? std::string_view(*text) : file->bytes();
    if (part.head.find(boundary) != std::string::npos ||
        bytes.find(boundary) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

BINDERY_BODY Headers part_headers(const std::map<std::string, Headers>& of_parts,
                                  std::string_view name) {
  const auto found = of_parts.find(std::string(name));
  return found == of_parts.end() ? Headers() : found->second;
}

}  // namespace v1
}  // namespace bindery
