template <>
struct bindery::HeaderCodec<{{type}}> {
  template <class Reader>
  static void read(Reader& in, {{type}}& out) {
{{#reads}}
    {{text}};
{{/reads}}
  }
};
