// A receiver as users write it, and what it is sent: by the sender, by strangers, twice.
#include <chrono>
#include <cstdio>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "bindery/deliveries.hpp"
#include "servers.hpp"
#include "studio/unwrap.hpp"

namespace {

using bindery::Secret;

constexpr std::int64_t now = 1700000000;

// The signature by OpenSSL alone.
std::string signature(const std::string& secret, const std::string& text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  ::HMAC(::EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &size);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", digest[i]);
    hex += two;
  }
  return "sha256=" + hex;
}

struct Delivery {
  std::string body = R"({"type":"video.done","video_id":"v_1","url":"u"})";
  std::string id = "d_1";
  std::int64_t time = now;
  std::string secret = "old";
};

// 204 for an event that is new, 200 for one that came before, 401 for what nobody vouches for.
class Receiver {
 public:
  explicit Receiver(std::vector<Secret> secrets) : secrets_(std::move(secrets)) {
    server_->Post("/hook", [this](const httplib::Request& request, httplib::Response& response) {
      bindery::Headers headers;
      for (const auto& [name, value] : request.headers) headers.add(name, value);
      const auto event = studio::webhooks::unwrap(
          headers, request.body, secrets_,
          std::chrono::system_clock::time_point(std::chrono::seconds(now)));
      if (!event) {
        response.status = 401;
        response.set_content(event.error().message(), "text/plain");
        return;
      }
      const auto id = event.headers().find(studio::webhooks::scheme().id_header);
      response.status = deliveries_.is_first(id.value_or("")) ? 204 : 200;
      event_ = *event;
    });
    port_ = server_.start();
  }

  int take(const Delivery& delivery) {
    httplib::Client sender("127.0.0.1", port_);
    const std::string time = std::to_string(delivery.time);
    const auto response =
        sender.Post("/hook",
                    {{"X-Studio-Signature", signature(delivery.secret, time + '.' + delivery.body)},
                     {"X-Studio-Delivery", delivery.id},
                     {"X-Studio-Time", time}},
                    delivery.body, "application/json");
    said_ = response ? response->body : "nothing";
    return response ? response->status : 0;
  }

  const studio::webhooks::Event& event() const { return event_; }
  const std::string& said() const { return said_; }

 private:
  std::vector<Secret> secrets_;
  bindery::Deliveries deliveries_;
  studio::webhooks::Event event_;
  std::string said_;
  int port_ = 0;
  servers::HttpServer server_;
};

TEST(Webhooks, BringTypedEvents) {
  Receiver receiver({Secret("old")});
  ASSERT_EQ(receiver.take({}), 204) << receiver.said();
  const auto* const done = std::get_if<studio::VideoDone>(&receiver.event());
  ASSERT_NE(done, nullptr);
  EXPECT_EQ(done->url, "u");
  Delivery failed;
  failed.id = "d_2";
  failed.body = R"({"type":"video.failed","video_id":"v_1","reason":null})";
  ASSERT_EQ(receiver.take(failed), 204) << receiver.said();
  EXPECT_TRUE(std::holds_alternative<studio::VideoFailed>(receiver.event()));
}

TEST(Webhooks, KeepEventsTheyDoNotKnow) {
  Receiver receiver({Secret("old")});
  Delivery unknown;
  unknown.body = R"({"type":"video.moved","video_id":"v_1"})";
  ASSERT_EQ(receiver.take(unknown), 204) << receiver.said();
  const auto* const kept = std::get_if<bindery::Json>(&receiver.event());
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(kept->text(), unknown.body);
}

TEST(Webhooks, AreKnownWhenTheyComeAgain) {
  Receiver receiver({Secret("old")});
  EXPECT_EQ(receiver.take({}), 204);
  EXPECT_EQ(receiver.take({}), 200);
}

TEST(Webhooks, AreRefusedFromStrangers) {
  Receiver receiver({Secret("old")});
  Delivery forged;
  forged.secret = "guessed";
  EXPECT_EQ(receiver.take(forged), 401);
  EXPECT_EQ(receiver.said(), "webhook: its signature is not made with the secret");
}

TEST(Webhooks, AreRefusedWhenTheyAreOld) {
  Receiver receiver({Secret("old")});
  Delivery old;
  old.time = now - 121;
  EXPECT_EQ(receiver.take(old), 401);
  EXPECT_EQ(receiver.said(), "webhook: it was made too long ago, or in the future");
}

TEST(Webhooks, AreTakenWhileSecretsRotate) {
  Receiver receiver({Secret("new"), Secret("old")});
  EXPECT_EQ(receiver.take({}), 204);
  Delivery next;
  next.id = "d_2";
  next.secret = "new";
  EXPECT_EQ(receiver.take(next), 204);
}

TEST(Webhooks, NeedNoListForOneSecret) {
  const std::string body = R"({"type":"ping"})";
  bindery::Headers headers;
  headers.add("X-Studio-Signature", signature("s", std::to_string(now) + '.' + body));
  headers.add("X-Studio-Time", std::to_string(now));
  const auto event = studio::webhooks::unwrap(
      headers, body, Secret("s"), std::chrono::system_clock::time_point(std::chrono::seconds(now)));
  ASSERT_TRUE(event) << event.error();
  EXPECT_TRUE(std::holds_alternative<studio::PingBody>(*event));
}

}  // namespace
