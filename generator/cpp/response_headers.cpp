// One struct of headers for all answers of an operation.
// Must agree with the runtime's HeaderReader on the shapes it reads.
#include "cpp/response_headers.hpp"

#include <algorithm>
#include <utility>

#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/docs.hpp"
#include "cpp/literal.hpp"

namespace bindery::cpp {
namespace {

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// Without null, which no header can be.
model::TypeUse use_of(const model::ResponseHeader& header) {
  model::TypeUse use = header.type;
  use.nullable = false;
  return use;
}

// True when all answers read the header alike.
bool is_agreed(const Building& building, const DocumentedHeader& header) {
  const Spelling spelling{building.api, building.names};
  const model::ResponseHeader& first = *header.places.front();
  const std::string type = canonical_type(spelling, use_of(first), Place::answer).spelling;
  return std::all_of(
      header.places.begin(), header.places.end(), [&](const model::ResponseHeader* other) {
        return other->explode == first.explode && other->is_json == first.is_json &&
               canonical_type(spelling, use_of(*other), Place::answer).spelling == type;
      });
}

CppType text_type() { return {"std::optional<std::string>", {{"optional", "string"}, {}, {}}}; }

CppType type_of(const Building& building, const DocumentedHeader& header) {
  if (!is_agreed(building, header)) return text_type();
  return member_type({building.api, building.names}, use_of(*header.places.front()), false,
                     Place::answer);
}

bool is_deprecated_header(const DocumentedHeader& header) {
  return std::all_of(header.places.begin(), header.places.end(),
                     [](const model::ResponseHeader* place) { return place->docs.deprecated; });
}

DocLines docs_of(const Building& building, const DocumentedHeader& header) {
  std::string text;
  for (const model::ResponseHeader* place : header.places) {
    if (text.empty()) text = place->docs.description;
  }
  text += text.empty() ? "" : "\n";
  text += code_span(header.wire_name) + " of ";
  for (std::size_t index = 0; index < header.statuses.size(); ++index) {
    text += (index == 0 ? "" : ", ") + comment_text(header.statuses[index]);
  }
  text += is_agreed(building, header) ? "." : ", as it came: they differ in its type.";
  if (is_deprecated_header(header)) text += " Deprecated.";
  return text_docs(text, 2);
}

// The function of HeaderReader for a type.
std::string shape_of(const model::Api& api, const model::ResponseHeader& header) {
  if (header.is_json) return "json";
  const model::TypeId target = behind_aliases(api, header.type.type);
  if (!target.is_known()) return "scalar";
  const model::Type& type = api.types.at(target);
  if (type.as<model::List>() != nullptr || type.as<model::Tuple>() != nullptr) return "list";
  if (type.as<model::Object>() != nullptr || type.as<model::Map>() != nullptr) return "object";
  return "scalar";
}

}  // namespace

std::vector<DocumentedHeader> response_headers(const model::Operation& operation) {
  std::vector<DocumentedHeader> headers;
  for (const model::ResponseCase& response : operation.responses) {
    for (const model::ResponseHeader& header : response.headers) {
      auto found = std::find_if(headers.begin(), headers.end(), [&](const DocumentedHeader& known) {
        return lower_case(known.wire_name) == lower_case(header.wire_name);
      });
      if (found == headers.end()) {
        headers.push_back({header.wire_name, {}, {}});
        found = headers.end() - 1;
      }
      found->places.push_back(&header);
      found->statuses.push_back(response.status);
    }
  }
  return headers;
}

bool has_deprecated_header(const model::Operation& operation) {
  const std::vector<DocumentedHeader> headers = response_headers(operation);
  return std::any_of(headers.begin(), headers.end(), is_deprecated_header);
}

StructView headers_view(const Building& building, std::size_t index, Needs& needs) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  StructView view;
  view.name = names.headers;
  view.docs = text_docs("The headers " + code_span(names.function) +
                            " answers with, read by `result.headers_as<" + names.headers + ">()`.",
                        0);
  const std::vector<DocumentedHeader> headers = response_headers(operation);
  for (std::size_t at = 0; at < headers.size(); ++at) {
    const CppType type = type_of(building, headers[at]);
    needs.add(type.needs);
    FieldView field =
        field_view(type.spelling, names.header_members[at], "{}", docs_of(building, headers[at]));
    field.is_deprecated = is_deprecated_header(headers[at]);
    view.fields.push_back(std::move(field));
  }
  view.has_fields = true;
  return view;
}

HeaderCodecView headers_codec(const Building& building, std::size_t index) {
  constexpr std::size_t indent = 4;
  const OperationNames& names = building.names.operations[index];
  HeaderCodecView view;
  view.type = building.names.name_space + "::" + names.headers;
  const std::vector<DocumentedHeader> headers = response_headers(building.api.operations[index]);
  for (std::size_t at = 0; at < headers.size(); ++at) {
    const model::ResponseHeader& first = *headers[at].places.front();
    const std::string shape =
        is_agreed(building, headers[at]) ? shape_of(building.api, first) : "scalar";
    std::string call = "in." + shape + "(" + string_literal(headers[at].wire_name) + ", out." +
                       names.header_members[at];
    if (shape == "object" && first.explode) call += ", true";
    view.reads.push_back(folded(call + ")", indent, indent + 4));
  }
  return view;
}

std::vector<model::TypeUse> header_uses(const Building& building, std::size_t index) {
  std::vector<model::TypeUse> uses;
  for (const DocumentedHeader& header : response_headers(building.api.operations[index])) {
    if (is_agreed(building, header)) uses.push_back(use_of(*header.places.front()));
  }
  return uses;
}

}  // namespace bindery::cpp
