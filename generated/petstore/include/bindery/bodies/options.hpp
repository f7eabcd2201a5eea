// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/options.hpp".
#pragma once

#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/options.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY CallOptions merged(const CallOptions& general, CallOptions call) {
  Headers headers = general.headers;
  for (const Header& field : call.headers) headers.remove(field.name);
  for (const Header& field : call.headers) headers.add(field.name, field.value);
  call.headers = std::move(headers);
  if (call.base_url.empty()) call.base_url = general.base_url;
  if (!call.timeouts) call.timeouts = general.timeouts;
  if (!call.max_retries) call.max_retries = general.max_retries;
  if (!call.decode) call.decode = general.decode;
  if (!call.query) call.query = general.query;
  if (!call.cancel.can_be_cancelled()) call.cancel = general.cancel;
  return call;
}

}  // namespace v1
}  // namespace bindery
