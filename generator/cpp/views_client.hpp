// What the templates of api classes, the client and its project see.
// Must hold texts, flags and lists only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// One way of a block, such as one media type of a body.
struct WayView {
  static constexpr std::string_view view_name = "WayView";
  std::string guard;                    ///< `call.sends("text/csv")`
  std::vector<std::string> statements;  ///< `parts.add("file", body.file)`
  bool has_guard = false;

  template <class F>
  static void members(F f) {
    f("guard", &WayView::guard);
    f("statements", &WayView::statements);
    f("has_guard", &WayView::has_guard);
  }
};

/// Statements that put together what is no single value: a form, parts, one of several bodies.
struct BlockView {
  static constexpr std::string_view view_name = "BlockView";
  std::string guard;  ///< `request.body`
  /// `const auto& body = *request.body`
  std::vector<std::string> statements;
  std::vector<WayView> ways;  ///< At least one.
  bool has_guard = false;

  template <class F>
  static void members(F f) {
    f("guard", &BlockView::guard);
    f("statements", &BlockView::statements);
    f("ways", &BlockView::ways);
    f("has_guard", &BlockView::has_guard);
  }
};

/// The overload that takes the one required input directly.
struct ShortcutView {
  static constexpr std::string_view view_name = "ShortcutView";
  std::string constraint;  ///< `class Text, bindery::if_text<Text> = 0`
  std::string parameter;   ///< `const Text& video_id`
  std::string member;      ///< `video_id`
  std::string value;       ///< `std::string(std::string_view(video_id))`
  std::string function, request, response;
  bool is_deprecated = false, is_wrapped = false;

  template <class F>
  static void members(F f) {
    f("constraint", &ShortcutView::constraint);
    f("parameter", &ShortcutView::parameter);
    f("member", &ShortcutView::member);
    f("value", &ShortcutView::value);
    f("function", &ShortcutView::function);
    f("request", &ShortcutView::request);
    f("response", &ShortcutView::response);
    f("is_deprecated", &ShortcutView::is_deprecated);
    f("is_wrapped", &ShortcutView::is_wrapped);
  }
};

/// The function that walks the items of an operation over its pages.
struct WalkView {
  static constexpr std::string_view view_name = "WalkView";
  std::vector<std::string> docs;
  std::string api;  ///< `VideosApi`
  std::string name, request, function;
  std::string request_default;  ///< ` = {}` when nothing in it is required.
  std::string go_on;            ///< `bindery::ByToken(&ListVideosRequest::token, ...)`
  std::string items;            ///< `bindery::member_path(&ListVideosResponse::data)`
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &WalkView::docs);
    f("api", &WalkView::api);
    f("name", &WalkView::name);
    f("request", &WalkView::request);
    f("function", &WalkView::function);
    f("request_default", &WalkView::request_default);
    f("go_on", &WalkView::go_on);
    f("items", &WalkView::items);
    f("is_deprecated", &WalkView::is_deprecated);
  }
};

/// A parameter of the second job of a chain.
struct ThenInputView {
  static constexpr std::string_view view_name = "ThenInputView";
  std::string name;    ///< `video_id`, of the local value
  std::string member;  ///< and of the request.
  std::string path;    ///< `bindery::member_path(&GetSessionResponse::data, &Session::video_id)`

  template <class F>
  static void members(F f) {
    f("name", &ThenInputView::name);
    f("member", &ThenInputView::member);
    f("path", &ThenInputView::path);
  }
};

/// The function that waits for a job, and then for one that comes out of it.
struct ThenView {
  static constexpr std::string_view view_name = "ThenView";
  std::vector<std::string> docs;
  std::string api, next_api;  ///< `VideoAgentApi`, `VideosApi`
  std::string name, request, request_default, result;
  std::string wait, next_wait;  ///< The functions that wait for each.
  std::string next_request;
  std::string condition;  ///< `video_id != nullptr`
  std::vector<ThenInputView> inputs;
  std::vector<ShortcutView> shortcuts;
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &ThenView::docs);
    f("api", &ThenView::api);
    f("next_api", &ThenView::next_api);
    f("name", &ThenView::name);
    f("request", &ThenView::request);
    f("request_default", &ThenView::request_default);
    f("result", &ThenView::result);
    f("wait", &ThenView::wait);
    f("next_wait", &ThenView::next_wait);
    f("next_request", &ThenView::next_request);
    f("condition", &ThenView::condition);
    f("inputs", &ThenView::inputs);
    f("shortcuts", &ThenView::shortcuts);
    f("is_deprecated", &ThenView::is_deprecated);
  }
};

/// The function that waits for the job whose state an operation tells.
struct WaitView {
  static constexpr std::string_view view_name = "WaitView";
  std::vector<std::string> docs;
  std::string api;  ///< `VideosApi`
  std::string name, request, request_default, result, function;
  std::string operation;           ///< `"getVideo"`
  std::string subject;             ///< `bindery::job_name("video_id", request.video_id)`
  std::vector<std::string> state;  ///< `.success({"completed"})`; the last ends the call.
  std::vector<ShortcutView> shortcuts;
  std::vector<ThenView> thens;  ///< At most one.
  bool is_deprecated = false;

  template <class F>
  static void members(F f) {
    f("docs", &WaitView::docs);
    f("api", &WaitView::api);
    f("name", &WaitView::name);
    f("request", &WaitView::request);
    f("request_default", &WaitView::request_default);
    f("result", &WaitView::result);
    f("function", &WaitView::function);
    f("operation", &WaitView::operation);
    f("subject", &WaitView::subject);
    f("state", &WaitView::state);
    f("shortcuts", &WaitView::shortcuts);
    f("thens", &WaitView::thens);
    f("is_deprecated", &WaitView::is_deprecated);
  }
};

/// One way to call an operation: what is answered comes whole, item by item, or into a sink.
struct FunctionView {
  static constexpr std::string_view view_name = "FunctionView";
  std::vector<std::string> docs;
  std::string parameters;  ///< Of the template: `class Call = bindery::Call`
  std::string name, request;
  std::string result;                   ///< `ListVideosResponse`, `bindery::StreamEnd`
  std::string request_name;             ///< `request`, or a comment when it has no members.
  std::string request_default;          ///< ` = {}` when nothing in it is required.
  std::string consumer;                 ///< `OnItem&& on_item`; empty when the answer comes whole.
  std::string call;                     ///< `"listVideos", "GET", "/v3/videos"`
  std::vector<std::string> inputs;      ///< `query("limit", request.limit)`
  std::vector<BlockView> blocks;        ///< Forms, parts, bodies of several types.
  std::string send;                     ///< `call.template send<ListVideosResponse>(`
  std::vector<std::string> answers;     ///< `"200", bindery::Content::json`
  std::vector<ShortcutView> shortcuts;  ///< One for each type of the one required input.
  std::vector<WalkView> walks;          ///< At most one,
  std::vector<WaitView> waits;          ///< and one of these.
  bool is_deprecated = false;
  bool has_consumer = false;
  bool is_wrapped = false;  ///< Result and name do not fit one line.

  template <class F>
  static void members(F f) {
    f("docs", &FunctionView::docs);
    f("parameters", &FunctionView::parameters);
    f("name", &FunctionView::name);
    f("request", &FunctionView::request);
    f("result", &FunctionView::result);
    f("request_name", &FunctionView::request_name);
    f("request_default", &FunctionView::request_default);
    f("consumer", &FunctionView::consumer);
    f("call", &FunctionView::call);
    f("inputs", &FunctionView::inputs);
    f("blocks", &FunctionView::blocks);
    f("send", &FunctionView::send);
    f("answers", &FunctionView::answers);
    f("shortcuts", &FunctionView::shortcuts);
    f("walks", &FunctionView::walks);
    f("waits", &FunctionView::waits);
    f("is_deprecated", &FunctionView::is_deprecated);
    f("has_consumer", &FunctionView::has_consumer);
    f("is_wrapped", &FunctionView::is_wrapped);
  }
};

/// `api/videos.hpp`
struct ApiFileView {
  static constexpr std::string_view view_name = "ApiFileView";
  FileView file;
  std::string name_space;
  std::vector<std::string> docs;
  std::string name;      ///< `VideosApi`
  std::string accessor;  ///< `videos`
  std::vector<FunctionView> functions;

  template <class F>
  static void members(F f) {
    f("file", &ApiFileView::file);
    f("name_space", &ApiFileView::name_space);
    f("docs", &ApiFileView::docs);
    f("name", &ApiFileView::name);
    f("accessor", &ApiFileView::accessor);
    f("functions", &ApiFileView::functions);
  }
};

struct GroupView {
  static constexpr std::string_view view_name = "GroupView";
  std::string name, accessor, header;

  template <class F>
  static void members(F f) {
    f("name", &GroupView::name);
    f("accessor", &GroupView::accessor);
    f("header", &GroupView::header);
  }
};

/// `client.hpp`
struct ClientFileView {
  static constexpr std::string_view view_name = "ClientFileView";
  FileView file;
  std::string name_space;
  std::vector<std::string> docs;
  std::vector<std::string> server_docs;
  std::string server;  ///< A literal.
  std::vector<GroupView> groups;
  std::vector<std::string> authorization;  ///< `authorize({{"Key"}})`; at most one.

  template <class F>
  static void members(F f) {
    f("file", &ClientFileView::file);
    f("name_space", &ClientFileView::name_space);
    f("docs", &ClientFileView::docs);
    f("server_docs", &ClientFileView::server_docs);
    f("server", &ClientFileView::server);
    f("groups", &ClientFileView::groups);
    f("authorization", &ClientFileView::authorization);
  }
};

struct CredentialView {
  static constexpr std::string_view view_name = "CredentialView";
  std::vector<std::string> docs;
  std::string type;   ///< `bindery::Secret`
  std::string name;   ///< `api_key_auth`
  std::string load;   ///< `bindery::secret_from_environment("HEYGEN_API_KEY")`
  std::string store;  ///< `bearer("BearerAuth", bearer_auth)`

  template <class F>
  static void members(F f) {
    f("docs", &CredentialView::docs);
    f("type", &CredentialView::type);
    f("name", &CredentialView::name);
    f("load", &CredentialView::load);
    f("store", &CredentialView::store);
  }
};

/// `credentials.hpp`
struct CredentialsFileView {
  static constexpr std::string_view view_name = "CredentialsFileView";
  FileView file;
  std::string name_space;
  std::vector<std::string> docs;
  std::vector<CredentialView> credentials;

  template <class F>
  static void members(F f) {
    f("file", &CredentialsFileView::file);
    f("name_space", &CredentialsFileView::name_space);
    f("docs", &CredentialsFileView::docs);
    f("credentials", &CredentialsFileView::credentials);
  }
};

/// `fwd.hpp`
struct ForwardFileView {
  static constexpr std::string_view view_name = "ForwardFileView";
  FileView file;
  std::string name_space;
  std::vector<std::string> structs, enums;
  bool has_structs = false, has_enums = false;

  template <class F>
  static void members(F f) {
    f("file", &ForwardFileView::file);
    f("name_space", &ForwardFileView::name_space);
    f("structs", &ForwardFileView::structs);
    f("enums", &ForwardFileView::enums);
    f("has_structs", &ForwardFileView::has_structs);
    f("has_enums", &ForwardFileView::has_enums);
  }
};

/// The umbrella: nothing but includes.
struct UmbrellaFileView {
  static constexpr std::string_view view_name = "UmbrellaFileView";
  FileView file;

  template <class F>
  static void members(F f) {
    f("file", &UmbrellaFileView::file);
  }
};

/// `CMakeLists.txt`
struct ProjectFileView {
  static constexpr std::string_view view_name = "ProjectFileView";
  std::string source, command, target;
  bool has_rules = false;  ///< There is a validate.hpp, whose patterns RE2 may check.

  template <class F>
  static void members(F f) {
    f("source", &ProjectFileView::source);
    f("command", &ProjectFileView::command);
    f("target", &ProjectFileView::target);
    f("has_rules", &ProjectFileView::has_rules);
  }
};

}  // namespace bindery::cpp
