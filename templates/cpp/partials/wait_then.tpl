
{{>docs}}
template <class Api = {{api}}, class NextApi = {{next_api}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
bindery::Result<{{result}}>
{{name}}(
    const {{request}}& request{{request_default}},
    const bindery::WaitOptions& wait = {},
    const bindery::CallOptions& options = {}) const {
  return bindery::wait_in_stages(
      *pipeline_, wait,
      [&](const auto& rest) { return Api(*this).{{wait}}(request, rest, options); },
      [&](const auto& answer) -> std::optional<{{next_request}}> {
{{#inputs}}
        const auto* const {{name}} =
            {{path}};
{{/inputs}}
        if ({{condition}}) return std::nullopt;
        {{next_request}} next;
{{#inputs}}
        next.{{member}} = *{{name}};
{{/inputs}}
        return next;
      },
      [&](const auto& next, const auto& rest) {
        return NextApi(pipeline_).{{next_wait}}(next, rest, options);
      });
}
{{#shortcuts}}
{{>wait_shortcut}}
{{/shortcuts}}
