// What may be shown of text from outside.
#include "bindery/redact.hpp"

#include <string>

#include <gtest/gtest.h>

namespace {

bindery::Redactor redactor_of(const char* secret) {
  bindery::Redactor redactor;
  redactor.add(secret);
  return redactor;
}

TEST(Redact, TakesOutEverySpelling) {
  const bindery::Redactor redactor = redactor_of("k/\"1");
  EXPECT_EQ(redactor.redacted("a k/\"1 b k%2F%221 c k/\\\"1 d"),
            "a [redacted] b [redacted] c [redacted] d");
  EXPECT_EQ(redactor.redacted("k/ and nothing else"), "k/ and nothing else");
}

TEST(Redact, TakesTheLongestOfTwo) {
  bindery::Redactor redactor;
  redactor.add("abc");
  redactor.add("abcdef");
  redactor.add("");
  EXPECT_EQ(redactor.redacted("abcdefg"), "[redacted]g");
}

TEST(Redact, ShowsOnePrintableLine) {
  const bindery::Redactor redactor;
  EXPECT_EQ(redactor.excerpt(" a\r\n\t b\x1b[31m\xc3\xa9 \n"), "a b?[31m??");
  EXPECT_EQ(redactor.excerpt(std::string(300, 'x'), 10), "xxxxxxxxxx...");
  EXPECT_EQ(redactor.excerpt("exactly ten"), "exactly ten");
  EXPECT_EQ(redactor.excerpt(""), "");
}

TEST(Redact, ShowsNoPartOfASecretAtTheCut) {
  const std::string secret = "SECRETSECRETSECRET";
  const bindery::Redactor redactor = redactor_of(secret.c_str());
  for (std::size_t before = 0; before < 200; ++before) {
    // Spaces are joined, so that the end of what is looked at can come into view.
    const std::string shown = redactor.excerpt(std::string(before, ' ') + secret + secret, 20);
    EXPECT_EQ(shown.find("SEC"), std::string::npos) << before << ": " << shown;
    EXPECT_EQ(shown.find("RET"), std::string::npos) << before << ": " << shown;
  }
}

}  // namespace
