// The codecs of sample_types.hpp, as bindery generates them.
// Must follow the contract of generated code, not the needs of one test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bindery/json_codec.hpp"
#include "sample_types.hpp"

template <>
struct bindery::Codec<sample::Video> {
  template <class Reader>
  static bool decode(Reader& in, sample::Video& out) {
    static constexpr std::string_view names[] = {"id",    "title",    "status",
                                                 "width", "duration", "tags"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.id);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.title);
          if (!object.next_is(2, names)) break;
          [[fallthrough]];
        case 2:
          object.read(out.status);
          if (!object.next_is(3, names)) break;
          [[fallthrough]];
        case 3:
          object.read(out.width);
          if (!object.next_is(4, names)) break;
          [[fallthrough]];
        case 4:
          object.read(out.duration);
          if (!object.next_is(5, names)) break;
          [[fallthrough]];
        case 5:
          object.read(out.tags);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 2});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Video& value) {
    bindery::ObjectWriter object(out);
    object.member("id", value.id);
    object.member("title", value.title);
    object.member("status", value.status);
    object.member("width", value.width);
    object.member("duration", value.duration);
    object.member("tags", value.tags);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Page> {
  template <class Reader>
  static bool decode(Reader& in, sample::Page& out) {
    static constexpr std::string_view names[] = {"data", "has_more"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.data);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.has_more);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Page& value) {
    bindery::ObjectWriter object(out);
    object.member("data", value.data);
    object.member("has_more", value.has_more);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::AssetUrl> {
  template <class Reader>
  static bool decode(Reader& in, sample::AssetUrl& out) {
    static constexpr std::string_view names[] = {"type", "url"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.expect(sample::AssetUrl::type);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.url);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 1});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::AssetUrl& value) {
    bindery::ObjectWriter object(out);
    object.member("type", sample::AssetUrl::type);
    object.member("url", value.url);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::AssetData> {
  template <class Reader>
  static bool decode(Reader& in, sample::AssetData& out) {
    static constexpr std::string_view names[] = {"type", "data", "made_at"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.expect(sample::AssetData::type);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.data);
          if (!object.next_is(2, names)) break;
          [[fallthrough]];
        case 2:
          object.read(out.made_at);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0, 1});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::AssetData& value) {
    bindery::ObjectWriter object(out);
    object.member("type", sample::AssetData::type);
    object.member("data", value.data);
    object.member("made_at", value.made_at);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Asset> {
  template <class Reader>
  static bool decode(Reader& in, sample::Asset& out) {
    static constexpr std::string_view tags[] = {"url", "base64"};
    switch (in.tag("type", tags)) {
      case 0:
        return in.template alternative<sample::AssetUrl>(out);
      case 1:
        return in.template alternative<sample::AssetData>(out);
      default:
        return in.template alternative<bindery::Json>(out);
    }
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Asset& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Scalar> {
  template <class Reader>
  static bool decode(Reader& in, sample::Scalar& out) {
    switch (in.kind()) {
      case bindery::JsonKind::string:
        return in.template alternative<std::string>(out);
      case bindery::JsonKind::number:
        return in.template alternative<std::int64_t>(out);
      case bindery::JsonKind::array:
        return in.template alternative<std::vector<std::string>>(out);
      default:
        return in.template alternative<bindery::Json>(out);
    }
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Scalar& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Cat> {
  template <class Reader>
  static bool decode(Reader& in, sample::Cat& out) {
    static constexpr std::string_view names[] = {"name", "lives"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.lives);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Cat& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("lives", value.lives);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Dog> {
  template <class Reader>
  static bool decode(Reader& in, sample::Dog& out) {
    static constexpr std::string_view names[] = {"name", "breed"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.breed);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Dog& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("breed", value.breed);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Pet> {
  template <class Reader>
  static bool decode(Reader& in, sample::Pet& out) {
    return bindery::decode_best<sample::Cat, sample::Dog>(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Pet& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Tree> {
  template <class Reader>
  static bool decode(Reader& in, sample::Tree& out) {
    static constexpr std::string_view names[] = {"name",   "children",    "named",        "next",
                                                 "leaves", "more_leaves", "other_leaves", "leaf"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.name);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.children);
          if (!object.next_is(2, names)) break;
          [[fallthrough]];
        case 2:
          object.read(out.named);
          if (!object.next_is(3, names)) break;
          [[fallthrough]];
        case 3:
          object.read(out.next);
          if (!object.next_is(4, names)) break;
          [[fallthrough]];
        case 4:
          object.read(out.leaves);
          if (!object.next_is(5, names)) break;
          [[fallthrough]];
        case 5:
          object.read(out.more_leaves);
          if (!object.next_is(6, names)) break;
          [[fallthrough]];
        case 6:
          object.read(out.other_leaves);
          if (!object.next_is(7, names)) break;
          [[fallthrough]];
        case 7:
          object.read(out.leaf);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Tree& value) {
    bindery::ObjectWriter object(out);
    object.member("name", value.name);
    object.member("children", value.children);
    object.member("named", value.named);
    object.member("next", value.next);
    object.member("leaves", value.leaves);
    object.member("more_leaves", value.more_leaves);
    object.member("other_leaves", value.other_leaves);
    object.member("leaf", value.leaf);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Leaf> {
  template <class Reader>
  static bool decode(Reader& in, sample::Leaf& out) {
    return bindery::decode_best<sample::Tree, std::string>(in, out);
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Leaf& value) {
    bindery::encode_variant(out, value);
  }
};

template <>
struct bindery::Codec<sample::Endless> {
  template <class Reader>
  static bool decode(Reader& in, sample::Endless& out) {
    static constexpr std::string_view names[] = {"inner"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.inner);
          break;
        default:
          object.skip();
          break;
      }
    }
    return object.finish({0});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Endless& value) {
    bindery::ObjectWriter object(out);
    object.member("inner", value.inner);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Open> {
  template <class Reader>
  static bool decode(Reader& in, sample::Open& out) {
    static constexpr std::string_view names[] = {"level", "anything", "pair"};
    static constexpr bindery::NameFilter filter(names);
    bindery::ObjectReader object(in, names, filter);
    while (object.next()) {
      switch (object.member()) {
        case 0:
          object.read(out.level);
          if (!object.next_is(1, names)) break;
          [[fallthrough]];
        case 1:
          object.read(out.anything);
          if (!object.next_is(2, names)) break;
          [[fallthrough]];
        case 2:
          object.read(out.pair);
          break;
        default:
          object.read_additional(out.additional_properties);
          break;
      }
    }
    return object.finish({});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Open& value) {
    bindery::ObjectWriter object(out);
    object.member("level", value.level);
    object.member("anything", value.anything);
    object.member("pair", value.pair);
    object.additional(value.additional_properties);
    object.finish();
  }
};

template <>
struct bindery::Codec<sample::Nothing> {
  template <class Reader>
  static bool decode(Reader& in, sample::Nothing&) {
    bindery::ObjectReader object(in);
    while (object.next()) object.skip();
    return object.finish({});
  }
  template <class Writer>
  static void encode(Writer& out, const sample::Nothing&) {
    bindery::ObjectWriter object(out);
    object.finish();
  }
};
