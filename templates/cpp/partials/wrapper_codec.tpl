template <>
struct bindery::Codec<{{type}}> {
  template <class Reader>
  static bool decode(Reader& in, {{type}}& out) {
    return bindery::Codec<{{target}}>::decode(in, out.value);
  }
  template <class Writer>
  static void encode(Writer& out, const {{type}}& value) {
    bindery::Codec<{{target}}>::encode(out, value.value);
  }
};
