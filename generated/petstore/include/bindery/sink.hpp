// SPDX-License-Identifier: MIT-0
// Where a large answer goes: a file or a function, never the memory.
// Must not know which operation is answered.
#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/call.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/result.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Takes the bytes of an answer as they come. For one call.
class Sink {
 public:
  /// Calls `write` with each piece, cut anywhere; false ends the transfer.
  static Sink to(std::function<bool(std::string_view bytes)> write) {
    Sink sink;
    sink.write_ = std::move(write);
    return sink;
  }

  /// Writes the file at `path`, which is there only when it is whole: until then it is called
  /// `path` + `.part`, and what stood at `path` is kept.
  static Sink to_path(std::string path) {
    Sink sink;
    sink.path_ = std::move(path);
    return sink;
  }

  /// False when the file cannot be made.
  bool open() {
    if (path_.empty()) return true;
    file_.reset(std::fopen(part().c_str(), "wb"));
    return is_open_ = file_ != nullptr;
  }
  /// False when no more can be taken.
  bool write(std::string_view bytes) {
    if (path_.empty()) return write_ && write_(bytes);
    return std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
  }
  /// The answer is whole: false when the file could not be written to its end.
  bool close() {
    if (path_.empty()) return true;
    // Closing writes what is buffered, and says whether that went well.
    return std::fclose(file_.release()) == 0 && std::rename(part().c_str(), path_.c_str()) == 0;
  }
  /// The answer broke off.
  void discard() {
    file_.reset();
    if (is_open_) std::remove(part().c_str());
  }
  /// Empty for a function.
  const std::string& path() const noexcept { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  Sink() = default;

  std::string part() const { return path_ + ".part"; }

  std::function<bool(std::string_view)> write_{};
  std::string path_{};
  std::unique_ptr<std::FILE, Close> file_{};
  bool is_open_ = false;
};

/// What a transfer into a `Sink` brought.
struct Received {
  /// Content coding undone.
  std::uint64_t bytes = 0;
  /// As the server names it, without parameters; empty when it does not.
  std::string media_type{};
};

/// Hands the body of a success that is documented as bytes or text to a sink.
class SinkReceiver final : public BodyReceiver {
 public:
  SinkReceiver(Sink& sink, std::initializer_list<Answer> answers)
      : sink_(sink), answers_(answers) {}

  bool begin(const Response& head) override {
    const Answer* const answer = is_success(head.status) ? Call::choose(answers_, head) : nullptr;
    if (answer == nullptr) return false;
    if (answer->content != Content::binary && answer->content != Content::text) return false;
    received_.media_type = media_type_of(head.headers);
    has_begun_ = true;
    has_failed_ = !sink_.open();
    return true;
  }
  bool receive(std::string_view bytes) override {
    has_failed_ = has_failed_ || !sink_.write(bytes);
    received_.bytes += bytes.size();
    return !has_failed_;
  }

  bool has_begun() const noexcept { return has_begun_; }
  /// The sink took no more.
  bool has_failed() const noexcept { return has_failed_; }
  const Received& received() const noexcept { return received_; }

 private:
  Sink& sink_;
  const std::initializer_list<Answer> answers_;
  Received received_{};
  bool has_begun_ = false;
  bool has_failed_ = false;
};

/// Sends `call`, and writes the body of a success to `sink` as it comes, whatever its size. A
/// transfer that breaks off is an error, and leaves no file behind; so is a success without bytes.
inline Result<Received> receive(Call& call, Sink sink, std::initializer_list<Answer> answers) {
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
