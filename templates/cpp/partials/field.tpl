{{>docs}}
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
{{#is_constant}}
static constexpr {{type}} {{name}}{{initializer}};
{{/is_constant}}
{{^is_constant}}
{{#is_wrapped}}
{{type}}
{{name}}{{initializer}};
{{/is_wrapped}}
{{^is_wrapped}}
{{type}} {{name}}{{initializer}};
{{/is_wrapped}}
{{/is_constant}}
