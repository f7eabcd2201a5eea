// Structs and rules by hand, in the shape of generated ones: what the tests of validation check.
// Must not be cleverer than what the templates write.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/box.hpp"
#include "bindery/bytes.hpp"
#include "bindery/call.hpp"
#include "bindery/date_time.hpp"
#include "bindery/file.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/nullable.hpp"
#include "bindery/open_enum.hpp"
#include "bindery/validate.hpp"

namespace shop {

enum class Color : int { Red };
constexpr std::string_view to_string(Color) noexcept { return "red"; }
constexpr bool from_string(std::string_view text, Color& value) noexcept {
  value = Color::Red;
  return text == "red";
}

enum class Level : int { Low };
constexpr std::int64_t to_integer(Level) noexcept { return 1; }
constexpr bool from_integer(std::int64_t number, Level& value) noexcept {
  value = Level::Low;
  return number == 1;
}

struct Link {
  std::string url{};
  std::optional<std::int64_t> size{};

  friend bool operator==(const Link& left, const Link& right) {
    return left.url == right.url && left.size == right.size;
  }
};

// Nothing to check in it.
struct Note {
  std::string text{};
};

struct Token {
  static constexpr std::string_view type = "token";
  std::string token{};
};

struct Source : std::variant<Link, Token, std::string, std::int64_t, bindery::Json> {
  using variant::variant;
  Source() : variant(bindery::Json()) {}
};

// A union that only hands on to its alternatives.
struct Choice : std::variant<Link, std::vector<Source>, bindery::Json> {
  using variant::variant;
  Choice() : variant(bindery::Json()) {}
};

struct Node {
  std::string name{};
  std::optional<bindery::Box<Node>> next{};
  std::vector<Node> children{};
  bindery::Box<Node> twin{};
};

// An alias that contains itself.
struct Tree : std::vector<Tree> {
  using vector::vector;
};

struct Settings {
  std::optional<std::string> theme{};
  bindery::OptionalNullable<std::int64_t> size{};
  std::map<std::string, std::string> additional_properties{};
};

struct Order {
  std::string prompt{};
  std::vector<Link> files{};
  std::optional<std::vector<std::string>> tags{};
  bindery::Nullable<double> price{};
  bindery::OptionalNullable<std::int64_t> count{};
  std::map<std::string, std::vector<std::string>> labels{};
  std::map<std::string, Link> links{};
  std::tuple<std::string, std::int64_t> pair{};
  Source source{};
  Choice choice{};
  std::optional<bindery::Open<Color>> color{};
  bindery::Open<Level> level{};
  bindery::DateTime at{};
  bindery::Bytes data{};
  bindery::Json extra{};
  std::vector<bindery::Nullable<Link>> spares{};
  Settings settings{};
  std::vector<Note> notes{};
  bindery::File file{};
};

struct CreateOrderRequest {
  std::optional<std::int64_t> limit{};
  Order body{};
};

struct ListOrdersRequest {
  std::optional<std::int64_t> limit{};
};

}  // namespace shop

template <>
struct bindery::Codec<shop::Link> {
  template <class Writer>
  static void encode(Writer& out, const shop::Link& value) {
    bindery::ObjectWriter object(out);
    object.member("url", value.url);
    object.member("size", value.size);
    object.finish();
  }
};

template <>
struct bindery::Rules<shop::Link> {
  template <class Checker>
  static void check(Checker& in, const shop::Link& value) {
    in.member("url", value.url, bindery::length(1));
    in.member("size", value.size, bindery::at_least(0));
  }
};

template <>
struct bindery::Rules<shop::Token> {
  template <class Checker>
  static void check(Checker& in, const shop::Token& value) {
    in.member("token", value.token, bindery::length(3, 3));
  }
};

template <>
struct bindery::Rules<shop::Source> {
  template <class Checker>
  static void check(Checker& in, const shop::Source& value) {
    in.itself(value, bindery::at<2>(bindery::length(2)), bindery::at<3>(bindery::at_most(9)));
  }
};

template <>
struct bindery::Rules<shop::Node> {
  template <class Checker>
  static void check(Checker& in, const shop::Node& value) {
    in.member("name", value.name, bindery::length(1));
    in.member("next", value.next);
    in.member("children", value.children, bindery::items(0, 2));
    in.member("twin", value.twin);
  }
};

template <>
struct bindery::Rules<shop::Tree> {
  template <class Checker>
  static void check(Checker& in, const shop::Tree& value) {
    in.itself(value, bindery::items(0, 2));
  }
};

template <>
struct bindery::Rules<shop::Settings> {
  static std::uint64_t size(const shop::Settings& value) {
    return bindery::count_members(value.theme, value.size) + value.additional_properties.size();
  }
  template <class Checker>
  static void check(Checker& in, const shop::Settings& value) {
    in.itself(value, bindery::properties(0, 3));
    in.value(value.additional_properties, bindery::each(bindery::length(0, 5)));
  }
};

template <>
struct bindery::Rules<shop::Order> {
  template <class Checker>
  static void check(Checker& in, const shop::Order& value) {
    in.member("prompt", value.prompt, bindery::length(1, 10));
    in.member("files", value.files, bindery::items(0, 2), bindery::unique_items);
    in.member("tags", value.tags, bindery::each(bindery::length(1, 3), bindery::pattern("^a")));
    in.member("price", value.price, bindery::above(0), bindery::multiple_of(0.01));
    in.member("count", value.count, bindery::at_least(1), bindery::below(10));
    in.member("labels", value.labels, bindery::properties(0, 2),
              bindery::each(bindery::items(1), bindery::each(bindery::length(0, 2))));
    in.member("links", value.links);
    in.member("pair", value.pair, bindery::at<0>(bindery::length(0, 1)),
              bindery::at<1>(bindery::at_least(0)));
    in.member("source", value.source);
    in.member("choice", value.choice);
    in.member("color", value.color, bindery::length(0, 4));
    in.member("level", value.level, bindery::at_most(3));
    in.member("at", value.at, bindery::length(0, 20));
    in.member("data", value.data, bindery::length(0, 8), bindery::pattern("^A"));
    in.member("extra", value.extra, bindery::length(0, 2), bindery::at_most(5),
              bindery::items(0, 1), bindery::properties(0, 1), bindery::each(bindery::at_least(0)));
    in.member("spares", value.spares);
    in.member("settings", value.settings, bindery::properties(1));
    in.member("notes", value.notes);
    in.member("file", value.file, bindery::length(0, 4));
  }
};

template <>
struct bindery::Rules<shop::CreateOrderRequest> {
  template <class Checker>
  static void check(Checker& in, const shop::CreateOrderRequest& value) {
    in.member("limit", value.limit, bindery::at_least(1), bindery::at_most(100));
    in.member("body", value.body);
  }
};

namespace shop {

using bindery::validate;

inline std::shared_ptr<const bindery::RequestValidator> validator(
    const bindery::ValidateOptions& options = {}) {
  return bindery::request_validator<CreateOrderRequest>(options);
}

}  // namespace shop
