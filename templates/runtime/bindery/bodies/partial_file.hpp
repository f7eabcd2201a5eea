// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/partial_file.hpp".
#pragma once

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/file_version.hpp"
#include "bindery/headers.hpp"
#include "bindery/partial_file.hpp"
#include "bindery/retry.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY PartialFile::~PartialFile() { discard(); }

BINDERY_BODY bool PartialFile::create(std::uint64_t chance) {
  // Opens for folders alone. Otherwise renaming would be the first to see it, at the very end.
  if (Handle(std::fopen((target_ + '/').c_str(), "rb"))) return failed("replace", target_, EISDIR);
  for (int attempt = 0; attempt < 16; ++attempt, ++chance) {
    name_ = target_ + '.' + hexadecimal(chance) + ".partial";
    errno = 0;
    // `x` is for one that is not there, nor a link to elsewhere.
    handle_.reset(std::fopen(name_.c_str(), "wbx"));
    if (handle_) return true;
    if (errno != EEXIST) break;
  }
  const int reason = errno;
  std::string name = std::exchange(name_, {});
  return failed("make", name, reason);
}

BINDERY_BODY std::optional<FileVersion> PartialFile::take_over() {
  const std::optional<Note> note = read_note();
  if (!note) return std::nullopt;
  handle_.reset();
  // Whoever renames it has it; others find nothing.
  const bool is_ours = std::rename(kept_name().c_str(), name_.c_str()) == 0;
  if (is_ours) std::remove(note_name().c_str());
  handle_.reset(std::fopen(name_.c_str(), "ab"));
  const bool has_end = handle_ && is_ours && std::fseek(handle_.get(), 0, SEEK_END) == 0;
  const long end = has_end ? std::ftell(handle_.get()) : -1;
  if (end <= 0 || static_cast<std::uint64_t>(end) != note->bytes) {
    restart();
    return std::nullopt;
  }
  size_ = note->bytes;
  return note->version;
}

BINDERY_BODY bool PartialFile::write(std::string_view bytes) {
  if (!handle_) return false;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), handle_.get()) != bytes.size()) {
    return failed("write", name_, errno);
  }
  size_ += bytes.size();
  return true;
}

BINDERY_BODY bool PartialFile::restart() {
  size_ = 0;
  handle_.reset();
  errno = 0;
  handle_.reset(std::fopen(name_.c_str(), "wb"));
  return handle_ || failed("write", name_, errno);
}

BINDERY_BODY bool PartialFile::commit() {
  if (!close()) return false;
  errno = 0;
  if (std::rename(name_.c_str(), target_.c_str()) != 0) {
    return failed("replace", target_, errno);
  }
  name_.clear();
  return true;
}

BINDERY_BODY void PartialFile::keep(const FileVersion& version) {
  // What is there without a note was left by somebody else.
  const bool is_taken = Handle(std::fopen(kept_name().c_str(), "rb")) && !read_note();
  const bool is_worth_it = size_ != 0 && version.is_resumable() && !is_taken;
  // First, so that no note of another one lies beside it at any time.
  if (is_worth_it) std::remove(note_name().c_str());
  if (!is_worth_it || !close() || std::rename(name_.c_str(), kept_name().c_str()) != 0) {
    return discard();
  }
  name_.clear();
  const Handle note(std::fopen(note_name().c_str(), "wb"));
  if (!note) return;
  const std::string text = version.validator + '\n' +
                           (version.size ? std::to_string(*version.size) : std::string()) + '\n' +
                           std::to_string(size_) + '\n';
  std::fwrite(text.data(), 1, text.size(), note.get());
}

BINDERY_BODY void PartialFile::discard() {
  handle_.reset();
  if (!name_.empty()) std::remove(name_.c_str());
  name_.clear();
}

BINDERY_BODY void PartialFile::Close::operator()(std::FILE* file) const noexcept {
  std::fclose(file);
}

BINDERY_BODY bool PartialFile::failed(std::string_view what, const std::string& name, int reason) {
  failure_ = "cannot " + std::string(what) + ' ' + name;
  if (reason != 0) failure_ += ": " + std::generic_category().message(reason);
  return false;
}

// Closing writes what is buffered, and says whether that went well.
BINDERY_BODY bool PartialFile::close() {
  errno = 0;
  if (handle_ && std::fclose(handle_.release()) == 0) return true;
  return failed("write", name_, errno);
}

BINDERY_BODY std::string PartialFile::kept_name() const { return target_ + ".partial"; }

BINDERY_BODY std::string PartialFile::note_name() const { return kept_name() + ".version"; }

BINDERY_BODY std::optional<PartialFile::Note> PartialFile::read_note() const {
  const Handle file(std::fopen(note_name().c_str(), "rb"));
  if (!file) return std::nullopt;
  char buffer[4096];
  std::string_view text(buffer, std::fread(buffer, 1, sizeof buffer, file.get()));
  const auto next_line = [&text]() -> std::optional<std::string_view> {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
  };
  const auto validator = next_line();
  const auto size = next_line();
  const auto bytes = next_line();
  const auto count = bytes ? parse_decimal(*bytes) : std::nullopt;
  if (!count || validator->empty() || !is_valid_header_value(*validator)) return std::nullopt;
  Note note{{std::string(*validator), {}}, static_cast<std::uint64_t>(*count)};
  if (const auto whole = parse_decimal(*size)) {
    // There is nothing left to ask for.
    if (*whole <= *count) return std::nullopt;
    note.version.size = static_cast<std::uint64_t>(*whole);
  }
  return note;
}

BINDERY_BODY std::string PartialFile::hexadecimal(std::uint64_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[number >> shift & 15];
  return text;
}

}  // namespace v1
}  // namespace bindery
