// Parameters and headers, and how those of path item and operation unite.
// Must not apply the defaults of styles.
#include "spec/read_parameters.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "spec/other_version.hpp"
#include "spec/read_content.hpp"
#include "spec/read_examples.hpp"
#include "spec/read_schema.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Member;

namespace {

using Key = std::pair<std::string, Parameter::In>;

Key key_of(const Parameter& parameter) { return {parameter.name, parameter.in}; }

std::optional<Parameter::In> read_in(Reading& reading, const Place& place,
                                     const std::string& text) {
  if (text == "path") return Parameter::In::path;
  if (text == "query") return Parameter::In::query;
  if (text == "header") return Parameter::In::header;
  if (text == "cookie") return Parameter::In::cookie;
  if (text == "querystring") {
    if (reading.spec.version != Version::v3_2) {
      report_other_version(reading, place, "`in: querystring` exists only since 3.2");
    }
    return Parameter::In::query_string;
  }
  diagnostics::Report report =
      report_bad_value(reading, place, "parameter is in `" + text + "`, which is no place for one");
  if (text == "body" || text == "formData") {
    report.hint("that is version 2.0; describe it in `requestBody`");
  } else {
    report.hint("expected `path`, `query`, `header` or `cookie`");
  }
  return std::nullopt;
}

}  // namespace

std::optional<Parameter> read_parameter(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "parameter")) return std::nullopt;
  Parameter parameter;
  parameter.origin = origin_of(place);
  FieldReader fields(reading, place);
  const auto name = fields.text("name");
  const auto in = fields.any("in");
  const auto in_text = fields.text("in");
  if (!name || !in_text) {
    report_bad_value(
        reading, place,
        std::string("parameter has no `") + (name ? "in" : "name") + "` and is left out");
    return std::nullopt;
  }
  const auto in_value = read_in(reading, *in, *in_text);
  if (!in_value) return std::nullopt;
  parameter.name = *name;
  parameter.in = *in_value;
  parameter.description = fields.text("description");
  parameter.required = fields.flag("required").value_or(false);
  parameter.deprecated = fields.flag("deprecated").value_or(false);
  parameter.allow_empty_value = fields.flag("allowEmptyValue").value_or(false);
  parameter.allow_reserved = fields.flag("allowReserved").value_or(false);
  parameter.style = fields.text("style");
  parameter.explode = fields.flag("explode");
  if (const auto schema = fields.any("schema")) {
    parameter.schema = intern_schema(reading, *schema);
  }
  parameter.content = read_content(reading, fields);
  parameter.examples = read_examples(reading, fields);
  fields.ignore({"summary"});
  fields.finish();
  if (!parameter.schema && parameter.content.empty()) {
    report_bad_value(reading, place,
                     "parameter `" + parameter.name + "` has neither `schema` nor `content`");
  }
  if (parameter.in == Parameter::In::path && !parameter.required) {
    report_bad_value(reading, place,
                     "path parameter `" + parameter.name + "` is not `required: true`")
        .hint("a path parameter is always required; it is treated as such");
    parameter.required = true;
  }
  return parameter;
}

std::vector<Parameter> read_parameters(Reading& reading, FieldReader& fields) {
  std::vector<Parameter> parameters;
  const auto place = fields.sequence("parameters");
  if (!place) return parameters;
  std::map<Key, source::Location> known;
  for (std::size_t i = 0; i < place->node->items.size(); ++i) {
    const Place item = place->item(i);
    auto parameter = read_referenced<Parameter>(reading, item, "parameters", read_parameter);
    if (!parameter) continue;
    const auto [first, is_new] = known.emplace(key_of(*parameter), item.node->where);
    if (is_new) {
      parameters.push_back(std::move(*parameter));
      continue;
    }
    reading.diagnostics
        .report(Code::E0407, item.node->where, "parameter `" + parameter->name + "` is given twice")
        .at(item.pointer)
        .note(first->second, "this one is used");
  }
  return parameters;
}

std::vector<Parameter> unite_parameters(const std::vector<Parameter>& of_path_item,
                                        std::vector<Parameter> of_operation) {
  std::set<Key> own;
  for (const Parameter& parameter : of_operation) own.insert(key_of(parameter));
  std::vector<Parameter> united;
  for (const Parameter& parameter : of_path_item) {
    if (own.count(key_of(parameter)) == 0) united.push_back(parameter);
  }
  for (Parameter& parameter : of_operation) united.push_back(std::move(parameter));
  return united;
}

std::optional<Header> read_header(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "header")) return std::nullopt;
  Header header;
  header.origin = origin_of(place);
  FieldReader fields(reading, place);
  header.description = fields.text("description");
  header.required = fields.flag("required").value_or(false);
  header.deprecated = fields.flag("deprecated").value_or(false);
  header.explode = fields.flag("explode");
  if (const auto schema = fields.any("schema")) header.schema = intern_schema(reading, *schema);
  const bool was_in_header = std::exchange(reading.in_header, true);
  header.content = read_content(reading, fields);
  reading.in_header = was_in_header;
  fields.ignore({"summary", "style", "example", "examples", "allowEmptyValue", "allowReserved"});
  fields.finish();
  return header;
}

std::vector<Header> read_headers(Reading& reading, FieldReader& fields) {
  std::vector<Header> headers;
  const auto place = fields.mapping("headers");
  if (!place) return headers;
  for (const Member& member : place->node->members) {
    if (is_extension(member.key) && member.value.find("schema") == nullptr &&
        member.value.find("$ref") == nullptr && member.value.find("content") == nullptr) {
      continue;  // an extension; `X-RateLimit` in lower case is a header
    }
    auto header = read_referenced<Header>(reading, place->member(member), "headers", read_header);
    if (!header) continue;
    header->name = member.key;
    headers.push_back(std::move(*header));
  }
  return headers;
}

}  // namespace bindery::spec
