// The runtime's URLs: what is encoded is decoded to the same bytes, and joining never moves the
// host a request goes to.
#include <string>
#include <string_view>

#include "bindery/serialization.hpp"
#include "bindery/server_url.hpp"
#include "claim.hpp"

namespace {

using namespace bindery;
using fuzz::claim;

bool is_printable(std::string_view text) {
  for (const char c : text) {
    if (c <= ' ' || c > '~') return false;
  }
  return true;
}

void check_encoding(std::string_view text) {
  for (const Keep keep : {Keep::unreserved, Keep::reserved_in_query, Keep::reserved_in_path}) {
    const std::string encoded = percent_encoded(text, keep);
    claim(is_printable(encoded), "encoded text is printable");
    if (keep == Keep::unreserved) {
      claim(percent_decoded(encoded) == text, "encoded text decodes to what it was");
    } else {
      claim(percent_decoded(encoded) == percent_decoded(text), "triplets survive encoding");
      claim(percent_encoded(encoded, keep) == encoded, "what is encoded stays as it is");
    }
  }
  std::string path;
  append_without_dot_segments(path, text);
  const std::string framed = "/" + path + "/";
  claim(framed.find("/../") == std::string::npos && framed.find("/./") == std::string::npos,
        "no segment climbs");
  claim(path.size() >= text.size(), "no segment is lost");
}

void check_url(std::string_view text, std::string_view path) {
  const auto url = parse_url(text);
  if (!url) return;
  claim(url->scheme == "http" || url->scheme == "https", "the scheme is http or https");
  claim(!url->host.empty() && url->port != 0, "there is a host and a port");
  claim(url->target[0] == '/', "the target begins at the root");
  claim(is_printable(url->target) && is_printable(url->host), "no request line can be broken");
  claim(url->host.find_first_of("/?#@") == std::string::npos, "the host is only a host");

  const auto again = parse_url(url->origin() + url->target);
  claim(again.has_value(), "a URL put together is a URL");
  claim(again->origin() == url->origin() && again->target == url->target, "and the same one");

  const auto joined = parse_url(join_url(text, percent_encoded(path, Keep::reserved_in_path)));
  claim(joined.has_value(), "a URL joined with a path is a URL");
  claim(joined->origin() == url->origin(), "a path never leads to another host");
}

/// A list and an object of both texts, in every style.
void check_styles(std::string_view left, std::string_view right) {
  const auto scalar = [](std::string_view text) {
    ParameterValue value;
    value.kind = ParameterValue::Kind::scalar;
    value.text = text;
    return value;
  };
  ParameterValue list;
  list.kind = ParameterValue::Kind::list;
  list.items = {scalar(left), scalar(right), {}};
  ParameterValue object = list;
  object.kind = ParameterValue::Kind::object;
  object.names = {std::string(right), std::string(left), "absent"};
  for (const ParameterValue& value : {scalar(left), list, object}) {
    for (int style = 0; style <= static_cast<int>(Style::deep_object); ++style) {
      for (const bool explode : {false, true}) {
        const Serialization how{static_cast<Style>(style), explode, false};
        claim(is_printable(path_text(right, value, how)), "a path parameter is printable");
        const auto query = joined_pairs(query_pairs(right, value, how), "&");
        claim(is_printable(query), "a query is printable");
        claim(query.find('#') == std::string::npos, "a query has no fragment");
      }
    }
  }
}

void check_server(std::string_view server, std::string_view value) {
  const auto kept = server_url(server, {});
  claim(server.find('{') != std::string_view::npos || (kept && *kept == server),
        "a server without variables stays as it is");
  static_cast<void>(server_url(server, {{"a", value}, {"region", "{a}"}}));
  const auto filled = server_url("https://{a}.example.com/{b}/v1?q={c}",
                                 {{"a", value}, {"b", value}, {"c", value}});
  const auto url = parse_url(filled ? *filled : std::string());
  if (!url) return;
  const std::string_view domain = ".example.com";
  claim(url->host.size() > domain.size() &&
            url->host.substr(url->host.size() - domain.size()) == domain && url->port == 443,
        "no value leads to another host");
  claim(url->target.find("/v1?q=") != std::string::npos, "no value cuts off what follows");
}

}  // namespace

/// The first line is a URL or text, the rest a path or another text.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::size_t end = text.find('\n');
  const std::string_view first = text.substr(0, end);
  const std::string_view rest = end == std::string_view::npos ? "" : text.substr(end + 1);
  check_encoding(first);
  check_url(first, rest);
  check_styles(first, rest);
  check_server(first, rest);
  return 0;
}
