{{>docs}}
{{#is_empty}}
struct {{#is_deprecated}}[[deprecated]] {{/is_deprecated}}{{name}} {};
{{/is_empty}}
{{^is_empty}}
struct {{#is_deprecated}}[[deprecated]] {{/is_deprecated}}{{name}} {
{{#fields}}
  {{>field}}
{{/fields}}
{{#is_comparable}}
  {{>comparison}}
{{/is_comparable}}
};
{{/is_empty}}
