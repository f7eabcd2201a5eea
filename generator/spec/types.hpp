// The OpenAPI document in one dialect, 3.1's, with every reference resolved and every node's place
// kept. Must not know what the API means in a program: that is the model's.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/load.hpp"
#include "spec/schema.hpp"

namespace bindery::spec {

/// What every object has: where it stands, its pointer, its extensions.
struct Origin {
  source::Location where;
  std::string pointer;
  std::vector<Extension> extensions;
};

struct Info {
  std::string title, version;
  std::optional<std::string> summary, description;
  Origin origin;
};

struct ServerVariable {
  std::string name, default_value;
  std::vector<std::string> enum_values;
  std::optional<std::string> description;
};

struct Server {
  std::string url;
  std::optional<std::string> name, description;
  std::vector<ServerVariable> variables;
  Origin origin;
};

struct Tag {
  std::string name;
  std::optional<std::string> summary, description;
  Origin origin;
};

/// One alternative: all of these schemes together. Empty: no credentials needed.
struct SecurityRequirement {
  struct Scheme {
    std::string name;
    std::vector<std::string> scopes;
    source::Location where;
  };
  std::vector<Scheme> schemes;
};

struct OAuthFlow {
  enum class Kind { implicit, password, client_credentials, authorization_code, device };
  Kind kind{};
  std::optional<std::string> authorization_url, token_url, refresh_url;
  std::vector<std::pair<std::string, std::string>> scopes;
};

struct SecurityScheme {
  enum class Kind { api_key, http, oauth2, open_id_connect, mutual_tls, unknown };
  std::string name;  ///< Its name in components.
  Kind kind = Kind::unknown;
  std::string parameter_name;  ///< Of an API key.
  std::string in;              ///< `header`, `query` or `cookie`.
  std::string scheme;          ///< Of http, in lower case: `bearer`.
  std::optional<std::string> bearer_format, open_id_connect_url, description;
  std::vector<OAuthFlow> flows;
  Origin origin;
};

struct Example {
  std::string name;
  const document::Node* value = nullptr;
};

struct Header;
struct Encoding;

struct MediaType {
  std::string name;  ///< As written: `application/json; charset=utf-8`.
  std::optional<SchemaId> schema, item_schema;
  std::vector<Example> examples;
  std::vector<Encoding> encodings;         ///< By property.
  std::vector<Encoding> prefix_encodings;  ///< By place (OAS 3.2).
  std::vector<Encoding> item_encoding;     ///< Of the places behind; at most one.
  Origin origin;
};

struct Parameter {
  enum class In { path, query, query_string, header, cookie };
  std::string name;
  In in = In::query;
  std::optional<std::string> description;
  bool required = false, deprecated = false, allow_empty_value = false, allow_reserved = false;
  std::optional<std::string> style;
  std::optional<bool> explode;
  std::optional<SchemaId> schema;
  std::vector<MediaType> content;
  std::vector<Example> examples;
  Origin origin;
};

struct Header {
  std::string name;
  std::optional<std::string> description;
  bool required = false, deprecated = false;
  std::optional<bool> explode;
  std::optional<SchemaId> schema;
  std::vector<MediaType> content;
  Origin origin;
};

struct Encoding {
  std::string property;
  std::optional<std::string> content_type, style;
  std::optional<bool> explode;
  bool allow_reserved = false;
  std::vector<Header> headers;
};

struct RequestBody {
  std::optional<std::string> description;
  bool required = false;
  std::vector<MediaType> content;
  Origin origin;
};

struct Response {
  std::string status;  ///< `200`, `4XX` (upper case) or `default`.
  std::optional<std::string> description;
  std::vector<Header> headers;
  std::vector<MediaType> content;
  Origin origin;
};

struct PathItem;

/// A callback expression and what is sent there.
struct Callback {
  std::string name, expression;
  std::vector<PathItem> path_items;  ///< One; a vector since the type is not complete here.
};

struct Operation {
  std::string method;  ///< As sent: `GET`, or the name given in 3.2's `additionalOperations`.
  std::optional<std::string> operation_id;
  source::Location operation_id_where;
  std::vector<std::string> tags;
  std::optional<std::string> summary, description;
  bool deprecated = false;
  std::vector<Parameter> parameters;  ///< Those of the path item first, overridden ones left out.
  std::optional<RequestBody> request_body;
  std::vector<Response> responses;
  std::vector<Callback> callbacks;
  std::optional<std::vector<SecurityRequirement>> security;  ///< Nothing: the document's.
  std::vector<Server> servers;  ///< Its own, else the path item's, else none (the document's).
  Origin origin;
};

struct PathItem {
  std::string path;  ///< `/pets/{id}`, or the name of a webhook.
  std::optional<std::string> summary, description;
  std::vector<Operation> operations;  ///< In document order.
  Origin origin;
};

/// A component schema.
struct ComponentSchema {
  std::string name;
  SchemaId schema;
  Origin origin;
};

enum class Version { v3_0, v3_1, v3_2 };

/// Everything read. Owns the trees that schemas and examples point into; not copyable, movable.
struct Spec {
  Spec() = default;
  Spec(Spec&&) = default;
  Spec& operator=(Spec&&) = default;
  Spec(const Spec&) = delete;
  Spec& operator=(const Spec&) = delete;

  Version version = Version::v3_1;
  Info info;
  std::vector<Server> servers;
  std::vector<Tag> tags;
  std::vector<PathItem> paths, webhooks;
  std::vector<ComponentSchema> component_schemas;
  std::vector<SecurityScheme> security_schemes;
  std::vector<SecurityRequirement> security;
  Origin origin;

  std::deque<Schema> schemas;
  std::deque<document::Document> documents;

  const Schema& schema(SchemaId id) const { return schemas.at(id.index); }
};

}  // namespace bindery::spec
