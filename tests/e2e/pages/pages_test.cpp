// Lists page by page: all items, one failure at most, and never the same page twice.
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "shop/shop.hpp"

namespace {

using servers::HttpServer;

// Answers each path with query by a text, and notes what it was asked.
class PageServer {
 public:
  PageServer(std::initializer_list<std::pair<const std::string, std::string>> pages)
      : pages_(pages) {
    server_->Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      asked_.push_back(request.target);
      const auto page = pages_.find(request.target);
      response.status = page != pages_.end() ? 200 : 404;
      if (page != pages_.end()) response.set_content(page->second, "application/json");
      const auto link = links.find(request.target);
      if (link != links.end()) response.set_header("Link", link->second);
    });
    url_ = server_.start_http();
  }

  /// Headers `Link` by target.
  std::map<std::string, std::string> links;

  shop::Client client() const { return shop::Client(bindery::httplib_transport(url_)); }
  const std::vector<std::string>& asked() const { return asked_; }

 private:
  std::map<std::string, std::string> pages_;
  std::vector<std::string> asked_;
  HttpServer server_;
  std::string url_;
};

std::string text_of(const std::string& text) { return text; }
std::string text_of(std::int64_t number) { return std::to_string(number); }
std::string text_of(const shop::Video& video) { return video.id; }

// `a b !message` of all items.
template <class Items>
std::string walked(Items&& items) {
  std::string text;
  for (auto& item : items) {
    if (!text.empty()) text += ' ';
    text += item ? text_of(*item) : '!' + std::string(to_string(item.error().kind()));
  }
  return text;
}

TEST(Pages, GoOnByToken) {
  PageServer server({
      {"/videos?limit=2", R"({"data":[{"id":"a"},{"id":"b"}],"has_more":true,"next_token":"t/1"})"},
      {"/videos?limit=2&token=t%2F1", R"({"data":[],"has_more":true,"next_token":"t2"})"},
      {"/videos?limit=2&token=t2", R"({"data":[{"id":"c"}],"has_more":false,"next_token":"t3"})"},
  });
  shop::ListVideosRequest request;
  request.limit = 2;
  EXPECT_EQ(walked(server.client().videos().list_videos_items(request)), "a b c");
  EXPECT_EQ(server.asked().size(), 3u);
}

TEST(Pages, AreFetchedWhenTheyAreReached) {
  PageServer server({{"/videos", R"({"data":[{"id":"a"},{"id":"b"}],"next_token":"t1"})"}});
  auto items = server.client().videos().list_videos_items();
  EXPECT_TRUE(server.asked().empty());
  for (auto& item : items) {
    ASSERT_TRUE(item);
    if (item->id == "b") break;
  }
  EXPECT_EQ(server.asked().size(), 1u);
  EXPECT_EQ(items.pages(), 1u);
}

TEST(Pages, EndWithTheFailureOfOne) {
  PageServer server({{"/videos", R"({"data":[{"id":"a"}],"next_token":"gone"})"}});
  EXPECT_EQ(walked(server.client().videos().list_videos_items()), "a !unexpected_status");
  EXPECT_EQ(server.asked().size(), 2u);
}

TEST(Pages, AreResumedFromARequest) {
  PageServer server({
      {"/videos", R"({"data":[{"id":"a"}],"next_token":"t1"})"},
      {"/videos?token=t1", R"({"data":[{"id":"b"},{"id":"c"}]})"},
  });
  auto items = server.client().videos().list_videos_items();
  for (auto& item : items) {
    if (item && item->id == "b") break;
  }
  EXPECT_EQ(items.request().token, "t1");
  EXPECT_EQ(walked(server.client().videos().list_videos_items(items.request())), "b c");
}

TEST(Pages, AreNeverWalkedTwice) {
  PageServer same({{"/videos", R"({"data":[{"id":"a"}],"next_token":"t"})"},
                   {"/videos?token=t", R"({"data":[{"id":"b"}],"next_token":"t"})"}});
  EXPECT_EQ(walked(same.client().videos().list_videos_items()), "a b !undecodable_body");
  EXPECT_EQ(same.asked().size(), 2u);
  PageServer circle({{"/videos?token=1", R"({"data":[{"id":"a"}],"next_token":"2"})"},
                     {"/videos?token=2", R"({"data":[{"id":"b"}],"next_token":"1"})"}});
  shop::ListVideosRequest request;
  request.token = "1";
  EXPECT_EQ(walked(circle.client().videos().list_videos_items(request)), "a b !undecodable_body");
}

TEST(Pages, HaveABound) {
  PageServer server(
      {{"/names?page=1", R"(["b"])"}, {"/names", R"(["a"])"}, {"/names?page=2", R"(["c"])"}});
  bindery::PageOptions two;
  two.max_pages = 2;
  auto items = server.client().default_api().list_names_items({}, {}, two);
  EXPECT_EQ(walked(items), "a b !limit_exceeded");
  EXPECT_EQ(server.asked().size(), 2u);
}

TEST(Pages, GoOnByNumberFromTheDefaultOfTheDocument) {
  PageServer server(
      {{"/names", R"(["a"])"}, {"/names?page=1", R"(["b"])"}, {"/names?page=2", "[]"}});
  EXPECT_EQ(walked(server.client().default_api().list_names_items()), "a b");
}

TEST(Pages, GoOnByOffset) {
  PageServer server({{"/rows", R"({"rows":[1,2,3]})"},
                     {"/rows?offset=3", R"({"rows":[4],"has_more":true})"},
                     {"/rows?offset=4", R"({"rows":[5],"has_more":false})"}});
  EXPECT_EQ(walked(server.client().default_api().list_rows_items()), "1 2 3 4 5");
}

TEST(Pages, GoOnByTheLastItemWhileThereAreMore) {
  PageServer server(
      {{"/files", R"({"data":[{"id":"a"}],"last_id":"a","has_more":true})"},
       {"/files?after=a", R"({"data":[{"id":"b"}],"last_id":"b","has_more":false})"}});
  EXPECT_EQ(walked(server.client().default_api().list_files_items()), "a b");
  EXPECT_EQ(server.asked().size(), 2u);
}

TEST(Pages, GoOnByARuleOfTheUser) {
  PageServer server({{"/by-rule", R"({"result":{"rows":["a"],"others":["x"],"resume":7}})"},
                     {"/by-rule?from=7", R"({"result":{"rows":["b"]}})"},
                     {"/by-offset-rule?first=0", R"(["a","b"])"},
                     {"/by-offset-rule?first=2", "[]"}});
  EXPECT_EQ(walked(server.client().default_api().by_rule_items()), "a b");
  EXPECT_EQ(walked(server.client().default_api().by_offset_rule_items({})), "a b");
}

TEST(Pages, StopWhenTheCallIsCancelled) {
  PageServer server({{"/videos", R"({"data":[{"id":"a"}],"next_token":"t1"})"},
                     {"/videos?token=t1", R"({"data":[{"id":"b"}]})"}});
  const bindery::CancelSource source;
  bindery::CallOptions options;
  options.cancel = source.token();
  std::string text;
  for (auto& item : server.client().videos().list_videos_items({}, options)) {
    text += item ? item->id : std::string(to_string(item.error().kind()));
    source.cancel();
  }
  EXPECT_EQ(text, "acancelled");
}

TEST(Pages, GoOnByTheLinkInAHeader) {
  PageServer server(
      {{"/by-link?sort=up", R"(["a"])"}, {"/by-link?page=2&sort=up&x=%22", R"(["b"])"}});
  // On a server of its own, and with what no parameter knows: of the URL only the query counts.
  server.links["/by-link?sort=up"] =
      R"(</first>; rel="first", <https://other.example/a?page=2&sort=up&x=%22#f>; title="a, \"b\""; REL="last next")";
  server.links["/by-link?page=2&sort=up&x=%22"] = R"(<https://other.example/a>; rel=prev)";
  shop::ByLinkRequest request;
  request.sort = "up";
  auto items = server.client().default_api().by_link_items(request);
  EXPECT_EQ(walked(items), "a b");
  EXPECT_EQ(items.pages(), 2u);
  // A walk resumes with what the last page was asked for with.
  EXPECT_EQ(
      walked(server.client().default_api().by_link_items(items.request(), items.call_options())),
      "b");
}

TEST(Pages, GoOnByTheUrlInAMember) {
  PageServer server({
      {"/by-url", R"({"data":["a"],"links":{"next":"?after=1"}})"},
      {"/by-url?after=1", R"({"data":["b"],"links":{"next":"/v2/by-url?after=2"}})"},
      {"/by-url?after=2", R"({"data":["c"],"links":{"next":null}})"},
  });
  EXPECT_EQ(walked(server.client().default_api().by_url_items()), "a b c");
}

TEST(Pages, RefuseUrlsThatLeadNowhereNew) {
  PageServer circle({
      {"/stated", R"({"rows":["a"],"further":"/stated?at=1"})"},
      {"/stated?at=1", R"({"rows":["b"],"further":"/stated?at=2"})"},
      {"/stated?at=2", R"({"rows":["c"],"further":"/stated?at=1"})"},
  });
  EXPECT_EQ(walked(circle.client().default_api().stated_items()), "a b c !undecodable_body");
  PageServer plain({{"/stated", R"({"rows":["a"],"further":"/stated/2"})"}});
  EXPECT_EQ(walked(plain.client().default_api().stated_items()), "a !undecodable_body");
  PageServer end({{"/stated", R"({"rows":["a"],"further":""})"}});
  EXPECT_EQ(walked(end.client().default_api().stated_items()), "a");
}

TEST(Pages, SendNothingThatAUrlSmuggles) {
  PageServer server({{"/stated", R"({"rows":["a"],"further":"/x?a=b c\r\nX-Evil: 1&d"})"},
                     {"/stated?a=b%20c%0D%0AX-Evil:%201&d", R"({"rows":["b"]})"}});
  EXPECT_EQ(walked(server.client().default_api().stated_items()), "a b");
}

struct NarrowRequest {
  std::optional<std::int32_t> page{};
};
struct WidePage {
  std::optional<std::int64_t> next{};
  std::vector<int> items{};
};

TEST(Pages, AskForNoOtherPageThanTheyAreTold) {
  std::vector<std::int64_t> nexts{7, (std::int64_t{1} << 32) + 7};
  std::vector<std::int32_t> asked;
  auto items = bindery::paged_items(
      NarrowRequest{}, bindery::CallOptions{},
      [&](const NarrowRequest& request, const bindery::CallOptions&) {
        asked.push_back(request.page.value_or(0));
        WidePage page;
        page.next = nexts[asked.size() - 1];
        page.items = {1};
        return bindery::Result<WidePage>(std::move(page));
      },
      bindery::ByToken(&NarrowRequest::page, bindery::member_path(&WidePage::next),
                       bindery::NoMember{}),
      bindery::member_path(&WidePage::items), bindery::PageOptions{});
  std::string seen;
  for (auto& item : items) seen += item ? 'i' : '!';
  EXPECT_EQ(seen, "ii!");
  EXPECT_EQ(asked, (std::vector<std::int32_t>{0, 7}));
}

}  // namespace
