{{#has_guard}}
if ({{guard}}) {
  {{>statements}}
}
{{/has_guard}}
{{^has_guard}}
{{>statements}}
{{/has_guard}}
