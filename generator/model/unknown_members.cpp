#include "model/unknown_members.hpp"

namespace bindery::model {

void keep_unknown_members(TypeTable& types) {
  for (std::size_t index = 0; index < types.size(); ++index) {
    auto* object = types.at(types.id(index)).as<Object>();
    if (object == nullptr) continue;
    AdditionalProperties& additional = object->additional;
    if (additional.kind == AdditionalProperties::Kind::unspecified) {
      additional.kind = AdditionalProperties::Kind::any;
    }
  }
}

}  // namespace bindery::model
