
{{>docs}}
template <class Api = {{api}}>
{{#is_deprecated}}
[[deprecated]]
{{/is_deprecated}}
bindery::Result<{{result}}> {{name}}(
    const {{request}}& request{{request_default}},
    const bindery::WaitOptions& wait = {},
    const bindery::CallOptions& options = {}) const {
  return bindery::wait_for(
      *pipeline_, wait, options, {{operation}},
      {{subject}},
      [&](const auto& call) { return Api(*this).{{function}}(request, call); },
      bindery::JobState<{{result}}>()
{{#state}}
          {{text}}
{{/state}}
}
{{#shortcuts}}
{{>wait_shortcut}}
{{/shortcuts}}
{{#thens}}
{{>wait_then}}
{{/thens}}
