// What the tests of HeyGen's generated client share: the fake behind a port and a client of it.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "fake_heygen/fake_heygen.hpp"
#include "heygen/heygen.hpp"

namespace heygen_test {

class HeygenTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server.start()); }

  /// A client with a key the fake lets in.
  heygen::Client client() const { return client_with("secret-key"); }

  heygen::Client client_with(const std::string& key) const {
    heygen::Credentials credentials;
    if (!key.empty()) credentials.api_key_auth = key;
    return heygen::Client{bindery::httplib_transport(server.url()), credentials};
  }

  /// The one request the fake has seen since the last `clear_seen`.
  fake_heygen::Seen only_seen() const {
    const auto seen = server.seen();
    EXPECT_EQ(seen.size(), 1u);
    return seen.empty() ? fake_heygen::Seen() : seen.back();
  }

  fake_heygen::Server server;
};

}  // namespace heygen_test
