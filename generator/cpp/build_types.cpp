// One view per shape.
// Must decide here all that a template could be tempted to.
#include "cpp/build_types.hpp"

#include <set>

#include "cpp/comment.hpp"
#include "cpp/incomplete_lists.hpp"
#include "cpp/literal.hpp"
#include "cpp/member_names.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t member_indent = 2;
constexpr std::size_t continuation = 4;

// Values of additional properties are nullable in themselves.
CppType additional_type(const Building& building, const model::Object& object) {
  const Spelling spelling{building.api, building.names};
  if (object.additional.kind == model::AdditionalProperties::Kind::typed) {
    return value_type(spelling, object.additional.type);
  }
  return {"bindery::Json", {{}, {"json.hpp"}, {}}};
}

std::string initializer_of(const IncompleteLists& lists, const CppType& canonical) {
  return lists.are_in(canonical) ? " BINDERY_EMPTY" : "{}";
}

void set_flags(StructView& view) {
  view.is_comparable = true;
  view.has_fields = !view.fields.empty();
  view.has_compared = !view.compared.empty();
  // Neither operand may hide a member: clang warns of that, even in a friend.
  std::string left = "left";
  std::string right = "right";
  for (bool is_free = false; !is_free;) {
    is_free = true;
    for (const FieldView& field : view.fields) {
      if (field.name != left && field.name != right) continue;
      left += "_side";
      right += "_side";
      is_free = false;
    }
  }
  for (std::string& member : view.compared) {
    member = folded(left + "." + member + " == " + right + "." + member, 11, 15, 2);
  }
  view.operands = "const T& " + left + ", const T& " + right;
  view.compared_operands = view.has_compared ? view.operands : "const T&, const T&";
  view.unequal = "!(" + left + " == " + right + ")";
  const std::string line =
      "  friend bindery::if_same<T, " + view.name + "> operator==(" + view.operands + ") {";
  view.is_wrapped = line.size() > max_columns;
}

StructView struct_view(const Building& building, model::TypeId id, const model::Object& object,
                       const IncompleteLists& lists, Needs& needs) {
  const Spelling spelling{building.api, building.names};
  const model::Type& type = building.api.types.at(id);
  const TypeNames& names = building.names.types[id.index];
  StructView view;
  view.docs = type_docs(type.docs, type.origin, 0);
  view.name = names.name;
  view.is_deprecated = type.docs.deprecated;
  for (std::size_t index = 0; index < object.fields.size(); ++index) {
    const model::Field& field = object.fields[index];
    const std::string& name = names.members[index];
    DocLines docs = field_docs(field, name, type.origin.pointer, member_indent);
    if (is_constant(field)) {
      const ConstantText constant = constant_text(*field.constant);
      if (!constant.header.empty()) needs.std_headers.insert(constant.header);
      view.fields.push_back(
          field_view(constant.type, name, " = " + constant.literal, std::move(docs)));
      view.fields.back().is_constant = true;
      view.fields.back().is_deprecated = field.docs.deprecated;
      continue;
    }
    const CppType member = member_type(spelling, field.type, field.required);
    needs.add(member.needs);
    view.fields.push_back(field_view(member.spelling, name,
                                     initializer_of(lists, canonical_type(spelling, field.type)),
                                     std::move(docs)));
    view.fields.back().is_deprecated = field.docs.deprecated;
    view.compared.push_back(name);
  }
  if (keeps_additional(object)) {
    const CppType value = additional_type(building, object);
    needs.add(value.needs);
    needs.std_headers.insert({"map", "string"});
    view.fields.push_back(field_view("std::map<std::string, " + value.spelling + ">",
                                     "additional_properties", "{}",
                                     {"Members that the document does not name."}));
    view.compared.push_back("additional_properties");
  }
  set_flags(view);
  needs.runtime_headers.insert("model.hpp");
  return view;
}

// `struct Tree { std::vector<Tree> value{}; };`: an alias cannot name itself.
StructView wrapper_view(const Building& building, model::TypeId id, const model::Alias& alias,
                        const IncompleteLists& lists, Needs& needs) {
  const Spelling spelling{building.api, building.names};
  const model::Type& type = building.api.types.at(id);
  const CppType value = value_type(spelling, alias.target);
  needs.add(value.needs);
  needs.runtime_headers.insert("model.hpp");
  StructView view;
  view.docs = type_docs(type.docs, type.origin, 0);
  view.name = building.names.types[id.index].name;
  view.is_deprecated = type.docs.deprecated;
  view.fields.push_back(field_view(value.spelling, "value",
                                   initializer_of(lists, canonical_type(spelling, alias.target)),
                                   {"All there is in it."}));
  view.compared = {"value"};
  set_flags(view);
  return view;
}

EnumView enum_view(const Building& building, model::TypeId id, const model::Enum& values,
                   Needs& needs) {
  const model::Type& type = building.api.types.at(id);
  const TypeNames& names = building.names.types[id.index];
  EnumView view;
  view.docs = type_docs(type.docs, type.origin, 0);
  view.name = names.name;
  switch (values.base) {
    case model::Enum::Base::integer:
      view.wire_type = "std::int64_t";
      view.noun = "integer";
      needs.std_headers.insert("cstdint");
      break;
    case model::Enum::Base::number:
      view.wire_type = "double";
      view.noun = "number";
      break;
    default:
      view.wire_type = "std::string_view";
      view.noun = "text";
      needs.std_headers.insert("string_view");
  }
  const std::string suffix = view.noun == "text" ? "string" : view.noun;
  view.to_wire = "to_" + suffix;
  view.from_wire = "from_" + suffix;
  std::set<std::string> seen;
  for (std::size_t index = 0; index < values.values.size(); ++index) {
    const model::EnumValue& value = values.values[index];
    EnumeratorView enumerator;
    enumerator.name = names.members[index];
    view.hides_alias = view.hides_alias || building.aliases.count(enumerator.name) != 0;
    enumerator.qualified = view.name + "::" + enumerator.name;
    enumerator.is_deprecated = value.deprecated;
    enumerator.docs = enumerator_docs(value, enumerator.name, member_indent);
    if (values.base == model::Enum::Base::string) {
      enumerator.literal = string_literal(value.literal.text);
    } else if (values.base == model::Enum::Base::number) {
      enumerator.literal = double_literal(value.literal.text);
    } else {
      enumerator.literal = integer_literal(as_integer(value.literal.text).value_or(0));
    }
    // The same value twice would be one case twice.
    if (seen.insert(enumerator.literal).second) view.enumerators.push_back(std::move(enumerator));
  }
  return view;
}

std::string matching_sentence(const model::Union& shape) {
  switch (shape.matching) {
    case model::Union::Matching::discriminator:
      return "told apart by " + code_span(shape.property);
    case model::Union::Matching::json_kind:
      return "told apart by the kind of JSON value";
    case model::Union::Matching::members:
      break;
  }
  return "told apart by the members found";
}

UnionView union_view(const Building& building, model::TypeId id, const model::Union& shape,
                     Needs& needs) {
  const Spelling spelling{building.api, building.names};
  const model::Type& type = building.api.types.at(id);
  UnionView view;
  view.name = building.names.types[id.index].name;
  std::set<std::string> seen = {"bindery::Json"};
  std::string listed;
  for (const model::Alternative& alternative : shape.alternatives) {
    model::TypeUse use = alternative.type;
    use.nullable = false;
    const CppType canonical = canonical_type(spelling, use);
    if (!seen.insert(canonical.spelling).second) continue;
    const CppType part = value_type(spelling, use);
    needs.add(part.needs);
    view.alternatives += part.spelling + ", ";
    listed += (listed.empty() ? "" : ", ") + code_span(part.spelling);
  }
  view.alternatives += "bindery::Json";
  needs.std_headers.insert("variant");
  needs.runtime_headers.insert("json.hpp");
  view.is_deprecated = type.docs.deprecated;
  const std::string line = (view.is_deprecated ? "struct [[deprecated]] " : "struct ") + view.name +
                           " : std::variant<" + view.alternatives + "> {";
  view.is_wrapped = line.size() > max_columns;
  if (view.is_wrapped) view.alternatives = folded(view.alternatives, 10, 10);
  model::Docs docs = type.docs;
  docs.description += (docs.description.empty() ? "" : "\n\n") + std::string("One of ") + listed +
                      ", " + matching_sentence(shape) + "; anything else is kept as JSON.";
  view.docs = type_docs(docs, type.origin, 0);
  return view;
}

DeclarationView declaration_view(const Building& building, model::TypeId id,
                                 const IncompleteLists& lists, Needs& needs) {
  const model::Type& type = building.api.types.at(id);
  DeclarationView view;
  if (const auto* object = type.as<model::Object>()) {
    view.structs.push_back(struct_view(building, id, *object, lists, needs));
  } else if (const auto* shape = type.as<model::Union>()) {
    view.unions.push_back(union_view(building, id, *shape, needs));
  } else if (const auto* values = type.as<model::Enum>(); values != nullptr && !is_using(type)) {
    view.enums.push_back(enum_view(building, id, *values, needs));
  } else if (const auto* alias = type.as<model::Alias>(); alias != nullptr && !is_using(type)) {
    view.structs.push_back(wrapper_view(building, id, *alias, lists, needs));
  } else {
    const CppType target = aliased_type({building.api, building.names}, id);
    needs.add(target.needs);
    return alias_view(building.names.types[id.index].name, target.spelling,
                      type_docs(type.docs, type.origin, 0), type.docs.deprecated);
  }
  return view;
}

}  // namespace

DeclarationView alias_view(const std::string& name, const std::string& type, DocLines docs,
                           bool is_deprecated) {
  AliasView view;
  view.docs = std::move(docs);
  view.name = name;
  view.is_deprecated = is_deprecated;
  const std::string opening = is_deprecated ? "using  [[deprecated]] = " : "using  = ";
  const std::size_t column = opening.size() + name.size();
  view.type = folded(type + ";", column, continuation);
  view.type.pop_back();
  DeclarationView declaration;
  declaration.aliases.push_back(std::move(view));
  return declaration;
}

FieldView field_view(std::string type, std::string name, std::string initializer, DocLines docs) {
  FieldView view;
  const std::size_t width = member_indent + type.size() + 1 + name.size() + initializer.size() + 1;
  view.is_wrapped = width > max_columns;
  view.type = folded(type, member_indent, member_indent + continuation, member_indent);
  view.name = std::move(name);
  view.initializer = std::move(initializer);
  view.docs = std::move(docs);
  return view;
}

std::vector<DeclarationView> declaration_views(const Building& building,
                                               const std::vector<model::TypeId>& types,
                                               Needs& needs) {
  IncompleteLists lists({building.api, building.names}, types);
  std::vector<DeclarationView> views;
  for (const model::TypeId type : types) {
    lists.declare(type);
    views.push_back(declaration_view(building, type, lists, needs));
  }
  return views;
}

TypesFileView model_file_view(const Building& building, const ModelFile& file) {
  const std::string folder = include_folder(building.names.name_space);
  Needs needs;
  TypesFileView view;
  view.declarations = declaration_views(building, file.types, needs);
  view.name_space = building.names.name_space;
  Includes includes;
  includes.add(building, needs, false);
  includes.declare(building, file.types);
  includes.own(folder + "/fwd.hpp");
  std::vector<std::string> pointers;
  for (const model::TypeId type : file.types) {
    pointers.push_back(building.api.types.at(type).origin.pointer);
  }
  view.file = includes.view(building, folder + "/models/" + file.stem + ".hpp",
                            left_out_lines(building.api, pointers));
  return view;
}

ConstantText constant_text(const model::Literal& literal) {
  if (literal.kind == model::Literal::Kind::boolean) {
    return {"bool", literal.boolean ? "true" : "false", {}};
  }
  if (literal.kind == model::Literal::Kind::number) {
    if (const auto integer = as_integer(literal.text)) {
      return {"std::int64_t", integer_literal(*integer), "cstdint"};
    }
    return {"double", double_literal(literal.text), {}};
  }
  return {"std::string_view", string_literal(literal.text), "string_view"};
}

bool is_constant(const model::Field& field) {
  return field.constant && field.constant->kind != model::Literal::Kind::null;
}

bool keeps_additional(const model::Object& object) {
  return object.additional.kind == model::AdditionalProperties::Kind::any ||
         object.additional.kind == model::AdditionalProperties::Kind::typed;
}

}  // namespace bindery::cpp
