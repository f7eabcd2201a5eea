// Operations, bodies, responses and callbacks.
// Must not read path items but by read_paths.
#include "spec/read_operation.hpp"

#include <utility>

#include "spec/read_content.hpp"
#include "spec/read_parameters.hpp"
#include "spec/read_paths.hpp"
#include "spec/read_security.hpp"
#include "spec/read_servers.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Member;

namespace {

diagnostics::Report report_responses(Reading& reading, source::Location where,
                                     const std::string& pointer, std::string message) {
  diagnostics::Report report = reading.diagnostics.report(Code::E0406, where, std::move(message));
  report.at(pointer);
  return report;
}

/// `200`, `4XX`, `default`; nothing for what is no status (OAS 3.1 4.8.16).
std::optional<std::string> status_of(const std::string& key) {
  if (key == "default") return key;
  if (key.size() != 3 || key[0] < '1' || key[0] > '9') return std::nullopt;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_x = [](char c) { return c == 'x' || c == 'X'; };
  if (is_digit(key[1]) && is_digit(key[2])) return key;
  if (is_x(key[1]) && is_x(key[2])) return key.substr(0, 1) + "XX";
  return std::nullopt;
}

std::vector<Response> read_responses(Reading& reading, FieldReader& fields) {
  std::vector<Response> responses;
  const auto place = fields.any("responses");
  if (!place || !place->node->is_mapping() || place->node->members.empty()) {
    report_responses(reading, fields.where("responses"),
                     place ? place->pointer : fields.place().pointer,
                     !place                      ? "operation has no `responses`"
                     : place->node->is_mapping() ? "`responses` is empty"
                                                 : "`responses` is not a mapping");
    return responses;
  }
  for (const Member& member : place->node->members) {
    if (is_extension(member.key)) continue;
    const Place value = place->member(member);
    const auto status = status_of(member.key);
    if (!status) {
      report_responses(reading, member.key_where, value.pointer,
                       "`" + member.key + "` is no status")
          .hint("expected three digits, `4XX` or `default`");
      continue;
    }
    auto response = read_referenced<Response>(reading, value, "responses", read_response);
    if (!response) continue;
    response->status = *status;
    responses.push_back(std::move(*response));
  }
  return responses;
}

std::vector<Callback> read_callbacks(Reading& reading, FieldReader& fields) {
  std::vector<Callback> callbacks;
  const auto place = fields.mapping("callbacks");
  if (!place) return callbacks;
  if (reading.in_callback) {
    report_bad_value(reading, *place, "callbacks of a callback are left out");
    return callbacks;
  }
  reading.in_callback = true;
  for (const Member& member : place->node->members) {
    if (is_extension(member.key)) continue;
    auto read = read_referenced<std::vector<Callback>>(reading, place->member(member), "callbacks",
                                                       read_callback);
    if (!read) continue;
    for (Callback& callback : *read) {
      callback.name = member.key;
      callbacks.push_back(std::move(callback));
    }
  }
  reading.in_callback = false;
  return callbacks;
}

}  // namespace

std::optional<RequestBody> read_request_body(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "requestBody")) return std::nullopt;
  RequestBody body;
  body.origin = origin_of(place);
  FieldReader fields(reading, place);
  body.description = fields.text("description");
  body.required = fields.flag("required").value_or(false);
  body.content = read_content(reading, fields);
  fields.ignore({"summary"});
  fields.finish();
  if (body.content.empty()) report_bad_value(reading, place, "request body has no content");
  return body;
}

std::optional<Response> read_response(Reading& reading, const Place& place) {
  Response response;
  response.origin = origin_of(place);
  if (!place.node->is_mapping()) {
    report_responses(reading, place.node->where, place.pointer, "response is not a mapping");
    if (place.node->is_string()) response.description = place.node->text;
    return response;
  }
  FieldReader fields(reading, place);
  response.description = fields.text("description");
  response.headers = read_headers(reading, fields);
  response.content = read_content(reading, fields);
  fields.ignore({"summary", "links"});
  fields.finish();
  return response;
}

std::optional<std::vector<Callback>> read_callback(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "callback")) return std::nullopt;
  std::vector<Callback> callbacks;
  for (const Member& member : place.node->members) {
    if (is_extension(member.key)) continue;
    auto path_item = read_path_item(reading, place.member(member));
    if (!path_item) continue;
    path_item->path = member.key;
    Callback callback;
    callback.expression = member.key;
    callback.path_items.push_back(std::move(*path_item));
    callbacks.push_back(std::move(callback));
  }
  return callbacks;
}

std::optional<Operation> read_operation(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "operation")) return std::nullopt;
  Operation operation;
  operation.origin = origin_of(place);
  FieldReader fields(reading, place);
  operation.operation_id = fields.text("operationId");
  if (operation.operation_id) operation.operation_id_where = fields.where("operationId");
  operation.tags = fields.texts("tags");
  operation.summary = fields.text("summary");
  operation.description = fields.text("description");
  operation.deprecated = fields.flag("deprecated").value_or(false);
  operation.parameters = read_parameters(reading, fields);
  if (const auto body = fields.any("requestBody")) {
    operation.request_body =
        read_referenced<RequestBody>(reading, *body, "requestBodies", read_request_body);
  }
  operation.responses = read_responses(reading, fields);
  operation.callbacks = read_callbacks(reading, fields);
  operation.security = read_security(reading, fields);
  operation.servers = read_servers(reading, fields);
  fields.ignore({"externalDocs"});
  fields.finish();
  return operation;
}

}  // namespace bindery::spec
