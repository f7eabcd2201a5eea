// What the user says about names, before any name is chosen.
// Must not know where it was said (the cli reads `bindery.yaml`).
#pragma once

#include <map>
#include <string>

#include "source/location.hpp"

namespace bindery::cpp {

/// A name given by the user, and where.
struct NameOverride {
  std::string name;
  source::Location where;
};

/// The `namespace`, `names` and `credentials` of a configuration, and `--namespace`.
struct Naming {
  /// Empty: made from the API's title.
  std::string name_space;
  /// By component name (`Pet`), JSON pointer (`#/components/schemas/Pet/properties/id`) or
  /// operationId.
  std::map<std::string, NameOverride> overrides;
  /// Environment variables that hold credentials, by name of the security scheme.
  std::map<std::string, std::string> credential_variables;
};

}  // namespace bindery::cpp
