// Names inside one declaration: fields, enumerators, members of a request.
// Must not know other declarations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/naming.hpp"
#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

/// The names that the user or the document gives for C++.
class Overrides {
 public:
  Overrides(const Naming& naming, diagnostics::Diagnostics& diagnostics)
      : naming_(naming), diagnostics_(diagnostics) {}

  /// The name for what is called `key` (a component or operationId; may be empty) or stands at
  /// `origin`: the configuration's, or else `given` (`x-cpp-name`). Reports E0502 for one that is
  /// no usable identifier, and ignores it.
  std::optional<std::string> find(const std::string& key, const std::optional<std::string>& given,
                                  const model::Origin& origin);
  std::optional<std::string> checked(const NameOverride& name, const model::Origin& origin);

 private:
  const Naming& naming_;
  diagnostics::Diagnostics& diagnostics_;
};

/// Names of an object's fields or an enum's values, in their order; none for other types.
/// `type_name` is the declaration's own, which no member may have (C++17 [class.mem]).
std::vector<std::string> member_names(const model::Type& type, const std::string& type_name,
                                      Overrides& overrides, diagnostics::Diagnostics& diagnostics);

/// Names of the request's members for the operation's parameters. A parameter
/// that meets another one, or one of the `taken` names of other members, adds its place:
/// `body_query`.
std::vector<std::string> parameter_names(const model::Operation& operation,
                                         const std::vector<std::string>& taken,
                                         Overrides& overrides,
                                         diagnostics::Diagnostics& diagnostics);

/// Names of the members for the operation's documented response headers, in their order.
/// `type_name` is that of the struct they are members of.
std::vector<std::string> header_names(const model::Operation& operation,
                                      const std::string& type_name, Overrides& overrides,
                                      diagnostics::Diagnostics& diagnostics);

/// The text an enumerator is named after: strings as they are, numbers as written.
std::string enumerator_name(const model::EnumValue& value);

}  // namespace bindery::cpp
