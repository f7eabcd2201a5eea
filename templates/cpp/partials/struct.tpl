{{>docs}}
{{#is_empty}}
struct {{name}} {};
{{/is_empty}}
{{^is_empty}}
struct {{name}} {
{{#fields}}
  {{>field}}
{{/fields}}
{{#is_comparable}}
  {{>comparison}}
{{/is_comparable}}
};
{{/is_empty}}
