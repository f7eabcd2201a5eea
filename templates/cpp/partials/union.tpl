{{>docs}}
{{#is_wrapped}}
struct {{name}}
    : std::variant<
          {{alternatives}}> {
{{/is_wrapped}}
{{^is_wrapped}}
struct {{name}} : std::variant<{{alternatives}}> {
{{/is_wrapped}}
  using variant::variant;
  /// Unset: JSON null.
  {{name}}() : variant(bindery::Json()) {}
};
