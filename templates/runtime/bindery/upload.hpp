// SPDX-License-Identifier: MIT-0
// Sends a file to a URL that an API answered for it.
// Must not know operations: the URL and its headers are all there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/file.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/presigned_request.hpp"
#include "bindery/result.hpp"
#include "bindery/transfer.hpp"

namespace bindery {
inline namespace v1 {

/// One upload, read from its source as it is sent. It is repeated as a whole where the policy of
/// retries has it, unless the file is a stream that can be read only once. A redirect is not
/// followed: nobody says that the other place may have the file.
class UploadCall {
 public:
  /// All must outlive the call.
  UploadCall(const Pipeline& pipeline, std::string_view url, const File& file,
             const UploadOptions& options);
  UploadCall(const UploadCall&) = delete;
  UploadCall& operator=(const UploadCall&) = delete;

  /// To be called once.
  Result<Uploaded> run();

 private:
  const std::string url_;
  const std::optional<std::uint64_t> size_;
  const UploadOptions& options_;
  PresignedRequest exchange_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/upload.hpp"
#endif
