{{! Calls by operationId with JSON in and out: only who includes it pays for it. }}
{{#file}}
{{>opening}}
{{/file}}
{{#invocations}}

{{>invocation}}
{{/invocations}}

namespace {{name_space}} {

/// Calls the operation with that operationId. `arguments` is an object with the members of its
/// request by their C++ names, `body` among them: bytes are base64, a file is an object of
/// `filename`, `content_type` and `content` (base64). An operation or argument that does not exist,
/// and a required one that is missing, are an invalid request.
template <class T, bindery::if_exactly<T, Client> = 0>
bindery::Result<bindery::Invoked> invoke(const T& client, std::string_view operation_id,
                                         const bindery::Json& arguments = {},
                                         const bindery::CallOptions& options = {}) {
  static constexpr std::array<bindery::Invocable<T>, {{count}}> operations = {
{{#entries}}
      bindery::Invocable<T>{{{text}}},
{{/entries}}
  };
  return bindery::invoke_one_of(operations, operation_id, client, arguments, options);
}

}  // namespace {{name_space}}
{{#file}}
{{>closing}}
{{/file}}
