
/// The same, with the one input that is required.
template <{{constraint}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
bindery::Result<{{response}}> {{function}}(
    {{parameter}},
    const bindery::WaitOptions& wait = {},
    const bindery::CallOptions& options = {}) const {
  {{request}} request;
  request.{{member}} = {{value}};
  return this->{{function}}(request, wait, options);
}
