// Streams over real HTTP: cut at every byte, broken off, ended from either side.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "servers.hpp"
#include "streams/streams.hpp"

namespace {

using servers::HttpServer;
using servers::RawServer;

const std::string head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

// Head and body: a server that closes with bytes unread breaks the connection.
std::string read_request(int socket) {
  std::string request = RawServer::read_head(socket);
  const std::string field = "Content-Length: ";
  const std::size_t at = request.find(field);
  if (at == std::string::npos) return request;
  char byte = 0;
  for (auto left = std::stoul(request.substr(at + field.size())); left != 0; --left) {
    if (::recv(socket, &byte, 1, 0) != 1) break;
    request += byte;
  }
  return request;
}

std::string chunk(const std::string& bytes) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
  return size + bytes + "\r\n";
}

streams::Client client_of(const std::string& url, const bindery::Options& options = {}) {
  return streams::Client(bindery::httplib_transport(url), {}, options);
}

std::string deltas_of(const streams::Client& client, bool& ended_well) {
  std::string seen;
  streams::CreateChatRequest request;
  request.body.text = "?";
  const auto end = client.chats().create_chat_stream(
      request, [&](const bindery::Event<streams::Chunk>& event) { seen += event.data.delta; });
  ended_well = end.has_value();
  if (!end) seen += " " + end.error().message();
  return seen;
}

TEST(Streams, AreReadHoweverTheServerCutsThem) {
  const std::string body =
      ": hello\r\n\r\nid: 1\r\ndata: {\"delta\":\r\ndata: \"a\xC3\xA9\"}\r\n\r\n"
      "event: delta\ndata: {\"delta\":\"b\"}\n\ndata: [DONE]\n\n";
  for (std::size_t cut = 0; cut <= body.size(); ++cut) {
    RawServer server([&](int socket) {
      read_request(socket);
      RawServer::write(socket, head + (cut == 0 ? "" : chunk(body.substr(0, cut))));
      RawServer::write(socket, (cut == body.size() ? "" : chunk(body.substr(cut))) + "0\r\n\r\n");
    });
    bool ended_well = false;
    EXPECT_EQ(deltas_of(client_of(server.url()), ended_well),
              "a\xC3\xA9"
              "b")
        << cut;
    EXPECT_TRUE(ended_well);
  }
}

TEST(Streams, AreReadByteForByte) {
  const std::string body = "data: {\"delta\":\"a\"}\r\n\r\ndata: {\"delta\":\"b\"}\r\n\r\n";
  RawServer server([&](int socket) {
    read_request(socket);
    RawServer::write(socket, head);
    for (const char byte : body) RawServer::write(socket, chunk(std::string(1, byte)));
    RawServer::write(socket, "0\r\n\r\n");
  });
  bool ended_well = false;
  EXPECT_EQ(deltas_of(client_of(server.url()), ended_well), "ab");
  EXPECT_TRUE(ended_well);
}

TEST(Streams, OfAPostThatBreaksAreNotRepeated) {
  RawServer server([&](int socket) {
    read_request(socket);
    RawServer::write(socket, head + chunk("id: 1\ndata: {\"delta\":\"a\"}\n\ndata: {"));
  });
  bool ended_well = true;
  EXPECT_EQ(deltas_of(client_of(server.url()), ended_well).substr(0, 2), "a ");
  EXPECT_FALSE(ended_well);
  EXPECT_EQ(server.connections(), 1);
}

TEST(Streams, OfAGetGoOnWhereTheyBroke) {
  std::vector<std::string> heads;
  RawServer server([&](int socket) {
    heads.push_back(read_request(socket));
    if (heads.size() == 1) {
      RawServer::write(socket, head + chunk("retry: 1\nid: 7\nevent: a\ndata: 1\n\n"));
    } else {
      RawServer::write(socket, head + chunk("event: b\ndata: 2\n\n") + "0\r\n\r\n");
    }
  });
  std::string seen;
  const auto end = client_of(server.url())
                       .logs()
                       .events_stream({}, [&](const streams::EventsResponseItem& event) {
                         seen += event.event + event.data;
                       });
  ASSERT_TRUE(end) << end.error();
  EXPECT_EQ(seen, "a1b2");
  ASSERT_EQ(heads.size(), 2u);
  EXPECT_EQ(heads[0].find("Last-Event-ID"), std::string::npos);
  EXPECT_NE(heads[1].find("Last-Event-ID: 7\r\n"), std::string::npos) << heads[1];
}

TEST(Streams, EndWhenTheCallerSaysSo) {
  RawServer server([&](int socket) {
    read_request(socket);
    RawServer::write(socket, head + chunk("data: 1\n\ndata: 2\n\n"));
    // It never ends by itself: the test would not end if the client did not leave.
    RawServer::wait_for_end(socket);
  });
  std::string seen;
  {
    const auto end = client_of(server.url())
                         .logs()
                         .raw_stream({}, [&](const bindery::Event<std::string>& event) {
                           seen += event.data;
                           return false;
                         });
    ASSERT_TRUE(end) << end.error();
    EXPECT_TRUE(end->is_stopped);
  }
  EXPECT_EQ(seen, "1");
}

TEST(Streams, AreLinesAndRecordsToo) {
  HttpServer server;
  server->Get("/logs", [](const httplib::Request& in, httplib::Response& out) {
    EXPECT_EQ(in.get_header_value("Accept"), "application/x-ndjson");
    out.set_content("{\"message\":\"" + in.get_param_value("level") + "\"}\n{\"message\":\"b\"}",
                    "application/x-ndjson");
  });
  server->Get("/ticks", [](const httplib::Request&, httplib::Response& out) {
    out.set_content(
        "\x1e"
        "1\n\x1e"
        "2\n",
        "application/json-seq");
  });
  const streams::Client client = client_of(server.start_http());
  std::string lines;
  streams::TailLogsRequest request;
  request.level = "warn";
  ASSERT_TRUE(client.logs().tail_logs_stream(
      request, [&](const streams::Line& line) { lines += line.message + ' '; }));
  EXPECT_EQ(lines, "warn b ");
  std::int32_t sum = 0;
  BINDERY_OWN_USE_BEGIN
  ASSERT_TRUE(client.logs().ticks_stream({}, [&](std::int32_t tick) { sum += tick; }));
  BINDERY_OWN_USE_END
  EXPECT_EQ(sum, 3);
}

TEST(Streams, AnswerErrorsAsEveryCallDoes) {
  HttpServer server;
  server->Post("/chats", [](const httplib::Request&, httplib::Response& out) {
    out.status = 429;
    out.set_content(R"({"code":"slow_down"})", "application/json");
  });
  bindery::Options options;
  options.retry.max_retries = 0;
  const streams::Client client = client_of(server.start_http(), options);
  const auto end =
      client.chats().create_chat_stream({}, [](const bindery::Event<streams::Chunk>&) { FAIL(); });
  ASSERT_FALSE(end);
  EXPECT_EQ(end.error().kind(), bindery::ErrorKind::documented_error);
  EXPECT_EQ(end.error().body_as<streams::CreateChatError>()->code, "slow_down");
}

TEST(Streams, LeaveTheWholeAnswerToItsOwnFunction) {
  HttpServer server;
  server->Post("/chats", [](const httplib::Request& in, httplib::Response& out) {
    EXPECT_EQ(in.get_header_value("Accept"), "application/json");
    out.set_content(R"({"text":"whole"})", "application/json");
  });
  const auto answer = client_of(server.start_http()).chats().create_chat({});
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_EQ(answer->text, "whole");
}

}  // namespace
