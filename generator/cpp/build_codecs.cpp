// One codec per struct and union; enums and aliases have none of their own.
// Must follow the order in which the runtime's cursor is asked.
#include "cpp/build_codecs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cpp/build_types.hpp"
#include "cpp/literal.hpp"
#include "cpp/response_headers.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t list_indent = 8;

// `text` folded so that what stands `behind` it fits its last line too.
std::string folded_before(const std::string& behind, const std::string& text, std::size_t column,
                          std::size_t indent, std::size_t added = 0) {
  std::string lines = folded(text + behind, column, indent, added);
  lines.resize(lines.size() - behind.size());
  return lines;
}

// A list of literals behind `opening`, in its line where it fits or else in lines of its own.
struct LiteralList {
  std::string text;
  bool fits = true;
};

LiteralList literal_list(const std::vector<std::string>& texts, std::string_view opening) {
  LiteralList list;
  for (const std::string& text : texts) {
    list.text += (list.text.empty() ? "" : ", ") + string_literal(text);
  }
  list.fits = opening.size() + list.text.size() + 2 <= max_columns;
  if (!list.fits) list.text = folded_before("};", list.text, list_indent, list_indent, 4);
  return list;
}

// A type in the middle of a line: broken so that a tail of so many characters has room behind it.
std::string folded_before(const std::string& type, std::size_t tail, std::size_t column,
                          std::size_t indent, std::size_t added) {
  std::string text = folded(type + std::string(tail, '>'), column, indent, added);
  text.resize(text.size() - tail);
  return text;
}

// Whether JSON cannot hold a text as it is (RFC 8259 section 7).
bool needs_escapes(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char character) {
    return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
  });
}

StructCodecView struct_codec(const Building& building, const Spelling& spelling, model::TypeId id,
                             const model::Object& object, Needs& needs) {
  StructCodecView view;
  view.type = declared_name(spelling, id);
  std::vector<std::string> wire_names;
  for (std::size_t index = 0; index < object.fields.size(); ++index) {
    const model::Field& field = object.fields[index];
    const std::string& name = building.names.types[id.index].members[index];
    const std::string key = string_literal(field.wire_name);
    MemberCodecView member;
    member.index = std::to_string(index);
    member.next = std::to_string(index + 1);
    member.is_last = index + 1 == object.fields.size();
    if (is_constant(field)) {
      member.decode = "expect(" + view.type + "::" + name + ")";
      member.encode = folded_before(");", key + ", " + view.type + "::" + name, 18, 8);
    } else {
      member.decode = "read(out." + name + ")";
      member.encode = folded_before(");", key + ", value." + name, 18, 8);
      needs.add(value_type(spelling, field.type).needs);
    }
    if (field.required) view.required += (view.required.empty() ? "" : ", ") + member.index;
    view.fields.push_back(std::move(member));
    wire_names.push_back(field.wire_name);
  }
  for (const std::string& name : wire_names) {
    view.has_escaped_names = view.has_escaped_names || needs_escapes(name);
  }
  const LiteralList names =
      literal_list(wire_names, "    static constexpr std::string_view names[] = {");
  view.names = names.text;
  view.names_fit = names.fits;
  view.required = folded_before("});", view.required, 26, list_indent);
  view.has_fields = !view.fields.empty();
  view.has_additional = keeps_additional(object);
  view.unknown = view.has_additional ? "read_additional(out.additional_properties)" : "skip()";
  bool has_members = view.has_additional;
  for (const model::Field& field : object.fields) has_members = has_members || !is_constant(field);
  if (has_members) {
    view.out = " out";
    view.value = " value";
  }
  if (object.additional.kind == model::AdditionalProperties::Kind::typed) {
    needs.add(value_type(spelling, object.additional.type).needs);
  }
  return view;
}

// The JSON kind a type is always written as; empty when that depends on the value.
std::string kind_of(const model::Api& api, model::TypeId id) {
  const model::TypeId target = behind_aliases(api, id);
  if (!target.is_known()) return {};
  const model::Type& type = api.types.at(target);
  if (const auto* primitive = type.as<model::Primitive>()) {
    switch (*primitive) {
      case model::Primitive::boolean:
        return "boolean";
      case model::Primitive::int32:
      case model::Primitive::int64:
      case model::Primitive::uint32:
      case model::Primitive::uint64:
      case model::Primitive::float32:
      case model::Primitive::float64:
        return "number";
      default:
        return "string";
    }
  }
  if (const auto* values = type.as<model::Enum>()) {
    switch (values->base) {
      case model::Enum::Base::string:
        return "string";
      case model::Enum::Base::boolean:
        return "boolean";
      default:
        return "number";
    }
  }
  if (type.as<model::Object>() != nullptr || type.as<model::Map>() != nullptr) return "object";
  if (type.as<model::List>() != nullptr || type.as<model::Tuple>() != nullptr) return "array";
  return {};
}

class UnionCodec {
 public:
  UnionCodec(const Building& building, const Spelling& spelling, const model::Union& shape)
      : api_(building.api), spelling_(spelling), shape_(shape) {
    for (const model::Alternative& alternative : shape.alternatives) {
      model::TypeUse use = alternative.type;
      use.nullable = false;
      const std::string canonical = canonical_type(spelling, use).spelling;
      const CppType type = value_type(spelling, use);
      needs_.add(type.needs);
      // Two that are one type to the compiler are one alternative.
      spellings_.push_back(first_.emplace(canonical, type.spelling).first->second);
    }
  }

  UnionCodecView run(model::TypeId id) {
    view_.type = declared_name(spelling_, id);
    view_.fallback = alternative("bindery::Json");
    switch (shape_.matching) {
      case model::Union::Matching::json_kind:
        by_kind(false);
        break;
      case model::Union::Matching::members:
        by_kind(true);
        by_tag();
        by_required_member();
        by_best_match();
        break;
      case model::Union::Matching::discriminator:
        by_tag();
        if (!view_.has_tags) by_best_match();
        break;
    }
    if (shape_.default_alternative && *shape_.default_alternative < spellings_.size() &&
        shape_.matching == model::Union::Matching::discriminator) {
      view_.fallback = alternative(spellings_[*shape_.default_alternative]);
    }
    view_.fallback = folded(view_.fallback, 11, 8);
    view_.encode = folded(encode(), 4, 8);
    return std::move(view_);
  }

  const Needs& needs() const { return needs_; }

 private:
  static std::string alternative(const std::string& type) {
    return "in.template alternative<" + type + ">(out)";
  }

  // The type of a branch's alternative, for a line that begins in `column`.
  static std::string branch(const std::string& type, std::size_t column, std::size_t added) {
    const std::string opening = "return in.template alternative<";
    return folded_before(type, 7, column + opening.size(), column + 4, added);
  }

  // With the tags that alternatives have no member for, in the order of the variant.
  std::string encode() const {
    std::string tags;
    bool adds_some = false;
    std::set<std::string> seen = {"bindery::Json"};
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      if (!seen.insert(spellings_[index]).second) continue;
      const model::Alternative& alternative = shape_.alternatives[index];
      adds_some = adds_some || alternative.lacks_tag;
      tags += string_literal(alternative.lacks_tag ? alternative.tags.front().text : "") + ", ";
    }
    if (!adds_some) return "bindery::encode_variant(out, value)";
    return "bindery::encode_tagged(out, value, " + string_literal(shape_.property) + ", {" + tags +
           "\"\"})";
  }

  // A kind that only one alternative has; the union is decided by it alone where `objects_too`.
  void by_kind(bool has_more_to_ask) {
    std::map<std::string, std::set<std::string>> users;
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      const std::string kind = kind_of(api_, shape_.alternatives[index].type.type);
      // A type without a kind may be any, so no kind tells anything.
      if (kind.empty() && has_more_to_ask) return;
      if (!kind.empty()) users[kind].insert(spellings_[index]);
    }
    if (has_more_to_ask && users.size() < 2) return;
    std::set<std::string> done;
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      const std::string kind = kind_of(api_, shape_.alternatives[index].type.type);
      if (kind.empty() || users[kind].size() != 1 || !done.insert(kind).second) continue;
      view_.kinds.push_back({kind, branch(spellings_[index], 8, 0)});
    }
    view_.has_kinds = !view_.kinds.empty();
    if (!has_more_to_ask && view_.kinds.size() < users.size()) by_best_match();
  }

  // A value that several alternatives have tells none of them.
  bool is_shared(const model::Literal& tag, std::size_t owner) const {
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      if (spellings_[index] == spellings_[owner]) continue;
      for (const model::Literal& other : shape_.alternatives[index].tags) {
        if (other.kind == tag.kind && other.text == tag.text) return true;
      }
    }
    return false;
  }

  void by_tag() {
    if (shape_.property.empty()) return;
    std::vector<std::string> tags;
    std::set<std::string> seen;
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      for (const model::Literal& tag : shape_.alternatives[index].tags) {
        if (tag.kind != model::Literal::Kind::string || is_shared(tag, index)) continue;
        if (!seen.insert(tag.text).second) continue;
        view_.tagged.push_back({std::to_string(tags.size()), branch(spellings_[index], 8, 4)});
        tags.push_back(tag.text);
      }
    }
    view_.has_tags = !tags.empty();
    view_.property = string_literal(shape_.property);
    const LiteralList list = literal_list(tags, "    static constexpr std::string_view tags[] = {");
    view_.tags = list.text;
    view_.tags_fit = list.fits;
  }

  // A value may have what two alternatives require: then neither member tells.
  void by_required_member() {
    std::vector<std::string> members;
    for (std::size_t index = 0; index < spellings_.size(); ++index) {
      if (shape_.alternatives[index].required.empty()) continue;
      view_.required.push_back({std::to_string(members.size()), branch(spellings_[index], 8, 0)});
      members.push_back(shape_.alternatives[index].required.front());
    }
    view_.has_required = !members.empty();
    const LiteralList list =
        literal_list(members, "    static constexpr std::string_view members[] = {");
    view_.telling = list.text;
    view_.telling_fit = list.fits;
  }

  void by_best_match() {
    std::string listed;
    std::set<std::string> seen = {"bindery::Json"};
    for (const std::string& spelling : spellings_) {
      if (!seen.insert(spelling).second) continue;
      listed += (listed.empty() ? "" : ", ") + spelling;
    }
    if (!listed.empty()) view_.fallback = "bindery::decode_best<" + listed + ">(in, out)";
  }

  const model::Api& api_;
  const Spelling& spelling_;
  const model::Union& shape_;
  std::map<std::string, std::string> first_;
  std::vector<std::string> spellings_;
  UnionCodecView view_;
  Needs needs_;
};

}  // namespace

CodecFileView codec_file_view(const Building& building, const std::vector<model::TypeId>& types,
                              const std::string& declared_in, const std::string& path,
                              const std::vector<model::TypeUse>& sent_or_received,
                              std::optional<std::size_t> operation) {
  const Spelling spelling{building.api, building.names, true};
  CodecFileView view;
  Needs needs;
  for (const model::TypeId id : types) {
    const model::Type& type = building.api.types.at(id);
    if (const auto* object = type.as<model::Object>()) {
      view.structs.push_back(struct_codec(building, spelling, id, *object, needs));
    } else if (const auto* shape = type.as<model::Union>()) {
      UnionCodec codec(building, spelling, *shape);
      view.unions.push_back(codec.run(id));
      needs.add(codec.needs());
    } else if (const auto* alias = type.as<model::Alias>()) {
      const CppType target = value_type(spelling, alias->target);
      needs.add(target.needs);
      if (!is_using(type)) {
        view.wrappers.push_back(
            {declared_name(spelling, id), folded_before(target.spelling, 29, 26, 8, 0)});
      }
    }
  }
  for (const model::TypeUse& use : sent_or_received) needs.add(value_type(spelling, use).needs);
  if (operation) {
    for (const model::TypeUse& use : header_uses(building, *operation)) {
      needs.add(value_type(spelling, use).needs);
    }
  }
  Includes includes;
  includes.add(building, needs, true);
  includes.declare(building, types);
  includes.own(declared_in);
  includes.runtime("json_codec.hpp");
  if (!view.structs.empty() || !view.unions.empty()) includes.standard("string_view");
  if (operation && !building.names.operations[*operation].headers.empty()) {
    view.headers.push_back(headers_codec(building, *operation));
    includes.runtime("response_headers.hpp");
    if (has_deprecated_header(building.api.operations[*operation])) includes.excuse_deprecated();
  }
  view.file = includes.view(building, path, {});
  return view;
}

}  // namespace bindery::cpp
