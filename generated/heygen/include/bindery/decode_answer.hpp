// SPDX-License-Identifier: MIT-0
// From a response to the value of one documented answer.
// Must not choose the answer.
#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/call_error.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/http.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/model.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

/// What `response` carries beside its body.
ResponseInfo info_of(Response response);

/// The mismatches of a body, with no secret of the call in them.
std::vector<DecodeError> redacted(const CallContext& context, std::vector<DecodeError> mismatches);

/// Why the body of `response` is not even tried to be read as what `answer` promises; empty when it
/// is. A missing media type is taken for the promised one.
std::string decode_obstacle(const CallContext& context, const Response& response,
                            const Answer& answer);

/// The error of a body that `reason` says cannot be read.
Error make_decode_error(const CallContext& context, Response response, const Error& reason);

/// The body of `response`, which nothing speaks against, as the `T` that JSON promises.
template <class T>
Result<T> decode_body(const CallContext& context, Response response, const Answer& answer) {
  // One name for all that is returned, so that it is never moved.
  Result<T> decoded = from_json<T>(response.body, context.decode);
  if (!decoded && answer.content == Content::text) {
    // An enum or a date as text has no quotes.
    Result<T> unquoted = from_json<T>(to_json(response.body));
    if (unquoted) decoded = std::move(unquoted);
  }
  if (decoded) {
    ResponseInfo info = info_of(std::move(response));
    info.mismatches = redacted(context, decoded.mismatches());
    decoded.set_info(std::move(info));
  } else {
    decoded = Result<T>(make_decode_error(context, std::move(response), decoded.error()));
  }
  return decoded;
}

/// The body of `response` as a `T`, or why it is none: another media type than the promised one
/// where JSON is promised, or JSON that is no `T`. A missing one is taken for the promised.
template <class T>
Result<T> decode_answer(const CallContext& context, Response response, const Answer& answer) {
  if constexpr (std::is_same_v<T, NoContent>) {
    return Result<T>(T{}, info_of(std::move(response)));
  } else {
    if constexpr (std::is_same_v<T, std::string>) {
      if (answer.content == Content::text || answer.content == Content::binary) {
        std::string body = std::move(response.body);
        return Result<T>(std::move(body), info_of(std::move(response)));
      }
    }
    if (std::string obstacle = decode_obstacle(context, response, answer); !obstacle.empty()) {
      return make_undecodable(context, std::move(response), obstacle);
    }
    return decode_body<T>(context, std::move(response), answer);
  }
}

/// The same for one of several success types, the one of number `I`.
template <class Variant, std::size_t I>
Result<Variant> decode_alternative(const CallContext& context, Response response,
                                   const Answer& answer) {
  auto decoded =
      decode_answer<std::variant_alternative_t<I, Variant>>(context, std::move(response), answer);
  if (!decoded) return decoded.error();
  ResponseInfo info{decoded.status(), decoded.headers(), decoded.request_id(),
                    decoded.mismatches()};
  return Result<Variant>(Variant(std::in_place_index<I>, *std::move(decoded)), std::move(info));
}

template <class... Ts>
constexpr bool holds_no_content(const std::variant<Ts...>*) noexcept {
  return (std::is_same_v<Ts, NoContent> || ...);
}

/// The same for the number `alternative`, known only now. It must be one of `Variant`'s. An answer
/// that cannot have a body is `NoContent` where the variant has it, whatever it is documented as.
template <class Variant, std::size_t I = 0>
Result<Variant> decode_one_of(const CallContext& context, Response response, const Answer& answer) {
  if constexpr (I + 1 < std::variant_size_v<Variant>) {
    using Alternative = std::variant_alternative_t<I, Variant>;
    const bool is_nothing = holds_no_content(static_cast<const Variant*>(nullptr)) &&
                            !may_have_body(context.operation.method, response.status);
    if (is_nothing ? !std::is_same_v<Alternative, NoContent> : answer.alternative != I) {
      return decode_one_of<Variant, I + 1>(context, std::move(response), answer);
    }
  }
  return decode_alternative<Variant, I>(context, std::move(response), answer);
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/decode_answer.hpp"
#endif
