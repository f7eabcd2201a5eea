#include "cpp/parameter_words.hpp"

namespace bindery::cpp {

std::string_view to_string(model::ParameterIn in) {
  switch (in) {
    case model::ParameterIn::path:
      return "path";
    case model::ParameterIn::query:
      return "query";
    case model::ParameterIn::header:
      return "header";
    case model::ParameterIn::cookie:
      return "cookie";
  }
  return "query";
}

std::string_view to_string(model::ParameterStyle style) {
  switch (style) {
    case model::ParameterStyle::simple:
      return "simple";
    case model::ParameterStyle::label:
      return "label";
    case model::ParameterStyle::matrix:
      return "matrix";
    case model::ParameterStyle::form:
      return "form";
    case model::ParameterStyle::space_delimited:
      return "space_delimited";
    case model::ParameterStyle::pipe_delimited:
      return "pipe_delimited";
    case model::ParameterStyle::deep_object:
      return "deep_object";
    case model::ParameterStyle::cookie:
      return "cookie";
  }
  return "form";
}

}  // namespace bindery::cpp
