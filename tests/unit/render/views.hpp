// Views that the tests of render/ bind templates to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bindery::render {

struct FieldView {
  static constexpr std::string_view view_name = "FieldView";
  std::string type;
  std::string name;
  bool has_docs = false;
  std::vector<std::string> docs;

  template <class F>
  static void members(F f) {
    f("type", &FieldView::type);
    f("name", &FieldView::name);
    f("has_docs", &FieldView::has_docs);
    f("docs", &FieldView::docs);
  }
};

struct BannerView {
  static constexpr std::string_view view_name = "BannerView";
  std::string title;

  template <class F>
  static void members(F f) {
    f("title", &BannerView::title);
  }
};

struct StructView {
  static constexpr std::string_view view_name = "StructView";
  std::string name;
  bool is_deprecated = false;
  BannerView banner;
  std::vector<FieldView> fields;

  template <class F>
  static void members(F f) {
    f("name", &StructView::name);
    f("is_deprecated", &StructView::is_deprecated);
    f("banner", &StructView::banner);
    f("fields", &StructView::fields);
  }
};

/// A view that holds views of its own kind.
struct TreeView {
  static constexpr std::string_view view_name = "TreeView";
  std::string name;
  std::vector<TreeView> children;

  template <class F>
  static void members(F f) {
    f("name", &TreeView::name);
    f("children", &TreeView::children);
  }
};

}  // namespace bindery::render
