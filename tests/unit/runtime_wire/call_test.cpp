// Whole calls through a transport in memory: what leaves, and what comes of each answer.
// Must not open a socket or sleep: time is a variable here.
#include "bindery/call.hpp"

#include <chrono>
#include <limits>
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
using bindery::Options;
using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;
using std::chrono::milliseconds;

// A client whose server gives the same answer to everything, and whose clock stands unless it
// sleeps.
struct Bench {
  std::vector<TransportResult> answers{json_response(200, R"({"id":"a"})")};
  std::string base = "https://api.example.com/base/";
  bindery::CredentialStore credentials{};
  Options options{};
  std::vector<milliseconds> sleeps{};
  std::chrono::steady_clock::time_point clock{};
  std::shared_ptr<MemoryTransport> transport{};

  sample::ItemsApi api() {
    transport = std::make_shared<MemoryTransport>(
        [this, turn = std::size_t{0}](const Request&) mutable {
          return answers[std::min(turn++, answers.size() - 1)];
        },
        base);
    options.time.now = [this] { return clock; };
    options.time.wall_now = [] { return std::chrono::system_clock::time_point(); };
    options.time.random = [] { return std::uint64_t{0}; };
    options.time.sleep = [this](milliseconds time) {
      sleeps.push_back(time);
      clock += time;
    };
    return sample::ItemsApi(
        std::make_shared<const bindery::Pipeline>(transport, credentials, options));
  }
  Request sent() const { return transport->requests().at(0); }
};

sample::GetItemRequest item(std::string id) {
  sample::GetItemRequest request;
  request.item_id = std::move(id);
  return request;
}

TEST(Call, PutsEachPartInItsPlace) {
  Bench bench;
  sample::GetItemRequest request = item("../x?y#z");
  request.limit = 20;
  request.tags = {"a b", "c"};
  request.trace = "t";
  request.session = "s;1";
  const auto result = bench.api().get_item(request);
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(result->id, "a");
  EXPECT_EQ(result.status(), 200);
  const Request sent = bench.sent();
  EXPECT_EQ(sent.method, "GET");
  EXPECT_EQ(sent.url,
            "https://api.example.com/base/v1/items/..%2Fx%3Fy%23z?limit=20&tag=a%20b&tag=c");
  EXPECT_EQ(sent.headers, (bindery::Headers{{"User-Agent", "bindery/1"},
                                            {"Accept", "application/json"},
                                            {"X-Trace", "t"},
                                            {"Cookie", "session=s%3B1"}}));
  EXPECT_FALSE(sent.body.has_pieces());
}

TEST(Call, KeepsDotSegmentsFromClimbing) {
  for (const char* id : {".", ".."}) {
    Bench bench;
    ASSERT_TRUE(bench.api().get_item(item(id)));
    const std::string url = bench.sent().url;
    EXPECT_EQ(url, std::string("https://api.example.com/base/v1/items/") +
                       (id[1] == '.' ? "%2E%2E" : "%2E"));
  }
}

TEST(Call, SendsNothingThatIsIncomplete) {
  Bench bench;
  const auto result = bench.api().get_item(item(""));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::invalid_request);
  EXPECT_EQ(result.error().operation_id(), "getItem");
  EXPECT_EQ(result.error().message(),
            "GET /v1/items/{item_id}: the path parameter `item_id` is empty");
  EXPECT_TRUE(bench.transport->requests().empty());
}

TEST(Call, SendsNoHeaderThatBreaksOut) {
  Bench bench;
  sample::GetItemRequest request = item("a");
  request.trace = "t\r\nX-Evil: 1";
  const auto result = bench.api().get_item(request);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::invalid_request);
  EXPECT_TRUE(bench.transport->requests().empty());
}

TEST(Call, SendsBodiesOnlyWhenThereIsOne) {
  Bench bench;
  bench.answers = {Response{204, {}, ""}};
  sample::GetItemRequest request;
  ASSERT_TRUE(bench.api().put_item(request));
  EXPECT_FALSE(bench.sent().body.has_pieces());
  EXPECT_FALSE(bench.sent().headers.contains("Content-Type"));
  request.body = sample::Item{"x", 1};
  ASSERT_TRUE(bench.api().put_item(request));
  EXPECT_EQ(bench.sent().body.text(), R"({"id":"x","size":1})");
  EXPECT_EQ(bench.sent().headers.find("content-type"), "application/json");
}

TEST(Call, CarriesCredentialsOfOneAlternative) {
  Bench bench;
  bench.credentials.bearer("Bearer", bindery::Secret("t0ken"));
  bench.credentials.api_key("Query", bindery::In::query, "key", bindery::Secret("k&y"));
  bindery::CallOptions options;
  options.headers.set("authorization", "Other");
  ASSERT_TRUE(bench.api().get_item(item("a"), options));
  EXPECT_EQ(bench.sent().headers.all("Authorization"),
            (std::vector<std::string_view>{"Bearer t0ken"}));
  EXPECT_EQ(bench.sent().url.find("key="), std::string::npos);

  Bench both;
  both.credentials.basic("Basic", bindery::BasicCredential{"u", "p"});
  both.credentials.api_key("Query", bindery::In::query, "key", bindery::Secret("k&y"));
  ASSERT_TRUE(both.api().get_item(item("a")));
  EXPECT_EQ(both.sent().headers.find("Authorization"), "Basic dTpw");
  EXPECT_EQ(both.sent().url, "https://api.example.com/base/v1/items/a?key=k%26y");
}

TEST(Call, SendsCredentialsOverPlainHttpOnlyToThisMachine) {
  const auto kind_of = [](const char* base, bool allow) {
    Bench bench;
    bench.base = base;
    bench.options.allow_insecure_credentials = allow;
    bench.credentials.api_key("Key", bindery::In::header, "x-api-key", bindery::Secret("k"));
    const auto result = bench.api().get_item(item("a"));
    return result ? "sent" : result.error().message();
  };
  EXPECT_EQ(kind_of("https://example.com", false), "sent");
  EXPECT_EQ(kind_of("http://localhost:8080", false), "sent");
  EXPECT_EQ(kind_of("http://127.0.0.1", false), "sent");
  EXPECT_EQ(kind_of("http://example.com", true), "sent");
  EXPECT_EQ(kind_of("http://example.com", false),
            "GET /v1/items/{item_id}: credentials would go over plain http to example.com; use "
            "https, or allow_insecure_credentials");
  EXPECT_NE(kind_of("http://u:p@localhost", false).find("base URL"), std::string::npos);
}

TEST(Call, LetsTheCallerReplaceDefaults) {
  Bench bench;
  bench.options.headers = {{"X-Both", "client"}, {"X-Client", "1"}, {"User-Agent", "mine/2"}};
  bindery::CallOptions options;
  options.headers = {{"x-both", "call"}, {"X-Call", "a"}, {"X-Call", "b"}};
  options.base_url = "http://localhost:1";
  options.timeouts = bindery::Timeouts{};
  options.timeouts->total = milliseconds(77);
  ASSERT_TRUE(bench.api().get_item(item("a"), options));
  const Request sent = bench.sent();
  EXPECT_EQ(sent.headers.all("X-Both"), (std::vector<std::string_view>{"call"}));
  EXPECT_EQ(sent.headers.all("X-Call"), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_EQ(sent.headers.find("User-Agent"), "mine/2");
  EXPECT_EQ(sent.url, "http://localhost:1/v1/items/a");
  EXPECT_EQ(bench.transport->options().at(0).timeouts.total, milliseconds(77));
}

TEST(Call, NamesDocumentedErrors) {
  Bench bench;
  bench.credentials.api_key("Key", bindery::In::header, "x-api-key", bindery::Secret("s3cr3t"));
  bench.answers = {Response{
      400,
      {{"Content-Type", "application/json"}, {"X-Request-Id", "r-1"}, {"Retry-After", "7"}},
      R"({"error":{"code":"invalid_parameter","message":"not s3cr3t\nno"}})"}};
  const auto result = bench.api().get_item(item("secret-id"));
  ASSERT_FALSE(result);
  const bindery::Error& error = result.error();
  EXPECT_EQ(error.kind(), ErrorKind::documented_error);
  EXPECT_EQ(error.status(), 400);
  EXPECT_EQ(error.message(),
            "GET /v1/items/{item_id}: 400 invalid_parameter: not [redacted] no (request id r-1)");
  EXPECT_EQ(error.request_id(), "r-1");
  EXPECT_EQ(result.request_id(), "r-1");
  EXPECT_EQ(error.retry_after(), std::chrono::seconds(7));
  EXPECT_FALSE(error.body_as<sample::Problem>());
}

TEST(Call, DecodesErrorBodies) {
  Bench bench;
  bench.answers = {json_response(404, R"({"code":"gone"})")};
  const auto result = bench.api().get_item(item("a"));
  ASSERT_FALSE(result);
  ASSERT_TRUE(result.error().body_as<sample::Problem>());
  EXPECT_EQ(result.error().body_as<sample::Problem>()->code, "gone");
  EXPECT_EQ(result.error().message(), "GET /v1/items/{item_id}: 404 gone");
}

TEST(Call, SummarizesWhateverAServerSays) {
  struct Row {
    const char* body;
    const char* summary;
  };
  const Row rows[] = {
      {"", ""},
      {"<html>\n <b>Bad</b>", " <html> <b>Bad</b>"},
      {R"({"message":"m"})", " m"},
      {R"({"error":"invalid_grant","error_description":"d"})", " invalid_grant: d"},
      {R"({"type":"about:blank","title":"t","detail":"d"})", " about:blank: d"},
      {R"({"error":{}})", R"( {"error":{}})"},
      {R"([1,2)", " [1,2"},
      {R"({"code":7})", " 7"},
  };
  for (const Row& row : rows) {
    Bench bench;
    bench.answers = {Response{418, {}, row.body}};
    const auto result = bench.api().get_item(item("a"));
    EXPECT_EQ(result.error().message(), "GET /v1/items/{item_id}: 418" + std::string(row.summary));
  }
  Bench bench;
  bench.answers = {Response{418, {}, std::string(60000, '[')}};
  EXPECT_EQ(bench.api().get_item(item("a")).error().status(), 418);
}

TEST(Call, TellsUnexpectedStatuses) {
  struct Row {
    int status;
    ErrorKind kind;
  };
  for (const Row& row :
       {Row{404, ErrorKind::documented_error}, Row{499, ErrorKind::documented_error},
        Row{501, ErrorKind::unexpected_status}, Row{302, ErrorKind::unexpected_status},
        Row{101, ErrorKind::unexpected_status}, Row{0, ErrorKind::unexpected_status}}) {
    Bench bench;
    bench.answers = {Response{row.status, {}, ""}};
    EXPECT_EQ(bench.api().get_item(item("a")).error().kind(), row.kind) << row.status;
  }
  Bench bench;
  bench.answers = {json_response(299, R"({"id":"b"})")};
  EXPECT_EQ(bench.api().get_item(item("a"))->id, "b");
}

TEST(Call, SaysWhyAnAnswerCannotBeDecoded) {
  struct Row {
    Response response;
    const char* text;
  };
  const Row rows[] = {
      {json_response(200, R"({"id":1})"), "$.id: expected string, found number"},
      {json_response(200, "{}"), "$.id: missing"},
      {json_response(200, ""), "the body is empty"},
      {json_response(200, R"({"id":"a"} x)"), "the body begins {\"id\":\"a\"} x"},
      {Response{200, {{"Content-Type", "text/html; charset=utf-8"}}, "<html>"},
       "expected JSON, found text/html; the body begins <html>"},
      {Response{200, {}, "<html>"}, "there is no content type; the body begins <html>"},
  };
  for (const Row& row : rows) {
    Bench bench;
    bench.answers = {row.response};
    const auto result = bench.api().get_item(item("a"));
    ASSERT_FALSE(result) << row.text;
    EXPECT_EQ(result.error().kind(), ErrorKind::undecodable_body);
    EXPECT_EQ(result.error().status(), 200);
    EXPECT_EQ(result.error().body(), row.response.body);
    EXPECT_NE(result.error().message().find(row.text), std::string::npos)
        << result.error().message();
  }
  Bench bench;
  bench.answers = {
      Response{200, {{"Content-Type", "Application/Vnd.x+JSON; a=b"}}, R"({"id":"a"})"},
      Response{200, {}, R"({"id":"a"})"}};
  const sample::ItemsApi api = bench.api();
  EXPECT_TRUE(api.get_item(item("a")));
  EXPECT_TRUE(api.get_item(item("a")));
}

TEST(Call, ReadsOneOfSeveralSuccesses) {
  Bench bench;
  bench.answers = {json_response(200, R"({"id":"a"})"), Response{204, {}, ""},
                   Response{203, {{"Content-Type", "text/plain"}}, "plain"},
                   json_response(200, "[]"), Response{500, {}, ""}};
  bench.options.retry.max_retries = 0;
  const sample::ItemsApi api = bench.api();
  EXPECT_EQ(std::get<0>(*api.any_item()).id, "a");
  EXPECT_EQ(api.any_item()->index(), 1u);
  EXPECT_EQ(std::get<2>(*api.any_item()), "plain");
  EXPECT_EQ(api.any_item().error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(api.any_item().error().kind(), ErrorKind::unexpected_status);
}

TEST(Call, MapsTransportErrors) {
  struct Row {
    TransportErrorKind kind;
    ErrorKind expected;
  };
  for (const Row& row : {Row{TransportErrorKind::connect, ErrorKind::transport},
                         Row{TransportErrorKind::tls, ErrorKind::transport},
                         Row{TransportErrorKind::limit, ErrorKind::limit_exceeded},
                         Row{TransportErrorKind::timeout, ErrorKind::timeout},
                         Row{TransportErrorKind::request, ErrorKind::invalid_request}}) {
    Bench bench;
    bench.answers = {TransportError{row.kind, "h: why", true}};
    const auto result = bench.api().get_item(item("a"));
    EXPECT_EQ(result.error().kind(), row.expected);
    EXPECT_EQ(result.error().message(),
              "GET /v1/items/{item_id}: " + std::string(to_string(row.kind)) + ": h: why");
  }
}

TEST(Call, RetriesByTheClockOfTheOptions) {
  Bench bench;
  bench.answers = {Response{500, {}, ""}, Response{429, {{"Retry-After", "2"}}, ""},
                   json_response(200, R"({"id":"a"})")};
  ASSERT_TRUE(bench.api().get_item(item("a")));
  EXPECT_EQ(bench.transport->requests().size(), 3u);
  EXPECT_EQ(bench.sleeps, (std::vector<milliseconds>{milliseconds(500), milliseconds(2000)}));
  const auto options = bench.transport->options();
  EXPECT_EQ(options[0].timeouts.total - options[2].timeouts.total, milliseconds(2500));
}

TEST(Call, GivesUpAfterTheLastRetry) {
  Bench bench;
  bench.answers = {Response{503, {}, ""}};
  EXPECT_EQ(bench.api().get_item(item("a")).error().status(), 503);
  EXPECT_EQ(bench.transport->requests().size(), 3u);
  bindery::CallOptions options;
  options.max_retries = 0;
  EXPECT_EQ(bench.api().get_item(item("a"), options).error().status(), 503);
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

TEST(Call, SleepsNotPastTheTotalTimeout) {
  Bench bench;
  bench.answers = {Response{429, {{"Retry-After", "60"}}, ""}};
  bench.options.timeouts.total = milliseconds(60000);
  EXPECT_EQ(bench.api().get_item(item("a")).error().status(), 429);
  EXPECT_TRUE(bench.sleeps.empty());
  bench.options.timeouts.total = milliseconds(60001);
  EXPECT_EQ(bench.api().get_item(item("a")).error().status(), 429);
  EXPECT_EQ(bench.sleeps, (std::vector<milliseconds>{milliseconds(60000)}));
}

TEST(Call, RepeatsAPostOnlyWithAKey) {
  for (const bool has_key : {false, true}) {
    Bench bench;
    bench.answers = {Response{500, {}, ""}, Response{204, {}, ""}};
    bindery::CallOptions options;
    if (has_key) options.headers.set("Idempotency-Key", "k");
    EXPECT_EQ(bench.api().put_item({}, options).has_value(), has_key);
    EXPECT_EQ(bench.transport->requests().size(), has_key ? 2u : 1u);
  }
}

TEST(Call, NeedsATransport) {
  const sample::ItemsApi api(
      std::make_shared<const bindery::Pipeline>(nullptr, bindery::CredentialStore{}, Options{}));
  EXPECT_EQ(api.get_item(item("a")).error().kind(), ErrorKind::invalid_request);
}

TEST(Call, UsesTheServerOfAnOperation) {
  struct Row {
    const char* server;
    const char* own_base;
    const char* url;
  };
  const Row rows[] = {
      {"https://other.example.com/v9", "", "https://other.example.com/v9/x"},
      {"/v2", "", "https://api.example.com/v2/x"},
      {"https://other.example.com", "http://localhost:2", "http://localhost:2/x"},
  };
  for (const Row& row : rows) {
    Bench bench;
    bench.options.base_url = row.own_base;
    static_cast<void>(bench.api());
    const bindery::Pipeline pipeline(bench.transport, {}, bench.options);
    const bindery::CallOptions options;
    bindery::Call call(pipeline, options, {"x", "GET", "/x"});
    call.server(row.server);
    EXPECT_TRUE(call.send<bindery::NoContent>({{"200"}}));
    EXPECT_EQ(bench.sent().url, row.url);
  }
}

TEST(Call, WritesTheOtherBodies) {
  Bench bench;
  static_cast<void>(bench.api());
  const bindery::Pipeline pipeline(bench.transport, {}, bench.options);
  const bindery::CallOptions options;
  const auto sent = [&](auto fill) {
    bindery::Call call(pipeline, options, {"x", "POST", "/x y?fixed=1"});
    fill(call);
    EXPECT_TRUE(call.send<bindery::NoContent>({{"200"}}));
    const Request request = bench.transport->requests().back();
    return std::string(request.headers.find("Content-Type").value_or("none")) + '|' +
           request.body.text().value_or("unreadable");
  };
  EXPECT_EQ(sent([](bindery::Call& call) { call.text_body("a"); }), "text/plain|a");
  EXPECT_EQ(sent([](bindery::Call& call) { call.json_body(bindery::Nullable<int>()); }),
            "application/json|null");
  EXPECT_EQ(sent([](bindery::Call& call) { call.json_body(bindery::OptionalNullable<int>()); }),
            "none|");
  const bindery::File file = bindery::File::from_bytes("b", "f", "image/png");
  EXPECT_EQ(sent([&](bindery::Call& call) { call.binary_body(file); }),
            "application/octet-stream|b");
  EXPECT_EQ(sent([&](bindery::Call& call) { call.binary_body(file, "image/*"); }), "image/png|b");
  bindery::Form form;
  form.add("a", 1);
  EXPECT_EQ(sent([&](bindery::Call& call) { call.form_body(form); }),
            "application/x-www-form-urlencoded|a=1");
  bindery::Multipart parts;
  parts.add("a", 1);
  EXPECT_EQ(sent([&](bindery::Call& call) { call.multipart_body(parts); }),
            "multipart/form-data; boundary=bindery-00000000000000000000000000000000|"
            "--bindery-00000000000000000000000000000000\r\n"
            "Content-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
            "--bindery-00000000000000000000000000000000--\r\n");
  EXPECT_EQ(bench.sent().url, "https://api.example.com/base/x%20y?fixed=1");
}

TEST(Call, SendsNoJsonThatSaysSomethingElse) {
  Bench bench;
  static_cast<void>(bench.api());
  const bindery::Pipeline pipeline(bench.transport, {}, bench.options);
  const bindery::CallOptions options;
  const auto refused = [&](auto value) {
    bindery::Call call(pipeline, options, {"x", "POST", "/x"});
    call.json_body(value);
    const auto result = call.send<bindery::NoContent>({{"200"}});
    return !result && result.error().kind() == ErrorKind::invalid_request;
  };
  EXPECT_TRUE(refused(std::string("\xff")));
  EXPECT_TRUE(refused(std::numeric_limits<double>::infinity()));
  EXPECT_FALSE(refused(std::string("\xc3\xa9")));
  EXPECT_EQ(bench.transport->requests().size(), 1u);
}

TEST(Call, SendsJsonInParameters) {
  Bench bench;
  static_cast<void>(bench.api());
  const bindery::Pipeline pipeline(bench.transport, {}, bench.options);
  const bindery::CallOptions options;
  bindery::Call call(pipeline, options, {"x", "GET", "/{p}"});
  call.path_json("p", std::string("a"));
  call.query_json("q", std::vector<int>{1, 2});
  call.query_json("absent", std::optional<int>());
  call.header_json("X-H", std::vector<int>{3});
  call.cookie_json("c", 4);
  EXPECT_TRUE(call.send<bindery::NoContent>({{"200"}}));
  EXPECT_EQ(bench.sent().url, "https://api.example.com/base/%22a%22?q=%5B1%2C2%5D");
  EXPECT_EQ(bench.sent().headers.find("X-H"), "[3]");
  EXPECT_EQ(bench.sent().headers.find("Cookie"), "c=4");
}

}  // namespace
