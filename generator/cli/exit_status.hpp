// What the program returns to the shell.
#pragma once

namespace bindery::cli::exit_status {

inline constexpr int success = 0;
inline constexpr int wrong_input = 1;  ///< The document is wrong, or `--check` found differences.
inline constexpr int usage = 2;
inline constexpr int input_output = 3;  ///< A file could not be read or written.

}  // namespace bindery::cli::exit_status
