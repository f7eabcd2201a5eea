// Values held to rules: each constraint at its boundary, each way a value can be nested.
// Must not send anything: request_validator_test.cpp does.
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/validate.hpp"
#include "sample_rules.hpp"

namespace {

using bindery::Json;
using bindery::ValidateOptions;
using bindery::Violation;
using shop::Link;
using shop::Node;
using shop::Order;

// An order nothing is wrong with.
Order valid_order() {
  Order order;
  order.prompt = "a";
  order.settings.theme = "dark";
  return order;
}

// What is wrong, a line each.
template <class T>
std::string problems(const T& value, const ValidateOptions& options = {}) {
  std::string lines;
  for (const Violation& violation : shop::validate(value, options)) {
    lines += violation.text() + "\n";
  }
  return lines;
}

// What one constraint says about one value.
template <class T, class... Constraints>
std::string problem(const T& value, const Constraints&... constraints) {
  std::vector<Violation> violations;
  const ValidateOptions options;
  bindery::Checker(options, violations).value(value, constraints...);
  return violations.empty() ? "" : violations.front().text();
}

TEST(Validate, FindsNothingWhereNothingIsWrong) {
  EXPECT_EQ(problems(valid_order()), "");
  EXPECT_EQ(problems(shop::Note{}), "") << "a type without rules";
  EXPECT_EQ(problems(std::vector<Link>{{"a", {}}}), "");
}

TEST(Validate, LengthsAreCodePoints) {
  const auto limit = bindery::length(2, 3);
  EXPECT_EQ(problem(std::string("ab"), limit), "");
  EXPECT_EQ(problem(std::string("abc"), limit), "");
  EXPECT_EQ(problem(std::string("a"), limit), "$: expected at least 2 characters, found 1");
  EXPECT_EQ(problem(std::string("abcd"), limit), "$: expected at most 3 characters, found 4");
  const std::string smile = "\xF0\x9F\x98\x80";
  EXPECT_EQ(problem(smile + smile + smile, limit), "");
  EXPECT_EQ(problem(smile, limit), "$: expected at least 2 characters, found 1");
  EXPECT_EQ(problem(smile + smile + smile + smile, limit),
            "$: expected at most 3 characters, found 4");
  // e with a combining accent is two.
  EXPECT_EQ(problem(std::string("e\xCC\x81"), limit), "");
  // Each byte that is not UTF-8 is sent as one U+FFFD.
  EXPECT_EQ(problem(std::string("\xFF\xC3\x28"), limit), "");
  EXPECT_EQ(problem(std::string("\xF0\x9F\x98\xF0\x9F"), limit),
            "$: expected at most 3 characters, found 5");
  EXPECT_EQ(problem(std::string(), bindery::length(1)),
            "$: expected at least 1 character, found 0");
  EXPECT_EQ(problem(std::string("ab\0c", 4), limit), "$: expected at most 3 characters, found 4");
}

TEST(Validate, RangesOfIntegers) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  EXPECT_EQ(problem(std::int64_t{1}, bindery::at_least(1)), "");
  EXPECT_EQ(problem(std::int64_t{0}, bindery::at_least(1)), "$: expected at least 1, found 0");
  EXPECT_EQ(problem(std::int64_t{1}, bindery::above(1)), "$: expected more than 1, found 1");
  EXPECT_EQ(problem(std::int64_t{9}, bindery::at_most(9)), "");
  EXPECT_EQ(problem(std::int64_t{10}, bindery::at_most(9)), "$: expected at most 9, found 10");
  EXPECT_EQ(problem(std::int64_t{9}, bindery::below(9)), "$: expected less than 9, found 9");
  EXPECT_EQ(problem(most, bindery::at_most(most)), "");
  EXPECT_EQ(problem(most, bindery::below(most)),
            "$: expected less than 9223372036854775807, found 9223372036854775807");
  EXPECT_EQ(problem(least, bindery::at_least(least)), "");
  EXPECT_EQ(problem(least, bindery::above(-1)),
            "$: expected more than -1, found -9223372036854775808");
  EXPECT_EQ(problem(most, bindery::at_most(18446744073709551615u)), "");
  EXPECT_EQ(problem(std::uint64_t{18446744073709551615u}, bindery::at_most(most)),
            "$: expected at most 9223372036854775807, found 18446744073709551615");
  EXPECT_EQ(problem(std::int32_t{3}, bindery::below(3.5)), "");
  EXPECT_EQ(problem(std::int32_t{4}, bindery::below(3.5)), "$: expected less than 3.5, found 4");
}

TEST(Validate, RangesOfFloats) {
  EXPECT_EQ(problem(0.5, bindery::at_least(0.5)), "");
  EXPECT_EQ(problem(0.1f, bindery::at_most(0.1)), "");
  EXPECT_EQ(problem(0.1f, bindery::below(0.1)), "$: expected less than 0.1, found 0.1");
  EXPECT_EQ(problem(0.0, bindery::above(0)), "$: expected more than 0, found 0");
  EXPECT_EQ(problem(-0.0, bindery::at_least(0)), "");
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(problem(infinity, bindery::at_least(0)), "$: is not finite");
  EXPECT_EQ(problem(infinity - infinity, bindery::at_most(1)), "$: is not finite");
  EXPECT_EQ(problem(infinity, bindery::multiple_of(2)), "$: is not finite");
}

TEST(Validate, Multiples) {
  EXPECT_EQ(problem(19.99, bindery::multiple_of(0.01)), "");
  EXPECT_EQ(problem(0.1 + 0.2, bindery::multiple_of(0.1)), "");
  EXPECT_EQ(problem(0.015, bindery::multiple_of(0.01)),
            "$: expected a multiple of 0.01, found 0.015");
  EXPECT_EQ(problem(std::int64_t{9}, bindery::multiple_of(2)),
            "$: expected a multiple of 2, found 9");
}

TEST(Validate, ConstraintsOfOtherKindsDoNotApply) {
  EXPECT_EQ(problem(std::string("a"), bindery::at_least(5), bindery::items(5),
                    bindery::properties(5), bindery::unique_items, bindery::multiple_of(5)),
            "");
  EXPECT_EQ(problem(std::int64_t{1}, bindery::length(5), bindery::pattern("x")), "");
  EXPECT_EQ(problem(true, bindery::at_least(5), bindery::length(5)), "");
  EXPECT_EQ(problem(shop::Note{}, bindery::properties(5)), "") << "its size is not known";
}

TEST(Validate, AbsentAndNullKeepEverything) {
  Order order = valid_order();
  order.price = bindery::null;
  order.count = bindery::null;
  order.spares = {bindery::null};
  EXPECT_EQ(problems(order), "");
  order.tags.emplace();
  EXPECT_EQ(problems(order), "");
}

TEST(Validate, WalksToEveryPlace) {
  Order order = valid_order();
  order.prompt = "";
  order.files = {{"a", {}}, {"b", {}}, {"", -1}};
  order.tags = {{"", "abcd"}};
  order.price = 0.0;
  order.count = 10;
  order.labels = {{"a", {"ok", "long"}}, {"odd \"name\"", {}}, {"", {"x"}}};
  order.links = {{"home", {"", {}}}};
  order.pair = {"ab", -1};
  order.color = bindery::Open<shop::Color>::from_wire("green");
  order.level = bindery::Open<shop::Level>::from_wire(4);
  order.at = bindery::DateTime::from_text("2024-01-01T00:00:00.000Z");
  order.data = {1, 2, 3, 4, 5, 6, 7};
  order.spares = {Link{"x", {}}, Link{"", {}}};
  order.file = bindery::File::from_bytes("12345");
  EXPECT_EQ(problems(order),
            R"($.prompt: expected at least 1 character, found 0
$.files: expected at most 2 items, found 3
$.files[2].url: expected at least 1 character, found 0
$.files[2].size: expected at least 0, found -1
$.tags[0]: expected at least 1 character, found 0
$.tags[1]: expected at most 3 characters, found 4
$.price: expected more than 0, found 0
$.count: expected less than 10, found 10
$.labels: expected at most 2 members, found 3
$.labels.a[1]: expected at most 2 characters, found 4
$.labels["odd \"name\""]: expected at least 1 item, found 0
$.links.home.url: expected at least 1 character, found 0
$.pair[0]: expected at most 1 character, found 2
$.pair[1]: expected at least 0, found -1
$.color: expected at most 4 characters, found 5
$.level: expected at most 3, found 4
$.at: expected at most 20 characters, found 24
$.data: expected at most 8 characters, found 12
$.spares[1].url: expected at least 1 character, found 0
$.file: expected at most 4 bytes, found 5
)");
}

TEST(Validate, UnionsByWhatTheyHold) {
  Order order = valid_order();
  order.source = Link{};
  EXPECT_EQ(problems(order), "$.source.url: expected at least 1 character, found 0\n");
  order.source = shop::Token{"ab"};
  EXPECT_EQ(problems(order), "$.source.token: expected at least 3 characters, found 2\n");
  order.source = std::string("a");
  EXPECT_EQ(problems(order), "$.source: expected at least 2 characters, found 1\n");
  order.source = std::int64_t{10};
  EXPECT_EQ(problems(order), "$.source: expected at most 9, found 10\n");
  order.source = Json::number(99);
  EXPECT_EQ(problems(order), "");
}

TEST(Validate, UnionsInUnions) {
  Order order = valid_order();
  order.choice = std::vector<shop::Source>{std::string("ok"), std::string("b"), Link{}};
  EXPECT_EQ(problems(order),
            "$.choice[1]: expected at least 2 characters, found 1\n"
            "$.choice[2].url: expected at least 1 character, found 0\n");
  // Constraints on a union go to what it holds, however deep.
  const std::variant<std::variant<std::string, std::int64_t>, std::vector<std::string>> inner =
      std::variant<std::string, std::int64_t>(std::string("abc"));
  EXPECT_EQ(problem(inner, bindery::length(0, 2), bindery::at_most(1)),
            "$: expected at most 2 characters, found 3");
  EXPECT_EQ(problem(inner, bindery::at<0>(bindery::at<0>(bindery::length(4)))),
            "$: expected at least 4 characters, found 3");
  EXPECT_EQ(problem(inner, bindery::at<0>(bindery::at<1>(bindery::length(4))),
                    bindery::at<1>(bindery::length(4))),
            "");
  const std::variant<std::int64_t, std::vector<std::string>> list = std::vector<std::string>{"ab"};
  EXPECT_EQ(problem(list, bindery::each(bindery::length(0, 1))),
            "$[0]: expected at most 1 character, found 2");
  EXPECT_EQ(problem(list, bindery::at<1>(bindery::items(2), bindery::each(bindery::length(1)))),
            "$: expected at least 2 items, found 1");
}

TEST(Validate, CountsTheMembersThatAreThere) {
  Order order = valid_order();
  order.settings.theme.reset();
  EXPECT_EQ(problems(order), "$.settings: expected at least 1 member, found 0\n");
  order.settings.size = bindery::null;
  EXPECT_EQ(problems(order), "");
  order.settings.theme = "dark";
  order.settings.additional_properties = {{"a", "1"}, {"b", "too long"}};
  EXPECT_EQ(problems(order),
            "$.settings: expected at most 3 members, found 4\n"
            "$.settings.b: expected at most 5 characters, found 8\n");
}

TEST(Validate, FreeFormJsonByWhatItSays) {
  const auto with = [](std::string text) {
    Order order = valid_order();
    order.extra = Json::from_checked_text(std::move(text));
    return problems(order);
  };
  EXPECT_EQ(with("null"), "");
  EXPECT_EQ(with("true"), "");
  EXPECT_EQ(with(R"("a\n")"), "");
  EXPECT_EQ(with(R"("abc")"), "$.extra: expected at most 2 characters, found 3\n");
  EXPECT_EQ(with("5.0"), "");
  EXPECT_EQ(with("5.5"), "$.extra: expected at most 5, found 5.5\n");
  EXPECT_EQ(with("18446744073709551615"),
            "$.extra: expected at most 5, found 18446744073709551615\n");
  EXPECT_EQ(with("[1,-1]"),
            "$.extra: expected at most 1 item, found 2\n"
            "$.extra[1]: expected at least 0, found -1\n");
  EXPECT_EQ(with(R"({"a":-1,"b":1})"),
            "$.extra: expected at most 1 member, found 2\n"
            "$.extra.a: expected at least 0, found -1\n");
}

TEST(Validate, UniqueItems) {
  Order order = valid_order();
  order.files = {{"a", 1}, {"a", 2}};
  EXPECT_EQ(problems(order), "");
  order.files = {{"a", 1}, {"a", 1}};
  EXPECT_EQ(problems(order), "$.files: expected unique items, found [0] and [1] equal\n");
  const auto unique = bindery::unique_items;
  EXPECT_EQ(problem(std::vector<Json>{Json::from_checked_text("1.0"), Json::from_checked_text("1")},
                    unique),
            "$: expected unique items, found [0] and [1] equal");
  EXPECT_EQ(problem(std::vector<bool>{true, false, true}, unique),
            "$: expected unique items, found [0] and [2] equal");
}

TEST(Validate, UniqueItemsOfLongLists) {
  std::vector<std::int64_t> numbers;
  std::vector<Link> links;
  for (std::int64_t i = 0; i < 100'000; ++i) {
    numbers.push_back(i * 7919 % 100'003);
    links.push_back({"x", i});
  }
  EXPECT_EQ(problem(numbers, bindery::unique_items), "");
  EXPECT_EQ(problem(links, bindery::unique_items), "");
  numbers.push_back(numbers[4]);
  numbers.push_back(numbers[3]);
  links.push_back(links[5]);
  EXPECT_EQ(problem(numbers, bindery::unique_items),
            "$: expected unique items, found [4] and [100000] equal");
  EXPECT_EQ(problem(links, bindery::unique_items),
            "$: expected unique items, found [5] and [100000] equal");
}

TEST(Validate, TypesThatContainThemselves) {
  Node node;
  node.name = "a";
  node.children.resize(3);
  node.children[0].name = "b";
  node.children[1].name = "c";
  node.children[1].children.resize(1);
  node.children[2].name = "d";
  node.next.emplace();
  EXPECT_EQ(problems(node),
            "$.children: expected at most 2 items, found 3\n"
            "$.children[1].children[0].name: expected at least 1 character, found 0\n")
      << "an empty box is null on the wire";
  (*node.next)->next.emplace();
  (**(*node.next)->next).name = "e";
  node.children.clear();
  EXPECT_EQ(problems(node), "$.next.name: expected at least 1 character, found 0\n");

  shop::Tree tree(1);
  tree[0].resize(3);
  EXPECT_EQ(problems(tree), "$[0]: expected at most 2 items, found 3\n");
}

TEST(Validate, StopsAtItsDepth) {
  Node root;
  root.name = "a";
  Node* last = &root;
  for (int i = 0; i < 600; ++i) {
    last->next.emplace();
    last = &**last->next;
    last->name = "a";
  }
  const std::vector<Violation> violations = shop::validate(root);
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations[0].message, "is nested deeper than 512 levels");
  ValidateOptions options;
  options.max_depth = 1000;
  EXPECT_EQ(problems(root, options), "");
}

TEST(Validate, StopsAtItsNumberOfViolations) {
  const std::vector<Link> links(1000);
  EXPECT_EQ(shop::validate(links).size(), 100u);
  ValidateOptions options;
  options.max_violations = 2;
  EXPECT_EQ(problems(links, options),
            "$[0].url: expected at least 1 character, found 0\n"
            "$[1].url: expected at least 1 character, found 0\n");
  options.max_violations = 0;
  EXPECT_EQ(problems(links, options), "");
}

TEST(Validate, PathsOfHostileNames) {
  std::map<std::string, Link> links;
  links[""];
  EXPECT_EQ(problems(links), "$[\"\"].url: expected at least 1 character, found 0\n");
  links = {{"a\n\x01\"", {}}};
  EXPECT_EQ(problems(links),
            "$[\"a\\n\\u0001\\\"\"].url: expected at least 1 character, found 0\n");
  links = {{std::string(39, '.') + "\xC3\xA9" + "rest", {}}};
  EXPECT_EQ(problems(links),
            "$[\"" + std::string(39, '.') + "...\"].url: expected at least 1 character, found 0\n");
}

// Matches texts that begin with what stands behind `^`; knows no other pattern.
class BeginningEngine final : public bindery::PatternEngine {
 public:
  bindery::PatternMatch match(std::string_view pattern, std::string_view text) const override {
    if (pattern.substr(0, 1) != "^") return bindery::PatternMatch::unsupported;
    pattern.remove_prefix(1);
    return text.substr(0, pattern.size()) == pattern ? bindery::PatternMatch::matches
                                                     : bindery::PatternMatch::differs;
  }
};

TEST(Validate, PatternsWhereAnEngineIsGiven) {
  Order order = valid_order();
  order.tags = {{"ab", "b"}};
  order.data = {0xff};
  EXPECT_EQ(problems(order), "");
  ValidateOptions options;
  options.patterns = std::make_shared<BeginningEngine>();
  EXPECT_EQ(problems(order, options),
            "$.tags[1]: does not match the pattern \"^a\"\n"
            "$.data: does not match the pattern \"^A\"\n");
  order.data = {0};
  order.tags = {{"ab"}};
  EXPECT_EQ(problems(order, options), "");
  std::vector<Violation> violations;
  bindery::Checker(options, violations).value(std::string("x"), bindery::pattern("(unknown)"));
  EXPECT_TRUE(violations.empty());
}

}  // namespace
