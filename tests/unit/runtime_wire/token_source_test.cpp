// Tokens that many threads want at once. Must not sleep: threads meet at what they wait for.
#include "bindery/token_source.hpp"

#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "gate.hpp"

namespace {

using bindery::IssuedToken;
using bindery::OAuth2Credential;
using bindery::TokenGrant;
using bindery::TokenSource;
using bindery::TokenWish;
using bindery::TransportError;
using bindery::TransportErrorKind;
using support::Gate;
using Fetched = std::variant<IssuedToken, TransportError>;

TokenSource client_source() {
  return TokenSource(OAuth2Credential::client_credentials("id", "secret"), "t", "r");
}

// A wish that tells `waits` when its thread is about to wait for another's request.
TokenWish wish(std::atomic<int>& waits, std::string refused = {}) {
  TokenWish result;
  result.refused = std::move(refused);
  result.now = [] { return TokenSource::Clock::time_point(); };
  result.left = [&waits]() -> std::optional<std::chrono::milliseconds> {
    ++waits;
    return std::nullopt;
  };
  return result;
}

std::string text(const TokenSource::Answer& answer) {
  const auto* token = std::get_if<std::string>(&answer);
  return token != nullptr ? *token : "error: " + std::get_if<TransportError>(&answer)->message;
}

// What `count` threads get, of which the first asks and the others wait; `first` is what it gets.
std::vector<std::string> rush(TokenSource& source, std::size_t count, const Fetched& first,
                              std::atomic<int>& fetches, const std::string& refused = {}) {
  Gate asked;
  Gate answered;
  std::atomic<int> waits{0};
  const auto fetch = [&](const TokenGrant&) -> Fetched {
    const int number = ++fetches;
    asked.open();
    if (number == 1) answered.pass();
    return number == 1 ? first : Fetched(IssuedToken{"token" + std::to_string(number), {}, {}});
  };
  std::vector<std::string> results(count);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&, i] { results[i] = text(source.token(wish(waits, refused), fetch)); });
    if (i == 0) asked.pass();
  }
  // Each thread but the first says that it is about to wait, the lock in hand.
  while (waits.load() < static_cast<int>(count) - 1) std::this_thread::yield();
  answered.open();
  for (std::thread& thread : threads) thread.join();
  return results;
}

TEST(TokenSource, AsksOnceForAllWhoWait) {
  TokenSource source = client_source();
  std::atomic<int> fetches{0};
  const auto results = rush(source, 8, IssuedToken{"token1", {}, {}}, fetches);
  EXPECT_EQ(fetches, 1);
  EXPECT_EQ(results, std::vector<std::string>(8, "token1"));
}

TEST(TokenSource, RenewsOnceForAllWhoWereRefused) {
  TokenSource source = client_source();
  std::atomic<int> waits{0};
  ASSERT_EQ(text(source.token(wish(waits),
                              [](const TokenGrant&) -> Fetched {
                                return IssuedToken{"old", {}, {}};
                              })),
            "old");
  std::atomic<int> fetches{0};
  const auto results = rush(source, 8, IssuedToken{"token1", {}, {}}, fetches, "old");
  EXPECT_EQ(fetches, 1);
  EXPECT_EQ(results, std::vector<std::string>(8, "token1"));
  // One that comes late with the same refusal takes what is there by now.
  EXPECT_EQ(text(source.token(
                wish(waits, "old"),
                [](const TokenGrant&) -> Fetched {
                  return TransportError{TransportErrorKind::connect, "not to be asked", false};
                })),
            "token1");
}

TEST(TokenSource, GivesAllWhoWaitATokenThatCannotBeKept) {
  TokenSource source = client_source();
  std::atomic<int> fetches{0};
  const auto results = rush(source, 4, IssuedToken{"token1", {}, std::chrono::seconds(0)}, fetches);
  EXPECT_EQ(fetches, 1);
  EXPECT_EQ(results, std::vector<std::string>(4, "token1"));
}

TEST(TokenSource, FailsForAllWhoWait) {
  TokenSource source = client_source();
  std::atomic<int> fetches{0};
  const auto results =
      rush(source, 8, TransportError{TransportErrorKind::request, "denied", false}, fetches);
  EXPECT_EQ(fetches, 1);
  EXPECT_EQ(results, std::vector<std::string>(8, "error: denied"));
}

TEST(TokenSource, RunsOutOfTimeForOneAlone) {
  TokenSource source = client_source();
  std::atomic<int> fetches{0};
  auto results =
      rush(source, 8, TransportError{TransportErrorKind::timeout, "late", false}, fetches);
  EXPECT_EQ(fetches, 2);
  EXPECT_EQ(results[0], "error: late");
  results.erase(results.begin());
  EXPECT_EQ(results, std::vector<std::string>(7, "token2"));
}

#if defined(__cpp_exceptions)
TEST(TokenSource, SurvivesWhatIsThrown) {
  TokenSource source = client_source();
  std::atomic<int> waits{0};
  EXPECT_THROW(
      static_cast<void>(source.token(wish(waits), [](const TokenGrant&) -> Fetched { throw 1; })),
      int);
  EXPECT_EQ(text(source.token(wish(waits),
                              [](const TokenGrant&) -> Fetched {
                                return IssuedToken{"t", {}, {}};
                              })),
            "t");
}
#endif

TEST(TokenSource, WaitsNoLongerThanTheCall) {
  TokenSource source = client_source();
  Gate asked;
  Gate answered;
  std::atomic<int> waits{0};
  std::thread slow([&] {
    static_cast<void>(source.token(wish(waits), [&](const TokenGrant&) -> Fetched {
      asked.open();
      answered.pass();
      return IssuedToken{"t", {}, {}};
    }));
  });
  asked.pass();
  TokenWish hasty = wish(waits);
  hasty.left = [] { return std::optional<std::chrono::milliseconds>(0); };
  const auto answer = source.token(hasty, [](const TokenGrant&) -> Fetched {
    return TransportError{TransportErrorKind::connect, "not to be asked", false};
  });
  answered.open();
  slow.join();
  ASSERT_TRUE(std::holds_alternative<TransportError>(answer));
  EXPECT_EQ(std::get<TransportError>(answer).kind, TransportErrorKind::timeout);
}

TEST(TokenSource, AsksForTwoScopesAtOnce) {
  TokenSource source = client_source();
  Gate first;
  Gate second;
  std::atomic<int> waits{0};
  std::string results[2];
  const auto ask = [&](int index, Gate& mine, Gate& other) {
    TokenWish scoped = wish(waits);
    scoped.scope = index == 0 ? "a" : "b";
    results[index] = text(source.token(scoped, [&](const TokenGrant& grant) -> Fetched {
      mine.open();
      other.pass();
      return IssuedToken{"token " + grant.scope, {}, {}};
    }));
  };
  std::thread one([&] { ask(0, first, second); });
  std::thread two([&] { ask(1, second, first); });
  one.join();
  two.join();
  EXPECT_EQ(results[0], "token a");
  EXPECT_EQ(results[1], "token b");
}

}  // namespace
