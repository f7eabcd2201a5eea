{{#tags_fit}}
static constexpr std::string_view tags[] = {{{tags}}};
{{/tags_fit}}
{{^tags_fit}}
static constexpr std::string_view tags[] = {
    {{tags}}};
{{/tags_fit}}
switch (in.tag({{property}}, tags)) {
{{#tagged}}
  case {{when}}:
    return in.template alternative<{{alternative}}>(out);
{{/tagged}}
  default:
    break;
}
