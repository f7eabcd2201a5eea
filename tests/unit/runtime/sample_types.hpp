// Structs as bindery generates them, written by hand: the shapes the codec must carry.
// Must follow the contract of generated code, not the needs of one test.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "bindery/box.hpp"
#include "bindery/bytes.hpp"
#include "bindery/date_time.hpp"
#include "bindery/json.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/model.hpp"
#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"

namespace sample {

enum class Status : int {
  Pending,
  Completed,
};
constexpr std::string_view to_string(Status value) noexcept {
  switch (value) {
    case Status::Pending:
      return "pending";
    case Status::Completed:
      return "completed";
  }
  return {};
}
constexpr bool from_string(std::string_view text, Status& value) noexcept {
  if (text == "pending") {
    value = Status::Pending;
    return true;
  }
  if (text == "completed") {
    value = Status::Completed;
    return true;
  }
  return false;
}

enum class Level : int {
  Low,
  High,
};
constexpr std::int64_t to_integer(Level value) noexcept {
  switch (value) {
    case Level::Low:
      return 1;
    case Level::High:
      return 9;
  }
  return 0;
}
constexpr bool from_integer(std::int64_t wire, Level& value) noexcept {
  if (wire == 1) {
    value = Level::Low;
    return true;
  }
  if (wire == 9) {
    value = Level::High;
    return true;
  }
  return false;
}

struct Video {
  std::string id{};
  bindery::OptionalNullable<std::string> title{};
  bindery::Open<Status> status{};
  std::optional<std::int32_t> width{};
  bindery::Nullable<double> duration{};
  std::optional<std::vector<std::string>> tags{};

  template <class T>
  friend bindery::if_same<T, Video> operator==(const T& left, const T& right) {
    return left.id == right.id && left.title == right.title && left.status == right.status &&
           left.width == right.width && left.duration == right.duration && left.tags == right.tags;
  }
  template <class T>
  friend bindery::if_same<T, Video> operator!=(const T& left, const T& right) {
    return !(left == right);
  }
};

struct Page {
  std::vector<Video> data{};
  std::optional<bool> has_more{};

  template <class T>
  friend bindery::if_same<T, Page> operator==(const T& left, const T& right) {
    return left.data == right.data && left.has_more == right.has_more;
  }
  template <class T>
  friend bindery::if_same<T, Page> operator!=(const T& left, const T& right) {
    return !(left == right);
  }
};

struct AssetUrl {
  static constexpr std::string_view type = "url";
  std::string url{};

  template <class T>
  friend bindery::if_same<T, AssetUrl> operator==(const T& left, const T& right) {
    return left.url == right.url;
  }
  template <class T>
  friend bindery::if_same<T, AssetUrl> operator!=(const T& left, const T& right) {
    return !(left == right);
  }
};

struct AssetData {
  static constexpr std::string_view type = "base64";
  bindery::Bytes data{};
  std::optional<bindery::DateTime> made_at{};

  template <class T>
  friend bindery::if_same<T, AssetData> operator==(const T& left, const T& right) {
    return left.data == right.data && left.made_at == right.made_at;
  }
  template <class T>
  friend bindery::if_same<T, AssetData> operator!=(const T& left, const T& right) {
    return !(left == right);
  }
};

struct Asset : std::variant<AssetUrl, AssetData, bindery::Json> {
  using variant::variant;
  Asset() : variant(bindery::Json()) {}
};

/// Told apart by kind.
struct Scalar : std::variant<std::string, std::int64_t, std::vector<std::string>, bindery::Json> {
  using variant::variant;
  Scalar() : variant(bindery::Json()) {}
};

/// Told apart by trying.
struct Cat {
  std::string name{};
  std::optional<std::int64_t> lives{};

  template <class T>
  friend bindery::if_same<T, Cat> operator==(const T& left, const T& right) {
    return left.name == right.name && left.lives == right.lives;
  }
};
struct Dog {
  std::string name{};
  std::optional<std::string> breed{};

  template <class T>
  friend bindery::if_same<T, Dog> operator==(const T& left, const T& right) {
    return left.name == right.name && left.breed == right.breed;
  }
};
struct Pet : std::variant<Cat, Dog, bindery::Json> {
  using variant::variant;
  Pet() : variant(bindery::Json()) {}
};

/// A cycle: a tree whose leaves are a union that holds trees.
struct Leaf;
struct Tree {
  std::string name{};
  std::vector<Tree> children{};
  std::map<std::string, Tree> named{};
  std::optional<bindery::Box<Tree>> next{};
  std::vector<Leaf> leaves BINDERY_EMPTY;
  std::optional<std::vector<Leaf>> more_leaves BINDERY_EMPTY;
  bindery::OptionalNullable<std::vector<Leaf>> other_leaves{};
  bindery::OptionalNullable<bindery::Box<Leaf>> leaf{};

  template <class T>
  friend bindery::if_same<T, Tree> operator==(const T& left, const T& right) {
    return left.name == right.name && left.children == right.children &&
           left.named == right.named && left.next == right.next && left.leaves == right.leaves &&
           left.more_leaves == right.more_leaves && left.other_leaves == right.other_leaves &&
           left.leaf == right.leaf;
  }
  template <class T>
  friend bindery::if_same<T, Tree> operator!=(const T& left, const T& right) {
    return !(left == right);
  }
};
struct Leaf : std::variant<Tree, std::string, bindery::Json> {
  using variant::variant;
  Leaf() : variant(bindery::Json()) {}
};

/// No finite JSON is one: it requires itself.
struct Endless {
  bindery::Box<Endless> inner{};

  template <class T>
  friend bindery::if_same<T, Endless> operator==(const T& left, const T& right) {
    return left.inner == right.inner;
  }
};

struct Open {
  bindery::Open<Level> level{};
  bindery::Json anything{};
  std::optional<std::tuple<std::string, std::int64_t>> pair{};
  std::map<std::string, std::int64_t> additional_properties{};

  template <class T>
  friend bindery::if_same<T, Open> operator==(const T& left, const T& right) {
    return left.level == right.level && left.anything == right.anything &&
           left.pair == right.pair && left.additional_properties == right.additional_properties;
  }
};

struct Nothing {
  template <class T>
  friend bindery::if_same<T, Nothing> operator==(const T&, const T&) {
    return true;
  }
};

}  // namespace sample

template <>
struct bindery::Codec<sample::Video> {
  template <class Reader>
  static bool decode(Reader& in, sample::Video& out) {
    static constexpr std::string_view names[] = {"id",    "title",    "status",
                                                 "width", "duration", "tags"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.id);
          break;
        case 1:
          object.read(out.title);
          break;
        case 2:
          object.read(out.status);
          break;
        case 3:
          object.read(out.width);
          break;
        case 4:
          object.read(out.duration);
          break;
        case 5:
          object.read(out.tags);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 2});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Video& value) {
    bindery::ObjectWriter object(out);
    object.member("id", value.id);
    object.member("title", value.title);
    object.member("status", value.status);
    object.member("width", value.width);
    object.member("duration", value.duration);
    object.member("tags", value.tags);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Page> {
  template <class Reader>
  static bool decode(Reader& in, sample::Page& out) {
    static constexpr std::string_view names[] = {"data", "has_more"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.data);
          break;
        case 1:
          object.read(out.has_more);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Page& value) {
    bindery::ObjectWriter object(out);
    object.member("data", value.data);
    object.member("has_more", value.has_more);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::AssetUrl> {
  template <class Reader>
  static bool decode(Reader& in, sample::AssetUrl& out) {
    static constexpr std::string_view names[] = {"type", "url"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.expect(sample::AssetUrl::type);
          break;
        case 1:
          object.read(out.url);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 1});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::AssetUrl& value) {
    bindery::ObjectWriter object(out);
    object.member("type", sample::AssetUrl::type);
    object.member("url", value.url);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::AssetData> {
  template <class Reader>
  static bool decode(Reader& in, sample::AssetData& out) {
    static constexpr std::string_view names[] = {"type", "data", "made_at"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.expect(sample::AssetData::type);
          break;
        case 1:
          object.read(out.data);
          break;
        case 2:
          object.read(out.made_at);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 1});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::AssetData& value) {
    bindery::ObjectWriter object(out);
    object.member("type", sample::AssetData::type);
    object.member("data", value.data);
    object.member("made_at", value.made_at);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Asset> {
  template <class Reader>
  static bool decode(Reader& in, sample::Asset& out) {
    static constexpr std::string_view tags[] = {"url", "base64"};
    switch (in.tag("type", tags)) {
      case 0:
        return in.template alternative<sample::AssetUrl>(out);
      case 1:
        return in.template alternative<sample::AssetData>(out);
      default:
        return in.template alternative<bindery::Json>(out);
    }
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Asset& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Scalar> {
  template <class Reader>
  static bool decode(Reader& in, sample::Scalar& out) {
    switch (in.kind()) {
      case bindery::JsonKind::string:
        return in.template alternative<std::string>(out);
      case bindery::JsonKind::number:
        return in.template alternative<std::int64_t>(out);
      case bindery::JsonKind::array:
        return in.template alternative<std::vector<std::string>>(out);
      default:
        return in.template alternative<bindery::Json>(out);
    }
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Scalar& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Cat> {
  template <class Reader>
  static bool decode(Reader& in, sample::Cat& out) {
    static constexpr std::string_view names[] = {"name", "lives"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          break;
        case 1:
          object.read(out.lives);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Cat& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("lives", value.lives);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Dog> {
  template <class Reader>
  static bool decode(Reader& in, sample::Dog& out) {
    static constexpr std::string_view names[] = {"name", "breed"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          break;
        case 1:
          object.read(out.breed);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Dog& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("breed", value.breed);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Pet> {
  template <class Reader>
  static bool decode(Reader& in, sample::Pet& out) {
    return bindery::decode_best<sample::Cat, sample::Dog>(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Pet& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Tree> {
  template <class Reader>
  static bool decode(Reader& in, sample::Tree& out) {
    static constexpr std::string_view names[] = {"name",   "children",    "named",        "next",
                                                 "leaves", "more_leaves", "other_leaves", "leaf"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          break;
        case 1:
          object.read(out.children);
          break;
        case 2:
          object.read(out.named);
          break;
        case 3:
          object.read(out.next);
          break;
        case 4:
          object.read(out.leaves);
          break;
        case 5:
          object.read(out.more_leaves);
          break;
        case 6:
          object.read(out.other_leaves);
          break;
        case 7:
          object.read(out.leaf);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Tree& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("children", value.children);
    object.member("named", value.named);
    object.member("next", value.next);
    object.member("leaves", value.leaves);
    object.member("more_leaves", value.more_leaves);
    object.member("other_leaves", value.other_leaves);
    object.member("leaf", value.leaf);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Leaf> {
  template <class Reader>
  static bool decode(Reader& in, sample::Leaf& out) {
    return bindery::decode_best<sample::Tree, std::string>(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Leaf& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Endless> {
  template <class Reader>
  static bool decode(Reader& in, sample::Endless& out) {
    static constexpr std::string_view names[] = {"inner"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.inner);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Endless& value) {
    bindery::ObjectWriter object(out);
    object.member("inner", value.inner);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Open> {
  template <class Reader>
  static bool decode(Reader& in, sample::Open& out) {
    static constexpr std::string_view names[] = {"level", "anything", "pair"};
    bindery::ObjectReader object(in, names);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.level);
          break;
        case 1:
          object.read(out.anything);
          break;
        case 2:
          object.read(out.pair);
          break;
        default:
          object.read_additional(out.additional_properties);
          break;
      }
    }
    return object.finish({});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Open& value) {
    bindery::ObjectWriter object(out);
    object.member("level", value.level);
    object.member("anything", value.anything);
    object.member("pair", value.pair);
    object.additional(value.additional_properties);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Nothing> {
  template <class Reader>
  static bool decode(Reader& in, sample::Nothing&) {
    bindery::ObjectReader object(in);
    while (object.next()) object.skip();
    return object.finish({});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Nothing&) {
    bindery::ObjectWriter object(out);
    object.finish();
  }
};
