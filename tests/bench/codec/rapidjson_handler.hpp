// What the SAX handlers share: how values are put into members.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <rapidjson/reader.h>

#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"

namespace codec_bench {

// The uses of a member which an event makes: each puts the event's value there, and is false for a
// member of another type.

struct PutText {
  std::string_view text;

  bool operator()(std::string& out) const {
    out.assign(text.data(), text.size());
    return true;
  }
  bool operator()(std::optional<std::string>& out) const { return (*this)(out.emplace()); }
  bool operator()(bindery::OptionalNullable<std::string>& out) const {
    return (*this)(out.emplace());
  }
  template <class E>
  bool operator()(bindery::Open<E>& out) const {
    out = bindery::Open<E>::from_wire(text);
    return true;
  }
  template <class Other>
  bool operator()(Other&) const {
    return false;
  }
};

template <class Number>
struct PutNumber {
  Number number;

  template <class T>
  bool operator()(T& out) const {
    if constexpr (std::is_same_v<T, double>) {
      out = static_cast<double>(number);
      return true;
    } else if constexpr (std::is_same_v<T, std::int64_t> && std::is_integral_v<Number>) {
      out = number;
      return true;
    } else if constexpr (std::is_same_v<T, std::int32_t> && std::is_integral_v<Number>) {
      out = static_cast<std::int32_t>(number);
      return out == number;
    } else {
      return false;
    }
  }
  template <class T>
  bool operator()(std::optional<T>& out) const {
    return (*this)(out.emplace());
  }
  template <class T>
  bool operator()(bindery::OptionalNullable<T>& out) const {
    return (*this)(out.emplace());
  }
};

struct PutBool {
  bool value;

  bool operator()(bool& out) const {
    out = value;
    return true;
  }
  bool operator()(std::optional<bool>& out) const {
    out = value;
    return true;
  }
  template <class Other>
  bool operator()(Other&) const {
    return false;
  }
};

struct PutNull {
  template <class T>
  bool operator()(bindery::OptionalNullable<T>& out) const {
    out = bindery::null;
    return true;
  }
  template <class Other>
  bool operator()(Other&) const {
    return false;
  }
};

/// The scalar events of RapidJSON as calls of `Handler::put` with one of the uses above.
template <class Handler>
class ScalarEvents {
 public:
  bool Null() { return handler().put(PutNull{}); }
  bool Bool(bool value) { return handler().put(PutBool{value}); }
  bool Int(int value) { return Int64(value); }
  bool Uint(unsigned value) { return Int64(value); }
  bool Int64(std::int64_t value) { return handler().put(PutNumber<std::int64_t>{value}); }
  bool Uint64(std::uint64_t value) {
    return value <= INT64_MAX && Int64(static_cast<std::int64_t>(value));
  }
  bool Double(double value) { return handler().put(PutNumber<double>{value}); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return handler().put(PutText{std::string_view(text, size)});
  }

 private:
  Handler& handler() { return static_cast<Handler&>(*this); }
};

}  // namespace codec_bench
