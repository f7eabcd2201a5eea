#include "model/answer_members.hpp"

#include <algorithm>

namespace bindery::model {

std::optional<TypeUse> single_answer(const Operation& operation) {
  std::optional<TypeUse> answer;
  for (const ResponseCase& response : operation.responses) {
    if (!response.is_success()) continue;
    if (response.contents.empty()) return std::nullopt;
    for (const Content& content : response.contents) {
      if (content.kind != ContentKind::json || !content.type.type.is_known()) return std::nullopt;
      if (answer && !(answer->type == content.type.type)) return std::nullopt;
      answer = content.type;
    }
  }
  return answer;
}

TypeUse end_of(const Api& api, TypeUse answer, const MemberPath& path) {
  if (path.empty()) return answer;
  return api.types.at(path.back().object).as<Object>()->fields[path.back().field].type;
}

std::optional<MemberPath> member_path(const Api& api, TypeUse answer, const std::string& names) {
  MemberPath path;
  std::size_t at = 0;
  while (at < names.size()) {
    const std::size_t end = std::min(names.find('.', at), names.size());
    const std::string name = names.substr(at, end - at);
    const TypeId id = api.types.resolved(end_of(api, answer, path)).type;
    const auto* object = api.types.at(id).as<Object>();
    if (object == nullptr) return std::nullopt;
    // A constant is no member of the answer's struct.
    const auto field =
        std::find_if(object->fields.begin(), object->fields.end(),
                     [&](const Field& each) { return each.wire_name == name && !each.constant; });
    if (field == object->fields.end()) return std::nullopt;
    path.push_back({id, static_cast<std::size_t>(field - object->fields.begin())});
    at = end + 1;
  }
  return path;
}

const Type& resolved_type(const Api& api, TypeUse use) {
  return api.types.at(api.types.resolved(use).type);
}

bool is_integer(const Type& type) {
  const auto* primitive = type.as<Primitive>();
  return primitive != nullptr &&
         (*primitive == Primitive::int32 || *primitive == Primitive::int64 ||
          *primitive == Primitive::uint32 || *primitive == Primitive::uint64);
}

bool is_string(const Type& type) {
  const auto* primitive = type.as<Primitive>();
  return primitive != nullptr && *primitive == Primitive::string;
}

bool is_boolean(const Type& type) {
  const auto* primitive = type.as<Primitive>();
  return primitive != nullptr && *primitive == Primitive::boolean;
}

}  // namespace bindery::model
