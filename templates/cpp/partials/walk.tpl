
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
      options,
      [api = Api(*this)](const auto& page, const auto& call) {
        return api.{{function}}(page, call);
      },
      {{go_on}},
      {{items}},
      pages);
}
