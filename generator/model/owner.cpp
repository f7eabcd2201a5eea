// Whom an inline schema of an operation belongs to.
// Must not lower anything.
#include "model/owner.hpp"

#include <array>
#include <string_view>

#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

struct SharedPart {
  std::string_view section, suffix;
};

constexpr std::array shared_parts{
    SharedPart{"responses", "Response"}, SharedPart{"requestBodies", "Body"},
    SharedPart{"parameters", "Parameter"}, SharedPart{"headers", "Header"}};

bool ends_with(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::string capitalised(std::string name) {
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

}  // namespace

TypeName name_in_role(const Lowering& lowering, const Owner& owner, const std::string& role,
                      spec::SchemaId schema) {
  TypeName name;
  const auto tokens = pointer_tokens(lowering.schema(schema).pointer);
  if (tokens.size() > 3 && tokens[0] == "components") {
    for (const auto& part : shared_parts) {
      if (tokens[1] != part.section) continue;
      name.source = TypeName::Source::component;
      name.component = capitalised(tokens[2]);
      if (!ends_with(name.component, part.suffix)) name.component += part.suffix;
      return name;
    }
  }
  if (owner.operation) {
    name.source = TypeName::Source::operation;
    name.operation = *owner.operation;
    name.role = role;
  } else {
    name.source = TypeName::Source::component;
    name.component = capitalised(owner.incoming) + role;
  }
  return name;
}

}  // namespace bindery::model
