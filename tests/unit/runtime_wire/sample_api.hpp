// A small client by hand, in the shape of generated ones: what the tests of calls call.
// Must not be cleverer than what the templates write.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/call.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/model.hpp"
#include "bindery/open_enum.hpp"

namespace sample {

enum class Status : int { Done };

constexpr std::string_view to_string(Status value) noexcept {
  return value == Status::Done ? "done" : std::string_view();
}
constexpr bool from_string(std::string_view text, Status& value) noexcept {
  if (text != "done") return false;
  value = Status::Done;
  return true;
}

struct Item {
  std::string id{};
  std::optional<std::int64_t> size{};
};

struct Problem {
  std::string code{};
};

struct GetItemRequest {
  std::string item_id{};
  std::optional<std::int64_t> limit{};
  std::vector<std::string> tags{};
  std::optional<std::string> trace{};
  std::optional<std::string> session{};
  std::optional<Item> body{};
};

using Either = std::variant<Item, bindery::NoContent, std::string>;

}  // namespace sample

template <>
struct bindery::Codec<sample::Item> {
  template <class Reader>
  static bool decode(Reader& in, sample::Item& out) {
    static constexpr std::string_view names[] = {"id", "size"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.id);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.size);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Item& value) {
    bindery::ObjectWriter object(out);
    object.member("id", value.id);
    object.member("size", value.size);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Problem> {
  template <class Reader>
  static bool decode(Reader& in, sample::Problem& out) {
    static constexpr std::string_view names[] = {"code"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.code);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
};

namespace sample {

class ItemsApi {
 public:
  explicit ItemsApi(std::shared_ptr<const bindery::Pipeline> pipeline)
      : pipeline_(std::move(pipeline)) {}

  template <class Call = bindery::Call>
  bindery::Result<Item> get_item(const GetItemRequest& request,
                                 const bindery::CallOptions& options = {}) const {
    Call call(*pipeline_, options, {"getItem", "GET", "/v1/items/{item_id}"});
    call.path("item_id", request.item_id);
    call.query("limit", request.limit);
    call.query("tag", request.tags);
    call.header("X-Trace", request.trace);
    call.cookie("session", request.session);
    call.authorize({{"Key"}, {"Bearer"}, {"Query", "Basic"}});
    return call.template send<Item>({
        {"200", bindery::Content::json},
        {"404", bindery::Content::json},
        {"4XX", bindery::Content::json},
    });
  }

  template <class Call = bindery::Call>
  bindery::Result<bindery::NoContent> put_item(const GetItemRequest& request,
                                               const bindery::CallOptions& options = {}) const {
    Call call(*pipeline_, options, {"putItem", "POST", "/v1/items"});
    call.json_body(request.body);
    return call.template send<bindery::NoContent>({{"204"}});
  }

  template <class Call = bindery::Call>
  bindery::Result<Either> any_item(const bindery::CallOptions& options = {}) const {
    Call call(*pipeline_, options, {"anyItem", "GET", "/v1/any"});
    return call.template send_one_of<Either>({
        {"200", bindery::Content::json, 0},
        {"204", bindery::Content::none, 1},
        {"2XX", bindery::Content::text, 2},
    });
  }

 private:
  std::shared_ptr<const bindery::Pipeline> pipeline_;
};

}  // namespace sample
