// What can be asked of one input file.
// Must not open files.
#include "source/source_file.hpp"

#include <string_view>

namespace bindery::source {

std::size_t SourceFile::byte_order_mark_size() const {
  return std::string_view(text).substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

}  // namespace bindery::source
