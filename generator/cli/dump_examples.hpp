// `bindery dump --stage=examples`: what a program needs to measure the client with them.
// Must not judge: whether an example is one of its type is the model's to say.
#pragma once

#include <iosfwd>

#include "cpp/layout.hpp"
#include "cpp/names.hpp"
#include "model/api.hpp"
#include "source/source_map.hpp"

namespace bindery::cli {

/// One JSON object a line: `file`, `line`, `pointer` (of the schema or body), `type` (its C++
/// spelling), `headers`, `single_precision`, `violation` where there is one, and `value`.
void dump_examples(const model::Api& api, const cpp::Names& names, const cpp::Layout& layout,
                   const source::SourceMap& sources, std::ostream& out);

}  // namespace bindery::cli
