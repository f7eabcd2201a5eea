// Forms and multipart bodies part by part, and the choice among several bodies.
// Must not decide what is sent; that is request_body.cpp.
#include "cpp/build_bodies.hpp"

#include <algorithm>

#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/literal.hpp"
#include "cpp/parameter_words.hpp"
#include "model/media_type.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t body_indent = 4;
constexpr std::size_t call_indent = 8;
constexpr std::size_t added = 2;  // By the class around the function.

bool is_json(const std::string& content_types) {
  const std::string first = content_types.substr(0, content_types.find(','));
  return model::kind_by_name(model::without_parameters(first)) == model::ContentKind::json;
}

// The media type that a function of `Call` sends by itself.
std::string_view usual_media_type(BodyForm form) {
  switch (form) {
    case BodyForm::json:
      return "application/json";
    case BodyForm::text:
      return "text/plain";
    case BodyForm::file:
      return "application/octet-stream";
    case BodyForm::form:
      return "application/x-www-form-urlencoded";
    case BodyForm::multipart:
      return "multipart/form-data";
    case BodyForm::json_lines:
    case BodyForm::json_sequence:
      break;
  }
  return {};
}

std::string_view function_of(BodyForm form) {
  switch (form) {
    case BodyForm::json:
      return "json_body";
    case BodyForm::text:
      return "text_body";
    case BodyForm::file:
      return "binary_body";
    case BodyForm::form:
      return "form_body";
    case BodyForm::multipart:
      return "multipart_body";
    case BodyForm::json_lines:
      return "json_lines_body";
    case BodyForm::json_sequence:
      return "json_sequence_body";
  }
  return "json_body";
}

// Contents that one statement writes; forms and multipart bodies have encodings of their own.
struct Way {
  BodyForm form = BodyForm::json;
  std::vector<const model::Content*> contents;

  bool is_built() const { return form == BodyForm::form || form == BodyForm::multipart; }
};

std::vector<Way> ways_of(const model::Api& api, const BodyAlternative& alternative) {
  std::vector<Way> ways;
  for (const model::Content* content : alternative.contents) {
    const BodyForm form = body_form(api, *content);
    const auto known = std::find_if(ways.begin(), ways.end(), [&](const Way& way) {
      return way.form == form && !way.is_built();
    });
    if (known != ways.end()) {
      known->contents.push_back(content);
    } else {
      ways.push_back({form, {content}});
    }
  }
  return ways;
}

// `json_body(request.body, "text/json")`: the default is said, unless it is the usual one or a
// range that names none. Files choose among all there are.
std::string sending(const Way& way, const std::string& value) {
  std::string media_types = way.contents.front()->written;
  if (way.form == BodyForm::file) {
    for (std::size_t index = 1; index < way.contents.size(); ++index) {
      media_types += ", " + way.contents[index]->written;
    }
  } else if (is_media_range(*way.contents.front()) || way.form == BodyForm::multipart) {
    media_types = way.form == BodyForm::multipart ? way.contents.front()->media_type
                                                  : std::string(usual_media_type(way.form));
  }
  std::string call = std::string(function_of(way.form)) + "(" + value;
  if (media_types != usual_media_type(way.form)) call += ", " + string_literal(media_types);
  return call + ")";
}

const model::PartEncoding* encoding_of(const std::vector<model::PartEncoding>& encodings,
                                       const std::string& property) {
  for (const model::PartEncoding& encoding : encodings) {
    if (encoding.property == property) return &encoding;
  }
  return nullptr;
}

// OAS 3.1 4.8.15.1.2: a style, where there is one, goes before the type.
bool has_style(const model::PartEncoding& encoding) {
  return encoding.style || encoding.explode || encoding.allow_reserved;
}

// `, bindery::Serialization{...}`
std::string style_argument(const model::PartEncoding& encoding) {
  const auto style = encoding.style.value_or(model::ParameterStyle::form);
  const bool explode = encoding.explode.value_or(style == model::ParameterStyle::form);
  return ", " + serialization_text(style, explode, encoding.allow_reserved);
}

// `form.add("tags", body.tags, bindery::Serialization{...})`
std::string adding_field(const std::string& variable, const std::string& property,
                         const std::string& value, const model::PartEncoding* encoding) {
  const std::string arguments = "(" + string_literal(property) + ", " + value;
  if (encoding == nullptr) return variable + ".add" + arguments + ")";
  if (has_style(*encoding)) {
    return variable + ".add" + arguments + style_argument(*encoding) + ")";
  }
  return variable + (is_json(encoding->content_type) ? ".add_json" : ".add") + arguments + ")";
}

// `parts.add("file", body.file, "image/png, image/jpeg")`
std::string adding_part(const std::string& property, const std::string& value,
                        const model::PartEncoding* encoding, const std::string& headers) {
  std::string call = "parts.add(" + string_literal(property) + ", " + value;
  if (encoding == nullptr) return call + ")";
  if (has_style(*encoding)) return call + style_argument(*encoding) + ")";
  const bool has_headers = !encoding->headers.empty();
  if (has_headers || !encoding->content_type.empty()) {
    call += ", " + string_literal(encoding->content_type);
  }
  if (has_headers) {
    call += ", bindery::part_headers(" + headers + ", " + string_literal(property) + ")";
  }
  return call + ")";
}

// The statements of one way, each beginning in the column `at`.
class Statements {
 public:
  Statements(const Building& building, std::size_t at) : building_(building), at_(at) {}

  void add(const std::string& statement) {
    // The template ends it.
    texts_.push_back(folded(statement + ";", at_, at_ + 4, at_));
    texts_.back().pop_back();
  }

  // Of everything with members. `access` is `body.` or `body->`, `whole` is `body` or `*body`.
  template <class Adding>
  void add_members(model::TypeId type, const std::string& variable, const std::string& access,
                   const std::string& whole, Adding adding) {
    const model::TypeId target = behind_aliases(building_.api, type);
    const model::Type* shape = target.is_known() ? &building_.api.types.at(target) : nullptr;
    const auto* object = shape != nullptr ? shape->as<model::Object>() : nullptr;
    if (object != nullptr) {
      const auto& members = building_.names.types[target.index].members;
      for (std::size_t index = 0; index < object->fields.size(); ++index) {
        add(adding(object->fields[index].wire_name, access + members[index]));
      }
      if (keeps_additional(*object)) add_entries(access + "additional_properties", variable);
    } else if (shape != nullptr && shape->as<model::Map>() != nullptr) {
      add_entries(whole, variable);
    } else {
      add(variable + ".add_members(" + whole + ")");
    }
  }

  std::vector<std::string> take() { return std::move(texts_); }

 private:
  void add_entries(const std::string& map, const std::string& variable) {
    add("for (const auto& [name, value] : " + map + ") " + variable + ".add(name, value)");
  }

  const Building& building_;
  std::size_t at_;
  std::vector<std::string> texts_;
};

void add_positional_parts(const model::Content& content, const std::string& whole,
                          Statements& statements) {
  std::string call = "parts.append(part";
  if (content.item_encoding && !content.item_encoding->content_type.empty()) {
    call += ", " + string_literal(content.item_encoding->content_type);
  }
  statements.add("for (const auto& part : " + whole + ") " + call + ")");
}

// `access` is how members are reached: `body.` or `body->`.
std::vector<std::string> way_statements(const Building& building, const OperationNames& names,
                                        const BodyAlternative& alternative, const Way& way,
                                        bool is_pointer, std::size_t at) {
  Statements statements(building, at);
  const std::string whole = is_pointer ? "*body" : "body";
  const std::string access = is_pointer ? "body->" : "body.";
  if (!way.is_built()) {
    statements.add("call." + sending(way, whole));
    return statements.take();
  }
  const bool is_form = way.form == BodyForm::form;
  const std::string variable = is_form ? "form" : "parts";
  const model::Content& content = *way.contents.front();
  statements.add(is_form ? "bindery::Form form" : "bindery::Multipart parts");
  if (alternative.type.kind == BodyType::Kind::list) {
    add_positional_parts(content, whole, statements);
  } else {
    statements.add_members(content.type.type, variable, access, whole,
                           [&](const std::string& property, const std::string& value) {
                             const auto* encoding = encoding_of(content.encodings, property);
                             return is_form ? adding_field(variable, property, value, encoding)
                                            : adding_part(property, value, encoding,
                                                          "request." + names.part_headers);
                           });
  }
  statements.add("call." + sending(way, "std::move(" + variable + ")"));
  return statements.take();
}

std::string choosing(const BodyAlternative& alternative, const OperationNames& names) {
  std::string offered;
  for (const model::Content* content : alternative.contents) {
    offered += (offered.empty() ? "" : ", ") + string_literal(content->written);
  }
  return "choose_content(request." + names.content_type + ", {" + offered + "})";
}

std::string sends(const Way& way) {
  std::string offered;
  for (const model::Content* content : way.contents) {
    offered += (offered.empty() ? "" : ", ") + string_literal(content->written);
  }
  return way.contents.size() > 1 ? "call.sends({" + offered + "})" : "call.sends(" + offered + ")";
}

bool is_chosen(const BodyAlternative& alternative) {
  return alternative.type.kind != BodyType::Kind::file && alternative.contents.size() > 1;
}

// `` `application/json` (the default), `text/json` ``
std::string listed(const std::vector<const model::Content*>& contents, bool names_default) {
  std::string text;
  for (const model::Content* content : contents) {
    text += (text.empty() ? "" : ", ") + code_span(content->written);
    if (names_default && content == contents.front()) text += " (the default)";
  }
  return text;
}

}  // namespace

CppType body_spelling(const Spelling& spelling, const BodyType& type) {
  switch (type.kind) {
    case BodyType::Kind::value:
      return value_type(spelling, type.use);
    case BodyType::Kind::list: {
      CppType list = value_type(spelling, type.use);
      list.spelling = "std::vector<" + list.spelling + ">";
      list.needs.std_headers.insert("vector");
      return list;
    }
    case BodyType::Kind::text:
      return {"std::string", {{"string"}, {}, {}}};
    case BodyType::Kind::file:
      break;
  }
  return {"bindery::File", {{}, {"file.hpp"}, {}}};
}

CppType body_member_type(const Spelling& spelling, const model::Operation& operation) {
  const RequestBody body = request_body(spelling.api, operation);
  CppType type;
  for (const BodyAlternative& each : body.alternatives) {
    const CppType one = body_spelling(spelling, each.type);
    type.needs.add(one.needs);
    type.spelling += (type.spelling.empty() ? "" : ", ") + one.spelling;
  }
  if (body.is_one_of()) {
    type.spelling = "std::variant<" + type.spelling + ">";
    type.needs.std_headers.insert("variant");
  }
  if (operation.body->required) return type;
  constexpr std::string_view nullable = "bindery::Nullable<";
  if (type.spelling.rfind(nullable, 0) == 0) {
    type.spelling = "bindery::OptionalNullable<" + type.spelling.substr(nullable.size());
  } else {
    type.spelling = "std::optional<" + type.spelling + ">";
    type.needs.std_headers.insert("optional");
  }
  return type;
}

std::string body_docs(const Spelling& spelling, const model::Operation& operation,
                      const OperationNames& names) {
  const RequestBody body = request_body(spelling.api, operation);
  std::string text = operation.body->docs.description;
  std::string sent;
  for (const BodyAlternative& each : body.alternatives) {
    if (body.is_one_of()) {
      const std::string name = code_span(body_spelling(spelling, each.type).spelling);
      sent += sent.empty() ? "A " + name + " is sent as " : ", a " + name + " as ";
    } else {
      sent += "Sent as ";
    }
    const bool is_file = each.type.kind == BodyType::Kind::file;
    sent += is_file ? listed(each.contents, false) : code_span(each.contents.front()->written);
    if (is_file && each.contents.size() > 1) {
      sent += " (the file's own type when it is one of them, else the first)";
    }
    if (is_chosen(each)) sent += " unless " + code_span(names.content_type) + " says otherwise";
  }
  const model::Content& first = *body.alternatives.front().contents.front();
  const bool is_plain = !body.is_one_of() && body.alternatives.front().contents.size() == 1 &&
                        first.kind == model::ContentKind::json;
  if (is_plain) return text;
  return text + (text.empty() ? "" : "\n") + sent + ".";
}

std::string content_type_docs(const Spelling& spelling, const model::Operation& operation) {
  const RequestBody body = request_body(spelling.api, operation);
  std::string text;
  for (const BodyAlternative& each : body.alternatives) {
    if (!is_chosen(each)) continue;
    text += (text.empty() ? "" : "\n") + std::string("The media type of `body`");
    if (body.is_one_of()) {
      text += " when it is a " + code_span(body_spelling(spelling, each.type).spelling);
    }
    text += ": " + listed(each.contents, true) + ".";
  }
  return text;
}

std::string part_headers_docs(const model::Api& api, const model::Operation& operation) {
  std::string text = "Headers of the parts of `body`, by the part's name:";
  for (const BodyAlternative& each : request_body(api, operation).alternatives) {
    for (const model::Content* content : each.contents) {
      for (const model::PartEncoding& part : content->encodings) {
        for (const model::PartHeader& header : part.headers) {
          text += "\n- " + code_span(part.property) + ": " + code_span(header.wire_name) +
                  (header.required ? ", required" : "") +
                  (header.description.empty() ? "" : ". " + header.description);
        }
      }
    }
  }
  return text;
}

void add_body(const Building& building, std::size_t index, FunctionView& view) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  const RequestBody body = request_body(building.api, operation);
  for (std::size_t number = 0; number < body.alternatives.size(); ++number) {
    const BodyAlternative& alternative = body.alternatives[number];
    const std::vector<Way> ways = ways_of(building.api, alternative);
    if (!body.is_one_of() && ways.size() == 1 && !ways.front().is_built()) {
      const auto add = [&](const std::string& call) {
        view.inputs.push_back(folded(call + ";", body_indent + 5, call_indent, added));
        view.inputs.back().pop_back();
      };
      if (is_chosen(alternative)) add(choosing(alternative, names));
      add(sending(ways.front(), "request.body"));
      return;
    }
    BlockView block;
    block.has_guard = body.is_one_of() || !operation.body->required;
    std::size_t at = body_indent + (block.has_guard ? 2 : 0);
    Statements statements(building, at);
    if (body.is_one_of()) {
      block.guard =
          "const auto* body = bindery::alternative<" + std::to_string(number) + ">(request.body)";
    } else {
      block.guard = "request.body";
      statements.add(std::string("const auto& body = ") + (block.has_guard ? "*" : "") +
                     "request.body");
    }
    if (is_chosen(alternative)) statements.add("call." + choosing(alternative, names));
    block.statements = statements.take();
    if (ways.size() > 1) at += 2;
    for (const Way& way : ways) {
      WayView one;
      one.has_guard = ways.size() > 1;
      one.guard = folded(sends(way), at + 2, at + 2, at - 2);
      one.statements = way_statements(building, names, alternative, way, body.is_one_of(), at);
      block.ways.push_back(std::move(one));
    }
    view.blocks.push_back(std::move(block));
  }
}

BlockView query_block(const Building& building, const model::Parameter& parameter,
                      const std::string& name) {
  BlockView block;
  block.has_guard = !parameter.required;
  block.guard = "request." + name;
  const std::size_t at = body_indent + (block.has_guard ? 2 : 0);
  Statements statements(building, at);
  statements.add(std::string("const auto& query = ") + (block.has_guard ? "*" : "") + "request." +
                 name);
  statements.add("bindery::Form query_form");
  statements.add_members(parameter.type.type, "query_form", "query.", "query",
                         [&](const std::string& property, const std::string& value) {
                           return adding_field("query_form", property, value,
                                               encoding_of(parameter.encodings, property));
                         });
  statements.add("call.query_string(std::move(query_form))");
  WayView way;
  way.statements = statements.take();
  block.ways.push_back(std::move(way));
  return block;
}

std::string serialization_text(model::ParameterStyle style, bool explode, bool allow_reserved,
                               bool allow_empty) {
  const auto flag = [](bool value) { return value ? ", true" : ", false"; };
  return "bindery::Serialization{bindery::Style::" + std::string(to_string(style)) + flag(explode) +
         flag(allow_reserved) + (allow_empty ? ", true}" : "}");
}

}  // namespace bindery::cpp
