// SPDX-License-Identifier: MIT-0
// What to say of downloads and uploads by URLs that an API answered, and what comes back.
// Must stay light: every client includes it. Doing them is download.hpp and upload.hpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "bindery/cancel.hpp"
#include "bindery/headers.hpp"
#include "bindery/result.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

class DownloadCall;
class UploadCall;

/// Told how many bytes there are so far, and of how many when that is known. By the thread of the
/// call; must not throw. Starting again from the first byte, the count does too.
using Progress = std::function<void(std::uint64_t bytes, std::optional<std::uint64_t> total)>;

/// What one download does differently. Everything else is as the client's options have it, but none
/// of its headers and credentials is sent.
struct DownloadOptions {
  /// Sent with each request of it; what is not for any server is left behind by a redirect to
  /// another.
  Headers headers{};
  /// Empty: those of the client without their total, since a large file takes as long as it takes.
  /// Of those given `total` bounds everything to the last byte, and zero is none.
  std::optional<Timeouts> timeouts{};
  /// How often what failed without bringing a byte is repeated; a connection that breaks after some
  /// is resumed as often as it must be, unless this is 0.
  std::optional<int> max_retries{};
  /// Of the file; a larger one is an error of kind `limit_exceeded` that names this.
  std::uint64_t max_file_bytes = std::uint64_t{16} << 30;
  Progress on_progress{};
  /// Asked once for another URL of the same file, when the server says that this one has expired or
  /// leads nowhere. An error of it is the download's.
  std::function<Result<std::string>()> refetch{};
  /// What there is of a file when its download fails, and the server lets it be resumed, is kept as
  /// the target's name with `.partial`, beside `.partial.version`; the next download to the target
  /// that has this set goes on from there, if the server still has the same file.
  bool keep_partial = false;
  /// Ends the download when its source is cancelled.
  CancelToken cancel{};
};

/// A file that was downloaded.
struct Downloaded {
  std::string path{};
  /// Of the file.
  std::uint64_t bytes = 0;
  /// As the server names it, without parameters; empty when it does not.
  std::string media_type{};
  /// As the server gives it, with its quotes; empty when it does not.
  std::string etag{};
  /// How often it went on where it had broken off.
  int resumptions = 0;
};

/// What one upload does differently. None of the client's headers and credentials is sent.
struct UploadOptions {
  std::string method = "PUT";
  /// Sent as they are, such as those an API answers together with the URL. Without a `Content-Type`
  /// among them the file's is sent, unless it is empty.
  Headers headers{};
  /// Empty: those of the client without their total.
  std::optional<Timeouts> timeouts{};
  std::optional<int> max_retries{};
  Progress on_progress{};
  /// Ends the upload when its source is cancelled.
  CancelToken cancel{};
};

/// A file that was uploaded; status and headers are those of the `Result` it comes in.
struct Uploaded {
  /// Of the file; nothing when it came from a stream that did not say.
  std::optional<std::uint64_t> bytes{};
  /// As the server gives it, with its quotes; empty when it does not.
  std::string etag{};
  /// The answer's, which is mostly empty.
  std::string body{};
};

}  // namespace v1
}  // namespace bindery
