// SPDX-License-Identifier: MIT-0
// Proves who sent a webhook, and reads it: the one header that includes OpenSSL.
// Must not know events, nor remember deliveries.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "bindery/base64.hpp"
#include "bindery/error.hpp"
#include "bindery/headers.hpp"
#include "bindery/json_codec.hpp"
#include "bindery/result.hpp"
#include "bindery/retry.hpp"
#include "bindery/secret.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// How a sender signs what it delivers: HMAC-SHA256 of the body as it came, and perhaps of more.
struct WebhookScheme {
  /// The header with the signature, or several of them with spaces between.
  std::string signature_header{};
  /// What stands before each, such as `v1,` or `sha256=`; others are passed over.
  std::string prefix{};
  /// Base64, or else hexadecimal.
  bool is_base64 = false;
  /// Where `{id}`, `{timestamp}` and `{body}` stand for what was delivered.
  std::string signed_text = "{body}";
  std::string id_header{};
  /// Seconds since 1970. Empty: deliveries do not say when they were made.
  std::string timestamp_header{};
  /// Whether secrets are base64 behind `whsec_`; else they are used as they are.
  bool is_secret_base64 = false;
  /// How far from now a delivery may say it was made.
  std::chrono::seconds tolerance{300};
};

/// Those who keep to standardwebhooks.com.
inline WebhookScheme standard_webhooks() {
  return {"webhook-signature", "v1,", true, "{id}.{timestamp}.{body}", "webhook-id",
          "webhook-timestamp", true};
}

namespace detail {

inline std::string hmac_sha256(std::string_view key, std::string_view text) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  ::HMAC(::EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, &size);
  return std::string(reinterpret_cast<const char*>(digest), size);
}

// The bytes of a signature; nothing when it is not written as it should be.
inline std::optional<std::string> signature_bytes(std::string_view text, bool is_base64) {
  if (is_base64) {
    Bytes bytes;
    if (!base64_decode(text, bytes)) return std::nullopt;
    return std::string(bytes.begin(), bytes.end());
  }
  if (text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += 2) {
    if (!is_hex_digit(text[at]) || !is_hex_digit(text[at + 1])) return std::nullopt;
    bytes += static_cast<char>(hex_value(text[at]) * 16 + hex_value(text[at + 1]));
  }
  return bytes;
}

// The key that a secret stands for; nothing when it is not base64 where it should be.
inline std::optional<std::string> webhook_key(const WebhookScheme& scheme, const Secret& secret) {
  std::string_view text = secret.reveal();
  if (!scheme.is_secret_base64) return std::string(text);
  constexpr std::string_view prefix = "whsec_";
  if (text.substr(0, prefix.size()) == prefix) text.remove_prefix(prefix.size());
  Bytes bytes;
  if (!base64_decode(text, bytes)) return std::nullopt;
  return std::string(bytes.begin(), bytes.end());
}

inline std::string signed_text(const WebhookScheme& scheme, const Headers& headers,
                               std::string_view body) {
  const auto field = [&](const std::string& name) {
    return headers.find(name).value_or(std::string_view());
  };
  std::string text;
  for (std::string_view rest = scheme.signed_text; !rest.empty();) {
    const auto takes = [&](std::string_view word) {
      if (rest.substr(0, word.size()) != word) return false;
      rest.remove_prefix(word.size());
      return true;
    };
    if (takes("{body}")) {
      text += body;
    } else if (takes("{id}")) {
      text += field(scheme.id_header);
    } else if (takes("{timestamp}")) {
      text += field(scheme.timestamp_header);
    } else {
      text += rest[0];
      rest.remove_prefix(1);
    }
  }
  return text;
}

}  // namespace detail

/// What speaks against a delivery: a signature that no secret explains, a time that is missing or
/// too far away. Empty when nothing does. `body` is as it came, not parsed and written again;
/// several secrets are for the time in which one takes over from another. Takes equally long
/// wherever a signature goes wrong.
inline std::string webhook_obstacle(const WebhookScheme& scheme, const Headers& headers,
                                    std::string_view body, const std::vector<Secret>& secrets,
                                    std::chrono::system_clock::time_point now) {
  const auto given = headers.find(scheme.signature_header);
  if (!given || given->empty()) return "there is no " + scheme.signature_header + " header";
  if (!scheme.timestamp_header.empty()) {
    const auto text = headers.find(scheme.timestamp_header);
    const auto seconds = text ? parse_decimal(*text) : std::nullopt;
    if (!seconds) return "the " + scheme.timestamp_header + " header has no time";
    const auto away = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()) -
                      std::chrono::seconds(*seconds);
    if (away > scheme.tolerance || away < -scheme.tolerance) {
      return "it was made too long ago, or in the future";
    }
  }
  const std::string text = detail::signed_text(scheme, headers, body);
  bool is_signed = false;
  for (const Secret& secret : secrets) {
    const auto key = detail::webhook_key(scheme, secret);
    if (!key || key->empty()) continue;  // An empty key is known to all.
    const std::string expected = detail::hmac_sha256(*key, text);
    for (std::string_view rest = *given; !rest.empty();) {
      std::string_view one = rest.substr(0, rest.find(' '));
      rest.remove_prefix(one.size() == rest.size() ? one.size() : one.size() + 1);
      if (one.substr(0, scheme.prefix.size()) != scheme.prefix) continue;
      one.remove_prefix(scheme.prefix.size());
      const auto bytes = detail::signature_bytes(one, scheme.is_base64);
      if (!bytes || bytes->size() != expected.size()) continue;
      is_signed |= ::CRYPTO_memcmp(bytes->data(), expected.data(), expected.size()) == 0;
    }
  }
  return is_signed ? "" : "its signature is not made with the secret";
}

/// A delivery that is proven to come from its sender, as a `T`; else an error of kind `unverified`,
/// or `undecodable_body`. `headers()` of the result are those of the delivery: senders repeat, and
/// `WebhookScheme::id_header` is what a repetition is known by.
///
///     auto event = bindery::unwrap_webhook<VideoEvent>(bindery::standard_webhooks(), headers,
///                                                      body, {secret});
template <class T>
Result<T> unwrap_webhook(
    const WebhookScheme& scheme, const Headers& headers, std::string_view body,
    const std::vector<Secret>& secrets,
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
  const std::string obstacle = webhook_obstacle(scheme, headers, body, secrets, now);
  ErrorDetails details;
  details.headers = headers;
  details.body = std::string(body);
  if (!obstacle.empty()) {
    details.kind = ErrorKind::unverified;
    details.message = "webhook: " + obstacle;
    return Error(std::move(details));
  }
  Result<T> event = from_json<T>(body);
  if (event) return Result<T>(*std::move(event), ResponseInfo{0, headers, {}, {}});
  details.kind = ErrorKind::undecodable_body;
  details.message = "webhook: " + event.error().message();
  return Error(std::move(details));
}

}  // namespace v1
}  // namespace bindery
