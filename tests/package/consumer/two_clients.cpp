// Two clients whose runtimes are both compiled apart, one by bindery_generate() and one by the CMakeLists.txt that is
// generated with it: one program has one runtime all the same, and needs no flags of httplib.
#include "bindery/httplib_transport.hpp"

#include "petstore/api/pets.hpp"
#include "shop/shop.hpp"

#if !defined(BINDERY_COMPILED) || defined(CPPHTTPLIB_OPENSSL_SUPPORT)
#error "the targets do not say that the runtime is compiled, or say more than that"
#endif

int main() {
  const auto transport = bindery::httplib_transport("http://127.0.0.1:9");
  const shop::Client shop{transport};
  const petstore::Client petstore{transport};
  return shop.orders().list_orders() || petstore.pets().list_pets() ? 1 : 0;
}
