// What the document no longer recommends, and which headers have to name it all the same.
// Must not decide what is deprecated: that is the model's.
#pragma once

#include "cpp/file_view.hpp"

namespace bindery::cpp {

/// True when a declared type carries `[[deprecated]]`, so that naming it warns.
bool is_deprecated(const model::Api& api, model::TypeId type);

/// True when the declaration, comparison or codec of a type names something deprecated of its own:
/// itself, a field or an enumerator.
bool has_deprecated_parts(const model::Api& api, model::TypeId type);

/// True when the function of an operation names something deprecated: an input, a part of its body,
/// a type it sends or answers.
bool names_deprecated(const Building& building, const model::Operation& operation);

}  // namespace bindery::cpp
