// Typed headers, tolerant decoding, limits and empty bodies, as a generated client has them.
// Must not test the transport by itself; tests/e2e/runtime does.
#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "shop/shop.hpp"

namespace {

using bindery::ErrorKind;
using servers::HttpServer;
using Handler = httplib::Server::Handler;

shop::DefaultApi api_of(const std::string& url, bindery::Options options = {}) {
  options.retry.max_retries = 0;
  return shop::Client(bindery::httplib_transport(url), {}, options).default_api();
}

// One server whose every GET of /pets is answered by `handler`.
struct Shop {
  explicit Shop(const Handler& handler) {
    server->Get("/pets", handler);
    server->Delete("/pets", handler);
    server->Put("/pets", handler);
    url = server.start_http();
  }
  HttpServer server;
  std::string url;
};

Handler json(const std::string& body, const char* type = "application/json") {
  return [body, type](const httplib::Request&, httplib::Response& out) {
    out.set_content(body, type);
  };
}

TEST(Answers, DocumentedHeadersAreTyped) {
  const Shop shop([](const httplib::Request&, httplib::Response& out) {
    out.set_header("x-ratelimit-limit", "many");
    out.set_header("Link", "</pets?page=2>; rel=\"next\"");
    out.set_header("X-Plan", "gold");
    out.set_header("X-Sizes", "1, 2,3");
    out.set_header("X-Owner", "name=42,pets=7");
    out.set_header("X-Meta", R"({"a": 1})");
    out.set_header("Expires", "Sun, 06 Nov 1994 08:49:37 GMT");
    out.set_header("X-Version", "3");
    out.set_header("Retry-After", "soon");
    out.set_header("X-Unknown", "u");
    out.set_content("[]", "application/json");
  });
  const auto result = api_of(shop.url).list_pets();
  ASSERT_TRUE(result) << result.error();
  const auto headers = result.headers_as<shop::ListPetsOperationHeaders>();
  EXPECT_EQ(headers.x_rate_limit_limit, shop::RateLimitHeader::Many);
  EXPECT_EQ(headers.link, "</pets?page=2>; rel=\"next\"");
  ASSERT_TRUE(headers.x_plan_3c3f);
  EXPECT_EQ(headers.x_plan_3c3f->wire(), "gold");
  EXPECT_EQ(headers.x_sizes, (std::vector<std::int32_t>{1, 2, 3}));
  ASSERT_TRUE(headers.x_owner);
  EXPECT_EQ(headers.x_owner->name, "42");
  EXPECT_EQ(headers.x_owner->pets, 7);
  EXPECT_EQ(headers.x_meta->at("a"), 1);
  EXPECT_EQ(headers.expires->text(), "1994-11-06T08:49:37Z");
  EXPECT_EQ(headers.x_version, "3");
  EXPECT_EQ(headers.retry_after, std::nullopt);
  EXPECT_EQ(headers.class_, std::nullopt);
  EXPECT_EQ(result.headers().find("x-unknown"), "u");
}

TEST(Answers, ErrorsHaveTypedHeadersToo) {
  const Shop shop([](const httplib::Request&, httplib::Response& out) {
    out.status = 429;
    out.set_header("Retry-After", "7");
    out.set_header("X-RateLimit-Limit", "few");
  });
  const auto result = api_of(shop.url).list_pets();
  ASSERT_FALSE(result);
  const auto headers = result.error().headers_as<shop::ListPetsOperationHeaders>();
  EXPECT_EQ(headers.retry_after, 7);
  EXPECT_EQ(headers.x_rate_limit_limit, shop::RateLimitHeader::Few);
}

TEST(Answers, StrictSaysWhereAndTolerantKeepsGoing) {
  const Shop shop(
      json(R"([{"name":"a","pets":"two"},7,{"pets":1}])", "application/json; charset=utf-8"));
  const auto strict = api_of(shop.url).list_pets();
  ASSERT_FALSE(strict);
  EXPECT_EQ(strict.error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(strict.error().message().find("GET /pets: 200 $[0].pets: expected integer, found "
                                          "string; the body begins"),
            0u)
      << strict.error();

  bindery::CallOptions options;
  options.decode = bindery::Decode::tolerant;
  const auto tolerant = api_of(shop.url).list_pets({}, options);
  ASSERT_TRUE(tolerant) << tolerant.error();
  ASSERT_EQ(tolerant->size(), 2u);
  EXPECT_EQ((*tolerant)[0].name, "a");
  EXPECT_EQ((*tolerant)[0].pets, std::nullopt);
  EXPECT_EQ((*tolerant)[1].name, "");
  EXPECT_EQ((*tolerant)[1].pets, 1);
  ASSERT_EQ(tolerant.mismatches().size(), 3u);
  EXPECT_EQ(tolerant.mismatches()[0].text(), "$[0].pets: expected integer, found string");
  EXPECT_EQ(tolerant.mismatches()[1].text(), "$[1]: expected object, found number");
  EXPECT_EQ(tolerant.mismatches()[2].text(), "$[2].name: missing");
}

TEST(Answers, LimitsAreNamed) {
  const Shop shop(json("[" + std::string(2000, ' ') + R"({"name":"a","x":[[[1]]]}])"));
  const auto limit_of = [&](const bindery::Options& options) {
    const auto result = api_of(shop.url, options).list_pets();
    if (result) return std::string("none");
    EXPECT_EQ(result.error().kind(), ErrorKind::limit_exceeded);
    EXPECT_NE(result.error().message().find("(" + std::string(result.error().limit()) + ")"),
              std::string::npos)
        << result.error();
    return std::string(result.error().limit());
  };
  bindery::Options options;
  EXPECT_EQ(limit_of(options), "none");
  options.max_json_depth = 4;
  EXPECT_EQ(limit_of(options), "max_json_depth");
  // Compressed, since the transport asks for it and the server knows the type.
  options.max_decompressed_bytes = 1500;
  EXPECT_EQ(limit_of(options), "max_decompressed_bytes");
  options.max_body_bytes = 20;
  EXPECT_EQ(limit_of(options), "max_body_bytes");
  options.max_header_bytes = 30;
  EXPECT_EQ(limit_of(options), "max_header_bytes");
}

TEST(Answers, NoBodyWhereHttpHasNone) {
  const Shop shop([](const httplib::Request& in, httplib::Response& out) {
    // httplib answers a HEAD by the handler of GET, and sends no body.
    if (in.method == "HEAD") return out.set_content("[1]", "application/json");
    out.status = in.method == "PUT" ? 205 : 204;
    out.set_header("ETag", "\"e\"");
  });
  const auto api = api_of(shop.url);
  EXPECT_TRUE(api.check_pets());
  EXPECT_TRUE(api.put_pets());
  const auto gone = api.delete_pets();
  ASSERT_TRUE(gone);
  EXPECT_EQ(gone.headers_as<shop::DeletePetsHeaders>().e_tag, "\"e\"");
  const auto promised = api.list_pets();
  ASSERT_FALSE(promised);
  EXPECT_EQ(promised.error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(promised.error().message(),
            "GET /pets: 204 a value is promised where HTTP has no body; the body is empty");
}

TEST(Answers, WrongContentIsShown) {
  const Shop shop([](const httplib::Request&, httplib::Response& out) {
    out.set_content("<html>busy</html>", "text/html");
  });
  const auto result = api_of(shop.url).list_pets();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(),
            "GET /pets: 200 expected JSON, found text/html; the body begins <html>busy</html>");
}

}  // namespace
