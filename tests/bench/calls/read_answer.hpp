// What a careful person writes to read the answers into the structs that the generated client has
// too: RapidJSON's SAX reader in place, its fastest. Must not know where the text comes from.
#pragma once

// Every x86-64 has what this asks for; it more than doubles the speed of texts read in place.
#if defined(__SSE2__) && !defined(RAPIDJSON_SSE2)
#define RAPIDJSON_SSE2
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <rapidjson/reader.h>
#include <rapidjson/stream.h>

#include "heygen/models/video_detail.hpp"
#include "heygen/operations/get_video_v3.hpp"
#include "heygen/operations/list_videos_v3.hpp"

namespace calls_bench {

/// Reads `{"data": {...}}` and `{"data": [...], "has_more": ..., "next_token": ...}`; what it does
/// not know is passed over, and what has the wrong type stops it.
class AnswerHandler {
 public:
  explicit AnswerHandler(heygen::GetVideoV3Response& answer) : answer_(&answer) {}
  explicit AnswerHandler(heygen::ListVideosV3Response& page) : page_(&page) {}

  bool Null() {
    if (unknown_depth_ != 0 || place_ == Place::envelope) return true;
    if (place_ != Place::video) return false;
    switch (member_) {
      case id:
      case status:
        return false;
      case created_at:
        video_->created_at = bindery::null;
        return true;
      case completed_at:
        video_->completed_at = bindery::null;
        return true;
      case duration:
        video_->duration = bindery::null;
        return true;
      default:
        if (auto* text = text_member()) *text = bindery::null;
        return true;
    }
  }
  bool Bool(bool value) {
    if (unknown_depth_ != 0) return true;
    if (place_ == Place::envelope) {
      if (page_ != nullptr && outer_ == Outer::has_more) page_->has_more = value;
      return outer_ == Outer::has_more || outer_ == Outer::other;
    }
    return place_ == Place::video && member_ == names.size();
  }
  bool Int(int value) { return Int64(value); }
  bool Uint(unsigned value) { return Int64(value); }
  bool Int64(std::int64_t value) {
    if (unknown_depth_ == 0 && place_ == Place::video) {
      if (member_ == created_at) return put(video_->created_at, value);
      if (member_ == completed_at) return put(video_->completed_at, value);
    }
    return Double(static_cast<double>(value));
  }
  bool Uint64(std::uint64_t value) { return Double(static_cast<double>(value)); }
  bool Double(double value) {
    if (unknown_depth_ != 0) return true;
    if (place_ == Place::envelope) return outer_ == Outer::other;
    if (place_ != Place::video) return false;
    if (member_ == duration) return put(video_->duration, value);
    return member_ == names.size();
  }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (unknown_depth_ != 0) return true;
    const std::string_view view(text, size);
    if (place_ == Place::envelope) {
      if (page_ != nullptr && outer_ == Outer::next_token) page_->next_token.emplace(view);
      return outer_ == Outer::next_token || outer_ == Outer::other;
    }
    if (place_ != Place::video) return false;
    switch (member_) {
      case id:
        has_id_ = true;
        video_->id.assign(text, size);
        return true;
      case status:
        has_status_ = true;
        video_->status = bindery::Open<heygen::VideoStatus>::from_wire(view);
        return true;
      case created_at:
      case completed_at:
      case duration:
        return false;
      default:
        if (auto* member = text_member()) member->emplace(view);
        return true;
    }
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (unknown_depth_ != 0) return true;
    const std::string_view name(text, size);
    if (place_ == Place::video) {
      find_member(name);
    } else {
      outer_ = name == "data"         ? Outer::data
               : name == "has_more"   ? Outer::has_more
               : name == "next_token" ? Outer::next_token
                                      : Outer::other;
    }
    return true;
  }
  bool StartObject() {
    if (unknown_depth_ != 0) return begin_unknown();
    switch (place_) {
      case Place::outside:
        place_ = Place::envelope;
        return true;
      case Place::envelope:
        if (outer_ != Outer::data) return outer_ == Outer::other && begin_unknown();
        return answer_ != nullptr && begin_video(answer_->data.emplace());
      case Place::list:
        return begin_video(page_->data->emplace_back());
      default:
        return member_ == names.size() && begin_unknown();
    }
  }
  bool EndObject(rapidjson::SizeType) {
    if (unknown_depth_ != 0) return end_unknown();
    if (place_ == Place::envelope) {
      place_ = Place::outside;
      return true;
    }
    place_ = page_ != nullptr ? Place::list : Place::envelope;
    return has_id_ && has_status_;
  }
  bool StartArray() {
    if (unknown_depth_ != 0) return begin_unknown();
    if (place_ == Place::envelope && outer_ == Outer::data && page_ != nullptr) {
      page_->data.emplace();
      place_ = Place::list;
      return true;
    }
    const bool is_unknown = (place_ == Place::envelope && outer_ == Outer::other) ||
                            (place_ == Place::video && member_ == names.size());
    return is_unknown && begin_unknown();
  }
  bool EndArray(rapidjson::SizeType) {
    if (unknown_depth_ != 0) return end_unknown();
    place_ = Place::envelope;
    return true;
  }

 private:
  enum class Place { outside, envelope, list, video };
  enum class Outer { other, data, has_more, next_token };

  static constexpr std::array<std::string_view, 16> names = {
      "id",
      "title",
      "status",
      "created_at",
      "completed_at",
      "video_url",
      "thumbnail_url",
      "gif_url",
      "captioned_video_url",
      "subtitle_url",
      "duration",
      "folder_id",
      "output_language",
      "failure_code",
      "failure_message",
      "video_page_url",
  };
  // The places above of those that are no texts, or must be there.
  static constexpr std::size_t id = 0;
  static constexpr std::size_t status = 2;
  static constexpr std::size_t created_at = 3;
  static constexpr std::size_t completed_at = 4;
  static constexpr std::size_t duration = 10;

  // Servers write members in one order, so it is mostly the next.
  void find_member(std::string_view name) {
    for (std::size_t tries = 0; tries < names.size(); ++tries) {
      const std::size_t candidate = (next_ + tries) % names.size();
      if (names[candidate] == name) {
        member_ = candidate;
        next_ = candidate + 1;
        return;
      }
    }
    member_ = names.size();
  }

  bindery::OptionalNullable<std::string>* text_member() {
    switch (member_) {
      case 1:
        return &video_->title;
      case 5:
        return &video_->video_url;
      case 6:
        return &video_->thumbnail_url;
      case 7:
        return &video_->gif_url;
      case 8:
        return &video_->captioned_video_url;
      case 9:
        return &video_->subtitle_url;
      case 11:
        return &video_->folder_id;
      case 12:
        return &video_->output_language;
      case 13:
        return &video_->failure_code;
      case 14:
        return &video_->failure_message;
      case 15:
        return &video_->video_page_url;
      default:
        return nullptr;
    }
  }

  template <class T>
  static bool put(bindery::OptionalNullable<T>& member, T value) {
    member = value;
    return true;
  }

  bool begin_video(heygen::VideoDetail& video) {
    video_ = &video;
    place_ = Place::video;
    next_ = 0;
    has_id_ = has_status_ = false;
    return true;
  }
  bool begin_unknown() {
    ++unknown_depth_;
    return true;
  }
  bool end_unknown() {
    --unknown_depth_;
    return true;
  }

  heygen::GetVideoV3Response* answer_ = nullptr;
  heygen::ListVideosV3Response* page_ = nullptr;
  heygen::VideoDetail* video_ = nullptr;
  Place place_ = Place::outside;
  Outer outer_ = Outer::other;
  std::size_t member_ = 0;
  std::size_t next_ = 0;
  std::size_t unknown_depth_ = 0;
  bool has_id_ = false;
  bool has_status_ = false;
};

/// Reads `text`, which is used up by it; false when it is not such an answer. UTF-8 is not checked,
/// as RapidJSON does not by itself.
template <class Answer>
bool read_answer(std::string& text, Answer& answer) {
  AnswerHandler handler(answer);
  rapidjson::InsituStringStream stream(text.data());
  rapidjson::Reader reader;
  return !reader.Parse<rapidjson::kParseInsituFlag>(stream, handler).IsError();
}

}  // namespace calls_bench
