// The program: hands the real disk and streams to cli::run.
#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/embedded.hpp"
#include "cli/run.hpp"
#include "source/file_system.hpp"

int main(int argc, char** argv) {
  try {
    // Never destroyed, and static so that leak checkers see that it is meant.
    static auto* const keeper = new bindery::cli::Keeper;
    bindery::source::DiskFileSystem files;
    const bindery::cli::Environment environment{files,
                                                std::cout,
                                                std::cerr,
                                                bindery::cli::embedded_templates(),
                                                bindery::cli::embedded_runtime(),
                                                isatty(STDERR_FILENO) == 1,
                                                keeper};
    return bindery::cli::run(std::vector<std::string>(argv + 1, argv + argc), environment);
  } catch (const std::exception& exception) {
    // Errors of users are diagnostics; whatever arrives here is ours.
    std::cerr << "bindery: internal error: " << exception.what()
              << "\nThis is a bug in bindery; the input that shows it is worth a report.\n";
    return 70;
  }
}
