// Security schemes of every type, and those that are not usable.
#include "spec/read_security.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace bindery::spec {
namespace {

using Kind = SecurityScheme::Kind;

TEST(ReadSecurity, ReadsSchemesOfEveryType) {
  const auto read = read_text_as_spec(R"(openapi: 3.2.0
info: {title: T, version: '1'}
security: [{Key: []}, {OAuth: [read, write], Key: []}]
components:
  securitySchemes:
    Key: {type: apiKey, in: header, name: x-api-key, description: d}
    Bearer: {type: http, scheme: Bearer, bearerFormat: JWT}
    OAuth:
      type: oauth2
      flows:
        clientCredentials: {tokenUrl: t, scopes: {read: Reads, write: Writes}}
        authorizationCode: {authorizationUrl: a, tokenUrl: t, refreshUrl: r, scopes: {}}
    OpenId: {type: openIdConnect, openIdConnectUrl: u}
    Tls: {type: mutualTLS}
    Alias: {$ref: '#/components/securitySchemes/Key'}
)");
  EXPECT_EQ(read->said(), Lines{});
  const auto& schemes = read->spec.security_schemes;
  ASSERT_EQ(schemes.size(), 6u);
  EXPECT_EQ(schemes[0].kind, Kind::api_key);
  EXPECT_EQ(schemes[0].parameter_name, "x-api-key");
  EXPECT_EQ(schemes[1].scheme, "Bearer");
  EXPECT_EQ(schemes[1].bearer_format, "JWT");
  ASSERT_EQ(schemes[2].flows.size(), 2u);
  EXPECT_EQ(schemes[2].flows[0].kind, OAuthFlow::Kind::client_credentials);
  EXPECT_EQ(schemes[2].flows[0].scopes.at(1).first, "write");
  EXPECT_EQ(schemes[2].flows[1].refresh_url, "r");
  EXPECT_EQ(schemes[3].kind, Kind::open_id_connect);
  EXPECT_EQ(schemes[4].kind, Kind::mutual_tls);
  EXPECT_EQ(schemes[5].name, "Alias");
  EXPECT_EQ(schemes[5].kind, Kind::api_key);
  ASSERT_EQ(read->spec.security.size(), 2u);
  ASSERT_EQ(read->spec.security[1].schemes.size(), 2u);
  EXPECT_EQ(read->spec.security[1].schemes[0].scopes, (Lines{"read", "write"}));
}

TEST(ReadSecurity, MarksUnusableSchemesAsUnknown) {
  const auto read = read_text_as_spec(R"(openapi: 3.1.0
info: {title: T, version: '1'}
components:
  securitySchemes:
    A: {type: basic}
    B: {type: apiKey, in: header}
    C: {type: apiKey, in: body, name: n}
    D: {type: http}
    E: {scheme: bearer}
    F: null
)");
  ASSERT_EQ(read->spec.security_schemes.size(), 5u);
  for (const SecurityScheme& scheme : read->spec.security_schemes) {
    EXPECT_EQ(scheme.kind, Kind::unknown) << scheme.name;
  }
  EXPECT_EQ(read->count("E0311"), 6u);
  EXPECT_FALSE(read->diagnostics.has_errors());
}

TEST(ReadSecurity, TellsNoneFromUnusable) {
  const auto none =
      read_operation_text("      security: []\n      responses: {'200': {description: ok}}\n");
  EXPECT_EQ(none->said(), Lines{});
  ASSERT_TRUE(none->spec.paths.at(0).operations.at(0).security);
  EXPECT_TRUE(none->spec.paths[0].operations[0].security->empty());
  const auto unusable =
      read_operation_text("      security: [Key]\n      responses: {'200': {description: ok}}\n");
  EXPECT_EQ(unusable->count("E0311"), 1u);
  EXPECT_FALSE(unusable->spec.paths.at(0).operations.at(0).security);
}

}  // namespace
}  // namespace bindery::spec
