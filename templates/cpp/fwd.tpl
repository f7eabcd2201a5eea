{{! Forward declarations, and the check that the runtime beside is the one meant. }}
{{#file}}
{{>opening}}
{{/file}}

#if BINDERY_RUNTIME_VERSION != 1
#error "{{name_space}} needs version 1 of bindery's runtime; another one is first on the include path"
#endif

namespace {{name_space}} {
{{#has_structs}}

{{/has_structs}}
{{#structs}}
struct {{text}};
{{/structs}}
{{#has_enums}}

{{/has_enums}}
{{#enums}}
enum class {{text}} : int;
{{/enums}}

}  // namespace {{name_space}}
