// Which JSON kinds the values of a type can be.
// Must not look at members.
#include "model/json_kinds.hpp"

#include <cstdint>

#include "model/type_uses.hpp"

namespace bindery::model {
namespace {

JsonKinds kinds_of(Primitive primitive) {
  switch (primitive) {
    case Primitive::boolean:
      return json_boolean;
    case Primitive::int32:
    case Primitive::int64:
    case Primitive::uint32:
    case Primitive::uint64:
    case Primitive::float32:
    case Primitive::float64:
      return json_number;
    case Primitive::string:
    case Primitive::date_time:
    case Primitive::date:
    case Primitive::base64:
    case Primitive::binary:
      break;
  }
  return json_string;
}

JsonKinds kinds_of(Enum::Base base) {
  switch (base) {
    case Enum::Base::boolean:
      return json_boolean;
    case Enum::Base::integer:
    case Enum::Base::number:
      return json_number;
    case Enum::Base::string:
      break;
  }
  return json_string;
}

/// Of a type that is neither alias nor union.
JsonKinds own_kinds(const Type& type) {
  if (const auto* primitive = type.as<Primitive>()) return kinds_of(*primitive);
  if (const auto* enumeration = type.as<Enum>()) return kinds_of(enumeration->base);
  if (type.as<List>() != nullptr || type.as<Tuple>() != nullptr) return json_array;
  if (type.as<Object>() != nullptr || type.as<Map>() != nullptr) return json_object;
  return json_any;
}

}  // namespace

std::vector<JsonKinds> json_kinds(const TypeTable& types) {
  std::vector<JsonKinds> kinds(types.size(), 0);
  std::vector<std::vector<std::uint32_t>> used_by(types.size());
  std::vector<std::uint32_t> changed;
  for (std::uint32_t index = 0; index < types.size(); ++index) {
    const Type& type = types.at({index});
    if (type.as<Alias>() == nullptr && type.as<Union>() == nullptr) {
      kinds[index] = own_kinds(type);
      changed.push_back(index);
      continue;
    }
    for_each_use(type.shape, [&](const TypeUse& use) { used_by[use.type.index].push_back(index); });
  }
  // Kinds are only ever added, so every type changes five times at most.
  while (!changed.empty()) {
    const std::uint32_t index = changed.back();
    changed.pop_back();
    for (const std::uint32_t user : used_by[index]) {
      if ((kinds[user] | kinds[index]) == kinds[user]) continue;
      kinds[user] |= kinds[index];
      changed.push_back(user);
    }
  }
  return kinds;
}

}  // namespace bindery::model
