// What the template of invoke.hpp sees.
// Must hold texts, flags and lists only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// How the operation of one request is called with JSON.
struct InvocationView {
  static constexpr std::string_view view_name = "InvocationView";
  std::string request;                 ///< `heygen::GetVideoV3Request`
  std::string answers;                 ///< `bindery::Content::json`, one for each success type.
  std::string in, value;               ///< ` in` and ` request`, empty when there are no arguments.
  std::vector<std::string> arguments;  ///< `required("video_id", request.video_id)`
  std::string call;                    ///< `client.videos().get_video_v3(request, options)`

  template <class F>
  static void members(F f) {
    f("request", &InvocationView::request);
    f("answers", &InvocationView::answers);
    f("in", &InvocationView::in);
    f("value", &InvocationView::value);
    f("arguments", &InvocationView::arguments);
    f("call", &InvocationView::call);
  }
};

/// `invoke.hpp`
struct InvokeFileView {
  static constexpr std::string_view view_name = "InvokeFileView";
  FileView file;
  std::string name_space;
  std::vector<InvocationView> invocations;
  std::vector<std::string> entries;  ///< `"getVideo", &bindery::invoke_as<T, GetVideoRequest>`
  std::string count;                 ///< Of the entries.

  template <class F>
  static void members(F f) {
    f("file", &InvokeFileView::file);
    f("name_space", &InvokeFileView::name_space);
    f("invocations", &InvokeFileView::invocations);
    f("entries", &InvokeFileView::entries);
    f("count", &InvokeFileView::count);
  }
};

}  // namespace bindery::cpp
