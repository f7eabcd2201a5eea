// Views of codecs: how structs and unions are read and written as JSON.
// Must not look at declarations' text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/views_codecs.hpp"

namespace bindery::cpp {

/// The codecs of `types`, which are declared in the header at `declared_in`; the header at `path`
/// holds them. `sent_or_received` are uses whose codecs it includes beside. The headers that
/// `operation` answers with are read there too.
CodecFileView codec_file_view(const Building& building, const std::vector<model::TypeId>& types,
                              const std::string& declared_in, const std::string& path,
                              const std::vector<model::TypeUse>& sent_or_received,
                              std::optional<std::size_t> operation = std::nullopt);

}  // namespace bindery::cpp
