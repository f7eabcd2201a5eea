
/// The same, with the one input that is required.
template <{{constraint}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
{{#is_wrapped}}
bindery::Result<{{response}}>
{{function}}(
{{/is_wrapped}}
{{^is_wrapped}}
bindery::Result<{{response}}> {{function}}(
{{/is_wrapped}}
    {{parameter}},
    const bindery::CallOptions& options = {}) const {
  {{request}} request;
  request.{{member}} = {{value}};
  return {{function}}(request, options);
}
