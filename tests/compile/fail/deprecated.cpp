// What is deprecated in the golden docs/deprecated: its own codecs, comparisons, switches and rules
// name it without a warning, and so may whoever only passes it on; naming it oneself warns.
#include <utility>

#include "shop/shop.hpp"
#include "shop/validate.hpp"

const shop::Client& client();

template <class T>
bool passes_on(T value) {
  T copy = value;
  T moved = std::move(copy);
  copy = moved;
  std::swap(copy, moved);
  const auto read = bindery::from_json<T>(bindery::to_json(moved));
  return read && *read == value && !(*read != value) && shop::validate(value).empty();
}

inline bool uses_the_rest() {
  shop::Pet pet;
  pet.name = "Rex";
  pet.size = shop::Size::Small;
  shop::Shelf shelf;
  shelf.clean = true;
  shop::Size size{};
  const bool is_known = shop::from_string("huge", size) && !shop::to_string(size).empty();
  shop::UploadPetRequest request;
  request.body = shop::UploadPetBody();
  const auto answer = client().default_api().upload_pet(request);
  return is_known && passes_on(pet) && passes_on(shelf) && answer && *answer == pet &&
         shop::validator();
}
//! member: deprecated
void use(shop::Pet& pet) { pet.old = "x"; }
//! constant: deprecated
auto use() { return shop::Pet::kind; }
//! struct: deprecated
shop::Tag use();
//! enumeration: deprecated
shop::Colour use();
//! enumerator: deprecated
auto use() { return shop::Size::Huge; }
//! union: deprecated
shop::Animal use();
//! alias: deprecated
shop::Name use();
//! operation: deprecated
void use() { (void)client().default_api().list_pets(); }
//! parameter: deprecated
void use(shop::ListPetsRequest& request) { request.page = 2; }
//! parameter_of_its_kind: deprecated
void use(shop::UploadPetRequest& request) { request.colour.reset(); }
//! part_of_a_form: deprecated
void use(shop::UploadPetBody& body) { body.old = "x"; }
