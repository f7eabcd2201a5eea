// The scalars of YAML as block_yaml.hpp reads them: what they say and where they end.
// Must not build nodes, nor report: what is unusual is left to yaml-cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bindery::document {

struct Scalar {
  std::string value;
  std::size_t end = 0;  ///< Behind the last byte that belongs to it.
};

/// A plain scalar that begins at `begin`; the lines that continue it stand at `least_column` or
/// further right.
std::optional<Scalar> read_plain_scalar(std::string_view text, std::size_t begin,
                                        std::size_t least_column);

/// The scalar whose opening quote is at `begin`.
std::optional<Scalar> read_quoted_scalar(std::string_view text, std::size_t begin);

/// The scalar whose `|` or `>` is at `begin`; it ends where a line begins.
std::optional<Scalar> read_block_scalar(std::string_view text, std::size_t begin,
                                        std::size_t least_column);

}  // namespace bindery::document
