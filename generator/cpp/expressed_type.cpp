#include "cpp/expressed_type.hpp"

#include <utility>

#include "cpp/file_view.hpp"
#include "cpp/type_name.hpp"

namespace bindery::cpp {

ExpressedType express(const model::Api& api, const Names& names, const Layout& layout,
                      model::TypeUse use) {
  const Banner banner;
  const Building building{api, names, layout, banner, {}};
  CppType type = value_type({api, names, true}, use);
  ExpressedType expressed{std::move(type.spelling), {"bindery/json_codec.hpp"}};
  for (const std::string& header : type.needs.runtime_headers) {
    expressed.headers.push_back("bindery/" + header);
  }
  for (const model::TypeId each : type.needs.types) {
    expressed.headers.push_back(header_of(building, each, true));
  }
  return expressed;
}

}  // namespace bindery::cpp
