// Alternatives as nested braces.
// Must keep the order of the document: the first complete one is used.
#include "cpp/authorization.hpp"

#include <algorithm>

#include "cpp/literal.hpp"

namespace bindery::cpp {
namespace {

bool is_certificate(const model::Api& api, const std::string& name) {
  return std::any_of(api.security_schemes.begin(), api.security_schemes.end(),
                     [&](const model::SecurityScheme& scheme) {
                       return scheme.name == name && scheme.kind == model::SecurityKind::mutual_tls;
                     });
}

bool takes_scopes(const model::Api& api, const std::string& name) {
  return std::any_of(api.security_schemes.begin(), api.security_schemes.end(),
                     [&](const model::SecurityScheme& scheme) {
                       return scheme.name == name && scheme.kind == model::SecurityKind::oauth2;
                     });
}

std::string use_text(const model::Api& api, const model::SchemeUse& use) {
  std::string scopes;
  for (const std::string& scope : use.scopes) {
    scopes += (scopes.empty() ? "" : ", ") + string_literal(scope);
  }
  if (scopes.empty() || !takes_scopes(api, use.scheme)) return string_literal(use.scheme);
  return "{" + string_literal(use.scheme) + ", {" + scopes + "}}";
}

}  // namespace

std::string authorization(const model::Api& api,
                          const std::vector<model::SecurityRequirement>& alternatives) {
  std::string text;
  bool needs_any = false;
  bool takes_certificate = false;
  const auto add = [&](const std::string& uses) {
    text += (text.empty() ? "{" : ", {") + uses + "}";
    needs_any = needs_any || !uses.empty();
  };
  for (const model::SecurityRequirement& alternative : alternatives) {
    std::string uses;
    for (const model::SchemeUse& use : alternative) {
      if (is_certificate(api, use.scheme)) continue;
      uses += (uses.empty() ? "" : ", ") + use_text(api, use);
    }
    if (uses.empty() && !alternative.empty()) {
      takes_certificate = true;
    } else {
      add(uses);
    }
  }
  if (takes_certificate) add("");
  return needs_any ? "authorize({" + text + "})" : "";
}

std::vector<model::SecurityRequirement> usual_security(const model::Api& api) {
  if (!api.security.empty()) return api.security;
  std::vector<model::SecurityRequirement> all;
  for (const model::Operation& operation : api.operations) {
    for (const model::SecurityRequirement& alternative : operation.security) {
      const auto is_same = [&](const model::SecurityRequirement& known) {
        return std::equal(known.begin(), known.end(), alternative.begin(), alternative.end(),
                          [](const model::SchemeUse& left, const model::SchemeUse& right) {
                            return left.scheme == right.scheme;
                          });
      };
      // Without is what is left when no credential is there.
      if (!alternative.empty() && std::none_of(all.begin(), all.end(), is_same)) {
        all.push_back(alternative);
      }
    }
  }
  return all;
}

}  // namespace bindery::cpp
