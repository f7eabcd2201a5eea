// Model types to C++ spellings, one alternative each.
// Must stay total: what has no type of its own is JSON.
#include "cpp/type_name.hpp"

#include <variant>

namespace bindery::cpp {
namespace {

// Anonymous types in each other; deeper ones can only be a mistake and end as JSON.
constexpr int deepest = 64;

class Speller {
 public:
  Speller(const Spelling& spelling, Place place, bool sees_through)
      : spelling_(spelling), place_(place), sees_through_(sees_through) {}

  std::string bare(model::TypeId id) {
    if (!id.is_known() || depth_ > deepest) return runtime("json.hpp", "bindery::Json");
    const model::Type& type = spelling_.api.types.at(id);
    const bool is_named = !spelling_.names.types[id.index].name.empty();
    const auto* alias = type.as<model::Alias>();
    const bool is_transparent = sees_through_ && is_using(type);
    if (is_named && !is_transparent) {
      needs_.types.insert(id);
      const std::string name = declared_name(spelling_, id);
      const bool is_open = type.as<model::Enum>() != nullptr && !is_plain_enum(type);
      return is_open ? runtime("open_enum.hpp", "bindery::Open<" + name + ">") : name;
    }
    ++depth_;
    std::string text = alias != nullptr ? bare(alias->target.type) : content(type);
    --depth_;
    return text;
  }

  // What the declaration of an alias stands for.
  std::string content(const model::Type& type) {
    return std::visit([this](const auto& shape) { return spell(shape); }, type.shape);
  }

  std::string value(model::TypeUse use) {
    std::string text = bare(use.type);
    if (use.boxed) text = runtime("box.hpp", "bindery::Box<" + text + ">");
    if (has_null(use)) text = runtime("nullable.hpp", "bindery::Nullable<" + text + ">");
    return text;
  }

  std::string member(model::TypeUse use, bool is_required) {
    if (is_required) return value(use);
    std::string text = bare(use.type);
    if (use.boxed) text = runtime("box.hpp", "bindery::Box<" + text + ">");
    if (has_null(use)) return runtime("nullable.hpp", "bindery::OptionalNullable<" + text + ">");
    return standard("optional", "std::optional<" + text + ">");
  }

  CppType finish(std::string text) { return {std::move(text), std::move(needs_)}; }

 private:
  bool has_null(model::TypeUse use) const {
    return is_nullable(spelling_.api, use) && !is_any(spelling_.api, use.type);
  }

  std::string standard(const char* header, std::string text) {
    needs_.std_headers.insert(header);
    return text;
  }
  std::string runtime(const char* header, std::string text) {
    needs_.runtime_headers.insert(header);
    return text;
  }

  std::string spell(model::Primitive primitive) {
    switch (primitive) {
      case model::Primitive::boolean:
        return "bool";
      case model::Primitive::int32:
        return standard("cstdint", "std::int32_t");
      case model::Primitive::int64:
        return standard("cstdint", "std::int64_t");
      case model::Primitive::uint32:
        return standard("cstdint", "std::uint32_t");
      case model::Primitive::uint64:
        return standard("cstdint", "std::uint64_t");
      case model::Primitive::float32:
        return "float";
      case model::Primitive::float64:
        return "double";
      case model::Primitive::string:
        return standard("string", "std::string");
      case model::Primitive::date_time:
        return runtime("date_time.hpp", "bindery::DateTime");
      case model::Primitive::date:
        return runtime("date_time.hpp", "bindery::Date");
      case model::Primitive::base64:
        return runtime("bytes.hpp", "bindery::Bytes");
      case model::Primitive::binary:
        return place_ == Place::answer ? standard("string", "std::string")
                                       : runtime("file.hpp", "bindery::File");
    }
    return "bool";
  }

  std::string spell(const model::List& list) {
    return standard("vector", "std::vector<" + value(list.item) + ">");
  }

  std::string spell(const model::Map& map) {
    needs_.std_headers.insert("string");
    return standard("map", "std::map<std::string, " + value(map.value) + ">");
  }

  // Items beyond the prefix need a vector; of JSON, when they are not all of one type.
  std::string spell(const model::Tuple& tuple) {
    if (tuple.rest) {
      const std::string rest = value(*tuple.rest);
      bool is_uniform = true;
      for (const model::TypeUse& item : tuple.items) is_uniform = is_uniform && value(item) == rest;
      return standard("vector", is_uniform ? "std::vector<" + rest + ">"
                                           : runtime("json.hpp", "std::vector<bindery::Json>"));
    }
    std::string items;
    for (const model::TypeUse& item : tuple.items) {
      items += (items.empty() ? "" : ", ") + value(item);
    }
    return standard("tuple", "std::tuple<" + items + ">");
  }

  std::string spell(const model::Alias& alias) { return bare(alias.target.type); }
  std::string spell(const model::Enum& values) {  // Those that are not plain are declared.
    switch (values.base) {
      case model::Enum::Base::string:
        return spell(model::Primitive::string);
      case model::Enum::Base::integer:
        return spell(model::Primitive::int64);
      case model::Enum::Base::number:
        return "double";
      case model::Enum::Base::boolean:
        break;
    }
    return "bool";
  }
  std::string spell(const model::Any&) { return runtime("json.hpp", "bindery::Json"); }
  std::string spell(const model::Invalid&) { return runtime("json.hpp", "bindery::Json"); }
  std::string spell(const model::Object&) { return runtime("json.hpp", "bindery::Json"); }
  std::string spell(const model::Union&) { return runtime("json.hpp", "bindery::Json"); }

  const Spelling& spelling_;
  Place place_;
  bool sees_through_;
  Needs needs_;
  int depth_ = 0;
};

}  // namespace

void Needs::add(const Needs& other) {
  std_headers.insert(other.std_headers.begin(), other.std_headers.end());
  runtime_headers.insert(other.runtime_headers.begin(), other.runtime_headers.end());
  types.insert(other.types.begin(), other.types.end());
}

CppType aliased_type(const Spelling& spelling, model::TypeId type, Place place) {
  Speller speller(spelling, place, false);
  const bool is_known = type.is_known();
  // A declared alias is asked for what it stands for by its declaration alone.
  std::string text = is_known ? speller.content(spelling.api.types.at(type)) : speller.bare(type);
  return speller.finish(std::move(text));
}

CppType value_type(const Spelling& spelling, model::TypeUse use, Place place) {
  Speller speller(spelling, place, false);
  std::string text = speller.value(use);
  return speller.finish(std::move(text));
}

CppType member_type(const Spelling& spelling, model::TypeUse use, bool is_required, Place place) {
  Speller speller(spelling, place, false);
  std::string text = speller.member(use, is_required);
  return speller.finish(std::move(text));
}

std::string declared_name(const Spelling& spelling, model::TypeId type) {
  const std::string& name = spelling.names.types[type.index].name;
  return spelling.is_qualified ? spelling.names.name_space + "::" + name : name;
}

model::TypeId behind_aliases(const model::Api& api, model::TypeId type) {
  for (int steps = 0; type.is_known() && steps < static_cast<int>(api.types.size()) + 1; ++steps) {
    const auto* alias = api.types.at(type).as<model::Alias>();
    if (alias == nullptr || api.types.at(type).is_self_containing) return type;
    type = alias->target.type;
  }
  return type;
}

bool is_any(const model::Api& api, model::TypeId type) {
  const model::TypeId target = behind_aliases(api, type);
  if (!target.is_known()) return true;
  const model::Type& shape = api.types.at(target);
  return shape.as<model::Any>() != nullptr || shape.as<model::Invalid>() != nullptr ||
         (shape.as<model::Alias>() != nullptr && !shape.is_self_containing);
}

bool is_nullable(const model::Api& api, model::TypeUse use) {
  if (use.nullable) return true;
  for (std::size_t steps = 0; use.type.is_known() && steps <= api.types.size(); ++steps) {
    const auto* alias = api.types.at(use.type).as<model::Alias>();
    if (alias == nullptr || api.types.at(use.type).is_self_containing) return false;
    if (alias->target.nullable) return true;
    use = alias->target;
  }
  return false;
}

CppType canonical_type(const Spelling& spelling, model::TypeUse use, Place place) {
  Speller speller(spelling, place, true);
  std::string text = speller.value(use);
  return speller.finish(std::move(text));
}

}  // namespace bindery::cpp
