// Files and parts over the wire: from memory, a path, a stream.
// Must not be large: that is large_upload_test.cpp.
#include <unistd.h>

#include <cstdio>
#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "bodies/bodies.hpp"
#include "parts/parts.hpp"
#include "recorder.hpp"

namespace {

using bindery::File;
using servers::Recorder;

bindery::Options quick() {
  bindery::Options options;
  options.time.sleep = [](std::chrono::milliseconds) {};
  return options;
}

parts::DefaultApi parts_of(const Recorder& server) {
  return parts::Client(bindery::httplib_transport(server.url()), {}, quick()).default_api();
}
bodies::DefaultApi bodies_of(const Recorder& server) {
  return bodies::Client(bindery::httplib_transport(server.url()), {}, quick()).default_api();
}

// `text` in pieces of seven bytes.
bindery::ByteReader reader_of(std::string text) {
  return [text, at = std::size_t{0}](char* buffer,
                                     std::size_t capacity) mutable -> std::optional<std::size_t> {
    const std::size_t count = text.copy(buffer, capacity < 7 ? capacity : 7, at);
    at += count;
    return count;
  };
}

TEST(Uploads, HaveEveryKindOfPart) {
  char path[] = "/tmp/bindery_part_XXXXXX";
  const int handle = ::mkstemp(path);
  ASSERT_EQ(::write(handle, "on disk", 7), 7);
  ::close(handle);
  Recorder server;
  parts::UploadRequest request;
  parts::UploadBody& body = request.body;
  body.picture = File::from_reader(reader_of("a stream of bytes"), 17, "s.jpg", "image/jpeg");
  body.thumbnails = std::vector<File>{File::from_bytes("t1", "1"), File::from_bytes("t2", "2")};
  body.pages = std::vector<File>{File::from_path(path, "image/tiff").with_filename("p")};
  body.note = bindery::null;
  body.size = 5;
  body.tags = std::vector<std::string>{"x", "y"};
  parts::Place place;
  place.lat = 1;
  body.place = place;
  body.places = body.all_places = std::vector<parts::Place>{place, place};
  body.free = *bindery::Json::parse("[1,null]");
  body.either = parts::UploadBodyEither(File::from_bytes("e", "e"));
  body.additional_properties["more"] = "m";
  request.part_headers["picture"].set("X-Caption", "a caption");
  ASSERT_TRUE(parts_of(server).upload(request));
  std::remove(path);
  const auto part = [](const std::string& name, const std::string& rest) {
    return "--BOUNDARY\r\nContent-Disposition: form-data; name=\"" + name + "\"" + rest + "\r\n";
  };
  const std::string bytes = "\r\nContent-Type: application/octet-stream\r\n\r\n";
  const std::string json = "\r\nContent-Type: application/json\r\n\r\n";
  EXPECT_EQ(server.last().field("transfer-encoding"), "(none)");
  EXPECT_EQ(server.last().parts(),
            part("picture",
                 "; filename=\"s.jpg\"\r\nContent-Type: image/jpeg\r\n"
                 "X-Caption: a caption\r\n\r\na stream of bytes") +
                part("thumbnails", "; filename=\"1\"" + bytes + "t1") +
                part("thumbnails", "; filename=\"2\"" + bytes + "t2") +
                part("pages", "; filename=\"p\"\r\nContent-Type: image/tiff\r\n\r\non disk") +
                part("kind", "\r\n\r\npicture") + part("size", "\r\n\r\n5") +
                part("tags", "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx") +
                part("tags", "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ny") +
                part("place", json + R"({"lat":1})") + part("places", json + R"({"lat":1})") +
                part("places", json + R"({"lat":1})") +
                part("all_places", json + R"([{"lat":1},{"lat":1}])") +
                part("free", json + "[1,null]") + part("either", "; filename=\"e\"" + bytes + "e") +
                part("more", "\r\n\r\nm") + "--BOUNDARY--\r\n");
}

TEST(Uploads, MayHavePartsWithoutNames) {
  Recorder server;
  parts::Place place;
  place.lat = 2;
  ASSERT_TRUE(parts_of(server).send_batch(std::vector<parts::Place>{place}));
  EXPECT_EQ(server.last().field("content-type").rfind("multipart/mixed; boundary=", 0), 0u);
  EXPECT_EQ(server.last().parts(),
            "--BOUNDARY\r\nContent-Type: application/geo+json\r\n\r\n{\"lat\":2}\r\n"
            "--BOUNDARY--\r\n");
  ASSERT_TRUE(parts_of(server).send_files(std::vector<File>{File::from_bytes("1", "a")}));
  EXPECT_EQ(server.last().parts(),
            "--BOUNDARY\r\nContent-Disposition: attachment; filename=\"a\"\r\n"
            "Content-Type: application/octet-stream\r\n\r\n1\r\n--BOUNDARY--\r\n");
  ASSERT_TRUE(parts_of(server).send_any(
      File::from_bytes("--x--\r\n", "", "multipart/form-data; boundary=x")));
  EXPECT_EQ(server.last().field("content-type"), "multipart/form-data; boundary=x");
  EXPECT_EQ(server.last().body, "--x--\r\n");
}

TEST(Uploads, OfUnknownLengthGoInChunks) {
  Recorder server;
  ASSERT_TRUE(bodies_of(server).put_anything(
      File::from_reader(reader_of("no length, but an end"), std::nullopt, "a", "text/plain")));
  EXPECT_EQ(server.last().field("transfer-encoding"), "chunked");
  EXPECT_EQ(server.last().field("content-length"), "(none)");
  EXPECT_EQ(server.last().body, "no length, but an end");
  parts::SendMixedRequest mixed;
  mixed.body.emplace();
  mixed.body->data = File::from_reader(reader_of("in a part"));
  ASSERT_TRUE(parts_of(server).send_mixed(mixed));
  EXPECT_EQ(server.last().parts(),
            "--BOUNDARY\r\nContent-Disposition: form-data; name=\"data\"; filename=\"file\"\r\n"
            "Content-Type: application/octet-stream\r\n\r\nin a part\r\n--BOUNDARY--\r\n");
}

TEST(Uploads, OfAStreamAreNotRepeated) {
  Recorder server({503});
  const auto api = bodies_of(server);
  const File once = File::from_reader(reader_of("once"));
  const auto result = api.put_anything(once);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status(), 503);
  EXPECT_EQ(server.requests().size(), 1u);
  // Nor can the caller send it again: half of it would be a lie.
  const auto again = api.put_anything(once);
  ASSERT_FALSE(again);
  EXPECT_EQ(server.requests().size(), 1u);
  EXPECT_NE(again.error().message().find("read only once"), std::string::npos)
      << again.error().message();
}

TEST(Uploads, OfASourceAreRepeated) {
  Recorder server({503, 503, 204});
  const auto result =
      bodies_of(server).put_anything(File::from_reader([] { return reader_of("again"); }));
  ASSERT_TRUE(result) << result.error();
  ASSERT_EQ(server.requests().size(), 3u);
  for (const auto& request : server.requests()) EXPECT_EQ(request.body, "again");
}

TEST(Uploads, ThatAreNotBegunMayBeRepeated) {
  int port = 0;
  {
    Recorder gone;
    port = std::atoi(gone.url().substr(gone.url().rfind(':') + 1).c_str());
  }
  const File once = File::from_reader(reader_of("once"));
  const bodies::Client client(
      bindery::httplib_transport("http://127.0.0.1:" + std::to_string(port)), {}, quick());
  EXPECT_FALSE(client.default_api().put_anything(once));
  EXPECT_TRUE(once.is_readable());
  Recorder server;
  EXPECT_TRUE(bodies_of(server).put_anything(once));
  EXPECT_EQ(server.last().body, "once");
}

TEST(Uploads, ThatAreNotAsLongAsTheySaidFail) {
  for (const std::uint64_t promised : {3, 5}) {
    Recorder server;
    const auto result =
        bodies_of(server).put_anything(File::from_reader(reader_of("1234"), promised));
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message().find("not as long as it said"), std::string::npos)
        << result.error().message();
  }
  Recorder server;
  const auto failing = [](char*, std::size_t) { return std::optional<std::size_t>(); };
  EXPECT_FALSE(bodies_of(server).put_anything(File::from_reader(failing)));
}

}  // namespace
