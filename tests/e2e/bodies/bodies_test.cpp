// Each body and query as it goes over the wire.
// Must not test files of size or streams: those are uploads_test.cpp.
#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "bodies/bodies.hpp"
#include "forms/forms.hpp"
#include "media_types/media_types.hpp"
#include "recorder.hpp"
#include "shop/shop.hpp"

namespace {

using servers::Recorded;
using servers::Recorder;

bodies::Client client_of(const Recorder& server) {
  return bodies::Client(bindery::httplib_transport(server.url()));
}
forms::Client forms_of(const Recorder& server) {
  return forms::Client(bindery::httplib_transport(server.url()));
}

bodies::User user(const std::string& name) {
  bodies::User made;
  made.name = name;
  return made;
}

TEST(Bodies, OfOneTypeAreSentAsTheCallerSays) {
  Recorder server;
  const auto api = client_of(server).default_api();
  bodies::UpdateUserRequest request;
  request.body = user("a");
  request.body.nick = bindery::null;
  ASSERT_TRUE(api.update_user(request));
  EXPECT_EQ(server.last().line, "POST /json-under-many-names HTTP/1.1");
  EXPECT_EQ(server.last().field("content-type"), "application/json");
  EXPECT_EQ(server.last().body, R"({"name":"a","nick":null})");
  for (const char* type : {"text/json", "application/vnd.user+json", "Application/JSON; v=1"}) {
    request.content_type = type;
    ASSERT_TRUE(api.update_user(request));
    EXPECT_EQ(server.last().field("content-type"), type);
    EXPECT_EQ(server.last().body, R"({"name":"a","nick":null})");
  }
  const std::size_t sent = server.requests().size();
  for (const char* type : {"text/xml", "application/*+json", "json", "text/json\r\nX: 1"}) {
    request.content_type = type;
    const auto result = api.update_user(request);
    ASSERT_FALSE(result) << type;
    EXPECT_EQ(result.error().kind(), bindery::ErrorKind::invalid_request);
  }
  EXPECT_EQ(server.requests().size(), sent);
}

TEST(Bodies, OfAMergePatchRemoveByNull) {
  Recorder server;
  shop::PatchPetRequest request;
  request.id = "1";
  request.body.name = "a";
  request.body.home = bindery::null;
  request.body.toys.emplace();
  (*request.body.toys)["ball"] = bindery::null;
  ASSERT_TRUE(
      shop::Client(bindery::httplib_transport(server.url())).default_api().patch_pet(request));
  EXPECT_EQ(server.last().line, "PATCH /pets/1 HTTP/1.1");
  EXPECT_EQ(server.last().field("content-type"), "application/merge-patch+json");
  EXPECT_EQ(server.last().body, R"({"name":"a","home":null,"toys":{"ball":null}})");
}

TEST(Bodies, OfFilesAreBytesUnderAnyMediaType) {
  Recorder server;
  media_types::PutExportRequest request;
  request.body = bindery::File::from_bytes(R"({"as": [it, is})");
  // What is answered is not of interest here.
  static_cast<void>(media_types::Client(bindery::httplib_transport(server.url()))
                        .default_api()
                        .put_export(request));
  EXPECT_EQ(server.last().line, "PUT /exports HTTP/1.1");
  EXPECT_EQ(server.last().field("content-type"), "application/json");
  EXPECT_EQ(server.last().body, R"({"as": [it, is})");
}

TEST(Bodies, OfOneTypeAreWrittenInEachKind) {
  Recorder server;
  const auto api = client_of(server).default_api();
  bodies::AddPetRequest request;
  request.body = user("a b");
  request.body.tags = std::vector<std::string>{"x", "y"};
  ASSERT_TRUE(api.add_pet(request));
  EXPECT_EQ(server.last().body, R"({"name":"a b","tags":["x","y"]})");
  request.content_type = "application/vnd.user.v2+json";
  ASSERT_TRUE(api.add_pet(request));
  EXPECT_EQ(server.last().field("content-type"), "application/vnd.user.v2+json");
  EXPECT_EQ(server.last().body, R"({"name":"a b","tags":["x","y"]})");
  request.content_type = "application/x-www-form-urlencoded";
  ASSERT_TRUE(api.add_pet(request));
  EXPECT_EQ(server.last().field("content-type"), "application/x-www-form-urlencoded");
  EXPECT_EQ(server.last().body, "name=a%20b&tags=x&tags=y");
  request.content_type = "multipart/form-data";
  ASSERT_TRUE(api.add_pet(request));
  EXPECT_EQ(server.last().field("content-type").rfind("multipart/form-data; boundary=bindery-", 0),
            0u);
  EXPECT_EQ(server.last().parts(),
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\na b\r\n"
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nx\r\n"
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\ny\r\n"
            "--BOUNDARY--\r\n");
}

TEST(Bodies, OfSeveralTypesAreSentAsWhatTheyAre) {
  Recorder server;
  const auto api = client_of(server).default_api();
  bodies::EditImageBody by_url;
  by_url.image_url = "https://x";
  ASSERT_TRUE(api.edit_image(by_url));
  EXPECT_EQ(server.last().field("content-type"), "application/json");
  EXPECT_EQ(server.last().body, R"({"image_url":"https://x"})");
  bodies::EditImageMultipartBody by_file;
  by_file.image = bindery::File::from_bytes("PNG", "a.png", "image/png");
  bodies::EditImageRequest request;
  request.body = by_file;
  ASSERT_TRUE(api.edit_image(request));
  EXPECT_EQ(server.last().parts(),
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
            "Content-Type: image/png\r\n\r\nPNG\r\n--BOUNDARY--\r\n");

  bodies::PutDocumentRequest document;
  ASSERT_TRUE(api.put_document(document));
  EXPECT_EQ(server.last().field("content-type"), "(none)");
  EXPECT_EQ(server.last().body, "");
  document.body = user("u");
  document.content_type = "application/vnd.user+json";
  ASSERT_TRUE(api.put_document(document));
  EXPECT_EQ(server.last().field("content-type"), "application/vnd.user+json");
  EXPECT_EQ(server.last().body, R"({"name":"u"})");
  document.body = std::string("a,b");
  EXPECT_FALSE(api.put_document(document));  // text is no JSON
  document.content_type = "text/csv";
  ASSERT_TRUE(api.put_document(document));
  EXPECT_EQ(server.last().field("content-type"), "text/csv");
  EXPECT_EQ(server.last().body, "a,b");
  document.content_type.clear();
  document.body = bindery::File::from_bytes("GIF", "a.gif", "image/gif");
  ASSERT_TRUE(api.put_document(document));
  EXPECT_EQ(server.last().field("content-type"), "image/gif");
  EXPECT_EQ(server.last().body, "GIF");
}

TEST(Bodies, OfFilesSayTheirTypeThemselves) {
  Recorder server;
  const auto api = client_of(server).default_api();
  ASSERT_TRUE(api.put_picture(bindery::File::from_bytes("1", "a", "image/jpeg")));
  EXPECT_EQ(server.last().field("content-type"), "image/jpeg");
  ASSERT_TRUE(api.put_picture(bindery::File::from_bytes("2", "a")));
  EXPECT_EQ(server.last().field("content-type"), "image/png");
  ASSERT_TRUE(api.put_anything(bindery::File::from_bytes("3", "a", "font/woff2")));
  EXPECT_EQ(server.last().field("content-type"), "font/woff2");
  EXPECT_EQ(server.last().body, "3");
}

TEST(Bodies, OfTextHaveTheirWireForm) {
  Recorder server;
  const auto api = client_of(server).default_api();
  ASSERT_TRUE(api.post_note("plain"));
  EXPECT_EQ(server.last().body, "\"plain\"");
  bodies::PostNoteRequest note;
  note.body = "plain";
  note.content_type = "text/plain; charset=utf-8";
  ASSERT_TRUE(api.post_note(note));
  EXPECT_EQ(server.last().body, "plain");
  EXPECT_EQ(server.last().field("content-type"), "text/plain; charset=utf-8");
  bodies::PutNumberRequest number;
  number.kind = "n";
  number.body = -7;
  ASSERT_TRUE(api.put_number(number));
  EXPECT_EQ(server.last().body, "-7");
  bodies::PutLevelRequest level;
  level.kind = "n";
  ASSERT_TRUE(api.put_level(level));
  EXPECT_EQ(server.last().field("content-type"), "(none)");
  level.body = bodies::PutLevelBody::High;
  ASSERT_TRUE(api.put_level(level));
  EXPECT_EQ(server.last().body, "high");
  EXPECT_EQ(server.last().field("content-type"), "text/plain");
  bodies::PutDayRequest day;
  day.kind = "n";
  day.body = bindery::Date::from_text("2026-11-28");
  ASSERT_TRUE(api.put_day(day));
  EXPECT_EQ(server.last().body, "2026-11-28");
}

TEST(Bodies, GoWithAnyMethodAndMayBeEmpty) {
  Recorder server;
  const auto api = client_of(server).default_api();
  ASSERT_TRUE(api.search_anything(user("s")));
  EXPECT_EQ(server.last().line, "GET /anything HTTP/1.1");
  EXPECT_EQ(server.last().body, R"({"name":"s"})");
  bodies::DeleteAnythingRequest request;
  ASSERT_TRUE(api.delete_anything(request));
  EXPECT_EQ(server.last().body, "");
  request.body = std::vector<std::string>{"a"};
  ASSERT_TRUE(api.delete_anything(request));
  EXPECT_EQ(server.last().line, "DELETE /anything HTTP/1.1");
  EXPECT_EQ(server.last().body, R"(["a"])");
  ASSERT_TRUE(api.post_anything(user("s")));
  EXPECT_EQ(server.last().field("content-type"), "application/json");
  ASSERT_TRUE(api.post_empty(bodies::PostEmptyBody{}));
  EXPECT_EQ(server.last().body, "{}");
  ASSERT_TRUE(api.put_free(bodies::PutFreeRequest{}));
  EXPECT_EQ(server.last().body, "{}");
}

TEST(Bodies, OfItemsAreWrittenOneByOne) {
  Recorder server;
  const auto api = client_of(server).default_api();
  ASSERT_TRUE(api.post_lines(std::vector<bodies::User>{user("a"), user("b")}));
  EXPECT_EQ(server.last().field("content-type"), "application/x-ndjson");
  EXPECT_EQ(server.last().body, "{\"name\":\"a\"}\n{\"name\":\"b\"}\n");
  ASSERT_TRUE(api.put_sequence(std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(server.last().body,
            "\x1e"
            "1\n\x1e"
            "2\n");
}

TEST(Forms, AreWrittenAsTheirEncodingsSay) {
  Recorder server;
  forms::SendFormRequest request;
  forms::SendFormBody& body = request.body;
  forms::Place place;
  place.lat = 1.5;
  place.lon = -2;
  body.name = "a&b";
  body.nick = bindery::null;
  body.born = bindery::Date::from_text("2026-11-28");
  body.tags = std::vector<std::string>{"x", "y"};
  body.joined = std::vector<std::int64_t>{1, 2};
  body.piped = std::vector<std::string>{"p", "q|r"};
  body.place = body.deep = body.flat = place;
  body.json = std::vector<std::int64_t>{3};
  body.path = "/a?b";
  body.anything = *bindery::Json::parse(R"({"k":[1]})");
  ASSERT_TRUE(forms_of(server).default_api().send_form(request));
  EXPECT_EQ(server.last().field("content-type"), "application/x-www-form-urlencoded");
  EXPECT_EQ(server.last().body,
            "name=a%26b&born=2026-11-28&tags=x&tags=y&joined=1,2&piped=p%7Cq%7Cr&"
            "place=%7B%22lat%22%3A1.5%2C%22lon%22%3A-2%7D&deep%5Blat%5D=1.5&deep%5Blon%5D=-2&"
            "lat=1.5&lon=-2&json=%5B3%5D&path=/a?b&anything=%7B%22k%22%3A%5B1%5D%7D");
  forms::SendEitherRequest either;
  either.body = place;
  ASSERT_TRUE(forms_of(server).default_api().send_either(either));
  EXPECT_EQ(server.last().body, "lat=1.5&lon=-2");
}

TEST(Forms, MayBeTheWholeQuery) {
  Recorder server;
  const auto api = forms_of(server).default_api();
  ASSERT_TRUE(api.search_by_form());
  EXPECT_EQ(server.last().line, "GET /query HTTP/1.1");
  forms::SearchByFormRequest request;
  request.filter.emplace();
  request.filter->q = "a b";
  request.filter->ids = std::vector<std::int64_t>{1, 2};
  ASSERT_TRUE(api.search_by_form(request));
  EXPECT_EQ(server.last().line, "GET /query?q=a%20b&ids=1,2 HTTP/1.1");
  forms::Place place;
  place.lat = 1;
  ASSERT_TRUE(api.search_by_json(place));
  EXPECT_EQ(server.last().line, "POST /query?%7B%22lat%22%3A1%7D HTTP/1.1");
}

TEST(Forms, HaveParametersOfEveryKind) {
  Recorder server;
  const auto api = forms_of(server).default_api();
  forms::ReadAllRequest request;
  request.flags = std::vector<std::string>{};
  request.plain = 7;
  request.unknown = *bindery::Json::parse(R"({"a":1})");
  request.token = "a=b%20c";
  request.path = "a/b";
  ASSERT_TRUE(api.read_all(request));
  EXPECT_EQ(server.last().line,
            "GET /parameters?flags=&plain=7&unknown=%7B%22a%22%3A1%7D&path=a/b HTTP/1.1");
  EXPECT_EQ(server.last().field("cookie"), "token=a=b%20c");
  request.token = "a; admin=1";
  EXPECT_FALSE(api.read_all(request));
}

}  // namespace
