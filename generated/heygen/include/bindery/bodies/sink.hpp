// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/sink.hpp".
#pragma once

#include <cstdio>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/call.hpp"
#include "bindery/call_error.hpp"
#include "bindery/compiled.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/error.hpp"
#include "bindery/http.hpp"
#include "bindery/result.hpp"
#include "bindery/sink.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY Sink Sink::to(std::function<bool(std::string_view bytes)> write) {
  Sink sink;
  sink.write_ = std::move(write);
  return sink;
}

BINDERY_BODY Sink Sink::to_path(std::string path) {
  Sink sink;
  sink.path_ = std::move(path);
  return sink;
}

BINDERY_BODY bool Sink::open() {
  if (path_.empty()) return true;
  file_.reset(std::fopen(part().c_str(), "wb"));
  return is_open_ = file_ != nullptr;
}

BINDERY_BODY bool Sink::write(std::string_view bytes) {
  if (path_.empty()) return write_ && write_(bytes);
  return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
}

BINDERY_BODY bool Sink::close() {
  if (path_.empty()) return true;
  // Closing writes what is buffered, and says whether that went well.
  return std::fclose(file_.release()) == 0 && std::rename(part().c_str(), path_.c_str()) == 0;
}

BINDERY_BODY void Sink::discard() {
  file_.reset();
  if (is_open_) std::remove(part().c_str());
}

BINDERY_BODY void Sink::Close::operator()(std::FILE* file) const noexcept { std::fclose(file); }

BINDERY_BODY std::string Sink::part() const { return path_ + ".part"; }

BINDERY_BODY bool SinkReceiver::begin(const Response& head) {
  const Answer* const answer = is_success(head.status) ? Call::choose(answers_, head) : nullptr;
  if (answer == nullptr) return false;
  if (answer->content != Content::binary && answer->content != Content::text) return false;
  received_.media_type = media_type_of(head.headers);
  has_begun_ = true;
  has_failed_ = !sink_.open();
  return true;
}

BINDERY_BODY bool SinkReceiver::receive(std::string_view bytes) {
  has_failed_ = has_failed_ || !sink_.write(bytes);
  received_.bytes += bytes.size();
  return !has_failed_;
}

BINDERY_BODY Result<Received> receive(Call& call, Sink sink,
                                      std::initializer_list<Answer> answers) {
  std::variant<Request, Error> prepared = call.prepare(answers);
  if (auto* error = std::get_if<Error>(&prepared)) return std::move(*error);
  SinkReceiver receiver(sink, answers);
  auto outcome = call.exchange(*std::get_if<Request>(&prepared), answers, &receiver);
  auto* const chosen = std::get_if<Call::Chosen>(&outcome);
  if (chosen != nullptr && receiver.has_begun() && !receiver.has_failed() && sink.close()) {
    return Result<Received>(receiver.received(), info_of(std::move(chosen->response)));
  }
  sink.discard();
  if (chosen != nullptr && !receiver.has_begun()) {
    return make_undecodable(call.context(), std::move(chosen->response),
                            "the answer has no bytes to store");
  }
  if (chosen == nullptr && !receiver.has_failed()) return *std::get_if<Error>(&outcome);
  const std::string reason = sink.path().empty() ? "the function that takes the body ended it"
                                                 : "cannot write " + sink.path();
  return make_transport_error(call.context(), {TransportErrorKind::stopped, reason, true});
}

}  // namespace v1
}  // namespace bindery
