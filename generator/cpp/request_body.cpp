// Contents that are one type to the compiler are one alternative.
// Must end on every model: types may contain themselves.
#include "cpp/request_body.hpp"

#include <algorithm>
#include <set>

#include "cpp/answers.hpp"
#include "cpp/names.hpp"
#include "cpp/type_name.hpp"
#include "model/type_uses.hpp"

namespace bindery::cpp {
namespace {

using Kind = BodyType::Kind;

// Anonymous types in each other, as where types are spelled.
constexpr int deepest = 64;

template <class Shape>
const Shape* shape_of(const model::Api& api, const model::Content& content) {
  const model::TypeId target = behind_aliases(api, content.type.type);
  return target.is_known() ? api.types.at(target).as<Shape>() : nullptr;
}

bool has_members(const model::Api& api, const model::Content& content) {
  return shape_of<model::Object>(api, content) != nullptr ||
         shape_of<model::Map>(api, content) != nullptr;
}

bool is_primitive(const model::Api& api, const model::Content& content, model::Primitive which) {
  const auto* primitive = shape_of<model::Primitive>(api, content);
  return primitive != nullptr && *primitive == which;
}

bool is_scalar(const model::Api& api, const model::Content& content) {
  return shape_of<model::Primitive>(api, content) != nullptr ||
         shape_of<model::Enum>(api, content) != nullptr;
}

bool is_same(const model::Api& api, model::TypeUse left, model::TypeUse right, int depth);

bool is_same(const model::Api& api, model::TypeId left, model::TypeId right, int depth) {
  left = behind_aliases(api, left);
  right = behind_aliases(api, right);
  if (left == right) return true;
  if (!left.is_known() || !right.is_known() || depth > deepest) return false;
  const model::Type& one = api.types.at(left);
  const model::Type& other = api.types.at(right);
  if (is_declared(one) || is_declared(other) || one.shape.index() != other.shape.index()) {
    return false;
  }
  if (const auto* primitive = one.as<model::Primitive>()) {
    return *primitive == *other.as<model::Primitive>();
  }
  if (const auto* list = one.as<model::List>()) {
    return is_same(api, list->item, other.as<model::List>()->item, depth + 1);
  }
  if (const auto* map = one.as<model::Map>()) {
    return is_same(api, map->value, other.as<model::Map>()->value, depth + 1);
  }
  return one.as<model::Any>() != nullptr;
}

bool is_same(const model::Api& api, model::TypeUse left, model::TypeUse right, int depth) {
  return is_nullable(api, left) == is_nullable(api, right) &&
         is_same(api, left.type, right.type, depth);
}

// Text is what a string is spelled as.
bool is_text(const model::Api& api, const BodyType& type) {
  if (type.kind == Kind::text) return true;
  if (type.kind != Kind::value || is_nullable(api, type.use)) return false;
  const model::TypeId target = behind_aliases(api, type.use.type);
  const auto* primitive = target.is_known() ? api.types.at(target).as<model::Primitive>() : nullptr;
  return primitive != nullptr && *primitive == model::Primitive::string;
}

bool is_same(const model::Api& api, const BodyType& left, const BodyType& right) {
  if (is_text(api, left) || is_text(api, right)) return is_text(api, left) && is_text(api, right);
  if (left.kind != right.kind) return false;
  const bool has_use = left.kind == Kind::value || left.kind == Kind::list;
  return !has_use || is_same(api, left.use, right.use, 0);
}

BodyType list_type(const model::Api& api, const model::Content& content) {
  if (content.item_type) return {Kind::list, *content.item_type};
  if (const auto* list = shape_of<model::List>(api, content)) return {Kind::list, list->item};
  return {Kind::text, {}};
}

// Named types before ranges, which name nothing that could be sent; else as they come.
void settle_default(BodyAlternative& alternative) {
  std::stable_partition(alternative.contents.begin(), alternative.contents.end(),
                        [](const model::Content* content) { return !is_media_range(*content); });
}

// The contents that are generated, the default first.
std::vector<const model::Content*> sent_contents(const model::Api& api, const model::Body& body) {
  const bool has_multipart =
      std::any_of(body.contents.begin(), body.contents.end(), [&](const model::Content& content) {
        return body_form(api, content) == BodyForm::multipart;
      });
  std::vector<const model::Content*> contents;
  for (const model::Content& content : body.contents) {
    const BodyForm form = body_form(api, content);
    const bool is_left_out = has_multipart && form != BodyForm::multipart &&
                             form != BodyForm::file && holds_files(api, {content.type.type});
    if (!is_left_out) contents.push_back(&content);
  }
  const auto preferred =
      std::find(contents.begin(), contents.end(), preferred_content(body.contents));
  if (preferred != contents.end()) std::rotate(contents.begin(), preferred, preferred + 1);
  return contents;
}

}  // namespace

BodyForm body_form(const model::Api& api, const model::Content& content) {
  switch (content.kind) {
    case model::ContentKind::json:
      return BodyForm::json;
    case model::ContentKind::form:
      return is_scalar(api, content) || shape_of<model::List>(api, content) != nullptr
                 ? BodyForm::file
                 : BodyForm::form;
    case model::ContentKind::multipart: {
      const bool has_parts = has_members(api, content) ||
                             shape_of<model::List>(api, content) != nullptr || content.item_type;
      const bool is_json_by_name =
          shape_of<model::Union>(api, content) != nullptr && !holds_files(api, {content.type.type});
      return has_parts || is_json_by_name ? BodyForm::multipart : BodyForm::file;
    }
    case model::ContentKind::binary:
      return BodyForm::file;
    case model::ContentKind::json_lines:
    case model::ContentKind::json_sequence:
      if (list_type(api, content).kind == Kind::text) return BodyForm::text;
      return content.kind == model::ContentKind::json_lines ? BodyForm::json_lines
                                                            : BodyForm::json_sequence;
    default:
      return is_primitive(api, content, model::Primitive::binary) ? BodyForm::file : BodyForm::text;
  }
}

BodyType body_type(const model::Api& api, const model::Content& content) {
  model::TypeUse use = content.type;
  switch (body_form(api, content)) {
    case BodyForm::json:
      return {Kind::value, use};
    case BodyForm::form:
    case BodyForm::multipart:
      // Neither has a null.
      use.nullable = false;
      if (shape_of<model::List>(api, content) != nullptr || content.item_type) {
        return list_type(api, content);
      }
      return {Kind::value, use};
    case BodyForm::json_lines:
    case BodyForm::json_sequence:
      return list_type(api, content);
    case BodyForm::file:
      return {Kind::file, {}};
    case BodyForm::text:
      break;
  }
  use.nullable = false;
  return is_scalar(api, content) ? BodyType{Kind::value, use} : BodyType{Kind::text, {}};
}

bool RequestBody::has_choice() const {
  return std::any_of(alternatives.begin(), alternatives.end(), [](const BodyAlternative& each) {
    return each.type.kind != Kind::file && each.contents.size() > 1;
  });
}

bool RequestBody::has_part_headers() const {
  const auto has_headers = [](const model::PartEncoding& part) { return !part.headers.empty(); };
  for (const BodyAlternative& alternative : alternatives) {
    for (const model::Content* content : alternative.contents) {
      if (content->kind != model::ContentKind::multipart) continue;
      if (std::any_of(content->encodings.begin(), content->encodings.end(), has_headers)) {
        return true;
      }
    }
  }
  return false;
}

RequestBody request_body(const model::Api& api, const model::Operation& operation) {
  RequestBody body;
  if (!operation.body) return body;
  for (const model::Content* content : sent_contents(api, *operation.body)) {
    const BodyType type = body_type(api, *content);
    const auto known =
        std::find_if(body.alternatives.begin(), body.alternatives.end(),
                     [&](const BodyAlternative& each) { return is_same(api, each.type, type); });
    if (known != body.alternatives.end()) {
      known->contents.push_back(content);
    } else {
      body.alternatives.push_back({type, {content}});
    }
  }
  for (BodyAlternative& alternative : body.alternatives) settle_default(alternative);
  return body;
}

bool is_media_range(const model::Content& content) {
  return content.media_type.find('*') != std::string::npos;
}

bool holds_files(const model::Api& api, std::vector<model::TypeId> waiting) {
  std::set<model::TypeId> seen;
  while (!waiting.empty()) {
    const model::TypeId id = waiting.back();
    waiting.pop_back();
    if (!id.is_known() || !seen.insert(id).second) continue;
    const model::Type& type = api.types.at(id);
    const auto* primitive = type.as<model::Primitive>();
    if (primitive != nullptr && *primitive == model::Primitive::binary) return true;
    model::for_each_use(type.shape,
                        [&](const model::TypeUse& use) { waiting.push_back(use.type); });
  }
  return false;
}

}  // namespace bindery::cpp
