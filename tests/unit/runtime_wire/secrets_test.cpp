// No secret of any scheme gets into a message, whatever the server says.
#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/call.hpp"
#include "bindery/memory_transport.hpp"
#include "bindery/oauth2_token_provider.hpp"

namespace {

using bindery::BasicCredential;
using bindery::CredentialStore;
using bindery::In;
using bindery::OAuth2Credential;
using bindery::Request;
using bindery::Response;
using bindery::Secret;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportResult;

struct Scheme {
  std::string name;
  /// Makes a store, in which no token is kept yet.
  std::function<CredentialStore()> store{};
  /// What must not be seen.
  std::vector<std::string> secrets{};
};

CredentialStore with_oauth2(const OAuth2Credential& credential) {
  CredentialStore store;
  store.oauth2("S", bindery::oauth2_token_provider(credential, "https://auth.example.com/t",
                                                   "https://auth.example.com/r"));
  return store;
}

Scheme oauth2(std::string name, const OAuth2Credential& credential,
              std::vector<std::string> secrets) {
  return {std::move(name), [credential] { return with_oauth2(credential); }, std::move(secrets)};
}

// A store in which `add` put one credential.
template <class Add>
Scheme fixed(std::string name, Add add, std::vector<std::string> secrets = {"s3cr3t"}) {
  const auto store = [add] {
    CredentialStore made;
    add(made);
    return made;
  };
  return {std::move(name), store, std::move(secrets)};
}

std::vector<Scheme> all_schemes() {
  std::vector<Scheme> schemes;
  for (const In in : {In::header, In::query, In::cookie}) {
    schemes.push_back(fixed("key " + std::to_string(static_cast<int>(in)),
                            [in](auto& store) { store.api_key("S", in, "k", "key&s3cr3t\"1"); }));
  }
  schemes.push_back(fixed("bearer", [](auto& store) { store.bearer("S", "s3cr3t"); }));
  schemes.push_back(fixed("basic",
                          [](auto& store) {
                            store.basic("S", BasicCredential{"user", "s3cr3t"});
                          },
                          {"s3cr3t", "dXNlcjpzM2NyM3Q="}));
  schemes.push_back(fixed("other", [](auto& store) { store.http("S", "Hoba", "s3cr3t"); }));
  schemes.push_back(oauth2("token", "g1ven", {"g1ven"}));
  auto credential = OAuth2Credential::client_credentials("user", "s3cr3t");
  schemes.push_back(oauth2("client", credential, {"s3cr3t", "dXNlcjpzM2NyM3Q=", "t0ken", "n3xt"}));
  credential.client_secret = "s3&cr3t";
  credential.authentication = bindery::ClientAuthentication::post;
  schemes.push_back(oauth2("client in body", credential, {"s3&cr3t", "s3%26cr3t", "t0ken"}));
  credential = OAuth2Credential::refreshed("r3fresh", "user", "s3cr3t");
  schemes.push_back(
      oauth2("refresh", credential, {"s3cr3t", "dXNlcjpzM2NyM3Q=", "r3fresh", "t0ken", "n3xt"}));
  credential.access_token = "g1ven";
  schemes.push_back(oauth2("given", credential, {"s3cr3t", "r3fresh", "g1ven", "t0ken"}));
  return schemes;
}

// The parts of a request, each of which a server could say again.
std::vector<std::string> echoes(const Request& request) {
  std::vector<std::string> parts{request.url};
  for (const bindery::Header& field : request.headers) parts.push_back(field.value);
  const std::string body = request.body.text().value_or("");
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('&', begin), body.size());
    parts.push_back(body.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

using Answer = TransportResult (*)(const std::string&);

// All that bindery says about a call with these credentials when every part of the request, or of
// the one for a token, is said again by `answer`.
std::string said(const std::function<CredentialStore()>& store, Answer answer, bool for_tokens) {
  std::ostringstream out;
  std::size_t parts = 1;
  for (std::size_t part = 0; part < parts; ++part) {
    const auto transport = std::make_shared<bindery::MemoryTransport>(
        [&](const Request& request) -> TransportResult {
          const bool is_token = request.method == "POST";
          if (is_token && !for_tokens) {
            return bindery::json_response(200,
                                          R"({"access_token":"t0ken","refresh_token":"n3xt"})");
          }
          if (!is_token && for_tokens) return Response{401, {}, ""};
          const std::vector<std::string> all = echoes(request);
          parts = all.size();
          return answer(all[std::min(part, parts - 1)]);
        },
        "https://api.example.com");
    bindery::Options options;
    options.retry.max_retries = 0;
    const bindery::Pipeline pipeline(transport, store(), options);
    const bindery::CallOptions call_options;
    bindery::Call call(pipeline, call_options, {"x", "GET", "/x"});
    call.authorize({{"S"}});
    const bindery::Result<int> result = call.send<int>({{"200", bindery::Content::json}});
    if (result) continue;
    out << result.error() << '\n' << result.error().message() << '\n';
#if defined(__cpp_exceptions)
    try {
      static_cast<void>(result.value());
    } catch (const std::exception& error) {
      out << error.what() << '\n';
    }
#endif
  }
  return out.str();
}

std::string json_quoted(const std::string& text) {
  return bindery::to_json(std::string_view(text));
}

TEST(Secrets, StayOutOfAllMessages) {
  const Answer answers[] = {
      [](const std::string& sent) -> TransportResult {
        return Response{401, {}, sent};
      },
      [](const std::string& sent) -> TransportResult {
        return Response{500, {}, sent};
      },
      [](const std::string& sent) -> TransportResult {
        return bindery::json_response(
            400, R"({"error":"no","error_description":)" + json_quoted(sent) + "}");
      },
      [](const std::string& sent) -> TransportResult {
        return bindery::json_response(400, R"({"error":{"code":)" + json_quoted(sent) + "}}");
      },
      [](const std::string& sent) -> TransportResult {
        return bindery::json_response(200, json_quoted(sent));
      },
      [](const std::string& sent) -> TransportResult {
        return Response{200, {{"Content-Type", sent}}, sent};
      },
      [](const std::string& sent) -> TransportResult {
        return Response{403, {{"X-Request-Id", sent}}, ""};
      },
      [](const std::string& sent) -> TransportResult {
        return TransportError{TransportErrorKind::connect, sent, false};
      },
  };
  for (const Scheme& scheme : all_schemes()) {
    for (const auto answer : answers) {
      for (const bool for_tokens : {false, true}) {
        const std::string text = said(scheme.store, answer, for_tokens);
        ASSERT_NE(text.find("GET /x: "), std::string::npos) << scheme.name;
        for (const std::string& secret : scheme.secrets) {
          EXPECT_EQ(text.find(secret), std::string::npos) << scheme.name << ": " << text;
        }
      }
    }
  }
}

TEST(Secrets, StayOutOfRefusals) {
  const Answer answer = [](const std::string& sent) -> TransportResult {
    return Response{500, {}, sent};
  };
  for (const char* hostile : {"s3cr3t\r\nX: y", "s3cr3t\n"}) {
    std::vector<Scheme> schemes;
    for (const In in : {In::header, In::query, In::cookie}) {
      schemes.push_back(
          fixed("key", [=](auto& store) { store.api_key("S", in, "k", Secret(hostile)); }));
    }
    auto given = OAuth2Credential::refreshed("r3fresh");
    given.access_token = hostile;
    schemes.push_back(oauth2("given", given, {"s3cr3t", "r3fresh"}));
    for (const Scheme& scheme : schemes) {
      const std::string text = said(scheme.store, answer, false);
      ASSERT_FALSE(text.empty());
      for (const std::string& secret : scheme.secrets) {
        EXPECT_EQ(text.find(secret), std::string::npos) << text;
      }
    }
  }
}

}  // namespace
