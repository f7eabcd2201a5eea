// How strictly answers are read, which limits hold, and where no body can be.
// Must not test which answer is chosen; answer_test.cpp and call_test.cpp do.
#include "bindery/decode_answer.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "sample_api.hpp"

namespace {

using bindery::ErrorKind;
using bindery::json_response;
using bindery::MemoryTransport;
using bindery::Request;
using bindery::Response;
using bindery::TransportResult;

// A client whose server gives these answers in turn, the last one for ever.
struct Bench {
  std::vector<TransportResult> answers{};
  bindery::CredentialStore credentials{};
  bindery::Options options{};
  std::shared_ptr<MemoryTransport> transport{};

  sample::ItemsApi api() {
    transport = std::make_shared<MemoryTransport>(
        [this, turn = std::size_t{0}](const Request&) mutable {
          return answers[std::min(turn++, answers.size() - 1)];
        },
        "https://api.example.com");
    return sample::ItemsApi(
        std::make_shared<const bindery::Pipeline>(transport, credentials, options));
  }
};

sample::GetItemRequest item(std::string id) {
  sample::GetItemRequest request;
  request.item_id = std::move(id);
  return request;
}

TEST(DecodeAnswer, PassesOverWhatDoesNotFitWhenTold) {
  Bench bench;
  bench.credentials.api_key("Key", bindery::In::header, "x-api-key", bindery::Secret("s3cr3t"));
  bench.options.decode = bindery::Decode::tolerant;
  bench.answers = {json_response(200, R"({"size":"big"})")};
  const auto result = bench.api().get_item(item("a"));
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(result->id, "");
  EXPECT_EQ(result->size, std::nullopt);
  ASSERT_EQ(result.mismatches().size(), 2u);
  EXPECT_EQ(result.mismatches()[0].text(), "$.size: expected integer, found string");
  EXPECT_EQ(result.mismatches()[1].text(), "$.id: missing");
  EXPECT_EQ(bench.api().any_item().mismatches().size(), 2u);

  bench.answers = {json_response(404, R"({"code":7})")};
  const auto error = bench.api().get_item(item("a"));
  ASSERT_FALSE(error);
  ASSERT_TRUE(error.error().body_as<sample::Problem>());
  EXPECT_TRUE(error.mismatches().empty());

  bench.answers = {json_response(200, "[1")};
  EXPECT_EQ(bench.api().get_item(item("a")).error().kind(), ErrorKind::undecodable_body);
}

TEST(DecodeAnswer, ReadsAsStrictlyAsTheCallSays) {
  Bench bench;
  bench.answers = {json_response(200, R"({"id":"a","size":"big"})")};
  bindery::CallOptions tolerant;
  tolerant.decode = bindery::Decode::tolerant;
  EXPECT_FALSE(bench.api().get_item(item("a")));
  EXPECT_TRUE(bench.api().get_item(item("a"), tolerant));
  bench.options.decode = bindery::Decode::tolerant;
  bindery::CallOptions strict;
  strict.decode = bindery::Decode::strict;
  EXPECT_TRUE(bench.api().get_item(item("a")));
  EXPECT_FALSE(bench.api().get_item(item("a"), strict));
}

TEST(DecodeAnswer, KeepsSecretsOutOfMismatches) {
  Bench bench;
  bench.credentials.api_key("Key", bindery::In::header, "x-api-key", bindery::Secret("4711"));
  bench.options.decode = bindery::Decode::tolerant;
  bench.answers = {json_response(200, R"({"id":"a","size":4711.5})")};
  const auto result = bench.api().get_item(item("a"));
  ASSERT_EQ(result.mismatches().size(), 1u);
  EXPECT_EQ(result.mismatches()[0].message, "expected integer, found [redacted].5");
}

TEST(DecodeAnswer, NamesTheLimitThatWasExceeded) {
  Bench bench;
  bench.options.max_body_bytes = 1;
  bench.options.max_decompressed_bytes = 2;
  bench.options.max_header_bytes = 3;
  bench.options.max_json_depth = 4;
  bench.answers = {bindery::make_limit_error("h", "the headers are", 3, "max_header_bytes"),
                   json_response(200, R"({"id":"a","x":[[[[]]]]})")};
  const sample::ItemsApi api = bench.api();
  const auto headers = api.get_item(item("a"));
  ASSERT_FALSE(headers);
  EXPECT_EQ(headers.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(headers.error().limit(), "max_header_bytes");
  EXPECT_EQ(headers.error().message(),
            "GET /v1/items/{item_id}: limit: h: the headers are larger than 3 bytes "
            "(max_header_bytes)");
  const auto settings = bench.transport->options().at(0);
  EXPECT_EQ(settings.max_body_bytes, 1u);
  EXPECT_EQ(settings.max_decompressed_bytes, 2u);
  EXPECT_EQ(settings.max_header_bytes, 3u);

  const auto depth = api.get_item(item("a"));
  ASSERT_FALSE(depth);
  EXPECT_EQ(depth.error().kind(), ErrorKind::limit_exceeded);
  EXPECT_EQ(depth.error().limit(), "max_json_depth");
  EXPECT_EQ(depth.error().status(), 200);
  EXPECT_EQ(depth.error().message(),
            "GET /v1/items/{item_id}: 200 $.x: nested deeper than 4 (max_json_depth)");
}

TEST(DecodeAnswer, ExpectsNoBodyWhereHttpHasNone) {
  Bench bench;
  bench.answers = {Response{204, {}, ""}, Response{205, {}, ""}};
  const sample::ItemsApi api = bench.api();
  for (const int status : {204, 205}) {
    const auto result = api.get_item(item("a"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind(), ErrorKind::undecodable_body);
    EXPECT_EQ(result.error().message(),
              "GET /v1/items/{item_id}: " + std::to_string(status) +
                  " a value is promised where HTTP has no body; the body is empty");
  }
  // One of several: nothing, whatever the document says of this status.
  EXPECT_EQ(api.any_item()->index(), 1u);
  bench.answers = {Response{304, {{"ETag", "e"}}, ""}};
  const auto unchanged = bench.api().get_item(item("a"));
  EXPECT_EQ(unchanged.error().kind(), ErrorKind::unexpected_status);
  EXPECT_EQ(unchanged.headers().find("etag"), "e");
  bench.answers = {Response{200, {{"Content-Type", "text/html"}}, "<p>"}};
  EXPECT_TRUE(bench.api().put_item(item("a")));
}

}  // namespace
