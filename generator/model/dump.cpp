// The model as text, for people and golden tests.
// Must show everything that later rooms look at, in an order that never changes.
#include <ostream>
#include <string>

#include "model/lower.hpp"

namespace bindery::model {
namespace {

constexpr const char* primitive_names[] = {"boolean",   "int32",   "int64",   "uint32",
                                           "uint64",    "float32", "float64", "string",
                                           "date_time", "date",    "base64",  "binary"};
constexpr const char* in_names[] = {"path", "query", "header", "cookie"};
constexpr const char* style_names[] = {"simple",      "label",           "matrix",
                                       "form",        "space_delimited", "pipe_delimited",
                                       "deep_object", "cookie"};
constexpr const char* content_names[] = {"json",       "form",          "multipart",
                                         "text",       "binary",        "event_stream",
                                         "json_lines", "json_sequence", "xml"};
constexpr const char* security_names[] = {"api_key", "http_basic",      "http_bearer", "http_other",
                                          "oauth2",  "open_id_connect", "mutual_tls"};
constexpr const char* page_names[] = {"token", "page", "offset", "url", "link"};
constexpr const char* base_names[] = {"string", "integer", "number", "boolean"};
constexpr const char* matching_names[] = {"discriminator", "json_kind", "members"};

template <std::size_t Size, class Value>
const char* name_in(const char* const (&names)[Size], Value value) {
  const auto index = static_cast<std::size_t>(value);
  return index < Size ? names[index] : "?";
}

/// One line, whatever the text holds; long ones are cut.
std::string quoted(const std::string& text) {
  constexpr std::size_t longest = 60;
  constexpr const char* digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    if (result.size() > longest) return result + "...\"";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      result += "\\x";
      result += digits[byte >> 4];
      result += digits[byte & 15];
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string to_text(const Literal& literal) {
  switch (literal.kind) {
    case Literal::Kind::null:
      return "null";
    case Literal::Kind::boolean:
      return literal.boolean ? "true" : "false";
    case Literal::Kind::number:
      return literal.text;
    case Literal::Kind::string:
      break;
  }
  return quoted(literal.text);
}

class Dump {
 public:
  Dump(const Api& api, std::ostream& out) : api_(&api), out_(&out) {}

  void run() {
    line(0, "api " + quoted(api_->title) + " version " + quoted(api_->version));
    for (const auto& server : api_->servers) this->server(1, server);
    for (const auto& tag : api_->tags) line(1, "tag " + quoted(tag.name));
    for (const auto& scheme : api_->security_schemes) this->scheme(scheme);
    for (const auto& part : api_->left_out) {
      line(1, "left out " + std::string(diagnostics::info(part.code).name) + " " + part.what);
    }
    for (std::size_t index = 0; index < api_->types.size(); ++index) type(api_->types.id(index));
    for (const auto& operation : api_->operations) this->operation(operation);
    for (const auto& incoming : api_->incoming) {
      line(0, "incoming " + incoming.name + " " + incoming.method);
      if (incoming.body) body(*incoming.body);
    }
  }

 private:
  void line(std::size_t depth, const std::string& text) {
    *out_ << std::string(depth * 2, ' ') << text << '\n';
  }

  const Type& at(TypeId id) const { return api_->types.at(id); }

  std::string name(TypeId id) const {
    if (!id.is_known()) return "nothing";
    const TypeName& name = at(id).name;
    switch (name.source) {
      case TypeName::Source::component:
        return name.component;
      case TypeName::Source::member:
        return this->name(name.parent) + "." + name.member;
      case TypeName::Source::operation:
        return (name.operation < api_->operations.size() ? api_->operations[name.operation].id
                                                         : std::string("?")) +
               "." + name.role;
      case TypeName::Source::anonymous:
        break;
    }
    return "t" + std::to_string(id.index);
  }

  /// Nameless types are written where they are used. Depth: a nameless type cannot hold itself
  /// once `break_cycles` is through, but a model under test may be unfinished.
  std::string use(const TypeUse& use, std::size_t depth = 0) const {
    std::string text;
    if (!use.type.is_known()) return "nothing";
    const Type& type = at(use.type);
    if (type.name.source != TypeName::Source::anonymous || depth > 16) {
      text = name(use.type);
    } else if (const auto* primitive = type.as<Primitive>()) {
      text = name_in(primitive_names, *primitive);
    } else if (const auto* list = type.as<List>()) {
      text = "list<" + this->use(list->item, depth + 1) + ">";
    } else if (const auto* map = type.as<Map>()) {
      text = "map<" + this->use(map->value, depth + 1) + ">";
    } else if (const auto* tuple = type.as<Tuple>()) {
      text = "tuple<";
      for (const auto& item : tuple->items) {
        if (text.back() != '<') text += ", ";
        text += this->use(item, depth + 1);
      }
      if (tuple->rest) text += ", " + this->use(*tuple->rest, depth + 1) + "...";
      text += ">";
    } else if (type.as<Any>() != nullptr) {
      text = "any";
    } else if (type.as<Invalid>() != nullptr) {
      text = "invalid";
    } else {
      text = name(use.type);
    }
    if (type.name.source == TypeName::Source::anonymous) text += constraints(type.constraints);
    if (use.nullable) text += " | null";
    if (use.boxed) text = "box<" + text + ">";
    return text;
  }

  static std::string constraints(const Constraints& constraints) {
    std::string text;
    const auto number = [&](const char* label, const std::optional<std::uint64_t>& value) {
      if (value) text += std::string(" ") + label + "=" + std::to_string(*value);
    };
    const auto exact = [&](const char* label, const std::optional<std::string>& value) {
      if (value) text += std::string(" ") + label + "=" + *value;
    };
    number("min_length", constraints.min_length);
    number("max_length", constraints.max_length);
    number("min_items", constraints.min_items);
    number("max_items", constraints.max_items);
    number("min_properties", constraints.min_properties);
    number("max_properties", constraints.max_properties);
    exact("minimum", constraints.minimum);
    exact("maximum", constraints.maximum);
    exact("exclusive_minimum", constraints.exclusive_minimum);
    exact("exclusive_maximum", constraints.exclusive_maximum);
    exact("multiple_of", constraints.multiple_of);
    if (constraints.pattern) text += " pattern=" + quoted(*constraints.pattern);
    if (constraints.unique_items) text += " unique";
    return text;
  }

  void type(TypeId id) {
    const Type& type = at(id);
    if (type.name.source == TypeName::Source::anonymous && type.as<Object>() == nullptr &&
        type.as<Enum>() == nullptr && type.as<Union>() == nullptr) {
      return;
    }
    const std::string head = name(id) + (type.name.is_override ? " (given)" : "");
    const std::string tail =
        constraints(type.constraints) + (type.docs.deprecated ? " deprecated" : "");
    if (const auto* object = type.as<Object>()) {
      line(0, "object " + head + additional(object->additional) + tail);
      for (const auto& field : object->fields) this->field(field);
    } else if (const auto* enumeration = type.as<Enum>()) {
      line(0, "enum " + head + " of " + name_in(base_names, enumeration->base) + tail);
      for (const auto& value : enumeration->values) {
        line(1, to_text(value.literal) +
                    (value.name_override ? " named " + *value.name_override : ""));
      }
    } else if (const auto* alternatives = type.as<Union>()) {
      union_(head + tail, *alternatives);
    } else if (const auto* alias = type.as<Alias>()) {
      line(0, "alias " + head + " = " + use(alias->target) + tail +
                  (type.is_self_containing ? " (self-containing)" : ""));
    } else {
      line(0, "type " + head + " = " + (type.as<Any>() != nullptr ? "any" : "invalid"));
    }
  }

  std::string additional(const AdditionalProperties& additional) const {
    switch (additional.kind) {
      case AdditionalProperties::Kind::forbidden:
        return " closed";
      case AdditionalProperties::Kind::any:
        return " additional any";
      case AdditionalProperties::Kind::typed:
        return " additional " + use(additional.type);
      case AdditionalProperties::Kind::unspecified:
        break;
    }
    return "";
  }

  void field(const Field& field) {
    std::string text = field.wire_name + (field.required ? ": " : "?: ") + use(field.type);
    if (field.constant) text += " const " + to_text(*field.constant);
    if (field.default_value) text += " default " + to_text(*field.default_value);
    if (field.read_only) text += " read_only";
    if (field.write_only) text += " write_only";
    if (field.docs.deprecated) text += " deprecated";
    if (field.name_override) text += " named " + *field.name_override;
    line(1, text + constraints(field.constraints));
  }

  void union_(const std::string& head, const Union& shape) {
    std::string text = "union " + head + " by " + name_in(matching_names, shape.matching);
    if (!shape.property.empty()) text += " " + shape.property;
    line(0, text);
    for (std::size_t index = 0; index < shape.alternatives.size(); ++index) {
      const auto& alternative = shape.alternatives[index];
      text = use(alternative.type);
      for (std::size_t tag = 0; tag < alternative.tags.size(); ++tag) {
        text += (tag == 0 ? " tags " : ", ") + to_text(alternative.tags[tag]);
      }
      if (alternative.lacks_tag) text += " added";
      for (std::size_t member = 0; member < alternative.required.size(); ++member) {
        text += (member == 0 ? " requires " : ", ") + alternative.required[member];
      }
      if (shape.default_alternative == index) text += " default";
      line(1, text);
    }
  }

  void server(std::size_t depth, const Server& server) {
    line(depth, "server " + quoted(server.url));
    for (const auto& variable : server.variables) {
      std::string text = "variable " + variable.name + " = " + quoted(variable.default_value);
      for (const auto& value : variable.enum_values) text += " | " + quoted(value);
      line(depth + 1, text);
    }
  }

  void scheme(const SecurityScheme& scheme) {
    std::string text = "security " + scheme.name + " " + name_in(security_names, scheme.kind);
    if (scheme.kind == SecurityKind::api_key) {
      text += std::string(" ") + name_in(in_names, scheme.in) + " " + scheme.parameter_name;
    }
    if (!scheme.http_scheme.empty()) text += " " + scheme.http_scheme;
    if (!scheme.token_url.empty()) text += " token " + quoted(scheme.token_url);
    if (scheme.refresh_url != scheme.token_url) text += " refresh " + quoted(scheme.refresh_url);
    line(1, text);
  }

  void contents(std::size_t depth, const std::vector<Content>& contents) {
    for (const auto& content : contents) {
      std::string text = content.media_type + " (" + name_in(content_names, content.kind) +
                         "): " + use(content.type);
      if (content.item_type) text += " items " + use(*content.item_type);
      if (content.written != content.media_type) text += " written " + quoted(content.written);
      line(depth, text);
      parts(depth + 1, content.encodings, "part");
      parts(depth + 1, content.prefix_encodings, "next part");
      if (content.item_encoding) parts(depth + 1, {*content.item_encoding}, "further parts");
    }
  }

  void parts(std::size_t depth, const std::vector<PartEncoding>& encodings, const char* what) {
    for (const auto& part : encodings) {
      std::string text = what;
      if (!part.property.empty()) text += " " + part.property;
      if (!part.content_type.empty()) text += " as " + part.content_type;
      if (part.style) text += std::string(" style ") + name_in(style_names, *part.style);
      if (part.explode) text += *part.explode ? " explode" : " joined";
      for (const auto& header : part.headers) {
        text += " header " + header.wire_name + (header.required ? "" : "?");
      }
      line(depth, text);
    }
  }

  void body(const Body& body) {
    line(1, std::string("body") + (body.required ? " required" : ""));
    contents(2, body.contents);
  }

  void parameter(const Parameter& parameter) {
    std::string text = std::string(name_in(in_names, parameter.in)) + " " + parameter.wire_name +
                       (parameter.required ? ": " : "?: ") + use(parameter.type);
    text += parameter.content_type.empty()
                ? std::string(" ") + name_in(style_names, parameter.style) +
                      (parameter.explode ? " explode" : "")
                : " as " + parameter.content_type;
    if (parameter.is_query_string) text += " whole";
    if (parameter.allow_reserved) text += " reserved";
    if (parameter.allow_empty_value) text += " empty";
    if (parameter.default_value) text += " default " + to_text(*parameter.default_value);
    if (parameter.docs.deprecated) text += " deprecated";
    if (parameter.name_override) text += " named " + *parameter.name_override;
    line(1, text + constraints(parameter.constraints));
    parts(2, parameter.encodings, "part");
  }

  void operation(const Operation& operation) {
    std::string text = "operation " + operation.id + " " + operation.method + " " + operation.path;
    for (const auto& tag : operation.tags) text += " #" + quoted(tag);
    if (operation.docs.deprecated) text += " deprecated";
    if (operation.name_override) text += " named " + *operation.name_override;
    line(0, text);
    for (const auto& server : operation.servers) this->server(1, server);
    for (const auto& parameter : operation.parameters) this->parameter(parameter);
    if (operation.body) body(*operation.body);
    for (const auto& response : operation.responses) {
      line(1, "answer " + response.status);
      for (const auto& header : response.headers) {
        line(2, "header " + header.wire_name + (header.required ? ": " : "?: ") + use(header.type) +
                    (header.explode ? " explode" : "") + (header.is_json ? " json" : ""));
      }
      contents(2, response.contents);
    }
    if (operation.pages) pages(*operation.pages, operation);
    if (operation.wait) wait(*operation.wait);
    for (const auto& requirement : operation.security) {
      text = "security";
      for (const auto& use : requirement) {
        text += " " + use.scheme;
        for (const auto& scope : use.scopes) text += " " + quoted(scope);
      }
      line(1, requirement.empty() ? "security none" : text);
    }
  }

  std::string path(const std::vector<MemberStep>& steps) const {
    std::string text;
    for (const MemberStep& step : steps) {
      const auto* object = api_->types.at(step.object).as<Object>();
      text += (text.empty() ? "" : ".") + quoted(object->fields[step.field].wire_name);
    }
    return text.empty() ? "." : text;
  }

  void pages(const Pages& pages, const Operation& operation) {
    std::string text = std::string("pages by ") + name_in(page_names, pages.by);
    if (pages.by != Pages::By::url && pages.by != Pages::By::link) {
      text += " " + quoted(operation.parameters[pages.parameter].wire_name);
    }
    text += " items " + path(pages.items);
    if (!pages.next.empty()) text += " next " + path(pages.next);
    if (!pages.more.empty()) text += " more " + path(pages.more);
    line(1, text);
  }

  void wait(const Wait& wait) {
    std::string text = "wait";
    const auto add = [&](const char* name, const std::vector<std::string>& values) {
      for (const std::string& value : values) text += std::string(" ") + name + " " + quoted(value);
    };
    if (!wait.name.empty()) text += " named " + quoted(wait.name);
    if (!wait.status.empty()) text += " status " + path(wait.status);
    add("success", wait.success);
    add("stop", wait.stop);
    add("failure", wait.failure);
    if (!wait.until.empty()) text += " until " + path(wait.until);
    if (!wait.unless.empty()) text += " unless " + path(wait.unless);
    for (const auto& reason : wait.reasons) text += " reason " + path(reason);
    line(1, text);
    if (!wait.then) return;
    const Operation& next = api_->operations[wait.then->operation];
    text = "then " + next.id;
    for (const Wait::Then::Input& input : wait.then->inputs) {
      text +=
          " " + quoted(next.parameters[input.parameter].wire_name) + " from " + path(input.from);
    }
    line(2, text);
  }

  const Api* api_;
  std::ostream* out_;
};

}  // namespace

void dump(const Api& api, std::ostream& out) { Dump(api, out).run(); }

}  // namespace bindery::model
