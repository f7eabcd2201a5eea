// One input file of a run: its text and where its lines begin.
// Must not open files.
#pragma once

#include <string>

#include "source/line_table.hpp"
#include "source/location.hpp"

namespace bindery::source {

/// A file as it was read. `text` keeps CRLF and a byte-order mark; readers skip the mark.
struct SourceFile {
  SourceId id = Location::no_source;
  std::string name;  ///< As the user gave it or as it was reached from a `$ref`; shown in messages.
  std::string canonical;  ///< Tells whether two names are one file.
  std::string text;
  LineTable lines;

  /// Length of the UTF-8 byte-order mark at the beginning: 0 or 3.
  std::size_t byte_order_mark_size() const;
};

}  // namespace bindery::source
