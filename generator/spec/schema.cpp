// Look-ups in a Schema.
// Must not change it.
#include "spec/schema.hpp"

namespace bindery::spec {

const Extension* Schema::find_extension(std::string_view name) const {
  for (const Extension& extension : extensions) {
    if (extension.name == name) return &extension;
  }
  return nullptr;
}

}  // namespace bindery::spec
