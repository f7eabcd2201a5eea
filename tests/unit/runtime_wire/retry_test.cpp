// When an attempt is repeated and after which wait, as a table.
// Must not take time: nothing here sleeps.
#include "bindery/retry.hpp"

#include <chrono>
#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace {

using bindery::Attempt;
using bindery::Headers;
using bindery::Response;
using bindery::RetryPolicy;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;
using std::chrono::milliseconds;
using std::chrono::seconds;

const std::chrono::system_clock::time_point noon{seconds(1'000'000'000)};

std::optional<milliseconds> delay(const char* method, const TransportResult& outcome,
                                  bool has_key = false, int done = 0, std::uint64_t random = 0) {
  return bindery::next_delay(RetryPolicy{}, Attempt{method, has_key, done}, outcome, noon, random);
}

TEST(Retry, RepeatsOnlyWhatCannotBeActedOnTwice) {
  struct Row {
    TransportResult outcome;
    bool get;
    bool post;
    bool post_with_key;
  };
  const Row rows[] = {
      {Response{200, {}, ""}, false, false, false},
      {Response{400, {}, ""}, false, false, false},
      {Response{404, {}, ""}, false, false, false},
      {Response{408, {}, ""}, true, false, true},
      {Response{409, {}, ""}, false, false, false},
      {Response{429, {}, ""}, true, true, true},
      {Response{500, {}, ""}, true, false, true},
      {Response{501, {}, ""}, false, false, false},
      {Response{502, {}, ""}, true, false, true},
      {Response{503, {}, ""}, true, false, true},
      {Response{504, {}, ""}, true, false, true},
      {TransportError{TransportErrorKind::connect, "", false}, true, true, true},
      {TransportError{TransportErrorKind::write, "", true}, true, false, true},
      {TransportError{TransportErrorKind::read, "", true}, true, false, true},
      {TransportError{TransportErrorKind::read, "", false}, true, true, true},
      {TransportError{TransportErrorKind::timeout, "", true}, false, false, false},
      {TransportError{TransportErrorKind::timeout, "", false}, false, false, false},
      {TransportError{TransportErrorKind::tls, "", false}, false, false, false},
      {TransportError{TransportErrorKind::limit, "", true}, false, false, false},
      {TransportError{TransportErrorKind::request, "", false}, false, false, false},
  };
  int number = 0;
  for (const Row& row : rows) {
    SCOPED_TRACE(number++);
    for (const char* method : {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"}) {
      EXPECT_EQ(delay(method, row.outcome).has_value(), row.get) << method;
    }
    EXPECT_EQ(delay("POST", row.outcome).has_value(), row.post);
    EXPECT_EQ(delay("PATCH", row.outcome).has_value(), row.post);
    EXPECT_EQ(delay("POST", row.outcome, true).has_value(), row.post_with_key);
  }
}

TEST(Retry, DoublesUpToTheMost) {
  const TransportResult busy = Response{503, {}, ""};
  RetryPolicy policy;
  policy.max_retries = 100;
  const int expected[] = {500, 1000, 2000, 4000, 8000, 8000};
  for (int done = 0; done < 6; ++done) {
    EXPECT_EQ(bindery::next_delay(policy, Attempt{"GET", false, done}, busy, noon, 0),
              milliseconds(expected[done]));
    const auto jittered =
        bindery::next_delay(policy, Attempt{"GET", false, done}, busy, noon, 1023);
    EXPECT_LT(*jittered, milliseconds(expected[done]));
    EXPECT_GE(*jittered, milliseconds(expected[done] * 3 / 4));
  }
  EXPECT_EQ(bindery::next_delay(policy, Attempt{"GET", false, 99}, busy, noon, 0),
            milliseconds(8000));
  EXPECT_FALSE(bindery::next_delay(policy, Attempt{"GET", false, 100}, busy, noon, 0));
  EXPECT_TRUE(delay("GET", busy, false, 1));
  EXPECT_FALSE(delay("GET", busy, false, 2));
}

TEST(Retry, ObeysTheServer) {
  struct Row {
    Headers headers;
    std::optional<milliseconds> wait;
  };
  const Row rows[] = {
      {{{"Retry-After", "3"}}, milliseconds(3000)},
      {{{"Retry-After", "0"}}, milliseconds(0)},
      {{{"Retry-After", "1.9"}}, milliseconds(1000)},
      {{{"retry-after-ms", "70"}, {"Retry-After", "3"}}, milliseconds(70)},
      {{{"retry-after-ms", "soon"}, {"Retry-After", "3"}}, milliseconds(3000)},
      {{{"Retry-After", "120"}}, milliseconds(120000)},
      {{{"Retry-After", "121"}}, std::nullopt},
      {{{"Retry-After", "99999999999999999999"}}, milliseconds(500)},
      {{{"Retry-After", "-1"}}, milliseconds(500)},
      {{{"Retry-After", "later"}}, milliseconds(500)},
      {{{"Retry-After", "Sun, 09 Sep 2001 01:46:45 GMT"}}, milliseconds(5000)},
      {{{"Retry-After", "Sun, 09 Sep 2001 01:46:35 GMT"}}, milliseconds(0)},
      {{{"Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"}}, std::nullopt},
      {{{"x-should-retry", "false"}}, std::nullopt},
      {{{"x-should-retry", "true"}}, milliseconds(500)},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(delay("POST", Response{429, row.headers, ""}), row.wait)
        << row.headers.begin()->value;
  }
  EXPECT_FALSE(delay("POST", Response{500, {{"x-should-retry", "true"}}, ""}));
}

TEST(Retry, ReadsHttpDates) {
  const auto date = bindery::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->time_since_epoch(), seconds(784111777));
  EXPECT_EQ(bindery::parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT")->time_since_epoch(),
            seconds(0));
  EXPECT_EQ(bindery::parse_http_date("Tue, 29 Feb 2028 12:00:00 GMT")->time_since_epoch(),
            seconds(1835438400));
  for (const char* text : {"", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 6 Nov 1994 08:49:37 GMT",
                           "Sun, 06 Xxx 1994 08:49:37 GMT", "Sun, 06 anF 1994 08:49:37 GMT",
                           "Sunday, 06-Nov-94 08:49:37 GMT"}) {
    EXPECT_FALSE(bindery::parse_http_date(text)) << text;
  }
}

}  // namespace
