// Calls that no document describes.
#include "bindery/raw_call.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"

namespace {

using bindery::ErrorKind;
using bindery::RawRequest;
using bindery::RawResponse;
using bindery::Request;
using bindery::Result;

struct Bench {
  bindery::TransportResult answer = bindery::json_response(200, R"({"a":[1]})");
  bindery::CallOptions options{};
  std::shared_ptr<bindery::MemoryTransport> transport = std::make_shared<bindery::MemoryTransport>(
      [this](const Request&) { return answer; }, "https://api.example.com/base/");

  Result<RawResponse> send(std::string_view method, std::string_view path,
                           const RawRequest& request = {}) {
    bindery::CredentialStore store;
    store.api_key("Key", bindery::In::query, "key", bindery::Secret("s3cr3t"));
    const bindery::Pipeline pipeline(transport, store, {});
    bindery::RawCall call(pipeline, options, method, path);
    call.authorize({{"Key"}});
    return call.send(request);
  }
  Request sent() const { return transport->requests().at(0); }
};

TEST(RawCall, SendsWhatItIsGiven) {
  Bench bench;
  bench.options.headers = {{"X-Mine", "1"}};
  RawRequest request;
  request.query = {{"a b", "c&d"}, {"e", ""}};
  request.body = R"({"x":1})";
  const auto result =
      bench.send("PATCH", "/v3/a%2Fb c?first=1%202&f%5Bx%5D=y/z&&bare#gone", request);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(bench.sent().method, "PATCH");
  EXPECT_EQ(bench.sent().url,
            "https://api.example.com/base/v3/a%2Fb%20c?first=1%202&f%5Bx%5D=y/z&bare=&a%20b=c%26d&"
            "e=&key=s3cr3t");
  EXPECT_EQ(bench.sent().headers.find("Content-Type"), "application/json");
  EXPECT_EQ(bench.sent().headers.find("X-Mine"), "1");
  EXPECT_EQ(bench.sent().headers.find("Accept"), "*/*");
  EXPECT_EQ(bench.sent().body.text(), R"({"x":1})");
}

TEST(RawCall, SendsOtherBodies) {
  const auto sent = [](const RawRequest& request) {
    Bench bench;
    EXPECT_TRUE(bench.send("POST", "/x", request));
    return std::string(bench.sent().headers.find("Content-Type").value_or("none")) + '|' +
           bench.sent().body.text().value_or("unreadable");
  };
  RawRequest request;
  EXPECT_EQ(sent(request), "none|");
  request.body = std::string("a,b");
  request.content_type = "text/csv";
  EXPECT_EQ(sent(request), "text/csv|a,b");
  request.body = bindery::File::from_bytes("png", "f", "image/png");
  EXPECT_EQ(sent(request), "text/csv|png");
  request.content_type.clear();
  EXPECT_EQ(sent(request), "image/png|png");
}

TEST(RawCall, GivesStatusHeadersAndBody) {
  Bench bench;
  bench.answer = bindery::Response{
      201, {{"Content-Type", "application/json"}, {"X-Request-Id", "r"}}, R"({"a":[1]})"};
  const auto result = bench.send("GET", "/x");
  ASSERT_TRUE(result);
  EXPECT_EQ(result.status(), 201);
  EXPECT_EQ(result.request_id(), "r");
  EXPECT_EQ(result.headers().find("content-type"), "application/json");
  EXPECT_EQ(result->body, R"({"a":[1]})");
  EXPECT_EQ(result->json().value(), bindery::Json::from_checked_text(R"({"a": [1]})"));
  EXPECT_FALSE(result->json<int>());

  bench.answer = bindery::Response{204, {}, ""};
  EXPECT_EQ(bench.send("DELETE", "/x")->body, "");
}

TEST(RawCall, FailsAsOperationsDo) {
  Bench bench;
  bench.answer = bindery::json_response(404, R"({"message":"no s3cr3t"})");
  const auto missing = bench.send("GET", "/x?token=hidden");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind(), ErrorKind::unexpected_status);
  EXPECT_EQ(missing.error().message(), "GET /x: 404 no [redacted]");
  bench.answer = bindery::Response{302, {}, ""};
  EXPECT_EQ(bench.send("GET", "/x").status(), 302);
  bench.answer = bindery::TransportError{bindery::TransportErrorKind::timeout, "late", true};
  EXPECT_EQ(bench.send("GET", "/x").error().kind(), ErrorKind::timeout);
}

TEST(RawCall, RefusesWhatIsNoRequest) {
  Bench bench;
  for (const auto& [method, path] :
       {std::pair("", "/x"), std::pair("GET /evil", "/x"), std::pair("G\r\n", "/x"),
        std::pair("GET", ""), std::pair("GET", "x"), std::pair("GET", "https://evil.example/x"),
        std::pair("GET", "/{id}"), std::pair("GET", "?a=b")}) {
    const auto result = bench.send(method, path);
    ASSERT_FALSE(result) << method << path;
    EXPECT_EQ(result.error().kind(), ErrorKind::invalid_request);
  }
  EXPECT_TRUE(bench.transport->requests().empty());
}

}  // namespace
