{{! The codecs of a header of types: they cost nothing until used. }}
{{#file}}
{{>opening}}
{{/file}}
{{#structs}}

{{>struct_codec}}
{{/structs}}
{{#unions}}

{{>union_codec}}
{{/unions}}
{{#wrappers}}

{{>wrapper_codec}}
{{/wrappers}}
{{#headers}}

{{>header_codec}}
{{/headers}}
{{#file}}
{{>closing}}
{{/file}}
