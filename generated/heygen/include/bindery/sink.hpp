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

#include "bindery/answer.hpp"
#include "bindery/call.hpp"
#include "bindery/http.hpp"
#include "bindery/result.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Takes the bytes of an answer as they come. For one call.
class Sink {
 public:
  /// Calls `write` with each piece, cut anywhere; false ends the transfer.
  static Sink to(std::function<bool(std::string_view bytes)> write);

  /// Writes the file at `path`, which is there only when it is whole: until then it is called
  /// `path` + `.part`, and what stood at `path` is kept.
  static Sink to_path(std::string path);

  /// False when the file cannot be made.
  bool open();
  /// False when no more can be taken.
  bool write(std::string_view bytes);
  /// The answer is whole: false when the file could not be written to its end.
  bool close();
  /// The answer broke off.
  void discard();
  /// Empty for a function.
  const std::string& path() const noexcept { return path_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept;
  };

  Sink() = default;

  std::string part() const;

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

  bool begin(const Response& head) override;
  bool receive(std::string_view bytes) override;

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
Result<Received> receive(Call& call, Sink sink, std::initializer_list<Answer> answers);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/sink.hpp"
#endif
