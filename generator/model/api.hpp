// The API as a whole: operations, their inputs and answers, servers, credentials.
// Must not know C++.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/type_table.hpp"
#include "model/types.hpp"

namespace bindery::document {
struct Node;
}

namespace bindery::model {

enum class ParameterIn { path, query, header, cookie };
enum class ParameterStyle {
  simple,
  label,
  matrix,
  form,
  space_delimited,
  pipe_delimited,
  deep_object,
  cookie
};

/// A header of one part of a multipart body, other than its type.
struct PartHeader {
  std::string wire_name, description;
  bool required = false;
};

/// One part of a form or multipart body, by property.
struct PartEncoding {
  std::string property;
  std::string content_type;  ///< A list of media types and ranges; empty: by the property's type.
  std::optional<ParameterStyle> style;
  std::optional<bool> explode;
  bool allow_reserved = false;
  std::vector<PartHeader> headers;
};

/// OAS 3.1 4.8.12.
struct Parameter {
  std::string wire_name;
  ParameterIn in = ParameterIn::query;
  TypeUse type;
  bool required = false;
  ParameterStyle style = ParameterStyle::form;
  bool explode = true;
  bool allow_reserved = false, allow_empty_value = false;
  std::string content_type;  ///< Of a parameter with `content`: its media type; else empty.
  /// It is not in the query but all of it (OAS 3.2 4.12.1), as `content_type` has it.
  bool is_query_string = false;
  std::vector<PartEncoding> encodings;  ///< Of a query string that is a form.
  std::optional<Literal> default_value;
  std::optional<std::string> name_override;
  bool is_idempotency_key = false;  ///< By which the server knows a repetition.
  Docs docs;
  Constraints constraints;
  Origin origin;
};

/// How a body is written and read; decided by the media type.
enum class ContentKind {
  json,
  form,
  multipart,
  text,
  binary,
  event_stream,
  json_lines,
  json_sequence,
  xml
};

struct Content {
  std::string media_type;  ///< Without parameters: `application/json`.
  std::string written;     ///< As the document has it: `application/json; charset=utf-8`.
  ContentKind kind = ContentKind::json;
  TypeUse type;
  std::optional<TypeUse> item_type;  ///< OAS 3.2 `itemSchema`.
  std::vector<PartEncoding> encodings;
  std::vector<PartEncoding> prefix_encodings;  ///< OAS 3.2: of parts without names, by place;
  std::optional<PartEncoding> item_encoding;   ///< and of those behind.
  Origin origin;
};

struct Body {
  bool required = false;
  std::vector<Content> contents;  ///< In document order; the first one is the default.
  Docs docs;
  Origin origin;
};

/// OAS 3.1 4.8.21; its style is always `simple`.
struct ResponseHeader {
  std::string wire_name;
  TypeUse type;
  bool required = false;
  bool explode = false;
  bool is_json = false;  ///< It has JSON as `content` in place of a schema.
  Docs docs;
  Origin origin;
};

/// One documented answer.
struct ResponseCase {
  std::string status;  ///< `200`, `4XX` or `default`.
  std::vector<Content> contents;
  std::vector<ResponseHeader> headers;
  Docs docs;
  Origin origin;

  bool is_success() const { return !status.empty() && status.front() == '2'; }
};

/// A scheme, with the scopes that are needed of it.
struct SchemeUse {
  std::string scheme;
  std::vector<std::string> scopes;

  bool operator==(const SchemeUse&) const = default;
};

/// One alternative: schemes that are needed together.
using SecurityRequirement = std::vector<SchemeUse>;

struct ServerVariable {
  std::string name, default_value, description;
  std::vector<std::string> enum_values;

  bool operator==(const ServerVariable&) const = default;
};

struct Server {
  std::string url;   ///< With `{variables}`; may be relative.
  std::string name;  ///< OAS 3.2; else empty.
  std::string description;
  std::vector<ServerVariable> variables;
  Origin origin;
};

enum class SecurityKind {
  api_key,
  http_basic,
  http_bearer,
  http_other,
  oauth2,
  open_id_connect,
  mutual_tls
};

struct SecurityScheme {
  std::string name;
  SecurityKind kind = SecurityKind::api_key;
  ParameterIn in = ParameterIn::header;  ///< Of an API key.
  std::string parameter_name;            ///< Of an API key.
  std::string http_scheme;               ///< Of `http_other`.
  std::string token_url;                 ///< Of oauth2: where client credentials go.
  std::string refresh_url;               ///< Of oauth2: where refresh tokens go.
  std::string open_id_connect_url;
  Docs docs;
  Origin origin;
};

/// A field on the way to a member of an answer.
struct MemberStep {
  TypeId object;
  std::size_t field = 0;
};

/// How an operation answers page by page. Paths lead from the answer; an empty one is all of it.
struct Pages {
  enum class By { token, page, offset, url, link };
  By by = By::token;
  std::size_t parameter = 0;  ///< That names the page, but for `url` and `link`: an index.
  std::vector<MemberStep> items;
  std::vector<MemberStep> next;  ///< What the parameter of `token` is on the next page, or its URL.
  std::vector<MemberStep> more;  ///< Whether there is a next page; none when the answer says not.
  TypeUse item;
};

/// How the job is waited for whose state an operation answers. Paths lead from the answer.
struct Wait {
  std::string name;  ///< What the user calls the function; else empty.
  std::vector<MemberStep> status;
  std::vector<std::string> success, failure, stop;  ///< Statuses, as on the wire.
  std::vector<MemberStep> until, unless;            ///< There once it has ended, or failed.
  std::vector<std::vector<MemberStep>> reasons;     ///< Texts that say why it failed.

  /// A job that comes out of this one.
  struct Then {
    std::string name;
    std::size_t operation = 0;  ///< That tells how it is: index in Api::operations.
    struct Input {
      std::size_t parameter = 0;  ///< Of that operation.
      std::vector<MemberStep> from;
    };
    std::vector<Input> inputs;
  };
  std::optional<Then> then;
};

struct Operation {
  std::string id;  ///< The operationId, or one made from method and path.
  std::string method, path;
  std::vector<std::string> tags;  ///< The first one decides the group; none: the default group.
  std::vector<Parameter> parameters;
  std::optional<Body> body;
  std::vector<ResponseCase> responses;        ///< Sorted: exact statuses, ranges, `default`.
  std::vector<SecurityRequirement> security;  ///< Alternatives, in order; none: no credentials.
  std::vector<Server> servers;                ///< Its own; none: the API's.
  std::optional<Pages> pages;
  std::optional<Wait> wait;
  std::optional<std::string> name_override;
  Docs docs;
  Origin origin;
};

/// Something the API sends to us: a webhook or a callback.
struct Incoming {
  std::string name;
  std::string method;
  std::optional<Body> body;
  Docs docs;
  Origin origin;
};

/// How the sender of webhooks signs them; what the members mean is `bindery::WebhookScheme`'s.
struct WebhookScheme {
  bool is_standard = false;  ///< That of standardwebhooks.com; nothing else is said then.
  std::string signature_header, prefix, signed_text = "{body}", id_header, timestamp_header;
  bool is_base64 = false, is_secret_base64 = false;
  std::int64_t tolerance = 300;  ///< Seconds.
};

struct Tag {
  std::string name, description;
};

/// A part of the document that was left out, said in the output too.
struct LeftOut {
  diagnostics::Code code{};
  std::string what;
  Origin origin;
};

/// A value that the document gives as an example of a type.
struct Example {
  TypeUse type;
  const document::Node* value = nullptr;  ///< In a tree of the Spec that the Api was made from.
  std::string violation;  ///< Why its own schema does not describe it; empty when it does.
  bool is_sent = false;   ///< It is the body of a request.
  bool holds_single_precision = false;  ///< Its type has numbers of `format: float`.
  Origin origin;                        ///< The value's place, its schema's or body's pointer.
};

struct Api {
  std::string title, description, version;
  std::vector<Server> servers;
  std::vector<Tag> tags;  ///< Declared ones in order, then those only used.
  TypeTable types;
  std::vector<Operation> operations;
  std::vector<Incoming> incoming;
  std::optional<TypeUse> event;  ///< Of all webhooks; only where they were to be united.
  std::optional<WebhookScheme> webhook_scheme;
  std::vector<SecurityScheme> security_schemes;
  std::vector<SecurityRequirement> security;  ///< The document's own, for what has none.
  std::vector<LeftOut> left_out;
  std::vector<Example> examples;  ///< Only to be used while the Spec is there.
};

}  // namespace bindery::model
