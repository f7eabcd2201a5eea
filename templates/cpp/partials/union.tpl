{{>docs}}
{{#is_wrapped}}
struct {{#is_deprecated}}[[deprecated]] {{/is_deprecated}}{{name}}
    : std::variant<
          {{alternatives}}> {
{{/is_wrapped}}
{{^is_wrapped}}
struct {{#is_deprecated}}[[deprecated]] {{/is_deprecated}}{{name}} : std::variant<{{alternatives}}> {
{{/is_wrapped}}
  using variant::variant;
  /// Unset: JSON null.
  template <class Unset = bindery::Json>
  {{name}}() : variant(Unset()) {}
};
