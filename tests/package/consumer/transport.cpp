// Uses the generated client over httplib's transport: flags and libraries come with the target.
#include "bindery/httplib_transport.hpp"

#include "shop/shop.hpp"

int main() {
  const shop::Client client{bindery::httplib_transport("http://127.0.0.1:9")};
  return client.orders().list_orders() ? 1 : 0;
}
