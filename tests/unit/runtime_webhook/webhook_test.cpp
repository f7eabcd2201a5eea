// Deliveries as senders sign them, by vectors they publish, and all that may be wrong with one.
#include "bindery/webhook.hpp"

#include <chrono>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/deliveries.hpp"

namespace {

using bindery::ErrorKind;
using bindery::Headers;
using bindery::Json;
using bindery::Secret;
using bindery::WebhookScheme;

std::chrono::system_clock::time_point at(std::int64_t seconds) {
  return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
}

// Empty for a delivery that is fine.
std::string problem(const WebhookScheme& scheme, const Headers& headers, const std::string& body,
                    const std::vector<Secret>& secrets, std::int64_t now) {
  const auto event = bindery::unwrap_webhook<Json>(scheme, headers, body, secrets, at(now));
  return event ? "" : event.error().message();
}

// Hexadecimal, of the body alone.
WebhookScheme hex_scheme() {
  WebhookScheme scheme;
  scheme.signature_header = "Heygen-Signature";
  scheme.timestamp_header = "Heygen-Timestamp";
  return scheme;
}

// The example of standardwebhooks.com.
struct Standard {
  std::vector<Secret> secrets{Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")};
  std::string body = R"({"test": 2432232314})";
  Headers headers{{"Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek"},
                  {"Webhook-Timestamp", "1614265330"},
                  {"Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}};

  std::string problem(std::int64_t now = 1614265330) const {
    return ::problem(bindery::standard_webhooks(), headers, body, secrets, now);
  }
};

// HMAC-SHA256 of the body with the secret as it stands.
struct HeyGen {
  std::vector<Secret> secrets{Secret("Jefe")};
  std::string body = "what do ya want for nothing?";
  Headers headers{
      {"Heygen-Timestamp", "1700000000"},
      {"Heygen-Signature", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"}};

  // RFC 4231 4.3 signs a text that is no JSON: that it was read at all is what counts.
  ErrorKind kind(std::int64_t now = 1700000000) const {
    return bindery::unwrap_webhook<Json>(hex_scheme(), headers, body, secrets, at(now))
        .error()
        .kind();
  }
};

TEST(Webhook, TakesThePublishedVectors) {
  EXPECT_EQ(Standard().problem(), "");
  EXPECT_EQ(HeyGen().kind(), ErrorKind::undecodable_body);
}

TEST(Webhook, GivesTheEventAndItsHeaders) {
  const Standard delivery;
  const auto event = bindery::unwrap_webhook<Json>(bindery::standard_webhooks(), delivery.headers,
                                                   delivery.body, delivery.secrets, at(1614265330));
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(event->text(), delivery.body);
  EXPECT_EQ(event.headers().find("webhook-id"), "msg_p5jXN8AQM9LWM0D4loKWxJek");
}

TEST(Webhook, RefusesAWrongSignature) {
  Standard changed;
  changed.body = R"({"test": 2432232315})";
  EXPECT_EQ(changed.problem(), "webhook: its signature is not made with the secret");
  Standard replayed;
  replayed.headers.set("webhook-id", "msg_other");
  EXPECT_NE(replayed.problem(), "");
  Standard retimed;
  retimed.headers.set("webhook-timestamp", "1614265331");
  EXPECT_NE(retimed.problem(), "");
  HeyGen other;
  other.secrets = {Secret("Jeff")};
  EXPECT_EQ(other.kind(), ErrorKind::unverified);
}

TEST(Webhook, RefusesWhatIsMissingOrIllegible) {
  for (const char* signature :
       {"", "v1,", "v1,!!!", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", " ", "v1, v1,a"}) {
    Standard delivery;
    delivery.headers.set("webhook-signature", signature);
    EXPECT_NE(delivery.problem(), "") << signature;
  }
  Standard unsigned_one;
  unsigned_one.headers.remove("webhook-signature");
  EXPECT_EQ(unsigned_one.problem(), "webhook: there is no webhook-signature header");
  for (const char* time : {"", "now", "-1614265330", "1614265330.5", "99999999999999999999"}) {
    Standard delivery;
    delivery.headers.set("webhook-timestamp", time);
    EXPECT_EQ(delivery.problem(), "webhook: the webhook-timestamp header has no time") << time;
  }
  for (const char* hex :
       {"5b", "zz", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384"}) {
    HeyGen delivery;
    delivery.headers.set("Heygen-Signature", hex);
    EXPECT_EQ(delivery.kind(), ErrorKind::unverified) << hex;
  }
}

TEST(Webhook, RefusesAnOldOneAndOneOfTheFuture) {
  EXPECT_EQ(Standard().problem(1614265330 + 300), "");
  EXPECT_EQ(Standard().problem(1614265330 - 300), "");
  EXPECT_NE(Standard().problem(1614265330 + 301), "");
  EXPECT_NE(Standard().problem(1614265330 - 301), "");
  EXPECT_EQ(HeyGen().kind(1700000301), ErrorKind::unverified);
}

TEST(Webhook, KnowsSeveralSecretsAndSignatures) {
  Standard rotated;
  rotated.secrets.insert(rotated.secrets.begin(), Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAA"));
  EXPECT_EQ(rotated.problem(), "");
  rotated.headers.set("webhook-signature",
                      "v1,AAAA v1a,xyz v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  EXPECT_EQ(rotated.problem(), "");
}

TEST(Webhook, TrustsNoSecretThatIsNone) {
  for (const char* secret : {"", "whsec_", "whsec_!!!"}) {
    Standard delivery;
    delivery.secrets = {Secret(secret)};
    EXPECT_NE(delivery.problem(), "") << secret;
  }
  Standard none;
  none.secrets.clear();
  EXPECT_NE(none.problem(), "");
}

TEST(Webhook, TellsNoSecret) {
  Standard changed;
  changed.body = "{}";
  EXPECT_EQ(changed.problem().find("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), std::string::npos);
  EXPECT_EQ(changed.problem().find("g0hM9SsE"), std::string::npos);
}

TEST(Deliveries, KnowTheirIds) {
  bindery::Deliveries deliveries(std::chrono::seconds(10), 3);
  EXPECT_TRUE(deliveries.is_first("a", at(0)));
  EXPECT_FALSE(deliveries.is_first("a", at(10)));
  // Without an id nothing can be known again.
  EXPECT_TRUE(deliveries.is_first("", at(10)));
  EXPECT_TRUE(deliveries.is_first("", at(10)));
  EXPECT_TRUE(deliveries.is_first("a", at(11)));
  EXPECT_TRUE(deliveries.is_first("b", at(12)));
  EXPECT_TRUE(deliveries.is_first("c", at(12)));
  EXPECT_FALSE(deliveries.is_first("b", at(13)));
  EXPECT_TRUE(deliveries.is_first("d", at(13)));
  EXPECT_TRUE(deliveries.is_first("a", at(13)));
}

TEST(Deliveries, KnowAsManyAsTheyKeep) {
  bindery::Deliveries two(std::chrono::seconds::max(), 2);
  EXPECT_TRUE(two.is_first("a", at(0)));
  EXPECT_TRUE(two.is_first("b", at(1)));
  EXPECT_FALSE(two.is_first("a", at(2)));
  EXPECT_FALSE(two.is_first("b", at(2)));
}

}  // namespace
