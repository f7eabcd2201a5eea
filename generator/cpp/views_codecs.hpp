// What the templates of codecs see.
// Must hold texts, flags and lists only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cpp/views_types.hpp"

namespace bindery::cpp {

struct MemberCodecView {
  static constexpr std::string_view view_name = "MemberCodecView";
  std::string index;  ///< In the list of names.
  std::string next;   ///< That of the next field.
  bool is_last = false;
  std::string decode;  ///< `read(out.id)` or `expect(heygen::AssetUrl::type)`
  std::string encode;  ///< `"id", value.id`

  template <class F>
  static void members(F f) {
    f("index", &MemberCodecView::index);
    f("next", &MemberCodecView::next);
    f("is_last", &MemberCodecView::is_last);
    f("decode", &MemberCodecView::decode);
    f("encode", &MemberCodecView::encode);
  }
};

struct StructCodecView {
  static constexpr std::string_view view_name = "StructCodecView";
  std::string type;   ///< `heygen::VideoDetail`
  std::string names;  ///< `"id", "title"`, broken where too long.
  std::vector<MemberCodecView> fields;
  std::string required;    ///< `0, 2`
  bool names_fit = false;  ///< In one line with their declaration.
  std::string unknown;     ///< What is done with other members: `skip()`
  std::string out, value;  ///< Names of the parameters with a space before, empty when unused.
  bool has_fields = false;
  bool has_escaped_names = false;  ///< A name holds what JSON must escape.
  bool has_additional = false;

  template <class F>
  static void members(F f) {
    f("type", &StructCodecView::type);
    f("names", &StructCodecView::names);
    f("has_escaped_names", &StructCodecView::has_escaped_names);
    f("fields", &StructCodecView::fields);
    f("required", &StructCodecView::required);
    f("names_fit", &StructCodecView::names_fit);
    f("unknown", &StructCodecView::unknown);
    f("out", &StructCodecView::out);
    f("value", &StructCodecView::value);
    f("has_fields", &StructCodecView::has_fields);
    f("has_additional", &StructCodecView::has_additional);
  }
};

/// One way to recognise an alternative.
struct BranchView {
  static constexpr std::string_view view_name = "BranchView";
  std::string when;         ///< A JSON kind, or an index among the tags or members.
  std::string alternative;  ///< `heygen::AssetUrl`

  template <class F>
  static void members(F f) {
    f("when", &BranchView::when);
    f("alternative", &BranchView::alternative);
  }
};

struct UnionCodecView {
  static constexpr std::string_view view_name = "UnionCodecView";
  std::string type;
  std::vector<BranchView> kinds;     ///< By JSON kind.
  std::vector<BranchView> tagged;    ///< By the value of `property`.
  std::vector<BranchView> required;  ///< By a member that only one requires.
  std::string property;
  std::string tags;      ///< `"url", "asset_id"`, broken where too long.
  std::string telling;   ///< The same, of `required`.
  std::string fallback;  ///< `in.template alternative<bindery::Json>(out)`
  std::string encode;    ///< `bindery::encode_variant(out, value)`
  bool has_kinds = false, has_tags = false, tags_fit = false;
  bool has_required = false, telling_fit = false;

  template <class F>
  static void members(F f) {
    f("type", &UnionCodecView::type);
    f("kinds", &UnionCodecView::kinds);
    f("tagged", &UnionCodecView::tagged);
    f("required", &UnionCodecView::required);
    f("property", &UnionCodecView::property);
    f("tags", &UnionCodecView::tags);
    f("fallback", &UnionCodecView::fallback);
    f("encode", &UnionCodecView::encode);
    f("has_kinds", &UnionCodecView::has_kinds);
    f("has_tags", &UnionCodecView::has_tags);
    f("tags_fit", &UnionCodecView::tags_fit);
    f("telling", &UnionCodecView::telling);
    f("has_required", &UnionCodecView::has_required);
    f("telling_fit", &UnionCodecView::telling_fit);
  }
};

/// A struct around one value, whose JSON is that value's.
struct WrapperCodecView {
  static constexpr std::string_view view_name = "WrapperCodecView";
  std::string type;
  std::string target;  ///< `std::vector<heygen::Tree>`

  template <class F>
  static void members(F f) {
    f("type", &WrapperCodecView::type);
    f("target", &WrapperCodecView::target);
  }
};

/// How a struct of response headers is read.
struct HeaderCodecView {
  static constexpr std::string_view view_name = "HeaderCodecView";
  std::string type;                ///< `heygen::GetVideoV3Headers`
  std::vector<std::string> reads;  ///< `in.scalar("Retry-After", out.retry_after)`

  template <class F>
  static void members(F f) {
    f("type", &HeaderCodecView::type);
    f("reads", &HeaderCodecView::reads);
  }
};

struct CodecFileView {
  static constexpr std::string_view view_name = "CodecFileView";
  FileView file;
  std::vector<StructCodecView> structs;
  std::vector<UnionCodecView> unions;
  std::vector<WrapperCodecView> wrappers;
  std::vector<HeaderCodecView> headers;  ///< At most one.

  template <class F>
  static void members(F f) {
    f("file", &CodecFileView::file);
    f("structs", &CodecFileView::structs);
    f("unions", &CodecFileView::unions);
    f("wrappers", &CodecFileView::wrappers);
    f("headers", &CodecFileView::headers);
  }
};

}  // namespace bindery::cpp
