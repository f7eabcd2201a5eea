// A type as an expression in a program outside of the client, with the headers that takes.
// Must not be used for what is generated: that has its includes by file_view.hpp.
#pragma once

#include <string>
#include <vector>

#include "cpp/layout.hpp"
#include "cpp/names.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

struct ExpressedType {
  std::string spelling;              ///< `std::vector<heygen::Pet>`
  std::vector<std::string> headers;  ///< `heygen/models/pet_json.hpp`; those of its codecs.
};

/// The type of a value that is always there.
ExpressedType express(const model::Api& api, const Names& names, const Layout& layout,
                      model::TypeUse use);

}  // namespace bindery::cpp
