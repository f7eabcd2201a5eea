{{>docs}}
template <{{parameters}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
{{#is_wrapped}}
bindery::Result<{{result}}>
{{name}}(
{{/is_wrapped}}
{{^is_wrapped}}
bindery::Result<{{result}}> {{name}}(
{{/is_wrapped}}
    const {{request}}& {{request_name}}{{request_default}},
{{#has_consumer}}
    {{consumer}},
{{/has_consumer}}
    const bindery::CallOptions& options = {}) const {
  Call call(*pipeline_, options, {{{call}}});
{{#inputs}}
  call.{{text}};
{{/inputs}}
{{#blocks}}
  {{>block}}
{{/blocks}}
  return {{send}}{
{{#answers}}
      {{{text}}},
{{/answers}}
  });
}
{{#shortcuts}}
{{>shortcut}}
{{/shortcuts}}
{{#walks}}
{{>walk}}
{{/walks}}
{{#waits}}
{{>wait}}
{{/waits}}
