// Documented answers, and the sharing of error bodies.
// Must not decide what a client does with a status.
#include "model/lower_response.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/lower_content.hpp"
#include "model/lower_schema.hpp"
#include "model/media_type.hpp"
#include "model/nullability.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"
#include "model/structure_key.hpp"

namespace bindery::model {
namespace {

bool is_success(const spec::Response& response) {
  return !response.status.empty() && response.status.front() == '2';
}

int rank(const std::string& status) {
  if (status == "default") return 2;
  return status.find('X') != std::string::npos ? 1 : 0;
}

/// Inline JSON objects that a response holds, by their own schema.
std::vector<spec::SchemaId> inline_objects(Lowering& lowering, const spec::Response& response) {
  std::vector<spec::SchemaId> objects;
  for (const auto& media : response.content) {
    if (!media.schema || kind_by_name(without_parameters(media.name)) != ContentKind::json) {
      continue;
    }
    const spec::SchemaId id = *media.schema;
    if (lowering.component(id) == nullptr && !lowering.schema(id).reference &&
        read_schema(lowering, id).kind == Reading::Kind::object) {
      objects.push_back(id);
    }
  }
  return objects;
}

/// The component that an envelope's only member is.
const Component* enveloped(const Lowering& lowering, const spec::Schema& schema) {
  if (schema.properties.size() != 1) return nullptr;
  spec::SchemaId id = schema.properties.front().schema;
  for (std::size_t step = 0; step <= lowering.spec.schemas.size(); ++step) {
    if (const auto* component = lowering.component(id)) return component;
    const spec::Schema& member = lowering.schema(id);
    if (!is_plain_reference(member) || !member.reference->target.is_known()) break;
    id = member.reference->target;
  }
  return nullptr;
}

/// Finds or makes the type of an error body and remembers it as the schema's.
void share_error_body(Lowering& lowering, spec::SchemaId id, const TypeName& by_role) {
  if (lowering.uses.count(id.index) != 0) return;
  const std::string key = structure_key(lowering, id);
  if (const auto found = lowering.error_bodies.find(key); found != lowering.error_bodies.end()) {
    lowering.uses[id.index] = found->second;
    return;
  }
  TypeName name = by_role;
  const Component* component = enveloped(lowering, lowering.schema(id));
  if (component != nullptr) {
    // A second, different envelope of the same component also says its member.
    const bool is_first = lowering.envelopes.insert(component->schema.index).second;
    name = {};
    name.source = TypeName::Source::member;
    name.parent = component->type;
    name.member = is_first ? "Envelope" : lowering.schema(id).properties.front().name + "_Envelope";
  }
  lowering.error_bodies.emplace(key, lower_schema(lowering, id, name));
}

/// `Error`, or `Error404` where an operation's errors differ.
std::string error_role(Lowering& lowering, const spec::Operation& operation,
                       const std::string& status) {
  std::string first;
  for (const auto& response : operation.responses) {
    if (is_success(response)) continue;
    for (const auto id : inline_objects(lowering, response)) {
      const std::string key = structure_key(lowering, id);
      if (first.empty()) first = key;
      if (key != first) return status == "default" ? "ErrorDefault" : "Error" + status;
    }
  }
  return "Error";
}

std::string role_of(Lowering& lowering, const spec::Operation& operation,
                    const spec::Response& response) {
  if (!is_success(response)) return error_role(lowering, operation, response.status);
  const auto successes =
      std::count_if(operation.responses.begin(), operation.responses.end(), is_success);
  return successes == 1 ? "Response" : "Response" + response.status;
}

/// The types of an operation's inline header schemas, by name and structure: several answers mostly
/// repeat one header.
using HeaderTypes = std::map<std::pair<std::string, std::string>, TypeUse>;

ResponseHeader lower_header(Lowering& lowering, const spec::Header& written, const Owner& owner,
                            HeaderTypes& known) {
  ResponseHeader header;
  header.wire_name = written.name;
  header.required = written.required;
  header.explode = written.explode.value_or(false);
  header.docs.description = written.description.value_or("");
  header.docs.deprecated = written.deprecated;
  header.origin = origin_of(written.origin);
  std::optional<spec::SchemaId> schema = written.schema;
  if (!schema && !written.content.empty()) {
    const spec::MediaType& media = written.content.front();
    schema = media.schema;
    header.is_json = kind_by_name(without_parameters(media.name)) == ContentKind::json;
  }
  if (!schema) {
    header.type = primitive_use(lowering, Primitive::string);
    header.is_json = false;
    return header;
  }
  const auto key = std::make_pair(written.name, structure_key(lowering, *schema));
  auto found = known.find(key);
  if (found == known.end()) {
    const TypeName name = name_in_role(lowering, owner, written.name, *schema);
    found = known.emplace(key, lower_schema(lowering, *schema, name)).first;
  }
  header.type = found->second;
  return header;
}

/// OAS 3.1 4.8.17: the content says what `Content-Type` would.
bool is_documented_elsewhere(const spec::Header& header) {
  std::string name = header.name;
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name == "content-type";
}

/// RFC 9110 6.4.1 and 15.3.6: answers that never have a body. What the document says of the content
/// of a HEAD is what a GET would have (9.3.2), so that one alone is no mistake.
bool has_no_body(const spec::Operation& operation, const std::string& status) {
  return operation.method == "HEAD" || status.front() == '1' || status == "204" ||
         status == "205" || status == "304";
}

/// The content of an answer as it can come.
std::vector<spec::MediaType> possible_content(Lowering& lowering, const spec::Operation& operation,
                                              const spec::Response& response,
                                              const std::string& what) {
  if (response.content.empty() || response.status.empty() ||
      !has_no_body(operation, response.status)) {
    return response.content;
  }
  if (operation.method != "HEAD") {
    lowering.diagnostics
        .report(diagnostics::Code::E0406, response.origin.where,
                what + " has content, but HTTP sends no body with this status")
        .at(response.origin.pointer)
        .hint("it is read as an empty answer");
  }
  return {};
}

}  // namespace

std::vector<ResponseCase> lower_responses(Lowering& lowering, const spec::Operation& operation,
                                          const Owner& owner, const std::string& what) {
  std::vector<ResponseCase> cases;
  HeaderTypes header_types;
  for (const auto& documented : operation.responses) {
    const std::string place = "answer `" + documented.status + "` of " + what;
    spec::Response response = documented;
    response.content = possible_content(lowering, operation, documented, place);
    const std::string role = role_of(lowering, operation, response);
    if (!is_success(response)) {
      for (const auto id : inline_objects(lowering, response)) {
        share_error_body(lowering, id, name_in_role(lowering, owner, role, id));
      }
    }
    ResponseCase answer;
    answer.status = response.status;
    answer.docs.description = response.description.value_or("");
    answer.origin = origin_of(response.origin);
    answer.contents = lower_contents(lowering, response.content, owner, role, place);
    for (const auto& header : response.headers) {
      if (is_documented_elsewhere(header)) continue;
      answer.headers.push_back(lower_header(lowering, header, owner, header_types));
    }
    cases.push_back(std::move(answer));
  }
  std::stable_sort(cases.begin(), cases.end(), [](const ResponseCase& a, const ResponseCase& b) {
    if (rank(a.status) != rank(b.status)) return rank(a.status) < rank(b.status);
    return a.status < b.status;
  });
  return cases;
}

}  // namespace bindery::model
