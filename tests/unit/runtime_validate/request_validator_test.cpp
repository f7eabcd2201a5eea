// Requests held to rules before they are sent, when the options of the client say so.
// Must not open a socket.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "bindery/request_validator.hpp"
#include "sample_rules.hpp"

namespace {

using bindery::ErrorKind;
using bindery::Options;
using bindery::RequestRef;
using bindery::Violation;

// What a generated operation does.
struct Bench {
  std::shared_ptr<bindery::MemoryTransport> transport = std::make_shared<bindery::MemoryTransport>(
      [](const bindery::Request&) { return bindery::json_response(204, ""); });
  Options options{};

  template <class Request>
  bindery::Result<bindery::NoContent> send(const Request& request) const {
    const bindery::Pipeline pipeline(transport, {}, options);
    const bindery::CallOptions call_options;
    bindery::Call call(pipeline, call_options, {"createOrder", "POST", "/orders"});
    call.validate(request);
    call.query("limit", request.limit);
    return call.send<bindery::NoContent>({{"204", bindery::Content::none}});
  }
};

shop::CreateOrderRequest invalid_request() {
  shop::CreateOrderRequest request;
  request.limit = 0;
  request.body.files = {{"secret", -1}};
  request.body.settings.theme = "dark";
  return request;
}

TEST(RequestValidator, IsAskedOnlyWhereThereIsOne) {
  Bench bench;
  EXPECT_TRUE(bench.send(invalid_request()));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

TEST(RequestValidator, KeepsWrongRequestsFromBeingSent) {
  Bench bench;
  bench.options.validator = shop::validator();
  const auto result = bench.send(invalid_request());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::invalid_request);
  EXPECT_EQ(result.error().operation_id(), "createOrder");
  EXPECT_EQ(result.error().message(),
            "POST /orders: 3 violations: $.limit: expected at least 1, found 0; "
            "$.body.prompt: expected at least 1 character, found 0; "
            "$.body.files[0].size: expected at least 0, found -1");
  EXPECT_TRUE(bench.transport->requests().empty());
}

TEST(RequestValidator, LetsRightRequestsThrough) {
  Bench bench;
  bench.options.validator = shop::validator();
  shop::CreateOrderRequest request;
  request.limit = 1;
  request.body.prompt = "a";
  request.body.settings.theme = "dark";
  EXPECT_TRUE(bench.send(request));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

TEST(RequestValidator, OfAnotherClientIsRefused) {
  Bench bench;
  bench.options.validator = shop::validator();
  const auto result = bench.send(shop::ListOrdersRequest{});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(),
            "POST /orders: 1 violation: $: is of another client than the validator in its options");
}

TEST(RequestValidator, OfNoRequestsAtAll) {
  const shop::ListOrdersRequest request;
  EXPECT_EQ(bindery::request_validator<>()->check(RequestRef::of(request)).size(), 1u);
}

TEST(RequestValidator, TakesItsOptions) {
  bindery::ValidateOptions options;
  options.max_violations = 1;
  const shop::CreateOrderRequest request = invalid_request();
  EXPECT_EQ(shop::validator(options)->check(RequestRef::of(request)).size(), 1u);
}

// A rule no document can say.
class NoSecrets final : public bindery::RequestValidator {
 public:
  std::vector<Violation> check(const RequestRef& request) const override {
    const auto* order = request.as<shop::CreateOrderRequest>();
    if (order == nullptr || order->body.prompt != "secret") return {};
    return {{"$.body.prompt", "is a secret"}};
  }
};

TEST(RequestValidator, CanBeTheUsersOwn) {
  Bench bench;
  bench.options.validator = std::make_shared<NoSecrets>();
  EXPECT_TRUE(bench.send(shop::ListOrdersRequest{}));
  shop::CreateOrderRequest request;
  request.body.prompt = "secret";
  const auto result = bench.send(request);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message(), "POST /orders: 1 violation: $.body.prompt: is a secret");
}

TEST(RequestRef, IsOfOneTypeAlone) {
  const shop::ListOrdersRequest request;
  const RequestRef ref = RequestRef::of(request);
  EXPECT_EQ(ref.as<shop::ListOrdersRequest>(), &request);
  EXPECT_EQ(ref.as<shop::CreateOrderRequest>(), nullptr);
}

}  // namespace
