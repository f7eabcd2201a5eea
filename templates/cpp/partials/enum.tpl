{{>docs}}
enum class {{name}} : int {
{{#enumerators}}
  {{>docs}}
  {{name}},
{{/enumerators}}
};

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
