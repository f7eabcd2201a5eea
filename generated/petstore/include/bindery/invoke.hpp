// SPDX-License-Identifier: MIT-0
// Calls by operationId, with JSON in and JSON out, by way of the typed request and answer.
// Must not be included by default: a client's own `invoke.hpp` does, and brings the operations.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/base64.hpp"
#include "bindery/bytes.hpp"
#include "bindery/error.hpp"
#include "bindery/file_json.hpp"
#include "bindery/headers.hpp"
#include "bindery/headers_json.hpp"
#include "bindery/json.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/model.hpp"
#include "bindery/nearest.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/redact.hpp"
#include "bindery/result.hpp"

namespace bindery {
inline namespace v1 {

/// What an operation answered.
struct Invoked {
  int status = 0;
  Headers headers{};
  /// The typed answer as JSON, bytes as base64; nothing when the answer has no body, which is not
  /// the same as null.
  std::optional<Json> body{};
};

/// How the operation of one request struct is called; specialised by generated code as
///     static constexpr Content answers[] = {...};  // of each success type
///     template <class Arguments> static void read(Arguments& in, Request& request);
///     template <class Client> static auto call(const Client&, const Request&, const CallOptions&);
template <class Request>
struct Invocation;

/// The arguments of one call: the members of a JSON object, each asked for by name. What is wrong
/// with them is gathered, and said by `finish`.
class Arguments {
 public:
  /// `json` must outlive it. Null is no arguments.
  explicit Arguments(const Json& json) {
    if (json.is_null()) return;
    JsonCursor in(json.text());
    ObjectReader object(in);
    while (object.next()) {
      std::string_view value;
      std::string name = object.name();
      if (in.read_raw(value)) given_.push_back({std::move(name), value});
    }
    if (!object.finish({})) complain("the arguments are no JSON object: " + in.error().text());
  }

  template <class T>
  void required(std::string_view name, T& member) {
    if (!optional(name, member)) missing_.push_back(name);
  }

  /// False when it is not given.
  template <class T>
  bool optional(std::string_view name, T& member) {
    const Given* const given = take(name);
    if (given == nullptr) return false;
    DecodeError error;
    if (!read(given->value, member, error)) complain(name, error);
    return true;
  }

  /// All that was wrong, as an error of kind `invalid_request`; nothing when all is well.
  std::optional<Error> finish(std::string_view operation_id) {
    for (const Given& given : given_) {
      if (!given.is_known) complain_of_unknown(given.name);
    }
    for (const std::string_view name : missing_) {
      complain("the argument `" + std::string(name) + "` is missing");
    }
    if (complaints_.empty()) return std::nullopt;
    ErrorDetails details;
    details.kind = ErrorKind::invalid_request;
    details.operation_id = std::string(operation_id);
    details.message = Redactor().excerpt(std::string(operation_id) + ": " + complaints_, 2000);
    return Error(std::move(details));
  }

 private:
  template <class T>
  static bool read(std::string_view value, T& member, DecodeError& error) {
    return decode_json(value, member, error);
  }
  /// The first alternative that it is a value of: the default, when it is one of several.
  template <class... Ts>
  static bool read(std::string_view value, std::variant<Ts...>& member, DecodeError& error) {
    const auto is_a = [&](auto alternative) {
      DecodeError reason;
      if (decode_json(value, alternative, reason)) {
        member = std::move(alternative);
        return true;
      }
      if (error.message.empty()) error = std::move(reason);
      return false;
    };
    return (is_a(Ts{}) || ...);
  }
  template <class... Ts>
  static bool read(std::string_view value, std::optional<std::variant<Ts...>>& member,
                   DecodeError& error) {
    return read(value, member.emplace(), error);
  }

  struct Given {
    std::string name{};
    std::string_view value{};
    bool is_known = false;
  };

  // Of a name that is given twice, the last value counts.
  const Given* take(std::string_view name) {
    known_.push_back(name);
    const Given* last = nullptr;
    for (Given& given : given_) {
      if (given.name != name) continue;
      given.is_known = true;
      last = &given;
    }
    return last;
  }

  void complain(const std::string& complaint) {
    if (!complaints_.empty()) complaints_ += "; ";
    complaints_ += complaint;
  }
  // `$.limit[0]: expected integer, found string`: the path goes on behind the argument's name.
  void complain(std::string_view name, const DecodeError& error) {
    complain("$." + std::string(name) + error.path.substr(error.path.empty() ? 0 : 1) + ": " +
             error.message);
  }
  void complain_of_unknown(const std::string& name) {
    const std::string_view near =
        nearest_name(name, known_.size(), [this](std::size_t index) { return known_[index]; });
    std::string text = "there is no argument `" + name + "`";
    if (!near.empty()) text += "; did you mean `" + std::string(near) + "`?";
    complain(text);
  }

  std::vector<Given> given_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> missing_;
  std::string complaints_;
};

/// One operation of a client: its operationId and what calls it.
template <class Client>
struct Invocable {
  std::string_view id{};
  Result<Invoked> (*call)(std::string_view id, const Client& client, const Json& arguments,
                          const CallOptions& options) = nullptr;
};

namespace detail {

template <class T>
struct IsVariant : std::false_type {};
template <class... Ts>
struct IsVariant<std::variant<Ts...>> : std::true_type {};

template <class T>
void write_answer(JsonWriter& out, const T& value, Content content) {
  if constexpr (std::is_same_v<T, std::string>) {
    if (content == Content::binary)
      return out.string(base64_encode(Bytes(value.begin(), value.end())));
  }
  static_cast<void>(content);
  Codec<T>::encode(out, value);
}

// The success type of number `I` in a variant of them, or the only one.
template <class T, std::size_t I = 0>
bool write_body(JsonWriter& out, const T& value, const Content* contents) {
  if constexpr (IsVariant<T>::value) {
    if constexpr (I < std::variant_size_v<T>) {
      if (value.index() != I) return write_body<T, I + 1>(out, value, contents);
      return write_body(out, *std::get_if<I>(&value), contents + I);
    } else {
      return false;
    }
  } else if constexpr (std::is_same_v<T, NoContent>) {
    return false;
  } else {
    write_answer(out, value, *contents);
    return true;
  }
}

// What is the same for all answers.
inline Result<Invoked> invoked(std::string_view id, int status, const Headers& headers,
                               JsonWriter& body, bool has_body) {
  if (!body.is_exact()) {
    ErrorDetails details;
    details.kind = ErrorKind::undecodable_body;
    details.status = status;
    details.headers = headers;
    details.operation_id = std::string(id);
    details.message = Redactor().excerpt(id) + ": the answer is text that is not UTF-8";
    return Error(std::move(details));
  }
  Invoked invoked{status, headers, std::nullopt};
  if (has_body) invoked.body = Json::from_checked_text(body.take());
  return invoked;
}

template <class Client>
Result<Invoked> no_such_operation(std::string_view id, const Invocable<Client>* operations,
                                  std::size_t count) {
  const std::string_view near =
      nearest_name(id, count, [operations](std::size_t index) { return operations[index].id; });
  std::string message = "there is no operation `" + std::string(id) + "`";
  if (!near.empty()) message += "; did you mean `" + std::string(near) + "`?";
  return Error(ErrorKind::invalid_request, Redactor().excerpt(message, 500));
}

}  // namespace detail

/// Reads the arguments into a `Request`, calls its operation, and writes the answer as JSON.
template <class Client, class Request>
Result<Invoked> invoke_as(std::string_view id, const Client& client, const Json& arguments,
                          const CallOptions& options) {
  Arguments in(arguments);
  Request request{};
  Invocation<Request>::read(in, request);
  if (auto error = in.finish(id)) return *std::move(error);
  const auto answer = Invocation<Request>::call(client, request, options);
  if (!answer) return answer.error();
  JsonWriter out;
  const bool has_body = detail::write_body(out, *answer, Invocation<Request>::answers);
  return detail::invoked(id, answer.status(), answer.headers(), out, has_body);
}

/// Calls the one of `operations`, sorted by id, that is called `id`.
template <class Client, std::size_t N>
Result<Invoked> invoke_one_of(const std::array<Invocable<Client>, N>& operations,
                              std::string_view id, const Client& client, const Json& arguments,
                              const CallOptions& options) {
  std::size_t begin = 0;
  for (std::size_t end = N; begin != end;) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (operations[middle].id < id) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin < N && operations[begin].id == id) {
    return operations[begin].call(id, client, arguments, options);
  }
  return detail::no_such_operation(id, operations.data(), N);
}

}  // namespace v1
}  // namespace bindery
