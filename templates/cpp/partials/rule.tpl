template <>
struct bindery::Rules<{{type}}> {
{{#has_size}}
{{#is_wrapped}}
  static std::uint64_t size(
      const {{type}}&{{size_value}}) {
{{/is_wrapped}}
{{^is_wrapped}}
  static std::uint64_t size(const {{type}}&{{size_value}}) {
{{/is_wrapped}}
    return {{size}};
  }
{{/has_size}}
  template <class Checker>
{{^checks}}
  static void check(Checker&,
                    const {{type}}&) {}
{{/checks}}
{{#has_checks}}
{{#is_wrapped}}
  static void check(
      Checker& in,
      const {{type}}& value) {
{{/is_wrapped}}
{{^is_wrapped}}
  static void check(Checker& in, const {{type}}& value) {
{{/is_wrapped}}
{{#checks}}
    {{text}};
{{/checks}}
  }
{{/has_checks}}
};
