#include "model/idempotency.hpp"

#include <algorithm>

#include "model/media_type.hpp"

namespace bindery::model {

void mark_idempotency(Api& api, const std::vector<std::string>& headers) {
  std::vector<std::string> known{"idempotency-key"};
  for (const std::string& header : headers) known.push_back(lower_case(header));
  for (Operation& operation : api.operations) {
    for (Parameter& parameter : operation.parameters) {
      parameter.is_idempotency_key =
          parameter.in == ParameterIn::header &&
          std::find(known.begin(), known.end(), lower_case(parameter.wire_name)) != known.end();
    }
  }
}

}  // namespace bindery::model
