#include "cli/print_description.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/visible.hpp"
#include "document/indented_json.hpp"
#include "document/node.hpp"

namespace bindery::cli {
namespace {

using document::Node;

constexpr const char* format = "1";

Node node(std::string_view text) {
  Node node;
  node.kind = Node::Kind::string;
  node.text = std::string(text);
  return node;
}

Node flag(bool value) {
  Node node;
  node.kind = Node::Kind::boolean;
  node.boolean = value;
  return node;
}

Node number(std::string text) {
  Node node;
  node.kind = Node::Kind::number;
  node.text = std::move(text);
  return node;
}

Node node(const model::Literal& literal) {
  switch (literal.kind) {
    case model::Literal::Kind::null:
      return {};
    case model::Literal::Kind::boolean:
      return flag(literal.boolean);
    case model::Literal::Kind::number:
      return number(literal.text);
    case model::Literal::Kind::string:
      break;
  }
  return node(literal.text);
}

/// A mapping that is put together member by member.
class Object {
 public:
  Object() { node_.kind = Node::Kind::mapping; }

  Object& add(std::string key, Node value) {
    node_.members.push_back({std::move(key), {}, std::move(value)});
    return *this;
  }
  Object& add(std::string key, std::string_view text) { return add(std::move(key), node(text)); }
  Object& add(std::string key, const std::string& text) { return add(std::move(key), node(text)); }
  Object& add(std::string key, const char* text) { return add(std::move(key), node(text)); }
  Object& add(std::string key, bool value) { return add(std::move(key), flag(value)); }
  /// Left out when empty or false.
  Object& add_some(std::string key, std::string_view text) {
    return text.empty() ? *this : add(std::move(key), node(text));
  }
  Object& add_some(std::string key, bool value) {
    return value ? add(std::move(key), flag(true)) : *this;
  }
  /// Every item as `to_node` has it.
  template <class Items, class ToNode>
  Object& add_all(std::string key, const Items& items, ToNode to_node) {
    Node list;
    list.kind = Node::Kind::sequence;
    for (const auto& item : items) list.items.push_back(to_node(item));
    return add(std::move(key), std::move(list));
  }
  Object& add_texts(std::string key, const std::vector<std::string>& texts) {
    return add_all(std::move(key), texts, [](const std::string& text) { return node(text); });
  }

  Node take() { return std::move(node_); }

 private:
  Node node_;
};

Node shape_node(const cpp::ShapeDescription& shape) {
  Object object;
  object.add("kind", shape.kind).add_some("name", shape.name).add_some("nullable", shape.nullable);
  if (shape.kind == "array" || shape.kind == "map") {
    object.add("item", shape_node(shape.items.front()));
  } else if (shape.kind == "tuple") {
    object.add_all("items", shape.items, shape_node);
  }
  return object.take();
}

void add_type(Object& object, const cpp::TypeDescription& type) {
  object.add("type", type.spelling).add("shape", shape_node(type.shape));
}

Node type_node(const cpp::TypeDescription& type) {
  Object object;
  add_type(object, type);
  return object.take();
}

void add_member(Object& object, const cpp::MemberDescription& member) {
  object.add("name", member.name).add("wire_name", member.wire_name);
  object.add("required", member.required);
  if (member.constant) object.add("constant", node(*member.constant));
  add_type(object, member.type);
}

Node member_node(const cpp::MemberDescription& member) {
  Object object;
  add_member(object, member);
  return object.take();
}

Node parameter_node(const cpp::ParameterDescription& parameter) {
  Object object;
  add_member(object, parameter.member);
  object.add("in", parameter.in).add("style", parameter.style).add("explode", parameter.explode);
  object.add_some("content_type", parameter.content_type);
  return object.take();
}

Node content_node(const cpp::ContentDescription& content) {
  Object object;
  object.add("media_type", content.media_type);
  if (content.type) add_type(object, *content.type);
  return object.take();
}

Node response_node(const cpp::ResponseDescription& response) {
  Object object;
  object.add("status", response.status).add("is_success", response.is_success);
  object.add_all("contents", response.contents, content_node);
  object.add_texts("headers", response.headers);
  return object.take();
}

Node server_node(const model::Server& server) {
  Object object;
  object.add("url", server.url).add_some("description", server.description);
  object.add_all("variables", server.variables, [](const model::ServerVariable& variable) {
    Object each;
    each.add("name", variable.name).add("default", variable.default_value);
    if (!variable.enum_values.empty()) each.add_texts("enum", variable.enum_values);
    return each.take();
  });
  return object.take();
}

Node operation_node(const cpp::OperationDescription& operation) {
  Object object;
  object.add("id", operation.id).add("method", operation.method).add("path", operation.path);
  object.add_texts("tags", operation.tags).add_some("deprecated", operation.deprecated);
  object.add("accessor", operation.accessor).add_some("function", operation.function);
  object.add_some("stream", operation.stream).add_some("transfer", operation.transfer);
  object.add_some("items", operation.items);
  object.add("api", operation.api).add("header", operation.header);
  object.add("request", operation.request).add("response", operation.response);
  object.add_all("parameters", operation.parameters, parameter_node);
  if (operation.body) {
    Object body;
    body.add("required", operation.body->required);
    body.add_some("content_type", operation.body->content_type);
    body.add_some("part_headers", operation.body->part_headers);
    body.add_all("contents", operation.body->contents, content_node);
    object.add("body", body.take());
  }
  object.add_all("responses", operation.responses, response_node);
  object.add_all("security", operation.security, [](const model::SecurityRequirement& schemes) {
    Node list;
    list.kind = Node::Kind::sequence;
    for (const model::SchemeUse& scheme : schemes) list.items.push_back(node(scheme.scheme));
    return list;
  });
  if (!operation.servers.empty()) object.add_all("servers", operation.servers, server_node);
  return object.take();
}

Node declaration_node(const cpp::DeclarationDescription& type) {
  Object object;
  object.add("name", type.name).add("kind", type.kind).add("header", type.header);
  object.add("pointer", type.pointer);
  if (type.kind == "object") {
    object.add_all("members", type.members, member_node);
    if (type.additional) object.add("additional_properties", type_node(*type.additional));
  } else if (type.kind == "enum") {
    object.add("base", type.base);
    object.add_all("values", type.values, [](const model::Literal& value) { return node(value); });
  } else if (type.kind == "union") {
    object.add_all("alternatives", type.alternatives, type_node);
  } else if (type.target) {
    object.add("target", type_node(*type.target));
  }
  return object.take();
}

Node credential_node(const cpp::CredentialDescription& credential) {
  Object object;
  object.add("scheme", credential.scheme).add("kind", credential.kind);
  object.add_some("in", credential.in).add_some("parameter", credential.parameter);
  object.add_some("http_scheme", credential.http_scheme).add_some("member", credential.member);
  object.add_texts("environment", credential.variables);
  return object.take();
}

// One printable line, whatever the document holds.
std::string line(std::string_view text) { return diagnostics::visible(text); }

void print_type(const cpp::ContentDescription& content, std::ostream& out) {
  out << "  " << line(content.media_type) << "  "
      << (content.type ? content.type->spelling : "(not generated)") << '\n';
}

}  // namespace

void print_description_json(const cpp::Description& description, std::ostream& out) {
  Object object;
  object.add("format", number(format));
  object.add("title", description.title).add("version", description.version);
  object.add("namespace", description.name_space);
  object.add_all("servers", description.servers, server_node);
  object.add_all("credentials", description.credentials, credential_node);
  object.add_all("operations", description.operations, operation_node);
  object.add_all("types", description.types, declaration_node);
  out << document::to_indented_json(object.take()) << '\n';
}

void print_description_text(const cpp::Description& description, std::ostream& out) {
  bool is_first = true;
  for (const cpp::OperationDescription& operation : description.operations) {
    if (!std::exchange(is_first, false)) out << '\n';
    out << line(operation.id) << ": " << operation.method << ' ' << line(operation.path) << "\n  "
        << operation.response << " client." << operation.accessor << "()."
        << (operation.function.empty() ? operation.stream : operation.function) << '('
        << operation.request << ")  <" << operation.header << ">\n";
    for (const cpp::ParameterDescription& parameter : operation.parameters) {
      const cpp::MemberDescription& member = parameter.member;
      out << "  ." << member.name << "  " << member.type.spelling << "  " << parameter.in << " `"
          << line(member.wire_name) << '`' << (member.required ? ", required" : "") << '\n';
    }
    if (operation.body) {
      for (const cpp::ContentDescription& content : operation.body->contents) {
        out << "  .body" << (operation.body->required ? ", required" : "");
        print_type(content, out);
      }
    }
    for (const cpp::ResponseDescription& response : operation.responses) {
      out << "  " << line(response.status) << (response.is_success ? "" : " (error)");
      if (response.contents.empty()) out << '\n';
      bool is_next = false;
      for (const cpp::ContentDescription& content : response.contents) {
        if (std::exchange(is_next, true)) out << "  " << line(response.status);
        print_type(content, out);
      }
    }
  }
}

}  // namespace bindery::cli
