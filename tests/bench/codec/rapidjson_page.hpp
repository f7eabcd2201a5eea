// The SAX handler of most documents: an object with a list of objects, which may hold numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "members.hpp"
#include "rapidjson_handler.hpp"

namespace codec_bench {

template <class Page, class Item>
class PageHandler : public ScalarEvents<PageHandler<Page, Item>> {
 public:
  explicit PageHandler(Page& page) : page_(page) {}

  bool StartObject() {
    switch (place_) {
      case Place::outside:
        place_ = Place::page;
        return true;
      case Place::list:
        item_ = &items_->emplace_back();
        expected_ = 0;
        place_ = Place::item;
        return true;
      default:
        return begin_unknown();
    }
  }
  bool EndObject(rapidjson::SizeType) {
    switch (place_) {
      case Place::item:
        place_ = Place::list;
        return true;
      case Place::page:
        place_ = Place::outside;
        return true;
      default:
        return end_unknown();
    }
  }
  bool StartArray() {
    if (place_ == Place::page && member_ < page_names.size()) {
      return Members<Page>::visit(page_, member_, [this](auto& out) { return begin_list(out); });
    }
    if (place_ == Place::item && member_ < item_names.size()) {
      return Members<Item>::visit(*item_, member_,
                                  [this](auto& out) { return begin_numbers(out); });
    }
    return begin_unknown();
  }
  bool EndArray(rapidjson::SizeType) {
    switch (place_) {
      case Place::numbers:
        place_ = Place::item;
        return true;
      case Place::list:
        place_ = Place::page;
        // The page's next member is told by its name alone.
        expected_ = 0;
        return true;
      default:
        return end_unknown();
    }
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (place_ == Place::item) {
      member_ = item_names.find(std::string_view(text, size), expected_);
      if (member_ < item_names.size()) expected_ = member_ + 1;
    } else if (place_ == Place::page) {
      member_ = page_names.find(std::string_view(text, size), expected_);
      if (member_ < page_names.size()) expected_ = member_ + 1;
    }
    return true;
  }

  template <class Use>
  bool put(const Use& use) {
    switch (place_) {
      case Place::item:
        return Members<Item>::visit(*item_, member_, use);
      case Place::numbers:
        return use(numbers_->emplace_back());
      case Place::page:
        return Members<Page>::visit(page_, member_, use);
      case Place::unknown:
        return true;
      default:
        return false;
    }
  }

 private:
  static constexpr const auto& page_names = Members<Page>::names;
  static constexpr const auto& item_names = Members<Item>::names;

  enum class Place { outside, page, list, item, numbers, unknown };

  template <class T>
  bool begin_list(T& out) {
    if constexpr (std::is_same_v<T, std::vector<Item>>) {
      items_ = &out;
      place_ = Place::list;
      return true;
    } else if constexpr (std::is_same_v<T, std::optional<std::vector<Item>>>) {
      return begin_list(out.emplace());
    } else {
      return false;
    }
  }
  template <class T>
  bool begin_numbers(T& out) {
    if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) {
      numbers_ = &out;
      place_ = Place::numbers;
      return true;
    } else {
      return false;
    }
  }

  // A container nobody asked for: only of a member that is not known.
  bool begin_unknown() {
    if (place_ == Place::unknown) {
      ++depth_;
      return true;
    }
    const bool is_unknown = (place_ == Place::item && member_ == item_names.size()) ||
                            (place_ == Place::page && member_ == page_names.size());
    around_ = place_;
    place_ = Place::unknown;
    depth_ = 1;
    return is_unknown;
  }
  bool end_unknown() {
    if (--depth_ == 0) place_ = around_;
    return true;
  }

  Page& page_;
  std::vector<Item>* items_ = nullptr;
  Item* item_ = nullptr;
  std::vector<std::int64_t>* numbers_ = nullptr;
  Place place_ = Place::outside;
  Place around_ = Place::outside;  // an unknown container
  std::size_t depth_ = 0;          // inside of it
  std::size_t member_ = 0;
  std::size_t expected_ = 0;
};

}  // namespace codec_bench
