// What the transport sends and receives when all goes well.
// Must not test failures: those are in httplib_faults_test.cpp.
#include "bindery/httplib_transport.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "bindery/multipart.hpp"
#include "servers.hpp"

namespace {

using bindery::Request;
using bindery::Response;
using bindery::TransportResult;
using servers::HttpServer;
using servers::RawServer;

Request request_of(const std::string& method, const std::string& url, std::string body = {}) {
  Request request;
  request.method = method;
  request.url = url;
  request.body = bindery::Body(std::move(body));
  return request;
}

Response response_of(const TransportResult& result) {
  if (const auto* response = std::get_if<Response>(&result)) return *response;
  ADD_FAILURE() << std::get_if<bindery::TransportError>(&result)->message;
  return {};
}

TEST(HttplibTransport, SendsEveryMethodAsItIs) {
  HttpServer server;
  const auto echo = [](const httplib::Request& in, httplib::Response& out) {
    out.set_content(in.method + ' ' + in.target + ' ' + in.body, "text/plain");
    out.set_header("X-Content-Type", in.get_header_value("Content-Type"));
  };
  server->Get("/.*", echo);
  server->Post("/.*", echo);
  server->Put("/.*", echo);
  server->Patch("/.*", echo);
  server->Delete("/.*", echo);
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url + "/base");
  EXPECT_EQ(transport->base_url(), url + "/base");
  const std::string target = "/a%2Fb/%2E%2E/c?q=%20%25&r=[x]";
  for (const char* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    Request request = request_of(method, url + target, method == std::string("GET") ? "" : "body");
    request.headers.set("Content-Type", "text/special");
    const Response response = response_of(transport->send(request, {}));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body,
              std::string(method) + ' ' + target + (method == std::string("GET") ? " " : " body"));
    EXPECT_EQ(response.headers.find("x-content-type"), "text/special");
  }
  const Response head = response_of(transport->send(request_of("HEAD", url + "/x"), {}));
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.body, "");
}

TEST(HttplibTransport, KeepsConnectionsAlive) {
  HttpServer server;
  std::mutex mutex;
  std::set<int> ports;
  server->Get("/", [&](const httplib::Request& in, httplib::Response&) {
    const std::lock_guard<std::mutex> lock(mutex);
    ports.insert(in.remote_port);
  });
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(response_of(transport->send(request_of("GET", url + "/"), {})).status, 200);
  }
  EXPECT_EQ(ports.size(), 1u);
}

// It is read in pieces of 16384 bytes, of which the head is the beginning.
TEST(HttplibTransport, ReadsAnswersOfAnySize) {
  const auto head_for = [](std::size_t size) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
  };
  const std::size_t rest = 16384 - head_for(16000).size();
  const std::vector<std::string> bodies = {
      std::string(1, 'a'),        std::string(rest - 1, 'b'),     std::string(rest, 'c'),
      std::string(rest + 1, 'd'), std::string(16384 + rest, 'e'), std::string(1 << 20, 'f')};
  const RawServer server([&](int socket) {
    for (const std::string& body : bodies) {
      RawServer::read_head(socket);
      RawServer::write(socket, head_for(body.size()) + body);
    }
    RawServer::wait_for_end(socket);
  });
  const auto transport = bindery::httplib_transport(server.url());
  for (const std::string& body : bodies) {
    const auto result = transport->send({"GET", server.url() + "/", {}, {}}, {});
    const auto* response = std::get_if<Response>(&result);
    ASSERT_NE(response, nullptr) << body.size();
    EXPECT_TRUE(response->body == body) << body.size();
  }
  EXPECT_EQ(server.connections(), 1);
}

TEST(HttplibTransport, SharesABoundedNumberOfConnections) {
  HttpServer server;
  std::mutex mutex;
  std::set<int> ports;
  std::atomic<int> calls{0};
  server->Get("/", [&](const httplib::Request& in, httplib::Response&) {
    ++calls;
    const std::lock_guard<std::mutex> lock(mutex);
    ports.insert(in.remote_port);
  });
  const std::string url = server.start_http();
  bindery::TransportSettings settings;
  settings.max_connections = 3;
  const auto transport = bindery::httplib_transport(url, settings);
  std::atomic<int> answered{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int call = 0; call < 25; ++call) {
        const TransportResult result = transport->send(request_of("GET", url + "/"), {});
        if (std::holds_alternative<Response>(result)) ++answered;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answered, 200);
  EXPECT_EQ(calls, 200);
  EXPECT_LE(ports.size(), 3u);
}

TEST(HttplibTransport, DecodesGzip) {
  HttpServer server;
  const std::string text(100000, 'x');
  server->Get("/", [&](const httplib::Request&, httplib::Response& out) {
    out.set_content(text, "text/plain");
  });
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url);
  Request request = request_of("GET", url + "/");
  for (const char* coding : {"gzip", "br"}) {
    request.headers.set("Accept-Encoding", coding);
    const Response response = response_of(transport->send(request, {}));
    EXPECT_EQ(response.headers.find("Content-Encoding"), coding);
    EXPECT_EQ(response.body, text);
  }
  request.headers.remove("Accept-Encoding");
  EXPECT_TRUE(response_of(transport->send(request, {})).headers.contains("Content-Encoding"));
}

TEST(HttplibTransport, FollowsNoRedirect) {
  HttpServer server;
  server->Get(
      "/", [](const httplib::Request&, httplib::Response& out) { out.set_redirect("/elsewhere"); });
  const std::string url = server.start_http();
  const Response response =
      response_of(bindery::httplib_transport(url)->send(request_of("GET", url + "/"), {}));
  EXPECT_EQ(response.status, 302);
  EXPECT_EQ(response.headers.find("Location"), "/elsewhere");
}

// A file on disk that goes with the test.
struct TemporaryFile {
  explicit TemporaryFile(const std::string& bytes) {
    const int handle = ::mkstemp(path);
    EXPECT_EQ(::write(handle, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    ::close(handle);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { std::remove(path); }
  char path[32] = "/tmp/bindery_upload_XXXXXX";
};

TEST(HttplibTransport, UploadsAFileFromAPath) {
  std::string bytes;
  for (int i = 0; i < 1 << 20; ++i) bytes += static_cast<char>(i * 31 >> 3);
  const TemporaryFile file(bytes);
  HttpServer server;
  std::string received;
  std::string filename;
  std::string title;
  server->Post("/", [&](const httplib::Request& in, httplib::Response&) {
    received = in.get_file_value("file").content;
    filename = in.get_file_value("file").filename;
    title = in.get_file_value("title").content;
  });
  const std::string url = server.start_http();
  bindery::Multipart parts;
  parts.add("file", bindery::File::from_path(file.path).with_filename("a \"b\".bin"));
  parts.add("title", "t");
  Request request = request_of("POST", url + "/");
  request.headers.set("Content-Type", "multipart/form-data; boundary=BOUNDARY");
  request.body = parts.body("BOUNDARY");
  EXPECT_EQ(response_of(bindery::httplib_transport(url)->send(request, {})).status, 200);
  EXPECT_TRUE(received == bytes) << received.size();
  EXPECT_EQ(filename, "a %22b%22.bin");
  EXPECT_EQ(title, "t");
}

}  // namespace
