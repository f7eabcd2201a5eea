// SPDX-License-Identifier: MIT-0
// Patterns by RE2: in time linear in the text, whatever the pattern (Debian: libre2-dev, -lre2).
// Must stay the only header that includes RE2.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "bindery/ecma_pattern.hpp"
#include "bindery/pattern.hpp"

namespace bindery {
inline namespace v1 {

/// A pattern that texts are not held to, and why.
struct UnsupportedPattern {
  std::string pattern{};
  std::string reason{};
};

/// How patterns are compiled.
struct Re2Settings {
  /// Bytes one pattern may take; a larger one is not supported.
  std::int64_t max_memory = std::int64_t{8} << 20;
  /// Called once for each pattern that is not supported, when it is first met. It may be called by
  /// any thread, and must not ask the engine.
  std::function<void(const UnsupportedPattern&)> on_unsupported{};
};

/// Compiles each pattern once, when it is first met. RE2 looks neither around nor back: texts
/// pass such patterns unchecked, and `unsupported()` lists them.
class Re2PatternEngine final : public PatternEngine {
 public:
  explicit Re2PatternEngine(Re2Settings settings = {}) : settings_(std::move(settings)) {}

  PatternMatch match(std::string_view pattern, std::string_view text) const override {
    const re2::RE2* const compiled = find_or_compile(pattern);
    if (compiled == nullptr) return PatternMatch::unsupported;
    // The pointer form takes every release's string piece.
    const bool matches = compiled->Match({text.data(), text.size()}, 0, text.size(),
                                         re2::RE2::UNANCHORED, nullptr, 0);
    return matches ? PatternMatch::matches : PatternMatch::differs;
  }

  /// The patterns met so far that RE2 cannot check.
  std::vector<UnsupportedPattern> unsupported() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return unsupported_;
  }

 private:
  // Null for a pattern that is not supported. What is returned lives as long as the engine.
  const re2::RE2* find_or_compile(std::string_view pattern) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto known = compiled_.find(pattern);
    if (known != compiled_.end()) return known->second.get();

    Re2Pattern translated = to_re2_pattern(pattern);
    std::unique_ptr<const re2::RE2> compiled;
    if (translated.problem.empty()) {
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_never_capture(true);
      options.set_max_mem(settings_.max_memory);
      compiled = std::make_unique<const re2::RE2>(translated.text, options);
      if (!compiled->ok()) translated.problem = compiled->error();
    }
    if (!translated.problem.empty()) {
      compiled.reset();
      unsupported_.push_back({std::string(pattern), std::move(translated.problem)});
      if (settings_.on_unsupported) settings_.on_unsupported(unsupported_.back());
    }
    return compiled_.emplace(pattern, std::move(compiled)).first->second.get();
  }

  Re2Settings settings_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const re2::RE2>, std::less<>> compiled_;
  mutable std::vector<UnsupportedPattern> unsupported_;
};

/// An engine for `ValidateOptions::patterns`; share one among all options.
inline std::shared_ptr<Re2PatternEngine> re2_patterns(Re2Settings settings = {}) {
  return std::make_shared<Re2PatternEngine>(std::move(settings));
}

}  // namespace v1
}  // namespace bindery
