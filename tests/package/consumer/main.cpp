// Uses the generated types without any transport.
#include <cstdio>

#include "bindery/json_codec.hpp"
#include "shop/shop.hpp"

int main() {
  shop::Order order;
  order.id = 7;
  order.state = shop::OrderState::Paid;
#ifdef EXPECT_NOTE
  order.note = "after the document changed";
#endif
  const std::string text = bindery::to_json(order);
  const auto again = bindery::from_json<shop::Order>(text);
  if (!again || *again != order) return 1;
  std::puts(text.c_str());
  return 0;
}
