{{>docs}}
template <class Call = bindery::Call>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
{{#is_wrapped}}
bindery::Result<{{response}}>
{{name}}(
{{/is_wrapped}}
{{^is_wrapped}}
bindery::Result<{{response}}> {{name}}(
{{/is_wrapped}}
    const {{request}}& {{request_name}}{{request_default}},
    const bindery::CallOptions& options = {}) const {
  Call call(*pipeline_, options, {{{call}}});
{{#inputs}}
  call.{{text}};
{{/inputs}}
{{#builders}}
  {{>builder}}
{{/builders}}
  return call.template {{send}}<{{response}}>({
{{#answers}}
      {{{text}}},
{{/answers}}
  });
}
{{#shortcuts}}
{{>shortcut}}
{{/shortcuts}}
