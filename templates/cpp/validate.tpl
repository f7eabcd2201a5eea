{{! What the document's constraints hold values to: only who includes it pays for it. }}
{{#file}}
{{>opening}}
{{/file}}
{{#rules}}

{{>rule}}
{{/rules}}

namespace {{name_space}} {

using bindery::validate;

/// Checks each request of a client before it is sent, where it stands in
/// `bindery::Options::validator`.
inline std::shared_ptr<const bindery::RequestValidator> validator(
    const bindery::ValidateOptions& options = {}) {
  return bindery::request_validator<{{requests}}>(options);
}

}  // namespace {{name_space}}
{{#file}}
{{>closing}}
{{/file}}
