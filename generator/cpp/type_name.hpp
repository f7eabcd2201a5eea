// How a type of the model is spelled where it is used, and what that needs.
// Must not declare anything; presence is a matter of the member, null of the use.
#pragma once

#include <set>
#include <string>

#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// What a spelling needs to be complete.
struct Needs {
  std::set<std::string> std_headers;      ///< `vector`
  std::set<std::string> runtime_headers;  ///< `nullable.hpp`
  std::set<model::TypeId> types;          ///< Declared ones, by value or inside others.

  void add(const Needs& other);
};

struct CppType {
  std::string spelling;
  Needs needs;
};

/// Where a value travels: raw bytes are a file when sent, and a string when answered.
enum class Place { member, answer };

/// What spelling takes; all of it outlives the spelling.
struct Spelling {
  const model::Api& api;
  const Names& names;
  /// With the client's namespace before its types, as codecs need it.
  bool is_qualified = false;
};

/// What the declaration of an alias stands for, without its null: `std::vector<Pet>`.
CppType aliased_type(const Spelling& spelling, model::TypeId type, Place place = Place::member);

/// A value that is always there: `bindery::Nullable<Pet>`, `bindery::Box<Pet>`.
CppType value_type(const Spelling& spelling, model::TypeUse use, Place place = Place::member);

/// A member: `value_type` when required, else wrapped to be absent.
CppType member_type(const Spelling& spelling, model::TypeUse use, bool is_required,
                    Place place = Place::member);

/// The declared type's name, with its namespace when the spelling is qualified.
std::string declared_name(const Spelling& spelling, model::TypeId type);

/// The type behind aliases and anonymous names; the id itself when it is none.
model::TypeId behind_aliases(const model::Api& api, model::TypeId type);

/// True for free-form JSON, which holds null itself.
bool is_any(const model::Api& api, model::TypeId type);

/// True when null is among the values: by the use, or by an alias on the way.
bool is_nullable(const model::Api& api, model::TypeUse use);

/// `value_type` with aliases seen through: equal for uses that are one type to the compiler.
CppType canonical_type(const Spelling& spelling, model::TypeUse use, Place place = Place::member);

}  // namespace bindery::cpp
