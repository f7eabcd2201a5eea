// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/transport.hpp".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "bindery/compiled.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY TransportError make_limit_error(std::string_view host, std::string_view what,
                                             std::size_t most, std::string_view limit) {
  TransportError error{TransportErrorKind::limit, std::string(host), true, limit};
  error.message.append(": ").append(what).append(" larger than ").append(std::to_string(most));
  error.message.append(" bytes (").append(limit).append(")");
  return error;
}

}  // namespace v1
}  // namespace bindery
