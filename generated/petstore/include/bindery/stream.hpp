// SPDX-License-Identifier: MIT-0
// Answers that come item by item: Server-Sent Events, JSON lines, JSON text sequences.
// Must not build requests, nor wait by itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/answer.hpp"
#include "bindery/call.hpp"
#include "bindery/call_error.hpp"
#include "bindery/decode_answer.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/error.hpp"
#include "bindery/event_stream.hpp"
#include "bindery/http.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/json_items.hpp"
#include "bindery/object_writer.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/result.hpp"
#include "bindery/retry.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// One Server-Sent Event whose data is a `T`; with `std::string` it is the text as it came.
template <class T>
struct Event {
  /// `message` where the server names none.
  std::string event{};
  /// What to resume from; empty when the server gives none.
  std::string id{};
  T data{};
};

/// How a stream ended that ended well.
struct StreamEnd {
  /// How many items there were, with those that a tolerant reading left out.
  std::size_t items = 0;
  /// The caller's function wanted no more.
  bool is_stopped = false;
  /// Of the last event that had one.
  std::string last_event_id{};
};

template <class T>
struct IsEvent : std::false_type {};
template <class T>
struct IsEvent<Event<T>> : std::true_type {};

/// Reads the body of an answer as items of type `T` and hands each to a function.
template <class T, class OnItem>
class ItemReceiver final : public BodyReceiver {
 public:
  ItemReceiver(const CallContext& context, std::initializer_list<Answer> answers, OnItem& on_item,
               std::size_t max_item_bytes)
      : context_(context),
        answers_(answers),
        on_item_(on_item),
        max_item_bytes_(max_item_bytes),
        events_(max_item_bytes),
        lines_('\n', max_item_bytes),
        sequence_('\x1e', max_item_bytes) {}

  /// Takes a success whose media type is that of a documented stream, or missing.
  bool begin(const Response& head) override {
    const Answer* const answer = is_success(head.status) ? Call::choose(answers_, head) : nullptr;
    if (answer == nullptr || media_type_rank(*answer, media_type_of(head.headers)) == 0) {
      return false;
    }
    content_ = answer->content;
    head_ = {head.status, head.headers, {}};
    events_.restart();
    return true;
  }

  bool receive(std::string_view bytes) override {
    const auto on_text = [this](std::string_view text) { return take_text(text); };
    bool goes_on = false;
    bool is_too_large = false;
    switch (content_) {
      case Content::json_lines:
        goes_on = lines_.feed(bytes, on_text);
        is_too_large = lines_.is_too_large();
        break;
      case Content::json_sequence:
        goes_on = sequence_.feed(bytes, on_text);
        is_too_large = sequence_.is_too_large();
        break;
      default:
        goes_on =
            events_.feed(bytes, [this](RawEvent&& event) { return take_event(std::move(event)); });
        is_too_large = events_.is_too_large();
    }
    if (is_too_large) {
      error_ = make_limit_error(context_, head_, "max_event_bytes",
                                "an item of the stream is larger than " +
                                    std::to_string(max_item_bytes_) + " bytes (max_event_bytes)");
    }
    return goes_on;
  }

  /// The body is whole: hands over an item that no separator followed.
  void finish() {
    const auto on_text = [this](std::string_view text) { return take_text(text); };
    if (content_ == Content::json_lines) lines_.finish(on_text);
    if (content_ == Content::json_sequence) sequence_.finish(on_text);
  }

  /// Why reading went no further, where the transport is not to blame.
  const std::optional<Error>& error() const noexcept { return error_; }
  /// The caller wanted no more, or the server said that it was all.
  bool is_over() const noexcept { return is_over_; }
  std::size_t items() const noexcept { return end_.items; }
  const EventParser& events() const noexcept { return events_; }

  Result<StreamEnd> result() {
    end_.last_event_id = events_.last_id();
    ResponseInfo info = info_of(head_);
    info.mismatches = std::move(mismatches_);
    return Result<StreamEnd>(std::move(end_), std::move(info));
  }

 private:
  bool take_event(RawEvent&& event) {
    // What servers of language models send last; it is no JSON.
    constexpr std::string_view sentinel = "[DONE]";
    if constexpr (IsEvent<T>::value) {
      using Data = decltype(T::data);
      T item{std::move(event.event), std::move(event.id), {}};
      if constexpr (std::is_same_v<Data, std::string>) {
        item.data = std::move(event.data);
      } else {
        if (event.data == sentinel) return end_here();
        if (!decode(event.data, item.data)) return !error_;
      }
      return hand_over(item);
    } else {
      if (event.data == sentinel) return end_here();
      JsonWriter out;
      ObjectWriter object(out);
      object.member("event", event.event);
      object.member("data", event.data);
      if (!event.id.empty()) object.member("id", event.id);
      object.finish();
      T item{};
      return decode(out.take(), item) ? hand_over(item) : !error_;
    }
  }

  bool take_text(std::string_view text) {
    T item{};
    if constexpr (IsEvent<T>::value) {
      if (!decode(text, item.data)) return !error_;
    } else {
      if (!decode(text, item)) return !error_;
    }
    return hand_over(item);
  }

  // An item that is nothing like its type is an error, and left out of a tolerant reading.
  template <class U>
  bool decode(std::string_view text, U& value) {
    Result<U> decoded = from_json<U>(text, context_.decode);
    if (decoded) {
      note_mismatches(decoded.mismatches());
      value = *std::move(decoded);
      return true;
    }
    if (context_.decode.mode == Decode::tolerant && decoded.error().limit().empty()) {
      note_mismatches({{{}, decoded.error().message(), 0, {}}});
      ++end_.items;
      return false;
    }
    const std::string reason =
        "item " + std::to_string(end_.items) + " of the stream: " + decoded.error().message();
    head_.body = std::string(text);
    error_ = decoded.error().limit().empty()
                 ? make_undecodable(context_, head_, reason)
                 : make_limit_error(context_, head_, decoded.error().limit(), reason);
    return false;
  }

  // Of a tolerant reading; as many as one text may have, however long the stream is.
  void note_mismatches(const std::vector<DecodeError>& mismatches) {
    for (DecodeError& mismatch : redacted(context_, mismatches)) {
      if (mismatches_.size() >= JsonCursor::max_mismatches) return;
      mismatch.path =
          "item " + std::to_string(end_.items) + (mismatch.path.empty() ? "" : " ") + mismatch.path;
      mismatches_.push_back(std::move(mismatch));
    }
  }

  bool hand_over(const T& item) {
    ++end_.items;
    if constexpr (std::is_void_v<std::invoke_result_t<OnItem&, const T&>>) {
      on_item_(item);
      return true;
    } else {
      if (on_item_(item)) return true;
      end_.is_stopped = true;
      return end_here();
    }
  }

  bool end_here() {
    is_over_ = true;
    return false;
  }

  const CallContext& context_;
  const std::initializer_list<Answer> answers_;
  OnItem& on_item_;
  const std::size_t max_item_bytes_;
  Content content_ = Content::event_stream;
  EventParser events_;
  JsonItemParser lines_;
  JsonItemParser sequence_;
  Response head_;
  StreamEnd end_;
  std::vector<DecodeError> mismatches_;
  std::optional<Error> error_;
  bool is_over_ = false;
};

/// The wait before a broken stream is resumed: what the server asked for, else as for a retry. Not
/// too short, or a server that cuts every stream and asks for no wait would be asked without end.
std::chrono::milliseconds resume_delay(const Pipeline& pipeline, const EventParser& events,
                                       int retries_done);

/// Sends `call`, and calls `on_item(const T&)` with each item of the answer as it comes; a function
/// that returns `bool` ends the stream by returning false. The end of the stream, or why it was not
/// reached: items before an error were handed over.
///
/// Events that break off are resumed by `Last-Event-ID` where the server gave an id and the request
/// may be repeated, `CallOptions::max_retries` times without progress. Nothing else is: the items
/// would come twice.
template <class T, class OnItem>
Result<StreamEnd> stream(Call& call, OnItem&& on_item, std::initializer_list<Answer> answers) {
  std::variant<Request, Error> prepared = call.prepare(answers);
  if (auto* error = std::get_if<Error>(&prepared)) return std::move(*error);
  Request& request = *std::get_if<Request>(&prepared);
  const Pipeline& pipeline = call.pipeline();
  const int max_retries = call.options().max_retries.value_or(pipeline.options().retry.max_retries);
  const bool may_repeat = is_idempotent(request.method) || call.has_idempotency_key(request);
  ItemReceiver<T, std::remove_reference_t<OnItem>> receiver(call.context(), answers, on_item,
                                                            pipeline.options().max_event_bytes);
  for (int retries_done = 0;; ++retries_done) {
    const std::size_t items_before = receiver.items();
    auto outcome = call.exchange(request, answers, &receiver);
    auto* const chosen = std::get_if<Call::Chosen>(&outcome);
    if (chosen != nullptr && !chosen->response.body.empty()) {
      const std::string type = media_type_of(chosen->response.headers);
      return make_undecodable(call.context(), std::move(chosen->response),
                              "expected a stream, found " + (type.empty() ? "none" : type));
    }
    if (chosen != nullptr) receiver.finish();
    if (receiver.error()) return *receiver.error();
    if (chosen != nullptr || receiver.is_over()) return receiver.result();

    const Error& error = *std::get_if<Error>(&outcome);
    const bool is_broken =
        error.kind() == ErrorKind::transport || error.kind() == ErrorKind::timeout;
    if (receiver.items() != items_before) retries_done = 0;
    if (!is_broken || !may_repeat || !request.body.is_replayable() ||
        receiver.events().last_id().empty() || retries_done >= max_retries) {
      return error;
    }
    pipeline.sleep(resume_delay(pipeline, receiver.events(), retries_done), call.options().cancel);
    request.headers.set("Last-Event-ID", receiver.events().last_id());
  }
}

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/stream.hpp"
#endif
