{{! The servers of a document, by name. }}
{{#file}}
{{>opening}}
{{/file}}

/// Where the API is: what a transport is made with, or `bindery::Options::base_url`, or that of one
/// call.
namespace {{name_space}}::servers {
{{#servers}}

{{#constants}}
{{>docs}}
inline constexpr std::string_view {{name}} = {{url}};
{{/constants}}
{{#structs}}
{{>docs}}
struct {{name}} {
{{#variables}}
  {{>docs}}
  std::string {{name}}{{initializer}};
{{/variables}}

  /// The URL with these values, or an error when one is not allowed or would lead elsewhere.
  bindery::Result<std::string> url() const {
    return bindery::server_url(
        {{url}},
        {
{{#variables}}
            {{{check}}},
{{/variables}}
        });
  }
};
{{/structs}}
{{/servers}}

}  // namespace {{name_space}}::servers
