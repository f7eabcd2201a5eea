{{! A header of types: models/, operations/ and webhooks.hpp. }}
{{#file}}
{{>opening}}
{{/file}}

namespace {{name_space}} {
{{#declarations}}

{{#structs}}
{{>struct}}
{{/structs}}
{{#enums}}
{{>enum}}
{{/enums}}
{{#unions}}
{{>union}}
{{/unions}}
{{#aliases}}
{{>alias}}
{{/aliases}}
{{/declarations}}

}  // namespace {{name_space}}
{{#file}}
{{>closing}}
{{/file}}
