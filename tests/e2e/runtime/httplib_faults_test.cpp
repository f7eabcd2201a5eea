// How the transport ends when the network, the server or the request is at fault.
// Must not assert how long anything took, only how it ended.
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "gate.hpp"
#include "servers.hpp"

namespace {

using bindery::Request;
using bindery::Response;
using bindery::TransportError;
using bindery::TransportErrorKind;
using bindery::TransportOptions;
using bindery::TransportResult;
using servers::HttpServer;
using servers::RawServer;
using std::chrono::milliseconds;
using support::Gate;

TransportResult send(const std::string& url, const TransportOptions& options = {},
                     std::string body = {}) {
  Request request;
  request.method = body.empty() ? "GET" : "POST";
  request.url = url + "/";
  request.body = bindery::Body(std::move(body));
  return bindery::httplib_transport(url)->send(request, options);
}

// "timeout sent", so that one comparison shows what was got instead.
std::string ending(const TransportResult& result) {
  const auto* error = std::get_if<TransportError>(&result);
  if (error == nullptr) return std::to_string(std::get_if<Response>(&result)->status);
  return std::string(to_string(error->kind)) + (error->sent_anything ? " sent" : " unsent");
}

TransportOptions with(milliseconds bindery::Timeouts::*which, int limit) {
  TransportOptions options;
  options.timeouts.*which = milliseconds(limit);
  return options;
}

TEST(HttplibFaults, ConnectionRefused) {
  std::string url;
  {
    const RawServer gone([](int) {});
    url = gone.url();
  }
  EXPECT_EQ(ending(send(url)), "connect unsent");
}

TEST(HttplibFaults, NoAnswerInTime) {
  const RawServer server([](int socket) { RawServer::wait_for_end(socket); });
  EXPECT_EQ(ending(send(server.url(), with(&bindery::Timeouts::read, 50))), "timeout sent");
  EXPECT_EQ(ending(send(server.url(), with(&bindery::Timeouts::total, 50))), "timeout sent");
  EXPECT_EQ(server.connections(), 2);
}

TEST(HttplibFaults, EachCallHasItsOwnReadTimeout) {
  const RawServer server([](int socket) {
    for (int answers = 0; answers < 3; ++answers) {
      RawServer::read_head(socket);
      RawServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
    RawServer::wait_for_end(socket);
  });
  const auto transport = bindery::httplib_transport(server.url());
  Request request;
  request.url = server.url() + "/";
  const auto read_within = [&](int limit) {
    return ending(transport->send(request, with(&bindery::Timeouts::read, limit)));
  };
  EXPECT_EQ(read_within(60000), "200");
  EXPECT_EQ(read_within(60000), "200");
  EXPECT_EQ(read_within(90000), "200");
  EXPECT_EQ(read_within(50), "timeout sent");
  EXPECT_EQ(server.connections(), 1);
}

TEST(HttplibFaults, WhatFollowsAnAnswerIsNotTheNextOne) {
  const RawServer server([](int socket) {
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    RawServer::read_head(socket);
    RawServer::write(socket, answer + "HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n");
    RawServer::wait_for_end(socket);
  });
  const auto transport = bindery::httplib_transport(server.url());
  Request request;
  request.url = server.url() + "/";
  EXPECT_EQ(ending(transport->send(request, {})), "200");
  EXPECT_EQ(ending(transport->send(request, {})), "200");
  EXPECT_EQ(server.connections(), 2);
}

TEST(HttplibFaults, BodyStalls) {
  const RawServer server([](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
    RawServer::wait_for_end(socket);
  });
  EXPECT_EQ(ending(send(server.url(), with(&bindery::Timeouts::read, 50))), "timeout sent");
}

TEST(HttplibFaults, BodyTricklesPastTheTotalTimeout) {
  std::mutex mutex;
  std::condition_variable never;
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
    std::unique_lock<std::mutex> lock(mutex);
    for (int i = 0; i < 400 && RawServer::write(socket, "x"); ++i) {
      never.wait_for(lock, milliseconds(5));
    }
  });
  // Each byte comes well within the read timeout; two seconds of them must not be waited for.
  EXPECT_EQ(ending(send(server.url(), with(&bindery::Timeouts::total, 60))), "timeout sent");
}

// Cancels when the head of the answer is there.
class CancellingReceiver final : public bindery::BodyReceiver {
 public:
  bool begin(const Response&) override {
    source.cancel();
    return true;
  }
  bool receive(std::string_view) override { return true; }

  bindery::CancelSource source;
};

TEST(HttplibFaults, CancelledWhenTheBodyBegins) {
  const RawServer server([](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\n\r\nbegun");
    RawServer::wait_for_end(socket);
  });
  for (int round = 0; round < 20; ++round) {
    CancellingReceiver receiver;
    TransportOptions options;
    options.receiver = &receiver;
    options.cancel = receiver.source.token();
    EXPECT_EQ(ending(send(server.url(), options)), "cancelled sent");
  }
}

TEST(HttplibFaults, InterimAnswerToHead) {
  const RawServer server([](int socket) {
    while (!RawServer::read_head(socket).empty()) {
      RawServer::write(socket, "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
    }
  });
  const auto transport = bindery::httplib_transport(server.url());
  Request request;
  request.url = server.url() + "/";
  request.method = "HEAD";
  // The second answer must not be taken for that of the next request.
  EXPECT_EQ(ending(transport->send(request, {})), "read sent");
  EXPECT_EQ(ending(transport->send(request, {})), "read sent");
  EXPECT_EQ(server.connections(), 2);
}

TEST(HttplibFaults, ConnectionsAllBusy) {
  Gate asked;
  Gate tried;
  const RawServer server([&](int socket) {
    RawServer::read_head(socket);
    asked.open();
    tried.pass();
  });
  bindery::TransportSettings settings;
  settings.max_connections = 1;
  const auto transport = bindery::httplib_transport(server.url(), settings);
  Request request;
  request.url = server.url() + "/";
  std::thread first([&] {
    EXPECT_EQ(ending(transport->send(request, with(&bindery::Timeouts::read, 30000))), "read sent");
  });
  asked.pass();
  EXPECT_EQ(ending(transport->send(request, with(&bindery::Timeouts::total, 20))),
            "timeout unsent");
  tried.open();
  first.join();
}

TEST(HttplibFaults, AnswerCutShort) {
  for (const char* part :
       {"", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123", "garbage\r\n\r\n"}) {
    const RawServer server([part](int socket) {
      RawServer::read_head(socket);
      RawServer::write(socket, part);
    });
    EXPECT_EQ(ending(send(server.url())), "read sent") << part;
  }
}

TEST(HttplibFaults, UploadToAClosedConnection) {
  const RawServer server([](int socket) {
    RawServer::read_head(socket);
    RawServer::reset(socket);
  });
  // That it ends at all is half of the test: a write to a broken pipe may end the program.
  const std::string end = ending(send(server.url(), {}, std::string(32 << 20, 'x')));
  EXPECT_TRUE(end == "write sent" || end == "read sent") << end;
}

TEST(HttplibFaults, ConnectionClosedBetweenRequests) {
  const RawServer server([](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  });
  const auto transport = bindery::httplib_transport(server.url());
  Request request;
  request.url = server.url() + "/";
  for (int i = 0; i < 3; ++i) {
    const std::string end = ending(transport->send(request, {}));
    // The close may arrive after the next request left; nothing else may go wrong.
    EXPECT_TRUE(end == "200" || end == "read sent" || end == "write sent") << end;
  }
}

TEST(HttplibFaults, BodyOverTheLimit) {
  HttpServer server;
  server->Get("/", [](const httplib::Request& in, httplib::Response& out) {
    out.set_content(std::string(in.has_param("n") ? 1000 : 1001, 'x'), "application/x");
  });
  server->Get("/chunked", [](const httplib::Request&, httplib::Response& out) {
    out.set_chunked_content_provider("application/x", [](std::size_t at, httplib::DataSink& sink) {
      if (at > 5000) {
        sink.done();
        return true;
      }
      return sink.write("0123456789", 10);
    });
  });
  server->Get("/zipped", [](const httplib::Request&, httplib::Response& out) {
    out.set_content(std::string(100000, 'x'), "text/plain");
  });
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url);
  TransportOptions options;
  options.max_body_bytes = 1000;
  const auto end = [&](const char* target) {
    Request request;
    request.url = url + target;
    return ending(transport->send(request, options));
  };
  EXPECT_EQ(end("/"), "limit sent");
  EXPECT_EQ(end("/?n=1"), "200");
  EXPECT_EQ(end("/chunked"), "limit sent");
  EXPECT_EQ(end("/zipped"), "limit sent");
  EXPECT_EQ(end("/?n=1"), "200");
}

TEST(HttplibFaults, EachLimitIsNamed) {
  HttpServer server;
  server->Get("/zipped", [](const httplib::Request&, httplib::Response& out) {
    out.set_content(std::string(100000, 'x'), "text/plain");
  });
  const auto many_headers = [](const httplib::Request&, httplib::Response& out) {
    for (int i = 0; i < 20; ++i) out.set_header("X-" + std::to_string(i), std::string(100, 'h'));
    out.status = 204;
  };
  server->Get("/headers", many_headers);
  server->Get("/body", [&](const httplib::Request& in, httplib::Response& out) {
    many_headers(in, out);
    out.status = 200;
    out.set_content("b", "text/plain");
  });
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url);
  const auto error = [&](const char* target, const TransportOptions& options) {
    Request request;
    request.url = url + target;
    const TransportResult result = transport->send(request, options);
    const auto* found = std::get_if<TransportError>(&result);
    return found == nullptr ? TransportError{} : *found;
  };
  TransportOptions options;
  options.max_body_bytes = 50000;
  EXPECT_EQ(error("/zipped", options).limit, "max_body_bytes");
  options.max_decompressed_bytes = 1000;
  EXPECT_EQ(error("/zipped", options).limit, "max_decompressed_bytes");
  EXPECT_EQ(error("/zipped", options).message,
            url + ": the body, decompressed, is larger than 1000 bytes (max_decompressed_bytes)");
  EXPECT_EQ(error("/body", options).message, "");
  options.max_header_bytes = 2000;
  for (const char* target : {"/headers", "/body"}) {
    EXPECT_EQ(error(target, options).kind, TransportErrorKind::limit) << target;
    EXPECT_EQ(error(target, options).limit, "max_header_bytes");
    EXPECT_EQ(error(target, options).message,
              url + ": the headers are larger than 2000 bytes (max_header_bytes)");
  }
}

TEST(HttplibFaults, InterimAnswersAreNotTakenForTheLast) {
  const RawServer server([](int socket) {
    RawServer::read_head(socket);
    RawServer::write(socket,
                     "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                     "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    RawServer::wait_for_end(socket);
  });
  const TransportResult result = send(server.url(), with(&bindery::Timeouts::read, 30000));
  EXPECT_EQ(ending(result), "read sent");
  EXPECT_NE(std::get_if<TransportError>(&result)->message.find("interim"), std::string::npos);
}

TEST(HttplibFaults, NoBodyWhereNoneCanBe) {
  for (const char* status : {"204 No Content", "304 Not Modified"}) {
    const RawServer server([status](int socket) {
      RawServer::read_head(socket);
      RawServer::write(socket, std::string("HTTP/1.1 ") + status + "\r\nETag: x\r\n\r\n");
      RawServer::wait_for_end(socket);
    });
    const TransportResult result = send(server.url(), with(&bindery::Timeouts::read, 30000));
    EXPECT_EQ(ending(result), std::string(status, 3));
    EXPECT_EQ(std::get_if<Response>(&result)->headers.find("etag"), "x");
  }
}

TEST(HttplibFaults, RequestsThatCannotBeSent) {
  HttpServer server;
  server->Get("/", [](const httplib::Request&, httplib::Response&) {});
  const std::string url = server.start_http();
  const auto transport = bindery::httplib_transport(url);
  Request good;
  good.url = url + "/";
  EXPECT_EQ(ending(transport->send(good, {})), "200");

  Request request = good;
  request.headers.add("X", "a\r\nY: b");
  EXPECT_EQ(ending(transport->send(request, {})), "request unsent");
  request = good;
  request.method = "GET / HTTP/1.1\r\nX:";
  EXPECT_EQ(ending(transport->send(request, {})), "request unsent");
  request = good;
  request.headers.add("content-length", "5");
  EXPECT_EQ(ending(transport->send(request, {})), "request unsent");
  request = good;
  request.body = bindery::Body(bindery::File::from_path("/no/such/file"));
  EXPECT_EQ(ending(transport->send(request, {})), "request unsent");
  for (const char* bad : {"", "/", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/", "http://a b/"}) {
    request = good;
    request.url = bad;
    EXPECT_EQ(ending(transport->send(request, {})), "request unsent") << bad;
  }
}

}  // namespace
