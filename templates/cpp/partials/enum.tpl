{{>docs}}
{{#hides_alias}}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
{{/hides_alias}}
enum class {{name}} : int {
{{#enumerators}}
  {{>docs}}
  {{name}}{{#is_deprecated}} [[deprecated]]{{/is_deprecated}},
{{/enumerators}}
};
{{#hides_alias}}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
{{/hides_alias}}

/// The wire {{noun}} of `value`; empty for a value that is no enumerator.
constexpr {{wire_type}} {{to_wire}}({{name}} value) noexcept {
  switch (value) {
{{#enumerators}}
    case {{qualified}}:
      return {{literal}};
{{/enumerators}}
  }
  return {};
}

/// Sets `value` to what `wire` names; false when the document lists no such value.
constexpr bool {{from_wire}}({{wire_type}} wire, {{name}}& value) noexcept {
{{#enumerators}}
  if (wire == {{literal}}) {
    value = {{qualified}};
    return true;
  }
{{/enumerators}}
  return false;
}
