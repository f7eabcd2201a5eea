
{{>docs}}
template <class Api = {{api}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
auto {{name}}(
    {{request}} request{{request_default}},
    const bindery::CallOptions& options = {},
    bindery::PageOptions pages = {}) const {
  return bindery::paged_items(
      std::move(request),
      [api = Api(*this), options](const auto& page) { return api.{{function}}(page, options); },
      {{go_on}},
      {{items}},
      pages);
}
