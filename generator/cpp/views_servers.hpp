// What the template of servers.hpp sees.
// Must hold texts, flags and lists only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// A server whose URL is known.
struct ServerConstantView {
  static constexpr std::string_view view_name = "ServerConstantView";
  std::vector<std::string> docs;
  std::string name, url;  ///< `sandbox`, and a literal.

  template <class F>
  static void members(F f) {
    f("docs", &ServerConstantView::docs);
    f("name", &ServerConstantView::name);
    f("url", &ServerConstantView::url);
  }
};

struct ServerVariableView {
  static constexpr std::string_view view_name = "ServerVariableView";
  std::vector<std::string> docs;
  std::string name;         ///< `region`
  std::string initializer;  ///< ` = "eu"` or `{}`
  std::string check;        ///< `"region", region, {"eu", "us"}`

  template <class F>
  static void members(F f) {
    f("docs", &ServerVariableView::docs);
    f("name", &ServerVariableView::name);
    f("initializer", &ServerVariableView::initializer);
    f("check", &ServerVariableView::check);
  }
};

/// A server whose URL has variables.
struct ServerStructView {
  static constexpr std::string_view view_name = "ServerStructView";
  std::vector<std::string> docs;
  std::string name, url;  ///< `Production`, and a literal with braces in it.
  std::vector<ServerVariableView> variables;

  template <class F>
  static void members(F f) {
    f("docs", &ServerStructView::docs);
    f("name", &ServerStructView::name);
    f("url", &ServerStructView::url);
    f("variables", &ServerStructView::variables);
  }
};

/// One of both.
struct ServerView {
  static constexpr std::string_view view_name = "ServerView";
  std::vector<ServerConstantView> constants;
  std::vector<ServerStructView> structs;

  template <class F>
  static void members(F f) {
    f("constants", &ServerView::constants);
    f("structs", &ServerView::structs);
  }
};

/// `servers.hpp`
struct ServersFileView {
  static constexpr std::string_view view_name = "ServersFileView";
  FileView file;
  std::string name_space;
  std::vector<ServerView> servers;

  template <class F>
  static void members(F f) {
    f("file", &ServersFileView::file);
    f("name_space", &ServersFileView::name_space);
    f("servers", &ServersFileView::servers);
  }
};

}  // namespace bindery::cpp
