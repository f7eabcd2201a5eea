// What a client does over the network besides calling: proxies, several addresses, redirects to
// another server, connections shared by clients of different options.
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "fault_server.hpp"
#include "works/works.hpp"

namespace {

using faults::answer;
using faults::close_field;
using faults::FaultServer;
using faults::Seen;
using servers::RawServer;

works::Client client_of(const std::string& url, bindery::TransportSettings settings = {},
                        const bindery::Options& options = {}) {
  works::Credentials credentials;
  credentials.key = "secret";
  return works::Client(bindery::httplib_transport(url, std::move(settings)), credentials, options);
}

// Of the URL, since names cannot be looked up here.
std::string port_of(const std::string& url) { return url.substr(url.rfind(':')); }

TEST(Production, GoesThroughAProxy) {
  std::string head;
  FaultServer proxy([&](int socket, const Seen& request) {
    head = request.head;
    faults::respond_well(socket, request);
  });
  bindery::TransportSettings settings;
  settings.proxy = "http://me:p%40ss@localhost" + port_of(proxy.url());
  settings.resolve = [](const std::string& host) {
    EXPECT_EQ(host, "localhost");
    return std::vector<std::string>{"127.0.0.1"};
  };
  bindery::Options options;
  options.allow_insecure_credentials = true;
  const auto thing = client_of("http://works.example", settings, options).default_api().get_thing();
  ASSERT_TRUE(thing) << thing.error();
  EXPECT_EQ(head.substr(0, head.find("\r\n")), "GET http://works.example:80/thing HTTP/1.1");
  // me:p@ss
  EXPECT_NE(head.find("Proxy-Authorization: Basic bWU6cEBzcw==\r\n"), std::string::npos) << head;
}

TEST(Production, AsksAProxyForATunnel) {
  std::string head;
  RawServer proxy([&](int socket) {
    head = RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\n\r\n");
    char hello = 0;
    ::recv(socket, &hello, 1, 0);
  });
  bindery::TransportSettings settings;
  settings.proxy = proxy.url();
  const auto thing = client_of("https://works.example", settings).default_api().get_thing();
  ASSERT_FALSE(thing);
  EXPECT_EQ(thing.error().kind(), bindery::ErrorKind::transport);
  EXPECT_EQ(head.substr(0, head.find("\r\n")), "CONNECT works.example:443 HTTP/1.1");
  EXPECT_EQ(head.find("X-Key"), std::string::npos);
}

TEST(Production, TellsThePasswordToTheProxyAlone) {
  std::vector<std::string> heads;
  RawServer proxy([&](int socket) {
    heads.push_back(RawServer::read_head(socket));
    RawServer::write(socket, "HTTP/1.0 200 Connection established\r\nConnection: close\r\n\r\n");
    char hello = 0;
    ::recv(socket, &hello, 1, 0);
    heads.push_back(std::string(1, hello));
  });
  bindery::TransportSettings settings;
  settings.proxy = "http://me:p%40ss@" + proxy.url().substr(7);
  EXPECT_FALSE(client_of("https://works.example", settings).default_api().get_thing());
  ASSERT_EQ(heads.size(), 2u);
  EXPECT_EQ(heads[0],
            "CONNECT works.example:443 HTTP/1.1\r\nHost: works.example:443\r\n"
            "Proxy-Authorization: Basic bWU6cEBzcw==\r\n\r\n");
  // The first byte of a TLS handshake (RFC 8446 5.1).
  EXPECT_EQ(heads[1], "\x16");
}

TEST(Production, SaysThatAProxyWantsAPassword) {
  RawServer proxy([&](int socket) {
    while (!RawServer::read_head(socket).empty()) {
      RawServer::write(socket,
                       "HTTP/1.1 407 Proxy Authentication Required\r\nConnection: close\r\n"
                       "Content-Length: 0\r\n\r\n");
    }
  });
  bindery::TransportSettings settings;
  settings.proxy = proxy.url();
  const works::Client client = client_of("https://works.example", settings);
  for (int round = 0; round < 2; ++round) {
    const auto thing = client.default_api().get_thing();
    ASSERT_FALSE(thing);
    EXPECT_EQ(thing.error().kind(), bindery::ErrorKind::invalid_request);
    EXPECT_NE(thing.error().message().find("refuses the tunnel with status 407"),
              std::string::npos);
  }
}

TEST(Production, WritesAddressesOfAnySort) {
  std::string head;
  FaultServer proxy([&](int socket, const Seen& request) {
    head = request.head;
    faults::respond_well(socket, request);
  });
  bindery::TransportSettings settings;
  settings.proxy = proxy.url();
  bindery::Options options;
  options.allow_insecure_credentials = true;
  ASSERT_TRUE(client_of("http://[fd00::a]:8080", settings, options).default_api().get_thing());
  EXPECT_EQ(head.substr(0, head.find("\r\n")), "GET http://[fd00::a]:8080/thing HTTP/1.1");
  EXPECT_NE(head.find("Host: [fd00::a]:8080\r\n"), std::string::npos) << head;
  // With TLS none of it may go out.
  head.clear();
  EXPECT_FALSE(client_of("https://[fd00::a]", settings, options).default_api().get_thing());
  EXPECT_EQ(head.find("X-Key"), std::string::npos) << head;
}

TEST(Production, RefusesProxiesItCannotUse) {
  const auto message = [](const std::string& proxy) {
    bindery::TransportSettings settings;
    settings.proxy = proxy;
    const auto thing = client_of("https://works.example", settings).default_api().get_thing();
    EXPECT_EQ(thing.error().kind(), bindery::ErrorKind::invalid_request);
    return thing.error().message();
  };
  EXPECT_NE(message("socks5://127.0.0.1:1").find("not one of http"), std::string::npos);
}

TEST(Production, TriesEachAddressOfAName) {
  FaultServer server(
      [](int socket, const Seen& request) { faults::respond_well(socket, request); });
  bindery::TransportSettings settings;
  settings.proxy = "";
  // Nobody listens on the first.
  settings.resolve = [](const std::string&) {
    return std::vector<std::string>{"127.0.0.2", "::1", "127.0.0.1"};
  };
  bindery::Options options;
  options.allow_insecure_credentials = true;
  options.retry.max_retries = 0;
  const auto thing = client_of("http://works.example" + port_of(server.url()), settings, options)
                         .default_api()
                         .get_thing();
  ASSERT_TRUE(thing) << thing.error();
  EXPECT_EQ(server.connections(), 1);
}

TEST(Production, TellsNoSecretToWhereItIsRedirected) {
  std::string there;
  FaultServer other([&](int socket, const Seen& request) {
    there = request.head;
    faults::respond_well(socket, request);
  });
  std::string here;
  FaultServer first([&](int socket, const Seen& request) {
    here = request.head;
    RawServer::write(socket, answer("307 Temporary Redirect",
                                    close_field + "Location: " + other.url() + "/thing\r\n", ""));
  });
  ASSERT_TRUE(client_of(first.url()).default_api().get_thing());
  EXPECT_NE(here.find("X-Key: secret\r\n"), std::string::npos);
  EXPECT_EQ(there.find("secret"), std::string::npos);
  EXPECT_NE(there.find("Accept: "), std::string::npos);
}

TEST(Production, SharesConnectionsWithAClientOfOtherOptions) {
  servers::HttpServer server;
  std::vector<int> ports;
  server->Get("/thing", [&](const httplib::Request& request, httplib::Response& response) {
    ports.push_back(request.remote_port);
    response.set_content(R"({"name":")" + request.get_header_value("User-Agent") + "\"}",
                         "application/json");
  });
  const works::Client client = client_of(server.start_http());
  bindery::Options options = client.options();
  options.user_agent = "other/1";
  const works::Client other = client.with_options(options);
  EXPECT_EQ(client.default_api().get_thing()->name, "bindery/1");
  EXPECT_EQ(other.default_api().get_thing()->name, "other/1");
  ASSERT_EQ(ports.size(), 2u);
  EXPECT_EQ(ports[0], ports[1]);
}

TEST(Production, SendsOneKeyForAllAttempts) {
  std::vector<std::string> keys;
  FaultServer server([&](int socket, const Seen& request) {
    const auto at = request.head.find("Idempotency-Key: ");
    keys.push_back(at == std::string::npos ? "" : request.head.substr(at + 17, 36));
    if (request.number % 2 == 0) return faults::respond_well(socket, request);
    RawServer::write(socket, answer("500 Internal Server Error", close_field, ""));
  });
  bindery::Options options;
  options.time.sleep = [](std::chrono::milliseconds) {};
  const works::Client client = client_of(server.url(), {}, options);
  works::MakeThingOnceRequest request;
  request.body.name = "a";
  EXPECT_TRUE(client.default_api().make_thing_once(request));
  EXPECT_TRUE(client.default_api().make_thing_once(request));
  ASSERT_EQ(keys.size(), 4u);
  EXPECT_EQ(keys[0].size(), 36u);
  EXPECT_EQ(keys[0], keys[1]);
  EXPECT_EQ(keys[2], keys[3]);
  EXPECT_NE(keys[0], keys[2]);
}

TEST(Production, LeavesADocumentedRedirectToTheCaller) {
  FaultServer server([](int socket, const Seen&) {
    RawServer::write(socket, answer("302 Found", close_field + "Location: /thing\r\n", ""));
  });
  const auto found = client_of(server.url()).default_api().find();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().status(), 302);
  EXPECT_EQ(found.error().headers().find("Location"), "/thing");
  EXPECT_EQ(server.requests(), 1);
}

}  // namespace
