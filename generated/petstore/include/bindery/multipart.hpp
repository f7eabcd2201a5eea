// SPDX-License-Identifier: MIT-0
// Bodies of multipart/form-data and its relatives (RFC 7578, RFC 2046 5.1).
// Must not read files: they become pieces of the body, read when it is sent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/file.hpp"
#include "bindery/http.hpp"
#include "bindery/parameters.hpp"
#include "bindery/random.hpp"

namespace bindery {
inline namespace v1 {

/// The parts of a multipart body, in order.
class Multipart {
 public:
  /// Adds what `value` becomes (OAS 3.1 4.8.14.4): a file part with its name and type; text for
  /// scalars; one part each for lists of these; JSON for all else, and whenever `content_type` is a
  /// JSON type. A `content_type` replaces the default. Absent values are passed over.
  template <class T>
  void add(std::string_view name, const T& value, std::string_view content_type = {}) {
    if constexpr (std::is_same_v<T, File>) {
      add_file(name, value, content_type);
    } else if constexpr (HasState<T>::value) {
      if (value.has_value()) add(name, *value, content_type);
    } else if constexpr (IsList<T>::value) {
      if constexpr (std::is_same_v<typename T::value_type, File>) {
        for (const File& file : value) add_file(name, file, content_type);
      } else {
        add_value(name, parameter_value(value), content_type, [&] { return json_text(value); });
      }
    } else {
      add_value(name, parameter_value(value), content_type, [&] { return json_text(value); });
    }
  }

  /// The whole body between boundaries. `boundary` comes from `choose_boundary`.
  Body body(const std::string& boundary) const {
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

  /// A boundary that occurs in no part whose bytes are in memory; of files on disk 128 random bits
  /// keep it out. `random` gives any 64 bits.
  template <class Random>
  std::string choose_boundary(Random random) const {
    while (true) {
      std::string boundary = "bindery-" + hex(random()) + hex(random());
      if (!occurs(boundary)) return boundary;
    }
  }

  /// The first header that cannot be sent, a content type with a line break in it; empty when all
  /// can.
  std::string invalid_content_type() const { return invalid_content_type_; }

 private:
  struct Part {
    std::string head{};
    std::variant<std::string, File> content{};
  };

  // Names and file names as browsers write them (HTML, multipart/form-data encoding algorithm):
  // only what would end the quotes or the line is escaped.
  static std::string quoted(std::string_view text) {
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

  static std::string hex(std::uint64_t bits) {
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4) {
      out += "0123456789abcdef"[static_cast<std::size_t>(bits >> shift) & 15];
    }
    return out;
  }

  static bool is_json_type(std::string_view content_type) {
    return content_type.find("json") != std::string_view::npos;
  }

  void add_file(std::string_view name, const File& file, std::string_view content_type) {
    add_part("form-data; name=" + quoted(name) + "; filename=" + quoted(file.filename()),
             content_type.empty() ? std::string_view(file.content_type()) : content_type, file);
  }

  template <class ToJson>
  void add_value(std::string_view name, const ParameterValue& value, std::string_view content_type,
                 ToJson json) {
    const std::string disposition = "form-data; name=" + quoted(name);
    if (value.is_absent()) return;
    if (is_json_type(content_type)) {
      add_part(disposition, content_type, json());
      return;
    }
    if (value.kind == ParameterValue::Kind::scalar) {
      add_part(disposition, content_type, value.text);
      return;
    }
    if (value.kind == ParameterValue::Kind::list) {
      bool nested = false;
      for (const ParameterValue& item : value.items) nested = nested || item.is_composite();
      for (const ParameterValue& item : value.items) {
        if (!nested && !item.is_absent()) add_part(disposition, content_type, item.text);
      }
      if (!nested) return;
    }
    add_part(disposition, content_type.empty() ? "application/json" : content_type, value.text);
  }

  void add_part(const std::string& disposition, std::string_view content_type,
                std::variant<std::string, File> content) {
    if (!is_valid_header_value(content_type)) {
      invalid_content_type_ = std::string(content_type);
      content_type = {};
    }
    std::string head = "Content-Disposition: " + disposition + "\r\n";
    if (!content_type.empty()) head += "Content-Type: " + std::string(content_type) + "\r\n";
    parts_.push_back({std::move(head), std::move(content)});
  }

  bool occurs(std::string_view boundary) const {
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

  std::vector<Part> parts_;
  std::string invalid_content_type_;
};

}  // namespace v1
}  // namespace bindery
