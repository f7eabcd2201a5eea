#include "cpp/member_path_text.hpp"

namespace bindery::cpp {

std::string member_path_text(const Names& names, const std::vector<model::MemberStep>& steps) {
  std::string text;
  for (const model::MemberStep& step : steps) {
    const TypeNames& type = names.types[step.object.index];
    text += (text.empty() ? "&" : ", &") + type.name + "::" + type.members[step.field];
  }
  return "bindery::member_path(" + text + ")";
}

std::string wire_path(const model::Api& api, const std::vector<model::MemberStep>& steps) {
  std::string text;
  for (const model::MemberStep& step : steps) {
    const auto* object = api.types.at(step.object).as<model::Object>();
    text += (text.empty() ? "" : ".") + object->fields[step.field].wire_name;
  }
  return text;
}

}  // namespace bindery::cpp
