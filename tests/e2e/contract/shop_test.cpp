// A generated client against the server of tests/contract: every place and style a parameter can
// have, and every kind of body, with values that have to be encoded.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include "bindery/httplib_transport.hpp"
#include "shop/shop.hpp"

namespace {

const std::string kHostile = "a,b|c;d=e&f+g #?/%2F\"\\ \xc3\xa9";

shop::DefaultApi shop_of(const shop::Credentials& credentials) {
  const char* url = std::getenv("CONTRACT_URL");
  EXPECT_TRUE(url) << "run this by tests/contract/contract.py";
  const std::string base = std::string(url ? url : "http://127.0.0.1:9") + "/api";
  return shop::Client(bindery::httplib_transport(base), credentials).default_api();
}

shop::DefaultApi shop_with_key() {
  shop::Credentials credentials;
  credentials.key = "k";
  return shop_of(credentials);
}

TEST(Shop, SendsEachStyleOfAQuery) {
  shop::ListPetsRequest request;
  request.limit = -3;
  request.tags = {kHostile, "two"};
  request.kind = {shop::Kind::Cat, shop::Kind::No};
  request.where.emplace().age = 3;
  request.sold = false;
  request.x_trace = "0af";
  const auto pets = shop_with_key().list_pets(request);
  ASSERT_TRUE(pets) << pets.error();
  ASSERT_EQ(pets->size(), 1u);
  EXPECT_EQ(pets->front().kind, shop::Kind::Cat);
  EXPECT_EQ(pets.headers_as<shop::ListPetsHeaders>().x_total, 2);
  request.kind = {shop::Kind::Dog};
  request.tags = {"one"};
  const auto none = shop_with_key().list_pets(request);
  ASSERT_TRUE(none) << none.error();
  EXPECT_TRUE(none->empty());
}

TEST(Shop, SendsTheOtherStyles) {
  shop::GetShelfRequest request;
  request.row = "/.a";
  request.places = {1, -2};
  // Where a space or a bar delimits, no value can have one.
  request.words = {"a,b|c", "d&e+f#%20\xc3\xa9"};
  request.colors = {"a,b c", "d&e+f#%7C\xc3\xa9"};
  request.size.emplace().width = 4;
  request.filter.emplace()["a"] = *bindery::Json::parse("{\"b\": [1, \"+ &\"]}");
  request.seen = 7;
  request.x_ids = {1, 2, 3};
  const auto shelf = shop_with_key().get_shelf(request);
  EXPECT_TRUE(shelf) << shelf.error();
}

TEST(Shop, SendsCredentialsAsDocumented) {
  shop::Credentials credentials;
  credentials.token = "t";
  const auto pet = shop_of(credentials).get_pet(9007199254740993);
  EXPECT_TRUE(pet) << pet.error();
  const auto mine = shop_with_key().get_mine();
  EXPECT_TRUE(mine) << mine.error();
}

TEST(Shop, SendsJson) {
  shop::Boat boat;
  boat.born = bindery::Date::from_text("2020-02-29");
  shop::Pet parent;
  parent.name = kHostile;
  parent.kind = shop::Kind::Dog;
  parent.parent = bindery::null;
  parent.home = boat;
  shop::House house;
  house.rooms = 3;
  shop::Pet pet;
  pet.name = "Tom";
  pet.kind = shop::Kind::Cat;
  pet.parent = parent;
  pet.home = house;
  const auto added = shop_with_key().add_pet(pet);
  ASSERT_TRUE(added) << added.error();
  EXPECT_EQ(added.status(), 201);
  EXPECT_TRUE(added->home.has_value());
}

TEST(Shop, SendsFormData) {
  shop::PutPhotoRequest request;
  request.id = 1;
  auto& body = request.body.emplace();
  body.file = bindery::File::from_bytes("\r\n--b\r\n--", "a \"b\".png", "image/png");
  body.note = "\xc3\xa9\"\r\n";
  body.size.emplace().width = 3;
  body.tags = {"a,b", ""};
  body.raw = bindery::File::from_bytes("GIF", "r.gif", "image/gif");
  const auto put = shop_with_key().put_photo(request);
  EXPECT_TRUE(put) << put.error();
}

TEST(Shop, SendsFormsTextAndNothing) {
  shop::AddOrderFormBody form;
  form.count = 3;
  form.names = {kHostile, ""};
  shop::AddOrderRequest request;
  request.body = form;
  const auto by_form = shop_with_key().add_order(request);
  EXPECT_TRUE(by_form) << by_form.error();
  request.body = std::string("\xc3\xa9+&");
  const auto by_text = shop_with_key().add_order(request);
  EXPECT_TRUE(by_text) << by_text.error();
  const auto empty = shop_with_key().add_order({});
  EXPECT_TRUE(empty) << empty.error();
}

}  // namespace
