// Which headers an operation's answers are documented to have, and the struct that holds them.
// Must not decide how a header is read; the runtime does.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_codecs.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// One header over all answers of an operation.
struct DocumentedHeader {
  std::string wire_name;  ///< As it is spelled first; case does not count.
  std::vector<const model::ResponseHeader*> places;  ///< At least one.
  std::vector<std::string> statuses;                 ///< One for each of `places`.
};

/// In the order of the statuses, and in each of the document.
std::vector<DocumentedHeader> response_headers(const model::Operation& operation);

/// True when some header is deprecated in every answer that has it.
bool has_deprecated_header(const model::Operation& operation);

/// The struct of an operation that has some. A header that answers give different types is a text:
/// which of them it is cannot be known.
StructView headers_view(const Building& building, std::size_t operation, Needs& needs);

/// How it is read.
HeaderCodecView headers_codec(const Building& building, std::size_t operation);

/// The uses whose codecs that takes.
std::vector<model::TypeUse> header_uses(const Building& building, std::size_t operation);

}  // namespace bindery::cpp
