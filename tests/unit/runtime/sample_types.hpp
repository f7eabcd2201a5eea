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
