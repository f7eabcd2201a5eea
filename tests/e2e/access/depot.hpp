// What the tests of access share: an API that says what it saw, and a server that gives tokens.
// Must not outlive a test.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "depot/depot.hpp"
#include "servers.hpp"

namespace depot_test {

/// Gives `token1`, `token2` ... and with each refresh token the next one.
class TokenServer {
 public:
  TokenServer() {
    server_->Post("/token", [this](const httplib::Request& in, httplib::Response& out) {
      const std::lock_guard<std::mutex> lock(mutex_);
      asked_.push_back(in.get_header_value("Authorization") + ' ' + in.body);
      if (status != 200) {
        out.status = status;
        out.set_content(R"({"error":"invalid_client","error_description":")" + in.body + "\"}",
                        "application/json");
        return;
      }
      const std::string number = std::to_string(asked_.size());
      out.set_content(R"({"access_token":"token)" + number + R"(","token_type":"bearer",)" +
                          R"("expires_in":3600,"refresh_token":"refresh)" + number + "\"}",
                      "application/json");
    });
    url_ = server_.start_http() + "/token";
  }

  const std::string& url() const { return url_; }
  /// `Authorization` and body of each request.
  std::vector<std::string> asked() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return asked_;
  }

  std::atomic<int> status{200};

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> asked_;
  std::string url_;
  servers::HttpServer server_;
};

/// Answers every path with what it saw; bearer tokens in `revoked` get a 401.
class Depot {
 public:
  Depot() {
    const auto answer = [this](const httplib::Request& in, httplib::Response& out) {
      const std::string authorization = in.get_header_value("Authorization");
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        ++requests_;
        if (revoked_.count(authorization) != 0) {
          out.status = 401;
          out.set_content(R"({"message":"not )" + authorization + "\"}", "application/json");
          return;
        }
      }
      depot::Seen seen;
      seen.path = in.path;
      const auto set = [](auto& member, const std::string& value) {
        if (!value.empty()) member = value;
      };
      set(seen.query, in.target.substr(in.path.size()));
      set(seen.authorization, authorization);
      set(seen.key, in.get_header_value("X-Key"));
      set(seen.cookie, in.get_header_value("Cookie"));
      set(seen.body, in.body);
      if (in.path.find("/missing") != std::string::npos) out.status = 404;
      out.set_content(bindery::to_json(seen), "application/json");
    };
    server_->Get(".*", answer);
    server_->Post(".*", answer);
    port_ = std::to_string(server_.start());
  }

  const std::string& port() const { return port_; }
  std::string url() const {
    depot::servers::Local local;
    local.port = port_;
    return local.url().value();
  }
  void revoke(const std::string& authorization) {
    const std::lock_guard<std::mutex> lock(mutex_);
    revoked_.insert(authorization);
  }
  int requests() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return requests_;
  }

 private:
  mutable std::mutex mutex_;
  std::set<std::string> revoked_;
  int requests_ = 0;
  std::string port_;
  servers::HttpServer server_;
};

class AccessTest : public testing::Test {
 protected:
  depot::Client client(const depot::Credentials& credentials = {},
                       const bindery::Options& options = {}) const {
    return depot::Client(bindery::httplib_transport(api.url()), credentials, options);
  }
  /// Tokens for the client itself.
  bindery::OAuth2Credential client_credentials() const {
    auto credential = bindery::OAuth2Credential::client_credentials("me", "s3cr3t");
    credential.token_url = tokens.url();
    return credential;
  }

  Depot api;
  TokenServer tokens;
};

}  // namespace depot_test
