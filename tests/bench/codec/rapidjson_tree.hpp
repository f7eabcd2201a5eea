// The SAX handlers of documents that are no plain pages: folders in folders, and alternatives.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "event_members.hpp"
#include "rapidjson_handler.hpp"

namespace codec_bench {

class FolderHandler : public ScalarEvents<FolderHandler> {
 public:
  explicit FolderHandler(shapes::Folder& root) : root_(root) {}

  bool StartObject() {
    open_.push_back(open_.empty() ? &root_ : &open_.back()->children.emplace_back());
    expected_ = 0;
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    open_.pop_back();
    return true;
  }
  bool StartArray() { return member_ == children; }
  bool EndArray(rapidjson::SizeType) { return true; }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    member_ = Members<shapes::Folder>::names.find(std::string_view(text, size), expected_);
    expected_ = member_ + 1;
    return member_ <= children;
  }

  template <class Use>
  bool put(const Use& use) {
    return !open_.empty() && Members<shapes::Folder>::visit(*open_.back(), member_, use);
  }

 private:
  static constexpr std::size_t children = 1;

  shapes::Folder& root_;
  // A folder moves only while none of those in it is open.
  std::vector<shapes::Folder*> open_;
  std::size_t member_ = 0;
  std::size_t expected_ = 0;
};

/// Takes the type of an event to be its first member, which it is in the documents: whoever cannot
/// rely on that has to keep the events of a whole object.
class EventsHandler : public ScalarEvents<EventsHandler> {
 public:
  explicit EventsHandler(shapes::EventPage& page) : page_(page) {}

  bool StartObject() {
    if (place_ == Place::outside) {
      place_ = Place::page;
      return true;
    }
    if (place_ != Place::list) return false;
    event_ = &page_.events.emplace_back();
    place_ = Place::untold;
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    if (place_ == Place::untold) return false;
    place_ = place_ == Place::event ? Place::list : Place::outside;
    return true;
  }
  bool StartArray() {
    const bool is_list = place_ == Place::page && member_ == 0;
    place_ = Place::list;
    return is_list;
  }
  bool EndArray(rapidjson::SizeType) {
    place_ = Place::page;
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view name(text, size);
    switch (place_) {
      case Place::untold:
        return name == "type";
      case Place::event:
        member_ = with_event([&](auto& event) { return names_of(event).find(name, expected_); });
        expected_ = member_ + 1;
        return true;
      default:
        member_ = Members<shapes::EventPage>::names.find(name, 0);
        return true;
    }
  }

  template <class Use>
  bool put(const Use& use) {
    if (place_ == Place::event) {
      return with_event([&](auto& event) {
               return static_cast<std::size_t>(members_of(event).visit(event, member_, use));
             }) != 0;
    }
    return place_ == Place::page && member_ != 0;
  }
  bool put(const PutText& use) {
    if (place_ != Place::untold) return put<PutText>(use);
    place_ = Place::event;
    expected_ = 0;
    return emplace_event(*event_, use.text, [](auto&) { return true; });
  }

 private:
  enum class Place { outside, page, list, untold, event };

  template <class T>
  static constexpr Members<T> members_of(const T&) {
    return {};
  }
  template <class T>
  static constexpr const auto& names_of(const T&) {
    return Members<T>::names;
  }
  template <class Use>
  std::size_t with_event(Use use) {
    switch (event_->index()) {
      case 0:
        return use(*std::get_if<0>(event_));
      case 1:
        return use(*std::get_if<1>(event_));
      case 2:
        return use(*std::get_if<2>(event_));
      default:
        return use(*std::get_if<3>(event_));
    }
  }

  shapes::EventPage& page_;
  shapes::Event* event_ = nullptr;
  Place place_ = Place::outside;
  std::size_t member_ = 0;
  std::size_t expected_ = 0;
};

}  // namespace codec_bench
