// What a log says of each attempt, and above all what it does not.
// Must not take time: the clock is a variable here.
#include "bindery/logging.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"

namespace {

using bindery::LogSettings;
using bindery::MemoryTransport;
using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;

// Lines of a log, of attempts that take 153 ms.
struct Log {
  LogSettings settings{};
  std::vector<std::string> lines{};
  std::chrono::steady_clock::time_point time{};

  TransportResult send(const Request& request, TransportResult outcome,
                       bindery::BodyReceiver* receiver = nullptr) {
    LogSettings timed = settings;
    timed.now = [this] { return time; };
    const auto transport = bindery::with_middleware(
        std::make_shared<MemoryTransport>([&](const Request&) {
          time += std::chrono::microseconds(153900);
          return outcome;
        }),
        bindery::logging_middleware([this](std::string_view line) { lines.emplace_back(line); },
                                    std::move(timed)));
    bindery::TransportOptions options;
    options.receiver = receiver;
    return transport->send(request, options);
  }

  // The one line of an exchange.
  std::string line(const Request& request, TransportResult outcome) {
    lines.clear();
    static_cast<void>(send(request, std::move(outcome)));
    EXPECT_EQ(lines.size(), 1u);
    return lines.empty() ? std::string() : lines[0];
  }
};

Request get(std::string url) { return {"GET", std::move(url), {}, {}}; }

class Taker final : public bindery::BodyReceiver {
 public:
  bool begin(const Response& head) override { return head.status == 200; }
  bool receive(std::string_view bytes) override { return bytes != "stop"; }
};

TEST(Logging, HasOneLineForAnAnswer) {
  Log log;
  EXPECT_EQ(log.line({"POST", "https://a.example/v3/videos", {}, std::string("{\"a\":1}")},
                     Response{201, {{"X-Request-Id", "r_1"}}, "12345"}),
            "POST https://a.example/v3/videos status=201 ms=153 request_bytes=7 response_bytes=5 "
            "request_id=\"r_1\"");
}

TEST(Logging, HasOneLineForAnError) {
  Log log;
  EXPECT_EQ(log.line(get("https://a.example/"), TransportError{TransportErrorKind::timeout,
                                                               "https://a.example: no byte came"}),
            "GET https://a.example/ error=\"timeout\" message=\"https://a.example: no byte came\" "
            "ms=153 request_bytes=0");
}

TEST(Logging, HasALineBeforeWhenAsked) {
  Log log;
  log.settings.before = true;
  static_cast<void>(log.send(get("https://a.example/x?a=b"), Response{204, {}, {}}));
  ASSERT_EQ(log.lines.size(), 2u);
  EXPECT_EQ(log.lines[0], "GET https://a.example/x?a=... begins");
  EXPECT_EQ(log.lines[1],
            "GET https://a.example/x?a=... status=204 ms=153 request_bytes=0 response_bytes=0");
}

TEST(Logging, GivesTheOutcomeOnAsItIs) {
  Log log;
  const TransportResult outcome = log.send(get("https://a.example/"), Response{200, {}, "body"});
  EXPECT_EQ(std::get_if<Response>(&outcome)->body, "body");
  EXPECT_EQ(log.lines[0].find("body\""), std::string::npos);
}

TEST(Logging, LeavesOutASizeThatNobodyKnows) {
  Log log;
  const auto reader = [](char*, std::size_t) { return std::optional<std::size_t>(0); };
  const Request request{"PUT", "https://a.example/", {}, bindery::File::from_reader(reader)};
  EXPECT_EQ(log.line(request, Response{200, {}, {}}),
            "PUT https://a.example/ status=200 ms=153 response_bytes=0");
}

TEST(Logging, CountsWhatAReceiverTakes) {
  Log log;
  Taker taker;
  static_cast<void>(log.send(get("https://a.example/"), Response{200, {}, "123456"}, &taker));
  static_cast<void>(log.send(get("https://a.example/"), Response{404, {}, "1234"}, &taker));
  static_cast<void>(log.send(get("https://a.example/"), Response{200, {}, "stop"}, &taker));
  EXPECT_EQ(log.lines[0],
            "GET https://a.example/ status=200 ms=153 request_bytes=0 response_bytes=6");
  EXPECT_EQ(log.lines[1],
            "GET https://a.example/ status=404 ms=153 request_bytes=0 response_bytes=4");
  EXPECT_EQ(log.lines[2],
            "GET https://a.example/ error=\"stopped\" message=\"the receiver wanted no more of the "
            "body\" ms=153 request_bytes=0 response_bytes=4");
}

TEST(Logging, ShowsTheHeadersThatAreNamed) {
  Log log;
  log.settings.headers = {"x-team", "RETRY-AFTER"};
  Request request = get("https://a.example/");
  request.headers = {{"X-Team", "video \"a\\b\""}, {"X-Other", "hidden"}};
  EXPECT_EQ(log.line(request, Response{429, {{"Retry-After", "5"}, {"X-Other", "hidden"}}, {}}),
            "GET https://a.example/ status=429 ms=153 request_bytes=0 response_bytes=0 "
            "request.X-Team=\"video \\\"a\\\\b\\\"\" response.Retry-After=\"5\"");
}

TEST(Logging, NeverShowsHeadersWithSecrets) {
  const std::vector<std::string> names = {"Authorization",
                                          "proxy-authorization",
                                          "COOKIE",
                                          "Set-Cookie",
                                          "X-Api-Key",
                                          "apikey",
                                          "X-Auth-Token",
                                          "Client-SECRET",
                                          "X-Amz-Signature",
                                          "X-Password-1",
                                          "X-Amz-Security-Token",
                                          "Idempotency-Key",
                                          "X-Amz-Credential"};
  Log log;
  log.settings.headers = names;
  log.settings.query = names;
  std::string url = "https://a.example/?";
  Request request;
  Response response{200, {}, {}};
  for (const std::string& name : names) {
    EXPECT_TRUE(bindery::is_secret_name(name)) << name;
    url += name + "=sesame&";
    request.headers.add(name, "sesame");
    response.headers.add(name, "sesame");
  }
  request.url = url;
  EXPECT_EQ(log.line(request, response).find("sesame"), std::string::npos);
  for (const char* name : {"Retry-After", "Accept", "X-Request-Id", "author", "", "ke", "y"}) {
    EXPECT_FALSE(bindery::is_secret_name(name)) << name;
  }
}

TEST(Logging, UrlsLoseWhatMayBeSecret) {
  struct Row {
    const char* url;
    const char* shown;
  };
  const Row rows[] = {
      {"https://me:pw@A.example/v1/x?limit=5&sig=ab#c", "https://a.example/v1/x?limit=5&sig=..."},
      {"https://me@a.example", "https://a.example/"},
      {"https://a@b@a.example/x@y?z=@", "https://a.example/x@y?z=..."},
      {"https://user:pw@[::1]:8443/", "https://[::1]:8443/"},
      {"http://a.example:80/", "http://a.example/"},
      {"https://a.example/x?", "https://a.example/x?"},
      {"https://a.example?q=1", "https://a.example/?q=..."},
      {"https://a.example/?ghp_token", "https://a.example/?..."},
      {"https://a.example/?&&a==b&=c&", "https://a.example/?&&a=...&=...&"},
      {"https://a.example/?limit=5&Limit=6&li%6Dit=7&limit[a]=8",
       "https://a.example/?limit=5&Limit=...&li%6Dit=7&limit[a]=..."},
      {"https://a.example/?api_key=1&page_token=2",
       "https://a.example/?api_key=...&page_token=..."},
      {"https://a.example/?a=1?limit=5", "https://a.example/?a=..."},
      {"https://a.example/?a=1;limit=5", "https://a.example/?a=..."},
      {"https://a.example/x#?limit=5", "https://a.example/x"},
      {"https://user:pa/ss@a.example/", "(no http URL)"},
      {"https://user:pa\\ss@a.example/", "https://a.example/"},
      {"https://user:p#ss@a.example/", "(no http URL)"},
      {"https://a.example/x\r\nGET", "(no http URL)"},
      {"ftp://me:pw@a.example/", "(no http URL)"},
      {"me:pw@a.example", "(no http URL)"},
      {"", "(no http URL)"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(bindery::loggable_url(row.url, {"limit", "api_key", "page_token"}), row.shown)
        << row.url;
  }
}

TEST(Logging, IsOneLineWhateverComes) {
  Log log;
  log.settings.headers = {"X-Seen", "X-Seen\n"};
  std::string all = "a\r\n\t\x1b[2J\x7f\xc2\x85\xe2\x80\xa8";
  all += '\0';
  Request request{all, "https://a.example/" + all, {{"X-Seen", all}, {"X-Seen\n", "x"}}, {}};
  const TransportResult outcomes[] = {
      Response{200, {{"X-Request-Id", all + "\" status=500"}, {"X-Seen", all}}, all},
      TransportError{TransportErrorKind::read, all + "\" ms=1", true}};
  for (const TransportResult& outcome : outcomes) {
    const std::string line = log.line(request, outcome);
    for (const char c : line) EXPECT_TRUE(c >= 0x20 && c < 0x7f) << line;
    EXPECT_EQ(line.find("(no method) (no http URL) "), 0u) << line;
    // What is quoted ends at a quote without a backslash.
    for (const char* forged : {"\" status=500", "\" ms=1\""}) {
      const std::size_t at = line.find(forged);
      EXPECT_TRUE(at == std::string::npos || line[at - 1] == '\\') << line;
    }
    EXPECT_NE(line.find("\\\" "), std::string::npos) << line;
  }
}

TEST(Logging, CutsWhatServersSay) {
  Log log;
  const std::string line = log.line(get("https://a.example/"),
                                    Response{200, {{"X-Request-Id", std::string(5000, 'x')}}, {}});
  EXPECT_LT(line.size(), 400u);
}

TEST(Logging, WithoutALogSendsOn) {
  const auto transport =
      bindery::with_middleware(std::make_shared<MemoryTransport>([](const Request&) {
                                 return Response{200, {}, {}};
                               }),
                               bindery::logging_middleware({}));
  const TransportResult outcome = transport->send(get("https://a.example/"), {});
  EXPECT_NE(std::get_if<Response>(&outcome), nullptr);
}

}  // namespace
