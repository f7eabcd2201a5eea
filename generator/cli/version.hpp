// The generator's version; the build sets it from the project's.
#pragma once

#include <string_view>

namespace bindery::cli {

#ifndef BINDERY_VERSION
#define BINDERY_VERSION "0.0.0"
#endif
inline constexpr std::string_view version = BINDERY_VERSION;

}  // namespace bindery::cli
