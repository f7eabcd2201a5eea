{{#names_fit}}
static constexpr std::string_view names[] = {{{names}}};
{{/names_fit}}
{{^names_fit}}
static constexpr std::string_view names[] = {
    {{names}}};
{{/names_fit}}
