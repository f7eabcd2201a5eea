// Names and kinds of members.
// Must not know where the data is.
#include "render/shape.hpp"

#include <stdexcept>

#include "render/token.hpp"

namespace bindery::render {

std::string_view to_string(MemberKind kind) {
  switch (kind) {
    case MemberKind::text:
      return "text";
    case MemberKind::flag:
      return "flag";
    case MemberKind::list:
      return "list";
    case MemberKind::nested:
      return "nested view";
  }
  return "";
}

std::optional<std::size_t> Shape::find(std::string_view name) const {
  for (std::size_t index = 0; index < members.size(); ++index) {
    if (members[index].name == name) return index;
  }
  return std::nullopt;
}

void add_member(Shape& shape, Member member) {
  const std::string full = std::string(shape.view_name) + "." + std::string(member.name);
  if (!is_tag_name(member.name)) throw std::logic_error(full + " is no name for a tag");
  if (member.name == "first" || member.name == "last") {
    throw std::logic_error(full + " hides what every list item has");
  }
  if (shape.find(member.name)) throw std::logic_error(full + " is listed twice");
  shape.members.push_back(member);
}

Shape text_item_shape() { return {"Text", {{"text", MemberKind::text, nullptr}}}; }

}  // namespace bindery::render
