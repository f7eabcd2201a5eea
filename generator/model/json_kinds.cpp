// Which JSON kinds the values of a type can be.
// Must not look at members.
#include "model/json_kinds.hpp"

#include <set>
#include <vector>

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

}  // namespace

JsonKinds json_kinds_of(const TypeTable& types, const TypeUse& use) {
  JsonKinds kinds = 0;
  std::vector<TypeId> waiting{types.resolved(use).type};
  std::set<TypeId> seen;
  while (!waiting.empty()) {
    const TypeId id = waiting.back();
    waiting.pop_back();
    if (!id.is_known() || !seen.insert(id).second) continue;
    const Type& type = types.at(id);
    if (const auto* primitive = type.as<Primitive>()) {
      kinds |= kinds_of(*primitive);
    } else if (const auto* enumeration = type.as<Enum>()) {
      kinds |= kinds_of(enumeration->base);
    } else if (type.as<List>() != nullptr || type.as<Tuple>() != nullptr) {
      kinds |= json_array;
    } else if (type.as<Object>() != nullptr || type.as<Map>() != nullptr) {
      kinds |= json_object;
    } else if (const auto* nested = type.as<Union>()) {
      for (const auto& alternative : nested->alternatives) {
        waiting.push_back(types.resolved(alternative.type).type);
      }
    } else {
      kinds |= json_any;
    }
  }
  return kinds;
}

}  // namespace bindery::model
