// How the name of a media type decides the way a body is written.
// Must not look at schemas.
#include "model/media_type.hpp"

#include <algorithm>
#include <array>

namespace bindery::model {
namespace {

struct Named {
  std::string_view name;
  ContentKind kind;
};

constexpr std::array named{
    Named{"application/json", ContentKind::json},
    Named{"text/json", ContentKind::json},
    Named{"application/x-json", ContentKind::json},
    Named{"application/x-www-form-urlencoded", ContentKind::form},
    Named{"text/event-stream", ContentKind::event_stream},
    Named{"application/jsonl", ContentKind::json_lines},
    Named{"application/x-jsonl", ContentKind::json_lines},
    Named{"application/json-lines", ContentKind::json_lines},
    Named{"application/jsonlines", ContentKind::json_lines},
    Named{"application/x-jsonlines", ContentKind::json_lines},
    Named{"application/ndjson", ContentKind::json_lines},
    Named{"application/x-ndjson", ContentKind::json_lines},
    Named{"application/json-seq", ContentKind::json_sequence},
    Named{"application/xml", ContentKind::xml},
    Named{"text/xml", ContentKind::xml},
    Named{"application/octet-stream", ContentKind::binary},
    Named{"application/pdf", ContentKind::binary},
    Named{"application/zip", ContentKind::binary},
    Named{"application/gzip", ContentKind::binary},
    Named{"application/x-tar", ContentKind::binary},
    Named{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ContentKind::binary},
};

struct Prefixed {
  std::string_view prefix;
  ContentKind kind;
};

constexpr std::array prefixed{
    Prefixed{"multipart/", ContentKind::multipart}, Prefixed{"text/", ContentKind::text},
    Prefixed{"image/", ContentKind::binary},        Prefixed{"audio/", ContentKind::binary},
    Prefixed{"video/", ContentKind::binary},        Prefixed{"font/", ContentKind::binary}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return std::string(text);
}

std::string without_parameters(std::string_view media_type) {
  return lower_case(trimmed(media_type.substr(0, media_type.find(';'))));
}

std::optional<ContentKind> kind_by_name(std::string_view media_type) {
  for (const auto& entry : named) {
    if (entry.name == media_type) return entry.kind;
  }
  if (ends_with(media_type, "+json")) return ContentKind::json;
  if (ends_with(media_type, "+xml") && media_type.substr(0, 6) != "image/") {
    return ContentKind::xml;
  }
  if (ends_with(media_type, "+json-seq")) return ContentKind::json_sequence;
  for (const auto& entry : prefixed) {
    if (media_type.substr(0, entry.prefix.size()) == entry.prefix) return entry.kind;
  }
  return std::nullopt;
}

}  // namespace bindery::model
