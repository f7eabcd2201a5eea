// What becomes of members that the document does not name.
// Must not decide it: the user does.
#pragma once

#include "model/api.hpp"

namespace bindery::model {

/// Members beside the fields of an object that says nothing of them.
enum class UnknownMembers {
  skip,  ///< Passed over when reading.
  keep,  ///< Kept as free-form JSON and sent again, as if it said `additionalProperties: true`.
};

/// Makes every object that says nothing of further members take any.
void keep_unknown_members(TypeTable& types);

}  // namespace bindery::model
