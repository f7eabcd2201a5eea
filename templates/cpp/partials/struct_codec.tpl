template <>
struct bindery::Codec<{{type}}> {
  template <class Reader>
{{#has_fields}}
  static bool decode(Reader& in, {{type}}&{{out}}) {
    {{>names}}
{{^has_escaped_names}}
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
{{/has_escaped_names}}
{{#has_escaped_names}}
    bindery::ObjectReader object(in, names, bindery::NameText::escaped);
{{/has_escaped_names}}
    while (object.next()) {
      switch (object.member()) {
{{#fields}}
        case {{index}}:
          object.{{decode}};
{{^is_last}}
          if (!object.next_is({{next}}, names)) break;
          [[fallthrough]];
{{/is_last}}
{{#is_last}}
          break;
{{/is_last}}
{{/fields}}
        default:
          object.{{unknown}};
          break;
      }
    }
    return object.finish({{{required}}});
  }
{{/has_fields}}
{{^has_fields}}
  static bool decode(Reader& in, {{type}}&{{out}}) {
    bindery::ObjectReader object(in);
    while (object.next()) object.{{unknown}};
    return object.finish({});
  }
{{/has_fields}}
  template <class Writer>
  static void encode(Writer& out, const {{type}}&{{value}}) {
    bindery::ObjectWriter object(out);
{{#fields}}
    object.member({{encode}});
{{/fields}}
{{#has_additional}}
    object.additional(value.additional_properties);
{{/has_additional}}
    object.finish();
  }
};
