// SPDX-License-Identifier: MIT-0
// A file that is being written beside the one it will take the place of.
// Must not know where its bytes come from.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/file_version.hpp"

namespace bindery {
inline namespace v1 {

/// Writes under a name of its own, such as `video.mp4.5f3a09c1d2e4b677.partial`, which nobody else
/// has: several may be on their way to one target. Gone with this, unless it was put in its place
/// or kept. It does not wait until the disk has what the system holds.
class PartialFile {
 public:
  explicit PartialFile(std::string target) : target_(std::move(target)) {}
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile();

  /// Makes it, empty; `chance` is any 64 bits. False when it cannot be, as all that follow.
  bool create(std::uint64_t chance);

  /// Goes on with what `keep` left for this target, once it was created: the version it is of, or
  /// nothing when there is none or it is not what `keep` left.
  std::optional<FileVersion> take_over();

  bool write(std::string_view bytes);

  /// Throws away what was written.
  bool restart();

  /// Puts it in the target's place, in one step: whoever looks sees the old one or the new one.
  bool commit();

  /// Leaves what there is for a later `take_over`; or nothing, when it cannot be gone on with.
  void keep(const FileVersion& version);

  void discard();

  /// How many bytes were written.
  std::uint64_t size() const noexcept { return size_; }
  /// Why something was false, such as `cannot write a.mp4.0f.partial: No space left on device`.
  const std::string& failure() const noexcept { return failure_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept;
  };
  using Handle = std::unique_ptr<std::FILE, Close>;

  struct Note {
    FileVersion version{};
    std::uint64_t bytes = 0;
  };

  bool failed(std::string_view what, const std::string& name, int reason);

  bool close();

  std::string kept_name() const;
  std::string note_name() const;

  std::optional<Note> read_note() const;

  static std::string hexadecimal(std::uint64_t number);

  const std::string target_;
  std::string name_{};
  Handle handle_{};
  std::uint64_t size_ = 0;
  std::string failure_{};
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/partial_file.hpp"
#endif
