template <>
struct bindery::Codec<{{type}}> {
  template <class Reader>
  static bool decode(Reader& in, {{type}}& out) {
{{#has_kinds}}
    switch (in.kind()) {
{{#kinds}}
      case bindery::JsonKind::{{when}}:
        return in.template alternative<{{alternative}}>(out);
{{/kinds}}
      default:
        break;
    }
{{/has_kinds}}
{{#has_tags}}
    {{>tags}}
{{/has_tags}}
{{#has_required}}
    {{>required}}
{{/has_required}}
    return {{fallback}};
  }
  template <class Writer>
  static void encode(Writer& out, const {{type}}& value) {
    {{encode}};
  }
};
