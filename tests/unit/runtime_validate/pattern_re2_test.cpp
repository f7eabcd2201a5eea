// Patterns of ECMA-262 matched by RE2.
// Must not be built where RE2 is not installed.
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/pattern_re2.hpp"

namespace {

using bindery::PatternMatch;
using bindery::re2_patterns;
using bindery::Re2PatternEngine;
using bindery::Re2Settings;
using bindery::UnsupportedPattern;

struct Case {
  std::string_view pattern;
  std::string_view text;
  PatternMatch expected;
};

constexpr PatternMatch yes = PatternMatch::matches;
constexpr PatternMatch no = PatternMatch::differs;
constexpr PatternMatch unsupported = PatternMatch::unsupported;

TEST(Re2PatternEngine, MeansWhatEcmaMeans) {
  const Case cases[] = {
      {"b", "abc", yes},
      {"^b", "abc", no},
      {"^[a-z]+$", "abc", yes},
      {"^[a-z]+$", "abc\n", no},
      {"^a$", "b\na\nb", no},
      {"^.$", "\xF0\x9F\x98\x80", yes},
      {"^.{2}$", "\xF0\x9F\x98\x80", no},
      {"^.$", "\n", no},
      {"^.$", "\r", no},
      {"^.$", "\xE2\x80\xA8", no},
      {"^[\\s\\S]$", "\n", yes},
      {"^[\\s\\S]$", "\xF0\x9F\x98\x80", yes},
      {"^\\s$", "\xC2\xA0", yes},
      {"^\\s$", "\v", yes},
      {"^\\S$", "\xC2\xA0", no},
      {"^[^\\s]$", "\xEF\xBB\xBF", no},
      {"^[\\S]$", " ", no},
      {"^\\d$", "\xD9\xA3", no},
      {"^\\w+$", "a_1", yes},
      {"^a\\/b\\-c\\.d$", "a/b-c.d", yes},
      {"^\\u0041\\x42\\cJ$", "AB\n", yes},
      {"^\\u{1F600}\\uD83D\\uDE00$", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80", yes},
      {"^[\\u4e00-\\u9fa5]+$", "\xE4\xB8\xAD", yes},
      {"^[[:alpha:]]+$", "a]", yes},
      {"^[[:alpha:]]+$", "b]", no},
      {"[]", "a", no},
      {"^[^]$", "\n", yes},
      {"^[\\b]$", "\b", yes},
      {"^(?<year>\\d{4})-(?:\\d\\d)$", "2024-01", yes},
      {"^\\p{Lu}\\p{Script=Greek}$", "A\xCE\xB1", yes},
      {"^[\\w-.]+@[a-z]+$", "a-b.c@d", yes},
      {"^a|b$", "xb", yes},
      {"", "", yes},
      {"\\0", std::string_view("\0", 1), yes},
      {"(?=a)", "a", unsupported},
      {"(?!a)", "a", unsupported},
      {"(?<!a)b", "b", unsupported},
      {"(a)\\1", "aa", unsupported},
      {"(?<x>a)\\k<x>", "aa", unsupported},
      {"a\\Z", "a", unsupported},
      {"a{1,5000}", "a", unsupported},
      {"(", "a", unsupported},
      {"[a", "a", unsupported},
      {"\\", "a", unsupported},
      {"\\ud83d", "a", unsupported},
      {"\\u{110000}", "a", unsupported},
      {"\\u{}", "a", unsupported},
      {"\\x4", "a", unsupported},
      {"\\c1", "a", unsupported},
      {"(?<x", "a", unsupported},
      {"\xFF", "a", unsupported},
  };
  const Re2PatternEngine engine;
  for (const Case& one : cases) {
    EXPECT_EQ(engine.match(one.pattern, one.text), one.expected)
        << one.pattern << " on " << one.text;
  }
}

TEST(Re2PatternEngine, SaysOnceWhatItDoesNotSupport) {
  std::vector<std::string> said;
  Re2Settings settings;
  settings.on_unsupported = [&](const UnsupportedPattern& one) {
    said.push_back(one.pattern + ": " + one.reason);
  };
  const auto engine = re2_patterns(settings);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(engine->match("^(?!x)", "x"), unsupported);
    EXPECT_EQ(engine->match("a\\2", "x"), unsupported);
    EXPECT_EQ(engine->match("x", "x"), yes);
  }
  EXPECT_EQ(said, (std::vector<std::string>{"^(?!x): looks around with (?!",
                                            "a\\2: refers back to a group"}));
  ASSERT_EQ(engine->unsupported().size(), 2u);
  EXPECT_EQ(engine->unsupported()[1].pattern, "a\\2");
}

TEST(Re2PatternEngine, DoesNotBacktrack) {
  const std::string text(1'000'000, 'a');
  EXPECT_EQ(Re2PatternEngine().match("^(a+)+$", text + "b"), no);
  EXPECT_EQ(Re2PatternEngine().match("^(a|a)*$", text), yes);
}

TEST(Re2PatternEngine, BoundsThePatternsItself) {
  Re2Settings settings;
  settings.max_memory = 4096;
  EXPECT_EQ(re2_patterns(settings)->match("^.{1,500}$", "a"), unsupported);
  EXPECT_EQ(re2_patterns()->match("^.{1,500}$", "a"), yes);
}

TEST(Re2PatternEngine, ServesManyThreads) {
  const Re2PatternEngine engine;
  std::vector<int> matches(4);
  std::vector<std::thread> threads;
  for (int& count : matches) {
    threads.emplace_back([&engine, &count] {
      for (int i = 0; i < 200; ++i) {
        const std::string number = std::to_string(i % 20);
        count += engine.match("^" + number + "$", number) == PatternMatch::matches ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(matches, (std::vector<int>{200, 200, 200, 200}));
}

}  // namespace
