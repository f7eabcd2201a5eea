// Calls by operationId: JSON arguments to typed requests on the wire, and typed answers back to
// JSON. Must not test styles and codecs themselves; those have tests of their own.
#include "shop/invoke.hpp"

#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <bindery/httplib_transport.hpp>

#include "runtime/servers.hpp"

namespace {

using bindery::ErrorKind;
using bindery::Invoked;
using bindery::Json;
using bindery::Result;

Json json(const std::string& text) { return *Json::parse(text); }

// A server that answers everything with one answer, and remembers the last request.
class Shop {
 public:
  Shop(int status, std::string body, const char* content_type = "application/json") {
    const auto answer = [this, status, body, content_type](const httplib::Request& request,
                                                           httplib::Response& response) {
      last_ = request;
      ++requests_;
      response.status = status;
      response.set_header("X-Note", "kept");
      if (status != 204) response.set_content(body, content_type);
    };
    server_->Get(".*", answer).Put(".*", answer).Post(".*", answer);
    client_ = std::make_unique<shop::Client>(bindery::httplib_transport(server_.start_http()));
  }

  Result<Invoked> invoke(const char* id, const std::string& arguments) {
    return shop::invoke(*client_, id, json(arguments));
  }
  const httplib::Request& last() const { return last_; }
  int requests() const { return requests_; }

 private:
  servers::HttpServer server_;
  std::unique_ptr<shop::Client> client_;
  httplib::Request last_;
  int requests_ = 0;
};

TEST(Invoke, PutsArgumentsOnTheWireByTheirCppNames) {
  Shop shop(200, R"({"name":"Rex","born":null,"extra":1})");
  const auto result = shop.invoke("readPet", R"({"id":"a/b","fields":["x","y"],"class_":7,
                                                 "x_since":"2024-01-02T03:04:05Z"})");
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(shop.last().target, "/pets/a%2Fb?fields=x,y&class=7");
  EXPECT_EQ(shop.last().get_header_value("X-Since"), "2024-01-02T03:04:05Z");
  EXPECT_EQ(result->status, 200);
  EXPECT_EQ(result->headers.find("X-Note").value_or(""), "kept");
  // As the typed answer says it: null is not absent, and what no member holds is gone.
  EXPECT_EQ(result->body->text(), R"({"name":"Rex","born":null})");
}

TEST(Invoke, SendsJsonBodiesByTheirCodecs) {
  Shop shop(200, R"({"name":"Rex"})");
  const auto result =
      shop.invoke("writePet", R"({"id":"1","body":{"owner":{"name":"O"},"name":"N"}})");
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(shop.last().body, R"({"name":"N","owner":{"name":"O"}})");
  EXPECT_EQ(result->body->text(), R"({"name":"Rex"})");
}

TEST(Invoke, TellsTheAnswersOfSeveralStatusesApart) {
  Shop made(201, "{cat}", "text/plain");
  const char* const arguments = R"({"id":"1","body":{"name":"N"}})";
  const auto text = made.invoke("writePet", arguments);
  ASSERT_TRUE(text) << text.error();
  EXPECT_EQ(text->status, 201);
  EXPECT_EQ(text->body->text(), R"("{cat}")");
  Shop same(204, "");
  const auto nothing = same.invoke("writePet", arguments);
  ASSERT_TRUE(nothing) << nothing.error();
  EXPECT_EQ(nothing->status, 204);
  EXPECT_FALSE(nothing->body.has_value());
}

TEST(Invoke, ReadsFilesAndAnswersBytesAsBase64) {
  Shop shop(200, std::string("\x89PNG\0", 5), "image/png");
  const auto result = shop.invoke(
      "addPhoto",
      R"({"body":{"photo":{"filename":"a.png","content_type":"image/png","content":"AQID"},
                  "more":[{"content":""},{"content":"BA=="}],"note":{"name":"N"}}})");
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(result->body->text(), R"("iVBORwA=")");
  const auto photo = shop.last().get_file_value("photo");
  EXPECT_EQ(photo.filename, "a.png");
  EXPECT_EQ(photo.content_type, "image/png");
  EXPECT_EQ(photo.content, "\x01\x02\x03");
  EXPECT_EQ(shop.last().files.count("more"), 2u);
  EXPECT_EQ(shop.last().get_file_value("more").filename, "file");
  EXPECT_EQ(shop.last().get_file_value("note").content, R"({"name":"N"})");
}

TEST(Invoke, TellsNullFromNoBody) {
  Shop shop(200, "null");
  const auto result = shop.invoke("sendRaw", R"({"body":{"content":"AP8="}})");
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(shop.last().body, std::string("\0\xff", 2));
  ASSERT_TRUE(result->body.has_value());
  EXPECT_TRUE(result->body->is_null());
}

TEST(Invoke, NeedsNoArgumentsWhereNoneAreRequired) {
  Shop shop(200, R"("AQID")");
  const auto result = shop.invoke("sendRaw", "null");
  ASSERT_TRUE(result) << result.error();
  EXPECT_EQ(shop.last().body, "");
  EXPECT_EQ(result->body->text(), R"("AQID")");
}

TEST(Invoke, GivesDocumentedErrorsAsTheTypedCallDoes) {
  Shop shop(404, R"({"code":"gone"})");
  const auto result = shop.invoke("readPet", R"({"id":"1"})");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::documented_error);
  EXPECT_EQ(result.error().status(), 404);
  EXPECT_EQ(result.error().body(), R"({"code":"gone"})");
}

// What is wrong with a call is said at once, and nothing is sent.
void expect_refused(const char* id, const std::string& arguments, const std::string& message) {
  Shop shop(200, "{}");
  const auto result = shop.invoke(id, arguments);
  ASSERT_FALSE(result) << arguments;
  EXPECT_EQ(result.error().kind(), ErrorKind::invalid_request);
  EXPECT_EQ(result.error().message(), message);
  EXPECT_EQ(shop.requests(), 0);
}

TEST(Invoke, NamesTheNearestOperation) {
  expect_refused("readPets", "{}", "there is no operation `readPets`; did you mean `readPet`?");
  expect_refused("READPET", "{}", "there is no operation `READPET`; did you mean `readPet`?");
  expect_refused("zzz", "{}", "there is no operation `zzz`");
  expect_refused("", "{}", "there is no operation ``");
}

TEST(Invoke, NamesUnknownAndMissingArguments) {
  expect_refused("readPet", R"({"ID":"1","x":0})",
                 "readPet: there is no argument `ID`; did you mean `id`?; "
                 "there is no argument `x`; the argument `id` is missing");
  expect_refused("writePet", R"({"id":"1","boddy":{"name":"N"}})",
                 "writePet: there is no argument `boddy`; did you mean `body`?; "
                 "the argument `body` is missing");
}

TEST(Invoke, SaysWhereAnArgumentIsWrong) {
  expect_refused("readPet", R"({"id":"1","fields":["a",2]})",
                 "readPet: $.fields[1]: expected string, found number");
  expect_refused("writePet", R"({"id":"1","body":{"owner":{}}})",
                 "writePet: $.body.owner.name: missing");
  expect_refused("sendRaw", R"({"body":{"content":"?"}})",
                 "sendRaw: $.body.content: expected base64");
  expect_refused("sendRaw", R"({"body":{"content":"","name":"a"}})",
                 "sendRaw: $.body.name: expected filename, content_type or content");
  expect_refused("readPet", "[1]",
                 "readPet: the arguments are no JSON object: $: expected object, found array; "
                 "the argument `id` is missing");
}

TEST(Invoke, TakesTheLastOfAnArgumentGivenTwice) {
  Shop shop(200, R"({"name":"Rex"})");
  ASSERT_TRUE(shop.invoke("readPet", R"({"id":"1","\u0069d":"2"})"));
  EXPECT_EQ(shop.last().target, "/pets/2");
}

TEST(Invoke, RefusesTextThatIsNotUtf8) {
  Shop shop(201, "\xff", "text/plain");
  const auto result = shop.invoke("writePet", R"({"id":"1","body":{"name":"N"}})");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind(), ErrorKind::undecodable_body);
  EXPECT_EQ(result.error().message(), "writePet: the answer is text that is not UTF-8");
}

}  // namespace
