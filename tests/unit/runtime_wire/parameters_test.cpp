// C++ values in parameters, forms and multipart bodies.
// Must not repeat the style tables: those are in serialization_test.cpp.
#include "bindery/parameters.hpp"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/form.hpp"
#include "bindery/multipart.hpp"
#include "sample_api.hpp"

namespace {

using bindery::File;
using bindery::Form;
using bindery::Json;
using bindery::Multipart;
using bindery::Serialization;
using bindery::Style;
using Kind = bindery::ParameterValue::Kind;

template <class T>
std::string wire(const T& value, const Serialization& how = {}) {
  return bindery::joined_pairs(bindery::query_pairs("p", bindery::parameter_value(value), how),
                               "&");
}

TEST(Parameters, HaveTheirWireForm) {
  EXPECT_EQ(wire(true), "p=true");
  EXPECT_EQ(wire(false), "p=false");
  EXPECT_EQ(wire(std::numeric_limits<std::int64_t>::min()), "p=-9223372036854775808");
  EXPECT_EQ(wire(std::numeric_limits<std::uint64_t>::max()), "p=18446744073709551615");
  EXPECT_EQ(wire(0.1), "p=0.1");
  EXPECT_EQ(wire(-0.5f), "p=-0.5");
  EXPECT_EQ(wire("text"), "p=text");
  EXPECT_EQ(wire(std::string("a b")), "p=a%20b");
  EXPECT_EQ(wire(std::string_view("")), "p=");
  EXPECT_EQ(wire(bindery::DateTime::from_text("2026-11-21T10:00:00+01:00")),
            "p=2026-11-21T10%3A00%3A00%2B01%3A00");
  EXPECT_EQ(wire(bindery::Date::from_text("2026-11-21")), "p=2026-11-21");
  EXPECT_EQ(wire(bindery::Bytes{0xfb, 0xff}), "p=%2B%2F8%3D");
  EXPECT_EQ(wire(bindery::Open<sample::Status>(sample::Status::Done)), "p=done");
  EXPECT_EQ(wire(bindery::Open<sample::Status>::from_wire("new one")), "p=new%20one");
}

TEST(Parameters, LeaveOutWhatIsAbsent) {
  EXPECT_EQ(wire(std::optional<int>()), "");
  EXPECT_EQ(wire(std::optional<int>(0)), "p=0");
  EXPECT_EQ(wire(bindery::Nullable<int>()), "");
  EXPECT_EQ(wire(bindery::Nullable<int>(7)), "p=7");
  EXPECT_EQ(wire(bindery::OptionalNullable<std::string>()), "");
  EXPECT_EQ(wire(bindery::OptionalNullable<std::string>(bindery::null)), "");
  EXPECT_EQ(wire(std::vector<bindery::Nullable<int>>{bindery::Nullable<int>(1), {}, 2}), "p=1&p=2");
}

TEST(Parameters, TakeListsAndObjectsApart) {
  EXPECT_EQ(wire(std::vector<std::string>{"a", "b,c"}, {Style::form, false, false}), "p=a,b%2Cc");
  EXPECT_EQ(wire(std::vector<std::string>{}), "");
  EXPECT_EQ(wire(std::vector<bool>{true, false}), "p=true&p=false");
  EXPECT_EQ(wire(std::map<std::string, int>{{"a", 1}, {"b", 2}}), "a=1&b=2");
  sample::Item item;
  item.id = "x\"\\\n\xf0\x9f\x98\x80";
  item.size = 3;
  EXPECT_EQ(wire(item, {Style::deep_object, true, false}),
            "p%5Bid%5D=x%22%5C%0A%F0%9F%98%80&p%5Bsize%5D=3");
  EXPECT_EQ(wire(std::vector<sample::Item>{item, item}, {Style::form, false, false}).substr(0, 20),
            "p=%7B%22id%22%3A%22x");
}

TEST(Parameters, ReadNestedJsonInOrder) {
  const auto json = Json::parse(" { \"z\\u0041\" : [ 1 , [2], {} ] , \"b\":null, \"c\":-1e5 } ");
  ASSERT_TRUE(json);
  const bindery::ParameterValue value = bindery::parameter_value(*json);
  ASSERT_EQ(value.kind, Kind::object);
  EXPECT_EQ(value.names, (std::vector<std::string>{"zA", "b", "c"}));
  EXPECT_EQ(value.items[0].kind, Kind::list);
  EXPECT_EQ(value.items[0].text, "[ 1 , [2], {} ]");
  EXPECT_EQ(value.items[0].items[1].text, "[2]");
  EXPECT_EQ(value.items[0].items[2].kind, Kind::object);
  EXPECT_TRUE(value.items[1].is_absent());
  EXPECT_EQ(value.items[2].text, "-1e5");
}

TEST(Form, RepeatsListsAndWritesObjectsAsJson) {
  Form form;
  form.add("text", "a b&c=d+e");
  form.add("list", std::vector<int>{1, 2});
  form.add("none", std::optional<int>());
  form.add("object", std::map<std::string, int>{{"a", 1}});
  form.add("deep", std::map<std::string, int>{{"a", 1}}, {Style::deep_object, true, false});
  form.add("joined", std::vector<int>{1, 2}, {Style::form, false, false});
  EXPECT_EQ(form.text(),
            "text=a%20b%26c%3Dd%2Be&list=1&list=2&object=%7B%22a%22%3A1%7D&deep%5Ba%5D=1&"
            "joined=1,2");
  EXPECT_EQ(Form().text(), "");
}

std::string body_of(const Multipart& parts) {
  return parts.body("B").text().value_or("unreadable");
}

TEST(Multipart, WritesEachKindOfPart) {
  Multipart parts;
  parts.add("file", File::from_bytes(std::string("\0\xff", 2), "a.bin", "image/png"));
  parts.add("text", "caf\xc3\xa9");
  parts.add("number", 5);
  parts.add("absent", std::optional<std::string>());
  parts.add("list", std::vector<std::string>{"x", "y"});
  sample::Item item;
  item.id = "i";
  parts.add("object", item);
  parts.add("objects", std::vector<sample::Item>{item});
  parts.add("forced", "j", "application/json");
  parts.add("typed", "t", "text/csv");
  EXPECT_EQ(body_of(parts),
            "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n"
            "Content-Type: image/png\r\n\r\n" +
                std::string("\0\xff", 2) +
                "\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncaf\xc3\xa9\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\n5\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\nx\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\ny\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"object\"\r\n"
                "Content-Type: application/json\r\n\r\n{\"id\":\"i\"}\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"objects\"\r\n"
                "Content-Type: application/json\r\n\r\n[{\"id\":\"i\"}]\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"forced\"\r\n"
                "Content-Type: application/json\r\n\r\n\"j\"\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"typed\"\r\n"
                "Content-Type: text/csv\r\n\r\nt\r\n"
                "--B--\r\n");
}

TEST(Multipart, SendsOnePartPerFile) {
  Multipart parts;
  parts.add("f", std::vector<File>{File::from_bytes("1", "a"), File::from_bytes("2", "b")});
  parts.add("f", std::optional<File>(File::from_bytes("3", "c")), "text/plain");
  parts.add("f", std::optional<File>());
  const std::string body = body_of(parts);
  for (const char* expected :
       {"filename=\"a\"\r\nContent-Type: application/octet-stream\r\n\r\n1\r\n",
        "filename=\"b\"\r\nContent-Type: application/octet-stream\r\n\r\n2\r\n",
        "filename=\"c\"\r\nContent-Type: text/plain\r\n\r\n3\r\n--B--\r\n"}) {
    EXPECT_NE(body.find(expected), std::string::npos) << expected;
  }
}

TEST(Multipart, LetsNoNameBreakOut) {
  Multipart parts;
  parts.add("a\"\r\nX: 1", File::from_bytes("", "b\"\r\n--B--"));
  EXPECT_EQ(body_of(parts),
            "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0AX: 1\"; "
            "filename=\"b%22%0D%0A--B--\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n"
            "--B--\r\n");
  EXPECT_EQ(parts.invalid_content_type(), "");
  parts.add("c", "d", "text/plain\r\nX: 1");
  EXPECT_EQ(parts.invalid_content_type(), "text/plain\r\nX: 1");
}

TEST(Multipart, ChoosesABoundaryThatIsInNoPart) {
  int draws = 0;
  const auto draw = [&draws] { return static_cast<std::uint64_t>(draws++ / 2); };
  Multipart parts;
  EXPECT_EQ(parts.choose_boundary(draw), "bindery-00000000000000000000000000000000");
  draws = 0;
  parts.add("a", "x bindery-00000000000000000000000000000000 y");
  parts.add("b", File::from_bytes("bindery-00000000000000010000000000000001"));
  EXPECT_EQ(parts.choose_boundary(draw), "bindery-00000000000000020000000000000002");
}

TEST(File, SaysWhenAPathCannotBeRead) {
  const File missing = File::from_path("/no/such/file.txt");
  EXPECT_EQ(missing.filename(), "file.txt");
  EXPECT_FALSE(missing.size());
  EXPECT_FALSE(missing.open());
  EXPECT_FALSE(File::from_path("/").size());
  bindery::Body body{std::string("text")};
  body.append(missing);
  EXPECT_FALSE(body.size());
  EXPECT_FALSE(body.text());
  EXPECT_EQ(body.unreadable_path(), "/no/such/file.txt");
}

}  // namespace
