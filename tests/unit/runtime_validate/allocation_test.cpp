// That looking at a value costs no memory while nothing is wrong with it.
// Must hold no other test: it replaces the allocation of the whole program.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/validate.hpp"
#include "sample_rules.hpp"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) std::abort();
  return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

TEST(Validate, AllocatesOnlyForViolations) {
  shop::Order order;
  order.prompt = "a";
  order.settings.theme = "dark";
  order.files = {{"https://example.com/a/rather/long/name", 1}, {"b", {}}};
  order.labels = {{"a", {"b", "c"}}};
  order.source = shop::Token{"abc"};
  order.price = 19.99;
  order.choice = std::vector<shop::Source>{std::string("ok"), shop::Link{"a", {}}};
  const std::size_t before = allocations;
  const std::vector<bindery::Violation> violations = shop::validate(order);
  EXPECT_EQ(allocations, before);
  EXPECT_TRUE(violations.empty());

  order.prompt.clear();
  EXPECT_EQ(shop::validate(order).size(), 1u);
  EXPECT_GT(allocations, before);
}

}  // namespace
