// What was generated for a document, as facts for tools and documentation.
// Must not say how it is printed; names are qualified, texts are those of the generated code.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/layout.hpp"
#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// The JSON a value is read from and written as.
struct ShapeDescription {
  /// `boolean`, `integer`, `number`, `string`, `date_time`, `date`, `base64`, `file`, `any`,
  /// `array`, `map`, `tuple`, or one of a declared type: `object`, `enum`, `union`, `alias`.
  std::string kind;
  std::string name;  ///< Of a declared type: `heygen::Video`.
  bool nullable = false;
  std::vector<ShapeDescription> items;  ///< Of an array or map one, of a tuple all.
};

/// A type where it is used.
struct TypeDescription {
  std::string spelling;  ///< `std::optional<heygen::Video>`
  ShapeDescription shape;
};

struct MemberDescription {
  std::string name, wire_name;
  TypeDescription type;
  bool required = false;
  std::optional<model::Literal> constant;  ///< It has this value always.
};

/// A member of a request struct that is sent outside of the body.
struct ParameterDescription {
  MemberDescription member;
  std::string_view in;     ///< `path`, `query`, `header` or `cookie`
  std::string_view style;  ///< `form`, `deep_object`...
  bool explode = false;
  std::string content_type;  ///< Of a parameter that is a text of this type; else empty.
};

struct ContentDescription {
  std::string media_type;
  std::optional<TypeDescription> type;  ///< Nothing: the client does not send or read it.
};

struct BodyDescription {
  bool required = false;
  /// The request's members that choose the media type and give parts headers; empty without them.
  std::string content_type, part_headers;
  std::vector<ContentDescription> contents;
};

struct ResponseDescription {
  std::string status;  ///< `200`, `4XX` or `default`
  bool is_success = false;
  std::vector<ContentDescription> contents;
  std::vector<std::string> headers;  ///< Their wire names.
};

struct OperationDescription {
  std::string id, method, path;
  std::string accessor, function, api, header;  ///< `videos`, `get_video`, `heygen::VideosApi`...
  std::string stream, transfer;   ///< Functions that answer item by item, or into a sink; or empty.
  std::string items;              ///< The function that walks all pages; or empty.
  std::string request, response;  ///< Their types.
  std::vector<std::string> tags;
  std::vector<ParameterDescription> parameters;
  std::optional<BodyDescription> body;
  std::vector<ResponseDescription> responses;
  std::vector<model::SecurityRequirement> security;
  std::vector<model::Server> servers;  ///< Its own.
  bool deprecated = false;
};

/// A declared type with its parts.
struct DeclarationDescription {
  std::string name, header, kind, pointer;
  std::vector<MemberDescription> members;     ///< Of an object.
  std::optional<TypeDescription> additional;  ///< Its other members, where they are kept.
  std::string base;                           ///< Of an enum: `string`, `integer`...
  std::vector<model::Literal> values;         ///< Of an enum.
  std::vector<TypeDescription> alternatives;  ///< Of a union.
  std::optional<TypeDescription> target;      ///< Of an alias.
};

struct CredentialDescription {
  std::string scheme, kind;
  std::string_view in;
  std::string parameter;               ///< Of the header, query parameter or cookie.
  std::string http_scheme;             ///< `Bearer`, where it goes before the value.
  std::string member;                  ///< Of `heygen::Credentials`; empty for mutual TLS.
  std::vector<std::string> variables;  ///< Of the environment.
};

struct Description {
  std::string title, version;
  std::string name_space;
  std::vector<model::Server> servers;
  std::vector<CredentialDescription> credentials;
  std::vector<OperationDescription> operations;
  std::vector<DeclarationDescription> types;
};

/// The whole of a client, in the order of the document.
Description describe(const model::Api& api, const Names& names, const Layout& layout);

}  // namespace bindery::cpp
