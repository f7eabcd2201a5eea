// The `openapi` key.
// Must not look at anything else but `swagger`.
#include "spec/version.hpp"

#include <string>
#include <string_view>

namespace bindery::spec {

using diagnostics::Code;

namespace {

std::optional<Version> parse_version(std::string_view text) {
  const std::string_view minor = text.substr(0, 3);
  // What follows is a patch level, a suffix such as `-rc1`, or nothing.
  if (text.size() > 3 && text[3] != '.' && text[3] != '-') return std::nullopt;
  if (minor == "3.0") return Version::v3_0;
  if (minor == "3.1") return Version::v3_1;
  if (minor == "3.2") return Version::v3_2;
  return std::nullopt;
}

}  // namespace

std::optional<Version> read_version(const document::Node& root,
                                    diagnostics::Diagnostics& diagnostics) {
  const document::Node* const openapi = root.find("openapi");
  if (openapi == nullptr) {
    if (const document::Node* const swagger = root.find("swagger")) {
      diagnostics
          .report(Code::E0110, swagger->where,
                  "this is Swagger " + (swagger->text.empty() ? "2.0" : swagger->text) +
                      ", expected OpenAPI 3.0, 3.1 or 3.2")
          .at("#/swagger")
          .hint("convert it to OpenAPI 3, for example with swagger2openapi");
      return std::nullopt;
    }
    diagnostics.report(Code::E0109, root.where, "no `openapi` key: this is not an OpenAPI document")
        .at("#")
        .hint("an OpenAPI document begins with `openapi: 3.1.0` or the like");
    return std::nullopt;
  }
  // Without quotes, `3.1` is a number.
  const bool is_text = openapi->is_string() || openapi->is_number();
  const std::optional<Version> version = is_text ? parse_version(openapi->text) : std::nullopt;
  if (!version) {
    diagnostics
        .report(Code::E0110, openapi->where,
                (is_text ? "version `" + openapi->text + "` is" : std::string("this version is")) +
                    " not supported, expected 3.0, 3.1 or 3.2")
        .at("#/openapi");
  }
  return version;
}

}  // namespace bindery::spec
