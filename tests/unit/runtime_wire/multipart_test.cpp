// The parts of multipart bodies and the fields of forms, byte for byte.
// Must not send anything.
#include "bindery/multipart.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/form.hpp"
#include "sample_api.hpp"

namespace {

using bindery::File;
using bindery::Form;
using bindery::Headers;
using bindery::Multipart;
using bindery::Style;

TEST(Form, RepeatsListsAndWritesObjectsAsJson) {
  Form form;
  form.add("text", "a b&c=d+e");
  form.add("list", std::vector<int>{1, 2});
  form.add("none", std::optional<int>());
  form.add("object", std::map<std::string, int>{{"a", 1}});
  form.add("flat", std::map<std::string, int>{{"a", 1}}, {});
  form.add("deep", std::map<std::string, int>{{"a", 1}}, {Style::deep_object, true, false});
  form.add("joined", std::vector<int>{1, 2}, {Style::form, false, false});
  EXPECT_EQ(form.text(),
            "text=a%20b%26c%3Dd%2Be&list=1&list=2&object=%7B%22a%22%3A1%7D&a=1&deep%5Ba%5D=1&"
            "joined=1,2");
  EXPECT_EQ(Form().text(), "");
}

TEST(Form, WritesJsonWhereItIsAskedTo) {
  Form form;
  form.add_json("text", "a");
  form.add_json("list", std::vector<int>{1, 2});
  form.add_json("none", std::optional<int>());
  form.add_json("null", bindery::OptionalNullable<int>(bindery::null));
  form.add("null", bindery::Nullable<int>());
  form.add("objects", std::vector<std::map<std::string, int>>{{{"a", 1}}, {{"a", 2}}});
  EXPECT_EQ(form.text(),
            "text=%22a%22&list=%5B1%2C2%5D&objects=%7B%22a%22%3A1%7D&objects=%7B%22a%22%3A2%7D");
}

TEST(Form, TakesTheMembersOfWhateverItGets) {
  Form form;
  form.add_members(*bindery::Json::parse(R"({"a":"x y","b":[1,2],"c":{"d":null},"e":null})"));
  EXPECT_EQ(form.text(), "a=x%20y&b=1&b=2&c=%7B%22d%22%3Anull%7D");
  form.add_members(*bindery::Json::parse("null"));
  EXPECT_EQ(form.obstacle(), "");
  form.add_members(*bindery::Json::parse("[1]"));
  EXPECT_NE(form.obstacle(), "");
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
  parts.add("objects", std::vector<sample::Item>{item, item});
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
                "Content-Type: application/json\r\n\r\n{\"id\":\"i\"}\r\n"
                "--B\r\nContent-Disposition: form-data; name=\"objects\"\r\n"
                "Content-Type: application/json\r\n\r\n{\"id\":\"i\"}\r\n"
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
  EXPECT_EQ(parts.obstacle(), "");
  parts.add("c", "d", "text/plain\r\nX: 1");
  EXPECT_EQ(parts.obstacle(), "a part has the header Content-Type: text/plain\r\nX: 1");
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

// The heads and contents of all parts, one line each.
std::vector<std::string> lines_of(const Multipart& parts) {
  std::vector<std::string> lines;
  const std::string body = body_of(parts);
  const std::string delimiter = "--B\r\n";
  for (std::size_t at = body.find(delimiter); at != std::string::npos;) {
    const std::size_t begin = at + delimiter.size();
    at = body.find(delimiter, begin);
    std::string part = body.substr(begin, (at == std::string::npos ? body.size() - 7 : at) - begin);
    for (std::size_t line = part.find("\r\n"); line != std::string::npos;) {
      part.replace(line, 2, "|");
      line = part.find("\r\n");
    }
    lines.push_back(part);
  }
  return lines;
}

TEST(Multipart, SendsAFileAsWhatItIsOrMayBe) {
  const std::string types = "image/png, image/jpeg";
  Multipart parts;
  parts.add("f", File::from_bytes("1", "a", "image/jpeg"), types);
  parts.add("f", File::from_bytes("2", "b"), types);
  parts.add("f", std::vector<File>{File::from_bytes("3", "", "image/gif")}, "image/*");
  const std::string disposition = "Content-Disposition: form-data; name=\"f\"";
  EXPECT_EQ(lines_of(parts),
            (std::vector<std::string>{disposition + "; filename=\"a\"|Content-Type: image/jpeg||1|",
                                      disposition + "; filename=\"b\"|Content-Type: image/png||2|",
                                      disposition + "|Content-Type: image/gif||3|"}));
}

TEST(Multipart, WritesListsItemByItemUnlessTheyAreJson) {
  const std::vector<std::vector<int>> nested{{1, 2}, {3}};
  const std::vector<std::map<std::string, int>> objects{{{"a", 1}}, {{"a", 2}}};
  Multipart parts;
  parts.add("n", nested);
  parts.add("o", objects);
  parts.add("o", objects, "text/plain, application/json");
  parts.add("s", std::vector<std::string>{"x", "y"}, "application/problem+json");
  parts.add("j", *bindery::Json::parse(R"([1,[2],null])"));
  const auto head = [](const std::string& name) {
    return "Content-Disposition: form-data; name=\"" + name + "\"|";
  };
  const std::string json = "Content-Type: application/json||";
  EXPECT_EQ(
      lines_of(parts),
      (std::vector<std::string>{
          head("n") + json + "[1,2]|", head("n") + json + "[3]|", head("o") + json + "{\"a\":1}|",
          head("o") + json + "{\"a\":2}|", head("o") + json + "[{\"a\":1},{\"a\":2}]|",
          head("s") + "Content-Type: application/problem+json||[\"x\",\"y\"]|", head("j") + "|1|",
          head("j") + json + "[2]|"}));
}

TEST(Multipart, SendsNullOnlyAsJson) {
  Multipart parts;
  parts.add("a", bindery::Nullable<std::string>());
  parts.add("b", bindery::OptionalNullable<int>(bindery::null));
  parts.add("c", bindery::OptionalNullable<int>(), "application/json");
  parts.add("d", std::optional<int>(), "application/json");
  EXPECT_TRUE(lines_of(parts).empty());
  parts.add("e", bindery::OptionalNullable<int>(bindery::null), "application/json");
  parts.add("f", bindery::Nullable<std::string>(), "application/json");
  EXPECT_EQ(lines_of(parts).size(), 2u);
  EXPECT_EQ(lines_of(parts).back(),
            "Content-Disposition: form-data; name=\"f\"|Content-Type: application/json||null|");
}

struct FileOrText : std::variant<File, std::vector<File>, std::string> {
  using variant::variant;
};

TEST(Multipart, LooksIntoUnions) {
  Multipart parts;
  parts.add("a", FileOrText(std::string("t")));
  parts.add("b", std::optional<FileOrText>(File::from_bytes("1", "x")));
  parts.add("c", FileOrText(std::vector<File>{File::from_bytes("2", "y")}));
  const std::vector<std::string> lines = lines_of(parts);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0], "Content-Disposition: form-data; name=\"a\"||t|");
  EXPECT_NE(lines[1].find("filename=\"x\""), std::string::npos);
  EXPECT_NE(lines[2].find("filename=\"y\""), std::string::npos);
}

TEST(Multipart, GivesPartsTheirHeaders) {
  const std::map<std::string, Headers> headers{
      {"a", {{"X-Caption", "c"}, {"content-type", "ignored/too"}}}};
  Multipart parts;
  parts.add("a", File::from_bytes("1", "x"), "", bindery::part_headers(headers, "a"));
  parts.add("b", "t", "", bindery::part_headers(headers, "b"));
  EXPECT_EQ(lines_of(parts),
            (std::vector<std::string>{"Content-Disposition: form-data; name=\"a\"; filename=\"x\"|"
                                      "Content-Type: application/octet-stream|X-Caption: c||1|",
                                      "Content-Disposition: form-data; name=\"b\"||t|"}));
  EXPECT_EQ(parts.obstacle(), "");
  parts.add("c", "t", "", Headers{{"X-Bad", "a\r\nb"}});
  EXPECT_EQ(parts.obstacle(), "a part has the header X-Bad: a\r\nb");
}

TEST(Multipart, WritesStylesUnencoded) {
  const std::map<std::string, std::string> object{{"R&", "1 2"}, {"G", "x,y"}};
  Multipart parts;
  parts.add("c", object, bindery::Serialization{});
  parts.add("c", object, bindery::Serialization{Style::deep_object, true, false});
  parts.add("l", std::vector<std::string>{"a b", "c"},
            bindery::Serialization{Style::form, false, false});
  parts.add("f", File::from_bytes("1", ""), bindery::Serialization{});
  const auto part = [](const std::string& name, const std::string& text) {
    return "Content-Disposition: form-data; name=\"" + name + "\"||" + text + "|";
  };
  EXPECT_EQ(lines_of(parts),
            (std::vector<std::string>{part("G", "x,y"), part("R&", "1 2"), part("c[G]", "x,y"),
                                      part("c[R&]", "1 2"), part("l", "a b,c"),
                                      "Content-Disposition: form-data; name=\"f\"|"
                                      "Content-Type: application/octet-stream||1|"}));
}

TEST(Multipart, HasPartsWithoutNames) {
  Multipart parts;
  parts.append(5);
  parts.append(std::map<std::string, int>{{"a", 1}}, "application/geo+json");
  parts.append(File::from_bytes("1", "x", "image/png"));
  parts.append(File::from_bytes("2", "", "image/png"));
  EXPECT_EQ(lines_of(parts),
            (std::vector<std::string>{
                "|5|", "Content-Type: application/geo+json||{\"a\":1}|",
                "Content-Disposition: attachment; filename=\"x\"|Content-Type: image/png||1|",
                "Content-Type: image/png||2|"}));
}

TEST(Multipart, TakesTheMembersOfWhateverItGets) {
  Multipart parts;
  parts.add_members(*bindery::Json::parse(R"({"a":"x","b":{"c":1},"d":null,"e":[1,2]})"));
  EXPECT_EQ(lines_of(parts).size(), 4u);
  EXPECT_EQ(lines_of(parts)[1],
            "Content-Disposition: form-data; name=\"b\"|Content-Type: application/json||"
            "{\"c\":1}|");
  parts.add_members(*bindery::Json::parse("7"));
  EXPECT_NE(parts.obstacle(), "");
}

TEST(Multipart, RefusesWhatItCannotWrite) {
  Multipart parts;
  parts.add("history", std::map<std::string, int>{{"a", 1}}, "application/xml; charset=utf-8");
  EXPECT_EQ(parts.obstacle(),
            "the part `history` cannot be written as application/xml; charset=utf-8");
}

}  // namespace
