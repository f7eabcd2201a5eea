// Types that differ between what is sent and what is answered.
#pragma once

#include <vector>

#include "model/api.hpp"

namespace bindery::model {

/// OAS 3.1 4.8.24.5.2: a required `readOnly` member is required of answers only, a required
/// `writeOnly` one of requests only. Where a request uses a type whose members differ so, it gets
/// a type of its own, named after the type and `Input`: without `readOnly` members, and with the
/// `writeOnly` ones required. The type itself is what is answered. A type that only requests use
/// needs no second one and is changed itself. The same for a type that is a multipart body here and
/// answered there: its files are text in the answer. `components` are used by whoever includes
/// them.
void separate_request_types(Api& api, const std::vector<TypeId>& components);

}  // namespace bindery::model
