{{#has_guard}}
if ({{guard}}) {
  {{>ways}}
}
{{/has_guard}}
{{^has_guard}}
{{>ways}}
{{/has_guard}}
