// Events and JSON texts out of streams that are cut anywhere.
#include "bindery/event_stream.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/json_items.hpp"

namespace {

using bindery::EventParser;
using bindery::JsonItemParser;
using bindery::RawEvent;

constexpr std::size_t no_limit = 1000;

// `event|data|id` of each, fed in pieces of `size` bytes.
std::vector<std::string> events_of(std::string_view stream, std::size_t size) {
  std::vector<std::string> events;
  EventParser parser(no_limit);
  while (!stream.empty()) {
    EXPECT_TRUE(parser.feed(stream.substr(0, size), [&](RawEvent&& event) {
      events.push_back(event.event + '|' + event.data + '|' + event.id);
      return true;
    }));
    stream.remove_prefix(std::min(size, stream.size()));
  }
  return events;
}

std::vector<std::string> items_of(char separator, std::string_view stream, std::size_t size) {
  std::vector<std::string> items;
  JsonItemParser parser(separator, no_limit);
  const auto keep = [&](std::string_view item) {
    items.emplace_back(item);
    return true;
  };
  while (!stream.empty()) {
    EXPECT_TRUE(parser.feed(stream.substr(0, size), keep));
    stream.remove_prefix(std::min(size, stream.size()));
  }
  EXPECT_TRUE(parser.finish(keep));
  return items;
}

TEST(EventStream, ReadsWhatTheStandardSaysHoweverItIsCut) {
  const struct {
    std::string_view stream;
    std::vector<std::string> events;
  } cases[] = {
      {"data: a\n\n", {"message|a|"}},
      {"data: a\r\n\r\ndata: b\r\rdata: c\n\n", {"message|a|", "message|b|", "message|c|"}},
      {"data: a\r\ndata: b\r\n\r\n", {"message|a\nb|"}},
      {"data\n\n", {"message||"}},
      {"data\ndata\n\n", {"message|\n|"}},
      {"data:  two spaces\ndata:none\n\n", {"message| two spaces\nnone|"}},
      {"event: add\ndata: 1\n\ndata: 2\n\n", {"add|1|", "message|2|"}},
      // An id stays until another comes; a name without data is no event.
      {"id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
       {"message|a|7", "message|b|7", "message|c|"}},
      {"event: lost\n\nid: 1\n\ndata: a\n\n", {"message|a|1"}},
      {": comment\n:\ndata: a\nunknown: x\nData: y\n\n", {"message|a|"}},
      {"\xEF\xBB\xBF"
       "data: a\n\n\xEF\xBB\xBF"
       "data: b\n\n",
       {"message|a|"}},
      // What the stream ends in the middle of is no event.
      {"data: a\n\ndata: b\n", {"message|a|"}},
      {std::string_view("id: a\0b\ndata: x\n\n", 17), {"message|x|"}},
  };
  for (const auto& one : cases) {
    for (std::size_t size = 1; size <= one.stream.size(); ++size) {
      EXPECT_EQ(events_of(one.stream, size), one.events) << one.stream << " by " << size;
    }
  }
}

TEST(EventStream, RemembersWhenAndWhereToGoOn) {
  EventParser parser(no_limit);
  const auto ignore = [](RawEvent&&) { return true; };
  EXPECT_FALSE(parser.retry());
  EXPECT_TRUE(parser.feed("retry: 250\nretry: soon\nid: 4\ndata: x\n\nid: 5\n", ignore));
  EXPECT_EQ(parser.retry(), std::chrono::milliseconds(250));
  EXPECT_EQ(parser.last_id(), "5");
  parser.restart();
  std::string data;
  EXPECT_TRUE(parser.feed("\ndata: y\n\n", [&](RawEvent&& event) {
    data += event.data + event.id;
    return true;
  }));
  EXPECT_EQ(data, "y5");
}

TEST(EventStream, StopsWhenToldTo) {
  EventParser parser(no_limit);
  int seen = 0;
  EXPECT_FALSE(parser.feed("data: a\n\ndata: b\n\n", [&](RawEvent&&) { return ++seen < 1; }));
  EXPECT_EQ(seen, 1);
  EXPECT_FALSE(parser.is_too_large());
}

TEST(EventStream, BoundsOneEventNotAll) {
  const auto ignore = [](RawEvent&&) { return true; };
  const std::string fits = "data: " + std::string(20, 'x') + "\n\n";
  EventParser parser(30);
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(parser.feed(fits, ignore));
  EXPECT_FALSE(parser.feed(std::string(31, 'x'), ignore));
  EXPECT_TRUE(parser.is_too_large());

  EventParser lines(30);
  EXPECT_TRUE(lines.feed("data: 0123456789\n", ignore));
  EXPECT_FALSE(lines.feed("data: 0123456789\ndata: 0123456789\n", ignore));
  EXPECT_TRUE(lines.is_too_large());
}

TEST(JsonItems, AreLinesOrRecordsHoweverTheyAreCut) {
  const std::vector<std::string> expected{"{\"a\":1}", "2", "\"x\""};
  const std::string_view lines = "{\"a\":1}\n\r\n2 \r\n  \"x\"";
  const std::string_view records =
      "\x1e{\"a\":1}\n\x1e\x1e"
      "2\n\x1e\"x\"\n";
  for (std::size_t size = 1; size <= lines.size(); ++size) {
    EXPECT_EQ(items_of('\n', lines, size), expected) << size;
    EXPECT_EQ(items_of('\x1e', records, size), expected) << size;
  }
  EXPECT_TRUE(items_of('\n', "\n \n", 1).empty());
}

TEST(JsonItems, BoundOneItem) {
  JsonItemParser parser('\n', 5);
  const auto ignore = [](std::string_view) { return true; };
  EXPECT_TRUE(parser.feed("12345\n12345\n123", ignore));
  EXPECT_FALSE(parser.feed("456", ignore));
  EXPECT_TRUE(parser.is_too_large());
}

}  // namespace
