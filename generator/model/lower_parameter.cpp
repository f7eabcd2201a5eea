// Parameters and how they are written (OAS 3.1 4.8.12).
// Must not write anything: that is the runtime's.
#include "model/lower_parameter.hpp"

#include <algorithm>
#include <utility>

#include "model/lower_content.hpp"
#include "model/lower_schema.hpp"
#include "model/media_type.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

ParameterStyle default_style(ParameterIn in) {
  return in == ParameterIn::path || in == ParameterIn::header ? ParameterStyle::simple
                                                              : ParameterStyle::form;
}

/// OAS 3.1 4.8.12.3: which style may stand where.
bool fits(ParameterStyle style, ParameterIn in) {
  switch (style) {
    case ParameterStyle::simple:
      return in == ParameterIn::path || in == ParameterIn::header;
    case ParameterStyle::label:
    case ParameterStyle::matrix:
      return in == ParameterIn::path;
    case ParameterStyle::form:
      return in == ParameterIn::query || in == ParameterIn::cookie;
    case ParameterStyle::space_delimited:
    case ParameterStyle::pipe_delimited:
    case ParameterStyle::deep_object:
      break;
    case ParameterStyle::cookie:
      return in == ParameterIn::cookie;
  }
  return in == ParameterIn::query;
}

bool is_ignored(const spec::Parameter& parameter) {
  if (parameter.in != spec::Parameter::In::header) return false;
  const std::string name = lower_case(parameter.name);
  return name == "accept" || name == "content-type" || name == "authorization";
}

ParameterIn lower_in(spec::Parameter::In in) {
  switch (in) {
    case spec::Parameter::In::path:
      return ParameterIn::path;
    case spec::Parameter::In::header:
      return ParameterIn::header;
    case spec::Parameter::In::cookie:
      return ParameterIn::cookie;
    case spec::Parameter::In::query:
    case spec::Parameter::In::query_string:
      break;
  }
  return ParameterIn::query;
}

void lower_style(Lowering& lowering, const spec::Parameter& written, Parameter& parameter) {
  parameter.style = default_style(parameter.in);
  if (written.style) {
    const auto style = style_by_name(*written.style);
    if (style && fits(*style, parameter.in)) {
      parameter.style = *style;
    } else {
      lowering.diagnostics
          .report(diagnostics::Code::E0602, written.origin.where,
                  "style `" + *written.style + "` of parameter `" + written.name +
                      "` cannot stand here; the default is used")
          .at(written.origin.pointer);
    }
  }
  parameter.explode = written.explode.value_or(parameter.style == ParameterStyle::form ||
                                               parameter.style == ParameterStyle::cookie);
}

Parameter lower_parameter(Lowering& lowering, const spec::Parameter& written, const Owner& owner) {
  Parameter parameter;
  parameter.wire_name = written.name;
  parameter.in = lower_in(written.in);
  // OAS 3.1 4.8.12.2: a path parameter is always required, whatever the document says.
  parameter.required = written.required || parameter.in == ParameterIn::path;
  parameter.allow_reserved = written.allow_reserved;
  parameter.allow_empty_value = written.allow_empty_value;
  parameter.name_override = name_override_of(written.origin.extensions);
  parameter.origin = origin_of(written.origin);
  lower_style(lowering, written, parameter);
  std::optional<spec::SchemaId> schema = written.schema;
  if (!written.content.empty()) {
    parameter.content_type = without_parameters(written.content.front().name);
    if (written.content.front().schema) schema = written.content.front().schema;
    for (const auto& encoding : written.content.front().encodings) {
      parameter.encodings.push_back(lower_encoding(encoding));
    }
  }
  parameter.is_query_string = written.in == spec::Parameter::In::query_string;
  if (schema) {
    parameter.type =
        lower_schema(lowering, *schema, name_in_role(lowering, owner, written.name, *schema));
    UseFacts facts = facts_of_use(lowering, *schema);
    parameter.docs = std::move(facts.docs);
    parameter.constraints = std::move(facts.constraints);
    parameter.default_value = std::move(facts.default_value);
    if (!parameter.name_override) parameter.name_override = std::move(facts.name_override);
  } else {
    parameter.type = parameter.content_type.empty() ? primitive_use(lowering, Primitive::string)
                                                    : any_use(lowering);
  }
  if (written.description) parameter.docs.description = *written.description;
  parameter.docs.deprecated = parameter.docs.deprecated || written.deprecated;
  std::vector<const document::Node*> examples;
  for (const auto& example : written.examples) examples.push_back(example.value);
  if (!examples.empty()) parameter.docs.examples = examples_of(examples);
  return parameter;
}

/// A whole query string is JSON, or a form of what has members (OAS 3.2 4.12.1).
bool can_be_query(Lowering& lowering, const spec::Parameter& parameter) {
  if (parameter.content.empty()) return false;
  const spec::MediaType& media = parameter.content.front();
  const auto kind = kind_by_name(without_parameters(media.name));
  if (kind == ContentKind::json) return true;
  if (kind != ContentKind::form || !media.schema) return false;
  const Reading::Kind reading = read_through(lowering, *media.schema).kind;
  return reading == Reading::Kind::object || reading == Reading::Kind::map;
}

Parameter undeclared(Lowering& lowering, const spec::Operation& operation,
                     const std::string& name) {
  lowering.diagnostics
      .report(diagnostics::Code::E0403, operation.origin.where,
              "`{" + name +
                  "}` is in the path but not among the parameters; it is taken as a "
                  "string")
      .at(operation.origin.pointer);
  Parameter parameter;
  parameter.wire_name = name;
  parameter.in = ParameterIn::path;
  parameter.required = true;
  parameter.style = ParameterStyle::simple;
  parameter.explode = false;
  parameter.type = primitive_use(lowering, Primitive::string);
  parameter.origin = origin_of(operation.origin);
  return parameter;
}

}  // namespace

std::optional<ParameterStyle> style_by_name(const std::string& name) {
  if (name == "simple") return ParameterStyle::simple;
  if (name == "label") return ParameterStyle::label;
  if (name == "matrix") return ParameterStyle::matrix;
  if (name == "form") return ParameterStyle::form;
  if (name == "spaceDelimited") return ParameterStyle::space_delimited;
  if (name == "pipeDelimited") return ParameterStyle::pipe_delimited;
  if (name == "deepObject") return ParameterStyle::deep_object;
  if (name == "cookie") return ParameterStyle::cookie;
  return std::nullopt;
}

std::vector<std::string> placeholders(const std::string& path) {
  std::vector<std::string> names;
  for (std::size_t begin = path.find('{'); begin != std::string::npos;
       begin = path.find('{', begin + 1)) {
    const std::size_t end = path.find('}', begin);
    if (end == std::string::npos) break;
    std::string name = path.substr(begin + 1, end - begin - 1);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::vector<Parameter> lower_parameters(Lowering& lowering, const spec::Operation& operation,
                                        const std::string& path, const Owner& owner) {
  std::vector<Parameter> parameters;
  const auto in_path = placeholders(path);
  for (const auto& written : operation.parameters) {
    if (is_ignored(written)) continue;
    if (written.in == spec::Parameter::In::query_string && !can_be_query(lowering, written)) {
      lowering.diagnostics
          .report(diagnostics::Code::E0602, written.origin.where,
                  "parameter `" + written.name + "` is a whole query string in no form there is")
          .at(written.origin.pointer)
          .hint("give it `content`: a form of an object, or JSON");
      lowering.api.left_out.push_back({diagnostics::Code::E0602, "parameter `" + written.name + "`",
                                       origin_of(written.origin)});
      continue;
    }
    const bool is_in_path =
        std::find(in_path.begin(), in_path.end(), written.name) != in_path.end();
    if (written.in == spec::Parameter::In::path && !is_in_path) {
      lowering.diagnostics
          .report(diagnostics::Code::E0404, written.origin.where,
                  "path parameter `" + written.name + "` is not in `" + path + "`")
          .at(written.origin.pointer);
      continue;
    }
    parameters.push_back(lower_parameter(lowering, written, owner));
  }
  for (const auto& name : in_path) {
    const bool is_declared =
        std::any_of(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
          return parameter.in == ParameterIn::path && parameter.wire_name == name;
        });
    if (!is_declared) parameters.push_back(undeclared(lowering, operation, name));
  }
  return parameters;
}

}  // namespace bindery::model
