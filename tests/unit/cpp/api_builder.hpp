// Models made by hand, for tests of names, layout and files.
// Must not know YAML: the rooms before have tests of their own.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/api.hpp"

namespace bindery::test {

/// Adds types to an API and hands out uses of them.
class ApiBuilder {
 public:
  model::Api api;

  model::TypeUse component(const std::string& name, model::Shape shape) {
    model::Type type;
    type.shape = std::move(shape);
    type.name.source = model::TypeName::Source::component;
    type.name.component = name;
    type.origin.pointer = "#/components/schemas/" + name;
    return {api.types.add(std::move(type))};
  }

  model::TypeUse nested(model::TypeUse parent, const std::string& member, model::Shape shape) {
    model::Type type;
    type.shape = std::move(shape);
    type.name.source = model::TypeName::Source::member;
    type.name.parent = parent.type;
    type.name.member = member;
    type.origin.pointer = api.types.at(parent.type).origin.pointer + "/properties/" + member;
    return {api.types.add(std::move(type))};
  }

  model::TypeUse anonymous(model::Shape shape) {
    model::Type type;
    type.shape = std::move(shape);
    return {api.types.add(std::move(type))};
  }

  model::TypeUse string() { return anonymous(model::Primitive::string); }

  /// A component to be filled in later, so that it can be referred to.
  model::TypeUse object(const std::string& name) { return component(name, model::Object{}); }

  void add_field(model::TypeUse object, const std::string& name, model::TypeUse type,
                 bool required = true) {
    model::Field field;
    field.wire_name = name;
    field.type = type;
    field.required = required;
    field.origin.pointer = api.types.at(object.type).origin.pointer + "/properties/" + name;
    api.types.at(object.type).as<model::Object>()->fields.push_back(std::move(field));
  }

  model::Operation& operation(const std::string& id, const std::string& tag = "pets") {
    model::Operation operation;
    operation.id = id;
    operation.method = "GET";
    operation.path = "/" + id;
    if (!tag.empty()) operation.tags = {tag};
    operation.origin.pointer = "#/paths/~1" + id + "/get";
    api.operations.push_back(std::move(operation));
    bool is_known = false;
    for (const model::Tag& each : api.tags) is_known = is_known || each.name == tag;
    if (!is_known && !tag.empty()) api.tags.push_back({tag, {}});
    return api.operations.back();
  }

  static void add_answer(model::Operation& operation, const std::string& status,
                         model::TypeUse type) {
    model::ResponseCase response;
    response.status = status;
    model::Content content;
    content.media_type = "application/json";
    content.type = type;
    response.contents.push_back(std::move(content));
    operation.responses.push_back(std::move(response));
  }
};

inline model::Enum string_enum(const std::vector<std::string>& values) {
  model::Enum shape;
  for (const std::string& value : values) {
    model::EnumValue each;
    each.literal = {model::Literal::Kind::string, false, value};
    shape.values.push_back(std::move(each));
  }
  return shape;
}

}  // namespace bindery::test
