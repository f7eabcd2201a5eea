// Bodies: media types and what they hold.
// Must not know which status a body answers.
#include "model/lower_content.hpp"

#include <algorithm>
#include <utility>

#include "model/lower_parameter.hpp"
#include "model/lower_schema.hpp"
#include "model/media_type.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"
#include "model/structure_key.hpp"

namespace bindery::model {
namespace {

bool is_text(Lowering& lowering, spec::SchemaId id) {
  const Reading& reading = read_through(lowering, id);
  return reading.kind == Reading::Kind::scalar || reading.kind == Reading::Kind::enumeration;
}

bool is_binary(Lowering& lowering, spec::SchemaId id) {
  const Reading& reading = read_through(lowering, id);
  return reading.kind == Reading::Kind::scalar && reading.primitive == Primitive::binary;
}

/// The kind of content whose name does not tell: `*/*` and application types of all sorts.
std::optional<ContentKind> kind_by_schema(Lowering& lowering, const std::string& media_type,
                                          const std::optional<spec::SchemaId>& schema) {
  if (!schema) return ContentKind::binary;
  const Reading& reading = read_through(lowering, *schema);
  if (is_binary(lowering, *schema) || reading.kind == Reading::Kind::any) {
    return ContentKind::binary;
  }
  if (media_type == "*/*" || media_type == "application/*") return ContentKind::json;
  if (is_text(lowering, *schema)) return ContentKind::binary;
  return std::nullopt;
}

/// Nothing when it has none that is supported. A file of any type is bytes (OAS 3.0 4.7.14.2): its
/// `binary` says that what the media type names is not to be looked into.
std::optional<ContentKind> kind_of(Lowering& lowering, const std::string& media_type,
                                   const std::optional<spec::SchemaId>& schema) {
  const auto by_name = kind_by_name(media_type);
  if (!by_name) return kind_by_schema(lowering, media_type, schema);
  const bool is_file = schema && is_binary(lowering, *schema) &&
                       (*by_name == ContentKind::json || *by_name == ContentKind::text ||
                        *by_name == ContentKind::xml);
  return is_file ? ContentKind::binary : by_name;
}

TypeUse type_without_schema(Lowering& lowering, ContentKind kind) {
  switch (kind) {
    case ContentKind::text:
    case ContentKind::event_stream:
      return primitive_use(lowering, Primitive::string);
    case ContentKind::binary:
      return primitive_use(lowering, Primitive::binary);
    default:
      return any_use(lowering);
  }
}

TypeUse type_of(Lowering& lowering, ContentKind kind, const spec::MediaType& media,
                const Owner& owner, const std::string& role) {
  if (kind == ContentKind::binary) return primitive_use(lowering, Primitive::binary);
  if (!media.schema) return type_without_schema(lowering, kind);
  // Text of any structure is text: `text/csv` with a list of rows is not JSON.
  if (kind == ContentKind::text && !is_text(lowering, *media.schema)) {
    return primitive_use(lowering, Primitive::string);
  }
  return lower_nested(lowering, *media.schema, name_in_role(lowering, owner, role, *media.schema));
}

bool is_alike(Lowering& lowering, const spec::MediaType& a, const spec::MediaType& b) {
  if (!a.schema || !b.schema) return false;
  return *a.schema == *b.schema ||
         structure_key(lowering, *a.schema) == structure_key(lowering, *b.schema);
}

/// What an inline schema is named by beside those of other kinds.
std::string role_of(ContentKind kind, const std::string& role) {
  if (kind == ContentKind::form) return "Form_" + role;
  return kind == ContentKind::multipart ? "Multipart_" + role : role;
}

/// Whether a body of that kind has the structure of its schema: text and bytes have none.
bool has_structure(ContentKind kind) {
  return kind != ContentKind::text && kind != ContentKind::binary;
}

/// The type of a content before that says the same in another form; null when there is none.
const TypeUse* type_of_alike(Lowering& lowering, const std::vector<Content>& contents,
                             const std::vector<const spec::MediaType*>& written,
                             const spec::MediaType& media, ContentKind kind) {
  if (!has_structure(kind)) return nullptr;
  for (std::size_t index = 0; index < contents.size(); ++index) {
    if (has_structure(contents[index].kind) && is_alike(lowering, media, *written[index])) {
      return &contents[index].type;
    }
  }
  return nullptr;
}

/// Frameworks list every type they have a writer for: text whose schema is no text, and is that of
/// JSON beside it, is JSON as well.
bool is_json_as_text(Lowering& lowering, const spec::MediaType& media,
                     const std::vector<spec::MediaType>& media_types) {
  if (!media.schema || is_text(lowering, *media.schema)) return false;
  return std::any_of(media_types.begin(), media_types.end(), [&](const spec::MediaType& other) {
    return kind_by_name(without_parameters(other.name)) == ContentKind::json &&
           is_alike(lowering, media, other);
  });
}

}  // namespace

PartEncoding lower_encoding(const spec::Encoding& encoding) {
  PartEncoding part;
  part.property = encoding.property;
  part.content_type = encoding.content_type.value_or("");
  if (encoding.style) part.style = style_by_name(*encoding.style);
  part.explode = encoding.explode;
  part.allow_reserved = encoding.allow_reserved;
  for (const auto& header : encoding.headers) {
    // OAS 3.1 4.8.15.1: the type has a field of its own.
    if (lower_case(header.name) == "content-type") continue;
    part.headers.push_back({header.name, header.description.value_or(""), header.required});
  }
  return part;
}

namespace {

void forget_style(PartEncoding& encoding) {
  encoding.style.reset();
  encoding.explode.reset();
  encoding.allow_reserved = false;
}

void leave_out(Lowering& lowering, const spec::MediaType& media, const std::string& what) {
  lowering.diagnostics
      .report(diagnostics::Code::E0601, media.origin.where,
              "media type `" + media.name + "` of the " + what + " is not supported")
      .at(media.origin.pointer);
  lowering.api.left_out.push_back(
      {diagnostics::Code::E0601, "`" + media.name + "` of the " + what, origin_of(media.origin)});
}

}  // namespace

std::vector<Content> lower_contents(Lowering& lowering,
                                    const std::vector<spec::MediaType>& media_types,
                                    const Owner& owner, const std::string& role,
                                    const std::string& what) {
  std::vector<Content> contents;
  std::vector<const spec::MediaType*> written;  // What each of `contents` was made from.
  for (const auto& media : media_types) {
    Content content;
    content.media_type = without_parameters(media.name);
    content.written = trimmed(media.name);
    const auto kind = kind_of(lowering, content.media_type, media.schema);
    if (!kind || *kind == ContentKind::xml || content.media_type.find('/') == std::string::npos) {
      leave_out(lowering, media, what);
      continue;
    }
    const bool is_known = std::any_of(contents.begin(), contents.end(), [&](const Content& other) {
      return other.media_type == content.media_type;
    });
    if (is_known) continue;
    content.kind = *kind;
    if (content.kind == ContentKind::text && is_json_as_text(lowering, media, media_types)) {
      content.kind = ContentKind::json;
    }
    const TypeUse* const known = type_of_alike(lowering, contents, written, media, content.kind);
    const std::string own_role = media_types.size() > 1 ? role_of(content.kind, role) : role;
    content.type =
        known != nullptr ? *known : type_of(lowering, content.kind, media, owner, own_role);
    if (media.item_schema) {
      content.item_type =
          lower_nested(lowering, *media.item_schema,
                       name_in_role(lowering, owner, role + "_Item", *media.item_schema));
    }
    for (const auto& encoding : media.encodings) {
      content.encodings.push_back(lower_encoding(encoding));
      // OAS 3.0 4.7.15.1: only forms have styles.
      const bool has_styles =
          lowering.spec.version != spec::Version::v3_0 || content.kind == ContentKind::form;
      if (!has_styles) forget_style(content.encodings.back());
    }
    for (const auto& encoding : media.prefix_encodings) {
      content.prefix_encodings.push_back(lower_encoding(encoding));
    }
    for (const auto& encoding : media.item_encoding) {
      content.item_encoding = lower_encoding(encoding);
    }
    content.origin = origin_of(media.origin);
    contents.push_back(std::move(content));
    written.push_back(&media);
  }
  return contents;
}

Body lower_body(Lowering& lowering, const spec::RequestBody& body, const Owner& owner,
                const std::string& what) {
  Body lowered;
  lowered.required = body.required;
  lowered.docs.description = body.description.value_or("");
  lowered.origin = origin_of(body.origin);
  lowered.contents = lower_contents(lowering, body.content, owner, "Body", what);
  return lowered;
}

}  // namespace bindery::model
