// SPDX-License-Identifier: MIT-0
// Fetches what a URL leads to into a file, which is there only when it is whole.
// Must not know operations: the URL is all there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/error.hpp"
#include "bindery/file_version.hpp"
#include "bindery/http.hpp"
#include "bindery/partial_file.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/presigned_request.hpp"
#include "bindery/result.hpp"
#include "bindery/transfer.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Writes the bodies of one download's answers to its file: a whole one from the first byte on, a
/// part that fits behind what there is.
class DownloadReceiver final : public BodyReceiver {
 public:
  /// Why it took no more.
  enum class Stop : int { none, file, limit, unfit };

  /// Both must outlive it.
  DownloadReceiver(PartialFile& file, const DownloadOptions& options)
      : file_(file), options_(options) {}

  /// Before each exchange.
  void expect();

  bool begin(const Response& answer) override;

  bool receive(std::string_view bytes) override;

  Stop stop() const noexcept { return stop_; }
  /// The last exchange brought the file or a part of it.
  bool has_begun() const noexcept { return has_begun_; }
  /// It went on where the one before had broken off.
  bool is_part() const noexcept { return is_part_; }
  /// It brought bytes behind those that were there.
  bool has_progress() const noexcept;

  /// Of the file that is being written.
  FileVersion version{};
  /// Of the last answer that brought some of it.
  Response head{};

 private:
  PartialFile& file_;
  const DownloadOptions& options_;
  // Behind the last byte that the answer promises.
  std::optional<std::uint64_t> end_{};
  Stop stop_ = Stop::none;
  bool has_begun_ = false;
  bool is_part_ = false;
  bool has_progress_ = false;
};

/// One download. The file is written beside its target, and takes its place when it is whole; what
/// stood there is kept until then, and for good when the download fails.
///
/// What breaks off is resumed by `Range` with `If-Range` (RFC 9110 13.1.5, 14.2), where the server
/// gave a strong entity tag or a date that is as good; else, and when the file has changed or the
/// server sends all of it again, it starts anew. No content coding is asked for, since the bytes of
/// one do not tell how many of the file's there are.
class DownloadCall {
 public:
  /// All must outlive the call.
  DownloadCall(const Pipeline& pipeline, std::string_view url, std::string path,
               const DownloadOptions& options);

  /// To be called once.
  Result<Downloaded> run();

 private:
  /// One exchange. Nothing when the file is whole, or when there is to be another.
  std::optional<Error> fetch();

  void ask_for_the_rest();

  /// An answer without the file or a part of it.
  std::optional<Error> no_file_in(Response response);

  /// Nothing when there may be another exchange, from the first byte on.
  std::optional<Error> start_anew(std::string reason);

  std::optional<Error> restart();

  /// The connection broke while it brought the file. Waits, and nothing when it may go on.
  std::optional<Error> go_on_after(TransportError broken);

  Result<Downloaded> finish();

  const Pipeline& pipeline_;
  const std::string url_;
  const std::string path_;
  const DownloadOptions& options_;
  PresignedRequest exchange_;
  const Budget budget_;
  PartialFile file_;
  DownloadReceiver receiver_;
  bool may_refetch_ = false;
  bool is_whole_ = false;
  int retries_done_ = 0;
  int resumptions_ = 0;
  // Of servers that contradict themselves.
  int restarts_left_ = 2;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/download.hpp"
#endif
