// By which header a server knows that a request came before.
// Must not know how such a key is made.
#pragma once

#include <string>
#include <vector>

#include "model/api.hpp"

namespace bindery::model {

/// Marks the header parameters of one of these names, or of the usual `Idempotency-Key`
///  (draft-ietf-httpapi-idempotency-key-header). Case does not matter.
void mark_idempotency(Api& api, const std::vector<std::string>& headers);

}  // namespace bindery::model
