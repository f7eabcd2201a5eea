// Steps from a place to the places in it.
// Must not follow references.
#include "spec/place.hpp"

#include "document/pointer.hpp"

namespace bindery::spec {

Place Place::member(const document::Member& member) const {
  return {&member.value, pointer + "/" + document::escape_token(member.key), resource};
}

Place Place::item(std::size_t index) const {
  return {&node->items[index], pointer + "/" + std::to_string(index), resource};
}

}  // namespace bindery::spec
