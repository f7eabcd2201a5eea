{{#file}}
{{>opening}}
{{/file}}

namespace {{name_space}} {
{{#groups}}
{{#first}}

{{/first}}
class {{name}};
{{/groups}}

{{#server_docs}}
/// {{text}}
{{/server_docs}}
inline constexpr std::string_view default_server = {{server}};

{{>docs}}
class Client {
 public:
  /// The transport is shared; credentials and options are fixed from here on.
  explicit Client(std::shared_ptr<bindery::Transport> transport,
                  const Credentials& credentials = {}, const bindery::Options& options = {})
      : pipeline_(bindery::make_pipeline(std::move(transport), credentials.store(), options)) {}
{{#groups}}

  /// Defined in {{header}}
  {{name}} {{accessor}}() const;
{{/groups}}

  /// The same with other options: connections, tokens and the budget of retries are shared.
  Client with_options(const bindery::Options& options) const {
    Client other = *this;
    other.pipeline_ = bindery::make_pipeline(*pipeline_, options);
    return other;
  }
  /// To be changed a little for `with_options`.
  const bindery::Options& options() const noexcept { return pipeline_->options(); }

  /// Calls what the document does not know, with the same credentials and options. `path` is below
  /// the base URL. Include "bindery/raw_call.hpp" to use it.
  template <class Call = bindery::RawCall>
  bindery::Result<bindery::RawResponse> send(
      std::string_view method, std::string_view path, const bindery::RawRequest& request = {},
      const bindery::CallOptions& options = {}) const {
    Call call(*pipeline_, options, method, path);
{{#authorization}}
    call.{{text}};
{{/authorization}}
    return call.send(request);
  }

  /// Fetches what a URL leads to that the API answered into the file `path`. None of the client's
  /// credentials and headers is sent. Include "bindery/download.hpp" to use it.
  template <class Call = bindery::DownloadCall>
  bindery::Result<bindery::Downloaded> download(
      std::string_view url, std::string path, const bindery::DownloadOptions& options = {}) const {
    return Call(*pipeline_, url, std::move(path), options).run();
  }

  /// Sends a file to a URL that the API answered for it, by PUT. None of the client's credentials
  /// and headers is sent. Include "bindery/upload.hpp" to use it.
  template <class Call = bindery::UploadCall>
  bindery::Result<bindery::Uploaded> upload(std::string_view url, const bindery::File& file,
                                            const bindery::UploadOptions& options = {}) const {
    return Call(*pipeline_, url, file, options).run();
  }

 private:
  std::shared_ptr<const bindery::Pipeline> pipeline_;
};

}  // namespace {{name_space}}
