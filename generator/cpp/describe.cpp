// Facts of the other builders, put side by side.
// Must ask them for every spelling, so that it says what they generate.
#include <algorithm>
#include <utility>

#include "cpp/answers.hpp"
#include "cpp/build_bodies.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/description.hpp"
#include "cpp/parameter_words.hpp"
#include "cpp/request_body.hpp"

namespace bindery::cpp {
namespace {

// Anonymous types in each other; see type_name.cpp.
constexpr int deepest = 64;

// With these, every spelling has the client's namespace before its types.
Names qualified(Names names) {
  const std::string prefix = names.name_space + "::";
  for (TypeNames& type : names.types) {
    if (!type.name.empty()) type.name.insert(0, prefix);
  }
  for (OperationNames& operation : names.operations) {
    operation.request.insert(0, prefix);
    operation.response.insert(0, prefix);
  }
  for (GroupNames& group : names.groups) group.type.insert(0, prefix);
  return names;
}

std::string kind_of(model::Primitive primitive) {
  switch (primitive) {
    case model::Primitive::boolean:
      return "boolean";
    case model::Primitive::int32:
    case model::Primitive::int64:
    case model::Primitive::uint32:
    case model::Primitive::uint64:
      return "integer";
    case model::Primitive::float32:
    case model::Primitive::float64:
      return "number";
    case model::Primitive::string:
      return "string";
    case model::Primitive::date_time:
      return "date_time";
    case model::Primitive::date:
      return "date";
    case model::Primitive::base64:
      return "base64";
    case model::Primitive::binary:
      return "file";
  }
  return "any";
}

std::string kind_of(model::SecurityKind kind) {
  switch (kind) {
    case model::SecurityKind::api_key:
      return "api_key";
    case model::SecurityKind::http_basic:
      return "http_basic";
    case model::SecurityKind::http_bearer:
      return "http_bearer";
    case model::SecurityKind::http_other:
      return "http_other";
    case model::SecurityKind::oauth2:
      return "oauth2";
    case model::SecurityKind::open_id_connect:
      return "open_id_connect";
    case model::SecurityKind::mutual_tls:
      return "mutual_tls";
  }
  return {};
}

std::string declared_kind(const model::Type& type) {
  if (type.as<model::Object>() != nullptr) return "object";
  if (type.as<model::Enum>() != nullptr) return "enum";
  return type.as<model::Union>() != nullptr ? "union" : "alias";
}

class Describer {
 public:
  Describer(const model::Api& api, const Names& names, const Layout& layout)
      : api_(api), names_(qualified(names)), building_{api, names_, layout, banner_} {}

  Description run() {
    Description description;
    description.title = api_.title;
    description.version = api_.version;
    description.name_space = names_.name_space;
    description.servers = api_.servers;
    for (std::size_t index = 0; index < api_.security_schemes.size(); ++index) {
      description.credentials.push_back(credential(index));
    }
    for (std::size_t index = 0; index < api_.operations.size(); ++index) {
      description.operations.push_back(operation(index));
    }
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      if (!names_.types[index].name.empty()) {
        description.types.push_back(declaration(api_.types.id(index)));
      }
    }
    return description;
  }

 private:
  Spelling spelling() const { return {api_, names_}; }

  ShapeDescription shape(model::TypeUse use, int depth = 0) const {
    ShapeDescription shape;
    shape.kind = "any";
    if (!use.type.is_known() || depth > deepest) return shape;
    const model::Type& type = api_.types.at(use.type);
    const std::string& name = names_.types[use.type.index].name;
    if (name.empty()) {
      shape = content_shape(type, depth);
    } else {
      shape.kind = declared_kind(type);
      shape.name = name;
    }
    shape.nullable = is_nullable(api_, use) && !is_any(api_, use.type);
    return shape;
  }

  // What stands behind a type's name.
  ShapeDescription content_shape(const model::Type& type, int depth) const {
    ShapeDescription described;
    described.kind = "any";
    if (const auto* primitive = type.as<model::Primitive>()) {
      described.kind = kind_of(*primitive);
    } else if (const auto* values = type.as<model::Enum>()) {
      described.kind = base_name(values->base);
    } else if (const auto* list = type.as<model::List>()) {
      described.kind = "array";
      described.items.push_back(shape(list->item, depth + 1));
    } else if (const auto* map = type.as<model::Map>()) {
      described.kind = "map";
      described.items.push_back(shape(map->value, depth + 1));
    } else if (const auto* tuple = type.as<model::Tuple>()) {
      described.kind = "tuple";
      for (const model::TypeUse& item : tuple->items) {
        described.items.push_back(shape(item, depth + 1));
      }
    } else if (const auto* alias = type.as<model::Alias>()) {
      described = shape(alias->target, depth + 1);
    }
    return described;
  }

  static std::string base_name(model::Enum::Base base) {
    switch (base) {
      case model::Enum::Base::string:
        return "string";
      case model::Enum::Base::integer:
        return "integer";
      case model::Enum::Base::number:
        return "number";
      case model::Enum::Base::boolean:
        break;
    }
    return "boolean";
  }

  TypeDescription value(model::TypeUse use) const {
    return {value_type(spelling(), use).spelling, shape(use)};
  }

  MemberDescription field(const model::Field& field, const std::string& name) const {
    MemberDescription member;
    member.name = name;
    member.wire_name = field.wire_name;
    member.required = field.required;
    member.type = {member_type(spelling(), field.type, field.required).spelling, shape(field.type)};
    if (is_constant(field)) {
      member.constant = field.constant;
      member.type.spelling = constant_text(*field.constant).type;
    }
    return member;
  }

  ParameterDescription parameter(const model::Parameter& parameter, const std::string& name) const {
    ParameterDescription description;
    description.member.name = name;
    description.member.wire_name = parameter.wire_name;
    description.member.required = parameter.required;
    description.member.type = {member_type(spelling(), parameter.type, parameter.required).spelling,
                               shape(parameter.type)};
    description.in = to_string(parameter.in);
    description.style = to_string(parameter.style);
    description.explode = parameter.explode;
    description.content_type = parameter.content_type;
    return description;
  }

  BodyDescription body(const model::Operation& operation, const RequestBody& sent,
                       const OperationNames& names) const {
    BodyDescription body;
    body.required = operation.body->required;
    body.content_type = names.content_type;
    body.part_headers = names.part_headers;
    for (const BodyAlternative& alternative : sent.alternatives) {
      const TypeDescription type{body_spelling(spelling(), alternative.type).spelling,
                                 sent_shape(alternative.type)};
      for (const model::Content* content : alternative.contents) {
        body.contents.push_back({content->media_type, type});
      }
    }
    return body;
  }

  // Some bodies are bytes or text whatever their schema says.
  ShapeDescription sent_shape(const BodyType& type) const {
    switch (type.kind) {
      case BodyType::Kind::value:
        break;
      case BodyType::Kind::list:
        return {"array", {}, false, {shape(type.use)}};
      case BodyType::Kind::text:
        return {"string", {}, false, {}};
      case BodyType::Kind::file:
        return {"file", {}, false, {}};
    }
    return shape(type.use);
  }

  // What the runtime reads a body of that kind as; nothing when the client does not.
  std::optional<TypeDescription> answered(const model::Operation& operation, const Answers& answers,
                                          const model::ResponseCase& response,
                                          const model::Content& content) const {
    for (const Answer& answer : answers.all) {
      if (answer.response != &response || answer.content == nullptr) continue;
      // JSON by another name is read as the JSON before it.
      const bool is_json_alike = answer.form == AnswerForm::json &&
                                 content.kind == model::ContentKind::json &&
                                 answer.content->type == content.type;
      if (answer.content != &content && !is_json_alike) continue;
      if (is_stream(answer.form)) {
        ShapeDescription list{"array", {}, false, {shape(item_use(api_, content))}};
        return TypeDescription{item_type(spelling(), operation).spelling, std::move(list)};
      }
      ShapeDescription whole = shape(content.type);
      if (answer.form == AnswerForm::binary) whole = {"bytes", {}, false, {}};
      if (answer.form == AnswerForm::text) whole = {"string", {}, false, {}};
      return TypeDescription{answer_type(building_, answer).spelling, std::move(whole)};
    }
    return std::nullopt;
  }

  ResponseDescription response(const model::Operation& operation, const Answers& answers,
                               const model::ResponseCase& response) const {
    ResponseDescription description;
    description.status = response.status;
    const auto is_among = [&](const std::vector<std::size_t>& indices) {
      return std::any_of(indices.begin(), indices.end(), [&](std::size_t index) {
        return answers.all[index].response == &response;
      });
    };
    description.is_success = is_among(answers.successes) || is_among(answers.streams);
    for (const model::Content& content : response.contents) {
      description.contents.push_back(
          {content.media_type, answered(operation, answers, response, content)});
    }
    for (const model::ResponseHeader& header : response.headers) {
      description.headers.push_back(header.wire_name);
    }
    return description;
  }

  OperationDescription operation(std::size_t index) const {
    const model::Operation& operation = api_.operations[index];
    const OperationNames& names = names_.operations[index];
    const GroupNames& group = names_.groups[names.group];
    OperationDescription description;
    description.id = operation.id;
    description.method = operation.method;
    description.path = operation.path;
    description.accessor = group.accessor;
    description.function = names.function;
    description.api = group.type;
    description.header = include_folder(names_.name_space) + "/api/" + group.file + ".hpp";
    description.request = names.request;
    description.response = names.response;
    description.tags = operation.tags;
    description.security = operation.security;
    description.servers = operation.servers;
    description.deprecated = operation.docs.deprecated;
    for (std::size_t each = 0; each < operation.parameters.size(); ++each) {
      description.parameters.push_back(
          parameter(operation.parameters[each], names.parameters[each]));
    }
    const RequestBody sent = request_body(api_, operation);
    if (!sent.is_empty()) description.body = body(operation, sent, names);
    const Answers answers = answers_of(operation);
    for (const model::ResponseCase& each : operation.responses) {
      description.responses.push_back(response(operation, answers, each));
    }
    if (answers.is_stream_only()) {
      description.function.clear();
      description.response = "bindery::StreamEnd";
    }
    description.stream = names.stream;
    description.transfer = names.transfer;
    description.items = names.items;
    return description;
  }

  DeclarationDescription declaration(model::TypeId id) const {
    const model::Type& type = api_.types.at(id);
    DeclarationDescription declaration;
    declaration.name = names_.types[id.index].name;
    declaration.header = header_of(building_, id, false);
    declaration.kind = declared_kind(type);
    declaration.pointer = type.origin.pointer;
    if (const auto* object = type.as<model::Object>()) {
      for (std::size_t index = 0; index < object->fields.size(); ++index) {
        declaration.members.push_back(
            field(object->fields[index], names_.types[id.index].members[index]));
      }
      if (keeps_additional(*object)) {
        const bool is_typed = object->additional.kind == model::AdditionalProperties::Kind::typed;
        declaration.additional = is_typed ? value(object->additional.type) : value({});
      }
    } else if (const auto* values = type.as<model::Enum>()) {
      declaration.base = base_name(values->base);
      for (const model::EnumValue& each : values->values) {
        declaration.values.push_back(each.literal);
      }
    } else if (const auto* shape = type.as<model::Union>()) {
      for (const model::Alternative& alternative : shape->alternatives) {
        declaration.alternatives.push_back(value(alternative.type));
      }
    } else {
      declaration.target =
          TypeDescription{aliased_type(spelling(), id).spelling, content_shape(type, 0)};
    }
    return declaration;
  }

  CredentialDescription credential(std::size_t index) const {
    const model::SecurityScheme& scheme = api_.security_schemes[index];
    CredentialDescription description;
    description.scheme = scheme.name;
    description.kind = kind_of(scheme.kind);
    if (scheme.kind == model::SecurityKind::mutual_tls) return description;
    const bool is_key = scheme.kind == model::SecurityKind::api_key;
    description.in = is_key ? to_string(scheme.in) : "header";
    description.parameter = is_key ? scheme.parameter_name : "Authorization";
    if (!is_key) description.http_scheme = http_scheme(scheme);
    description.member = names_.credentials[index].member;
    description.variables = names_.credentials[index].variables;
    return description;
  }

  static std::string http_scheme(const model::SecurityScheme& scheme) {
    if (scheme.kind == model::SecurityKind::http_basic) return "Basic";
    return scheme.kind == model::SecurityKind::http_other ? scheme.http_scheme : "Bearer";
  }

  const model::Api& api_;
  const Names names_;
  const Banner banner_{};
  const Building building_;
};

}  // namespace

Description describe(const model::Api& api, const Names& names, const Layout& layout) {
  return Describer(api, names, layout).run();
}

}  // namespace bindery::cpp
