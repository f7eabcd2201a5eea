// A scheme that is alone of its kind has the plain variables: SHOP_API_KEY.
// Must give the same names whatever else the document holds.
#include "cpp/credential_names.hpp"

#include <algorithm>

#include "cpp/identifier.hpp"
#include "cpp/name_table.hpp"

namespace bindery::cpp {
namespace {

std::string upper_snake(std::string_view text) {
  std::string name = snake_identifier(text);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

// Schemes whose variables would be the same.
enum class Family { token, api_key, basic, other };

Family family(const model::SecurityScheme& scheme) {
  switch (scheme.kind) {
    case model::SecurityKind::http_bearer:
    case model::SecurityKind::oauth2:
    case model::SecurityKind::open_id_connect:
      return Family::token;
    case model::SecurityKind::api_key:
      return Family::api_key;
    case model::SecurityKind::http_basic:
      return Family::basic;
    default:
      return Family::other;
  }
}

std::vector<std::string> variables_of(const model::SecurityScheme& scheme, const std::string& token,
                                      const std::string& prefix) {
  if (family(scheme) == Family::basic) return {prefix + "_USERNAME", prefix + "_PASSWORD"};
  if (scheme.kind != model::SecurityKind::oauth2) return {token};
  return {token, prefix + "_CLIENT_ID", prefix + "_CLIENT_SECRET", prefix + "_REFRESH_TOKEN"};
}

}  // namespace

std::vector<CredentialNames> credential_names(const model::Api& api,
                                              const std::map<std::string, std::string>& given,
                                              const std::string& name_space,
                                              diagnostics::Diagnostics& diagnostics) {
  NameTable table({"store", "from_environment"});
  std::vector<Claim> claims;
  for (const model::SecurityScheme& scheme : api.security_schemes) {
    Claim claim;
    claim.candidates = {snake_identifier(scheme.name)};
    claim.identity = scheme.name;
    claim.is_exact = claim.candidates.front() == scheme.name;
    claim.origin = scheme.origin;
    claims.push_back(std::move(claim));
  }
  const std::vector<std::string> members = table.settle(claims, diagnostics);
  const std::string prefix = upper_snake(name_space);
  std::vector<CredentialNames> names;
  for (std::size_t index = 0; index < members.size(); ++index) {
    const model::SecurityScheme& scheme = api.security_schemes[index];
    const Family own_family = family(scheme);
    const auto alike = std::count_if(
        api.security_schemes.begin(), api.security_schemes.end(),
        [&](const model::SecurityScheme& other) { return family(other) == own_family; });
    const auto wanted = given.find(scheme.name);
    std::string own = prefix + "_" + upper_snake(members[index]);
    if (wanted != given.end()) own = wanted->second;
    const bool is_plain = wanted == given.end() && alike == 1 && own_family != Family::other;
    names.push_back({members[index],
                     is_plain ? variables_of(scheme,
                                             prefix + (own_family == Family::token ? "_ACCESS_TOKEN"
                                                                                   : "_API_KEY"),
                                             prefix)
                              : variables_of(scheme, own, own)});
  }
  return names;
}

}  // namespace bindery::cpp
