// What the API's values are, free of any programming language.
// Must not know C++, nor how the document spelled it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "source/location.hpp"

namespace bindery::model {

/// Index of a type in a `TypeTable`.
struct TypeId {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = none;

  constexpr bool is_known() const { return index != none; }
  friend constexpr auto operator<=>(const TypeId&, const TypeId&) = default;
};

/// A type where it is used: null is a matter of the place, not of the type.
struct TypeUse {
  TypeId type;
  bool nullable = false;
  /// The value is held behind a box here, since the type contains itself (set by `break_cycles`).
  bool boxed = false;

  friend bool operator==(const TypeUse&, const TypeUse&) = default;
};

/// A scalar of the document: for defaults, constants and enum values. Numbers stay text.
struct Literal {
  enum class Kind { null, boolean, number, string };
  Kind kind = Kind::null;
  bool boolean = false;
  std::string text;

  friend bool operator==(const Literal&, const Literal&) = default;
};

/// What the document says for people. Texts are as written: hostile, any length.
struct Docs {
  std::string title, summary, description;
  std::vector<std::string> examples;  ///< Compact JSON, at most a few, short ones only.
  bool deprecated = false;

  friend bool operator==(const Docs&, const Docs&) = default;
};

/// What `validate` checks; numbers as text. Lengths count code points.
struct Constraints {
  std::optional<std::uint64_t> min_length, max_length, min_items, max_items, min_properties,
      max_properties;
  std::optional<std::string> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of,
      pattern;
  bool unique_items = false;

  friend bool operator==(const Constraints&, const Constraints&) = default;
};

/// Where something was declared, for comments and messages.
struct Origin {
  source::Location where;
  std::string pointer;  ///< `#/components/schemas/Pet/properties/id`

  friend bool operator==(const Origin&, const Origin&) = default;
};

enum class Primitive {
  boolean,
  int32,
  int64,
  uint32,
  uint64,
  float32,
  float64,
  string,
  date_time,
  date,
  base64,  ///< Bytes in base64 on the wire (`format: byte`, `contentEncoding: base64`).
  binary,  ///< Raw bytes; only outside JSON.
};

/// A property of an object.
struct Field {
  std::string wire_name;
  TypeUse type;
  bool required = false;
  bool read_only = false, write_only = false;
  /// `const`: always sent when required or a discriminator; checked when read.
  std::optional<Literal> constant;
  std::optional<Literal> default_value;      ///< The server's; documented, never sent.
  std::optional<std::string> name_override;  ///< `x-cpp-name`
  Docs docs;
  Constraints constraints;
  Origin origin;
};

/// What an object holds beside its fields.
struct AdditionalProperties {
  enum class Kind { unspecified, forbidden, any, typed };
  Kind kind = Kind::unspecified;
  TypeUse type;  ///< Of `typed`.
};

struct Object {
  std::vector<Field> fields;
  AdditionalProperties additional;
};

struct EnumValue {
  Literal literal;
  std::optional<std::string> name_override;  ///< `x-enum-varnames` and the like.
  std::string description;
  bool deprecated = false;
};

/// Values of one JSON kind. Mixed enums are unions of enums.
struct Enum {
  enum class Base { string, integer, number, boolean };
  Base base = Base::string;
  std::vector<EnumValue> values;
};

struct List {
  TypeUse item;
};

/// `prefixItems`.
struct Tuple {
  std::vector<TypeUse> items;
  std::optional<TypeUse> rest;
};

struct Map {
  TypeUse value;
};

/// One alternative of a union and how it is recognised.
struct Alternative {
  TypeUse type;
  std::vector<Literal>
      tags;  ///< Values of the discriminator, or of a `const` or enum member that tells.
  std::vector<std::string> required;  ///< Members that only this alternative requires.
  /// The alternative has no member for the discriminator: the union writes the first tag for it.
  bool lacks_tag = false;
};

/// How alternatives are told apart, decided when generating.
struct Union {
  enum class Matching {
    discriminator,  ///< By the value of `property`.
    json_kind,      ///< By the JSON kind of the value.
    members,  ///< By JSON kind, tags in `property` where it is not empty, a required member only
              ///< one has, then by fields read.
  };
  Matching matching = Matching::members;
  std::string property;  ///< Of `discriminator`, and of `members` when tags decide.
  std::vector<Alternative> alternatives;
  std::optional<std::size_t> default_alternative;
};

/// A named type that is another one: `using VideoId = std::string;`.
struct Alias {
  TypeUse target;
};

/// Free-form JSON.
struct Any {};

/// Something that failed; whatever is built on it fails silently too.
struct Invalid {};

using Shape = std::variant<Primitive, Object, Enum, List, Tuple, Map, Union, Alias, Any, Invalid>;

/// Where a type's name comes from. Anonymous types (a list, a plain string) have none.
struct TypeName {
  enum class Source { anonymous, component, member, operation };
  Source source = Source::anonymous;
  std::string component;     ///< Of `component`: its key in components/schemas, or `x-cpp-name`.
  bool is_override = false;  ///< The name was given for C++ and is kept as it is.
  TypeId parent;             ///< Of `member`: the type it is nested in...
  std::string
      member;  ///< ...and the property, alternative (`title` or position) or `Item`, `Value`.
  std::size_t operation = 0;  ///< Of `operation`: index in `Api::operations`...
  std::string role;  ///< ...and `Body`, `Response`, `Error`, `Response201`, or a parameter's name.

  friend bool operator==(const TypeName&, const TypeName&) = default;
};

struct Type {
  Shape shape;
  TypeName name;
  Docs docs;
  /// Those of the schema. A scalar or list without a field of its own (an item, an alternative) has
  /// them here too, and is then a type entry of its own.
  Constraints constraints;
  Origin origin;
  /// An alias that reaches itself through lists, maps or tuples alone: it can only be a struct of
  /// its own around its target (set by `break_cycles`).
  bool is_self_containing = false;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&shape);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&shape);
  }
};

}  // namespace bindery::model
