// Places in the header stand for types: what was declared up to the last place is complete.
// Must look through aliases: they would hide their lists.
#include "cpp/incomplete_lists.hpp"

#include <algorithm>

#include "model/type_uses.hpp"

namespace bindery::cpp {

IncompleteLists::IncompleteLists(const Spelling& spelling, const std::vector<model::TypeId>& types)
    : spelling_(spelling) {
  for (const model::TypeId type : types) places_.emplace(type, places_.size() + 1);
}

void IncompleteLists::declare(model::TypeId type) {
  current_ = places_.at(type);
  std::size_t last = 0;
  model::for_each_use(spelling_.api.types.at(type).shape, [&](const model::TypeUse& use) {
    last = std::max(last, awaited_by(canonical_type(spelling_, use)));
  });
  awaited_[type] = last;
}

std::size_t IncompleteLists::awaited_by(const CppType& type) const {
  const bool has_list = type.spelling.find("std::vector<") != std::string::npos;
  std::size_t last = 0;
  for (const model::TypeId id : type.needs.types) {
    if (const auto known = awaited_.find(id); known != awaited_.end()) {
      last = std::max(last, known->second);
    }
    const auto place = places_.find(id);
    if (has_list && place != places_.end()) last = std::max(last, place->second);
  }
  return last;
}

}  // namespace bindery::cpp
