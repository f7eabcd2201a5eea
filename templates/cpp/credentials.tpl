{{#file}}
{{>opening}}
{{/file}}

namespace {{name_space}} {

{{>docs}}
struct Credentials {
{{#credentials}}
  {{>docs}}
  std::optional<{{type}}> {{name}}{};
{{/credentials}}

  /// Reads the environment; a variable that is not set, or empty, is an absent credential.
  static Credentials from_environment() {
    Credentials credentials;
{{#credentials}}
    credentials.{{name}} = {{load}};
{{/credentials}}
    return credentials;
  }

  /// The same as the runtime takes it.
  bindery::CredentialStore store() const {
    bindery::CredentialStore store;
{{#credentials}}
    store.{{store}};
{{/credentials}}
    return store;
  }
};

}  // namespace {{name_space}}
