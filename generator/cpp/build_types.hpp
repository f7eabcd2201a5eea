// Views of declarations: structs, enums, unions, aliases, and the headers that hold them.
// Must not look at codecs or operations' calls.
#pragma once

#include <string>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// The declarations of one header, in their order; adds what they need to `needs`.
std::vector<DeclarationView> declaration_views(const Building& building,
                                               const std::vector<model::TypeId>& types,
                                               Needs& needs);

/// `using name = type;`
DeclarationView alias_view(const std::string& name, const std::string& type, DocLines docs,
                           bool is_deprecated = false);

/// A member with room for its type: decides whether the declaration fits a line.
FieldView field_view(std::string type, std::string name, std::string initializer, DocLines docs);

/// A header of `models/`.
TypesFileView model_file_view(const Building& building, const ModelFile& file);

/// A constant as C++: its type and its literal.
struct ConstantText {
  std::string type, literal, header;
};
ConstantText constant_text(const model::Literal& literal);

/// True for a member that has one value only, and is no member of the struct but a constant.
bool is_constant(const model::Field& field);

/// True when unknown members of an object are kept in `additional_properties`.
bool keeps_additional(const model::Object& object);

}  // namespace bindery::cpp
