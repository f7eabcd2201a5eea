// SPDX-License-Identifier: MIT-0
// A request to a URL that an API answered, which is a secret by itself and needs no other.
// Must not send credentials or headers of the client, nor show the URL's query.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/call_error.hpp"
#include "bindery/cancel.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Whether a server says by a status that a URL has expired or never led anywhere: what stores
/// answer when a signature is too old is no one status.
bool is_expired(const Response& response);

/// Sends through a client's pipeline without anything of the client in it but its name
/// (`Options::user_agent`), and makes the errors of what comes back.
class PresignedRequest {
 public:
  /// `pipeline` must outlive it.
  PresignedRequest(const Pipeline& pipeline, std::string method, const Headers& headers);
  PresignedRequest(const PresignedRequest&) = delete;
  PresignedRequest& operator=(const PresignedRequest&) = delete;

  /// Says where it goes, now and from now on. An error when it cannot be sent there.
  std::optional<Error> set_url(std::string_view url);

  /// The time and patience for all that is sent: those of the client, without its total.
  Budget budget(const std::optional<Timeouts>& timeouts, const std::optional<int>& max_retries,
                const CancelToken& cancel) const;

  /// Sends it, and repeats it as the budget's policy has it.
  TransportResult send(const Budget& budget, BodyReceiver* receiver = nullptr);

  Error invalid(const std::string& reason) const;
  Error failed(const TransportError& error) const;

  /// The error of a status that is no success.
  Error refused(Response response) const;

  /// The error of a file on this machine.
  Error no_file(const std::string& reason) const;

  /// The error of a body that exceeds an option, a literal.
  Error too_large(const Response& head, std::uint64_t most, std::string_view option) const;

  Request request;

 private:
  void hide_query_of(const std::string& url);

  const Pipeline& pipeline_;
  // What the context's operation looks at.
  std::string place_{};
  CallContext context_{};
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/presigned_request.hpp"
#endif
