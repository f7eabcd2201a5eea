// SPDX-License-Identifier: MIT-0
// Free-form JSON as a RapidJSON document, for those who look inside.
// The only header of the runtime that includes RapidJSON; no other may include it.
#pragma once

#include <optional>
#include <string>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "bindery/json.hpp"

namespace bindery {
inline namespace v1 {

/// The value as a document of its own; nothing for a number beyond the range of `double`, which
/// RapidJSON cannot hold.
inline std::optional<rapidjson::Document> to_rapidjson(const Json& json) {
  constexpr unsigned flags = rapidjson::kParseFullPrecisionFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::Document document;
  document.Parse<flags>(json.text().data(), json.text().size());
  if (document.HasParseError()) return std::nullopt;
  return document;
}

/// The text of a RapidJSON value; nothing when it holds what JSON cannot (a float that is not
/// finite, a string that is not UTF-8) or nests deeper than `Json` is read.
inline std::optional<Json> from_rapidjson(const rapidjson::Value& value) {
  using Buffer = rapidjson::StringBuffer;
  using Writer = rapidjson::Writer<Buffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                   rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;
  Buffer buffer;
  Writer writer(buffer);
  if (!value.Accept(writer)) return std::nullopt;
  std::string text(buffer.GetString(), buffer.GetSize());
  JsonCursor check(text);
  if (!check.skip_value() || !check.finish()) return std::nullopt;
  return Json::from_checked_text(std::move(text));
}

}  // namespace v1
}  // namespace bindery
