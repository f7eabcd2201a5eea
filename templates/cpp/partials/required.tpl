{{#telling_fit}}
static constexpr std::string_view members[] = {{{telling}}};
{{/telling_fit}}
{{^telling_fit}}
static constexpr std::string_view members[] = {
    {{telling}}};
{{/telling_fit}}
switch (in.only_member(members)) {
{{#required}}
  case {{when}}:
    return in.template alternative<{{alternative}}>(out);
{{/required}}
  default:
    break;
}
