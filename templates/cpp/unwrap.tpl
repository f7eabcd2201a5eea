{{! Webhooks, proven and typed. }}
{{#file}}
{{>opening}}
{{/file}}

namespace {{name_space}}::webhooks {

{{#event_docs}}
/// {{text}}
{{/event_docs}}
using Event = {{event}};

/// How the sender signs.
inline bindery::WebhookScheme scheme() {
  bindery::WebhookScheme scheme = bindery::{{made_from}};
{{#scheme}}
  scheme.{{text}};
{{/scheme}}
  return scheme;
}

/// The event, when the delivery is signed with one of `secrets` (two while one takes over from the
/// other) and made about now; else an error of kind `unverified`, or `undecodable_body`. `body` is
/// as it came, not parsed and written again. Deliveries may repeat: see "bindery/deliveries.hpp".
inline bindery::Result<Event> unwrap(
    const bindery::Headers& headers,
    std::string_view body,
    const std::vector<bindery::Secret>& secrets,
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
  return bindery::unwrap_webhook<Event>(scheme(), headers, body, secrets, now);
}
inline bindery::Result<Event> unwrap(
    const bindery::Headers& headers,
    std::string_view body,
    const bindery::Secret& secret,
    std::chrono::system_clock::time_point now = std::chrono::system_clock::now()) {
  return unwrap(headers, body, std::vector<bindery::Secret>{secret}, now);
}

}  // namespace {{name_space}}::webhooks
{{#file}}
{{>closing}}
{{/file}}
