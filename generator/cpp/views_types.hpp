// What the templates of models, operations and codecs see.
// Must hold texts, flags and lists only: every decision was taken by the builders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindery::cpp {

/// The opening of every header.
struct FileView {
  static constexpr std::string_view view_name = "FileView";
  std::string source;                     ///< `openapi.yaml`
  std::vector<std::string> command;       ///< `Regenerate: bindery generate openapi.yaml ...`
  std::vector<std::string> std_includes;  ///< `vector`
  std::vector<std::string> includes;      ///< `bindery/box.hpp`
  std::vector<std::string> left_out;      ///< `Not generated: ... (E0601)`
  bool has_std_includes = false, has_includes = false, has_left_out = false;
  /// Something deprecated is named here, by us: only the user's own use is to warn.
  bool names_deprecated = false;

  template <class F>
  static void members(F f) {
    f("source", &FileView::source);
    f("command", &FileView::command);
    f("std_includes", &FileView::std_includes);
    f("includes", &FileView::includes);
    f("left_out", &FileView::left_out);
    f("has_std_includes", &FileView::has_std_includes);
    f("has_includes", &FileView::has_includes);
    f("has_left_out", &FileView::has_left_out);
    f("names_deprecated", &FileView::names_deprecated);
  }
};

struct FieldView {
  static constexpr std::string_view view_name = "FieldView";
  std::vector<std::string> docs;
  std::string type, name;
  std::string initializer;   ///< `{}`, ` BINDERY_EMPTY`, or ` = "url"` of a constant.
  bool is_constant = false;  ///< The document leaves one value only.
  bool is_wrapped = false;   ///< Type and name do not fit one line.
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &FieldView::docs);
    f("type", &FieldView::type);
    f("name", &FieldView::name);
    f("initializer", &FieldView::initializer);
    f("is_constant", &FieldView::is_constant);
    f("is_wrapped", &FieldView::is_wrapped);
    f("is_deprecated", &FieldView::is_deprecated);
  }
};

struct StructView {
  static constexpr std::string_view view_name = "StructView";
  std::vector<std::string> docs;
  std::string name;
  std::vector<FieldView> fields;
  std::vector<std::string> compared;  ///< `left.id == right.id`, of members that can differ.
  std::string operands;               ///< `const T& left, const T& right`
  std::string compared_operands;      ///< The same, without names where nothing is compared.
  std::string unequal;                ///< `!(left == right)`
  bool is_comparable = false;
  bool has_fields = false, has_compared = false;
  bool is_empty = false;    ///< No members and no comparison.
  bool is_wrapped = false;  ///< The heads of the comparisons do not fit one line.
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &StructView::docs);
    f("name", &StructView::name);
    f("fields", &StructView::fields);
    f("compared", &StructView::compared);
    f("operands", &StructView::operands);
    f("compared_operands", &StructView::compared_operands);
    f("unequal", &StructView::unequal);
    f("is_comparable", &StructView::is_comparable);
    f("has_fields", &StructView::has_fields);
    f("has_compared", &StructView::has_compared);
    f("is_empty", &StructView::is_empty);
    f("is_wrapped", &StructView::is_wrapped);
    f("is_deprecated", &StructView::is_deprecated);
  }
};

struct EnumeratorView {
  static constexpr std::string_view view_name = "EnumeratorView";
  std::vector<std::string> docs;
  std::string name;
  std::string qualified;  ///< `VideoStatus::Pending`
  std::string literal;    ///< `"pending"`
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &EnumeratorView::docs);
    f("name", &EnumeratorView::name);
    f("qualified", &EnumeratorView::qualified);
    f("literal", &EnumeratorView::literal);
    f("is_deprecated", &EnumeratorView::is_deprecated);
  }
};

struct EnumView {
  static constexpr std::string_view view_name = "EnumView";
  std::vector<std::string> docs;
  std::string name;
  std::vector<EnumeratorView> enumerators;
  std::string wire_type;           ///< `std::string_view`
  std::string noun;                ///< `text`, `integer`, `number`
  std::string to_wire, from_wire;  ///< `to_string`, `from_string`
  bool hides_alias = false;        ///< An enumerator has the name of an alias of the client.

  template <class F>
  static void members(F f) {
    f("docs", &EnumView::docs);
    f("name", &EnumView::name);
    f("enumerators", &EnumView::enumerators);
    f("wire_type", &EnumView::wire_type);
    f("noun", &EnumView::noun);
    f("to_wire", &EnumView::to_wire);
    f("from_wire", &EnumView::from_wire);
    f("hides_alias", &EnumView::hides_alias);
  }
};

struct UnionView {
  static constexpr std::string_view view_name = "UnionView";
  std::vector<std::string> docs;
  std::string name;
  std::string alternatives;  ///< `AssetUrl, AssetId, bindery::Json`, broken where too long.
  bool is_wrapped = false;   ///< The base does not fit the line of the name.
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &UnionView::docs);
    f("name", &UnionView::name);
    f("alternatives", &UnionView::alternatives);
    f("is_wrapped", &UnionView::is_wrapped);
    f("is_deprecated", &UnionView::is_deprecated);
  }
};

struct AliasView {
  static constexpr std::string_view view_name = "AliasView";
  std::vector<std::string> docs;
  std::string name;
  std::string type;  ///< Broken where too long.
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &AliasView::docs);
    f("name", &AliasView::name);
    f("type", &AliasView::type);
    f("is_deprecated", &AliasView::is_deprecated);
  }
};

/// Exactly one of its lists holds one item.
struct DeclarationView {
  static constexpr std::string_view view_name = "DeclarationView";
  std::vector<StructView> structs;
  std::vector<EnumView> enums;
  std::vector<UnionView> unions;
  std::vector<AliasView> aliases;

  template <class F>
  static void members(F f) {
    f("structs", &DeclarationView::structs);
    f("enums", &DeclarationView::enums);
    f("unions", &DeclarationView::unions);
    f("aliases", &DeclarationView::aliases);
  }
};

/// A header of types: `models/`, `operations/`, `webhooks.hpp`.
struct TypesFileView {
  static constexpr std::string_view view_name = "TypesFileView";
  FileView file;
  std::string name_space;
  std::vector<DeclarationView> declarations;

  template <class F>
  static void members(F f) {
    f("file", &TypesFileView::file);
    f("name_space", &TypesFileView::name_space);
    f("declarations", &TypesFileView::declarations);
  }
};

}  // namespace bindery::cpp
