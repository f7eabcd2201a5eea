template <>
struct bindery::Invocation<{{request}}> {
  static constexpr bindery::Content answers[] = {
      {{answers}}};
  template <class Arguments>
  static void read(Arguments&{{in}},
                   {{request}}&{{value}}) {
{{#arguments}}
    in.{{text}};
{{/arguments}}
  }
  template <class Client>
  static auto call(const Client& client,
                   const {{request}}& request,
                   const bindery::CallOptions& options) {
    return {{call}};
  }
};
