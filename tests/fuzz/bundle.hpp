// One input of a fuzz target as the files of a run.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace bindery::fuzz {

/// Files by path, and what the command line names.
struct Bundle {
  std::map<std::string, std::string> files;
  std::string input;
};

/// Lines `#file PATH` begin files; the first file, or the folder it is in, is the input. A text
/// without such lines is one file: a page if it has a fence, else JSON or YAML by its first byte.
/// A `bindery.yaml` beside the input is its configuration.
Bundle read_bundle(std::string_view text);

}  // namespace bindery::fuzz
