// Media types and encodings.
// Must not read schemas: those are interned and read later.
#include "spec/read_content.hpp"

#include "spec/other_version.hpp"
#include "spec/read_examples.hpp"
#include "spec/read_parameters.hpp"
#include "spec/read_schema.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using document::Member;

namespace {

std::optional<Encoding> read_encoding(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "encoding")) return std::nullopt;
  Encoding encoding;
  FieldReader fields(reading, place);
  encoding.content_type = fields.text("contentType");
  encoding.style = fields.text("style");
  encoding.explode = fields.flag("explode");
  encoding.allow_reserved = fields.flag("allowReserved").value_or(false);
  encoding.headers = read_headers(reading, fields);
  fields.ignore({"encoding", "prefixEncoding", "itemEncoding"});
  fields.finish();
  return encoding;
}

std::vector<Encoding> read_encodings(Reading& reading, FieldReader& fields) {
  std::vector<Encoding> encodings;
  const auto place = fields.mapping("encoding");
  if (!place || reading.in_header) return encodings;
  for (const Member& member : place->node->members) {
    if (auto encoding = read_encoding(reading, place->member(member))) {
      encoding->property = member.key;
      encodings.push_back(std::move(*encoding));
    }
  }
  return encodings;
}

void read_positional_encodings(Reading& reading, FieldReader& fields, MediaType& media_type) {
  if (const auto place = fields.sequence("prefixEncoding")) {
    for (std::size_t i = 0; i < place->node->items.size(); ++i) {
      // One that cannot be read still has its place.
      media_type.prefix_encodings.push_back(
          read_encoding(reading, place->item(i)).value_or(Encoding()));
    }
  }
  if (const auto place = fields.mapping("itemEncoding")) {
    if (auto encoding = read_encoding(reading, *place)) {
      media_type.item_encoding.push_back(std::move(*encoding));
    }
  }
}

}  // namespace

std::optional<MediaType> read_media_type(Reading& reading, const Place& place) {
  MediaType media_type;
  media_type.origin = origin_of(place);
  if (!expect_mapping(reading, place, "media type")) return media_type;
  FieldReader fields(reading, place);
  if (const auto schema = fields.any("schema")) {
    media_type.schema = intern_schema(reading, *schema);
  }
  if (const auto schema = fields.any("itemSchema")) {
    media_type.item_schema = intern_schema(reading, *schema);
    if (reading.spec.version != Version::v3_2) {
      report_other_version(reading, *schema, "`itemSchema` exists only since 3.2");
    }
  }
  media_type.examples = read_examples(reading, fields);
  media_type.encodings = read_encodings(reading, fields);
  read_positional_encodings(reading, fields, media_type);
  fields.finish();
  return media_type;
}

std::vector<MediaType> read_content(Reading& reading, FieldReader& fields) {
  std::vector<MediaType> content;
  const auto place = fields.mapping("content");
  if (!place) return content;
  for (const Member& member : place->node->members) {
    if (is_extension(member.key)) continue;
    auto media_type =
        read_referenced<MediaType>(reading, place->member(member), "mediaTypes", read_media_type);
    if (!media_type) continue;
    media_type->name = member.key;
    content.push_back(std::move(*media_type));
  }
  return content;
}

}  // namespace bindery::spec
