#include "cpp/build_walks.hpp"

#include <charconv>
#include <cstdint>
#include <string>

#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/docs.hpp"
#include "cpp/literal.hpp"
#include "cpp/member_path_text.hpp"
#include "cpp/type_name.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t argument_column = 8;
constexpr std::size_t argument_indent = 12;
constexpr std::size_t added = 2;  // By the class around the function.

// Where the first page is when the request does not say: by the document, or else usually.
std::string first_of(const model::Parameter& parameter, model::Pages::By by) {
  const auto& given = parameter.default_value;
  std::int64_t value = 0;
  if (given && given->kind == model::Literal::Kind::number) {
    const char* const end = given->text.data() + given->text.size();
    const auto [stop, error] = std::from_chars(given->text.data(), end, value);
    if (error == std::errc() && stop == end) return integer_literal(value);
  }
  return by == model::Pages::By::page ? "1" : "0";
}

std::string go_on(const Names& names, const model::Operation& operation,
                  const OperationNames& own) {
  const model::Pages& pages = *operation.pages;
  const std::string more =
      pages.more.empty() ? "bindery::NoMember{}" : member_path_text(names, pages.more);
  if (pages.by == model::Pages::By::link) return "bindery::ByLink()";
  if (pages.by == model::Pages::By::url) {
    return "bindery::ByUrl(" + member_path_text(names, pages.next) + ", " + more + ")";
  }
  const std::string member = "&" + own.request + "::" + own.parameters[pages.parameter];
  if (pages.by == model::Pages::By::token) {
    return "bindery::ByToken(" + member + ", " + member_path_text(names, pages.next) + ", " + more +
           ")";
  }
  const bool by_items = pages.by == model::Pages::By::offset;
  return "bindery::ByNumber(" + member + ", " +
         first_of(operation.parameters[pages.parameter], pages.by) + ", " +
         (by_items ? "true" : "false") + ", " + more + ")";
}

}  // namespace

std::vector<WalkView> walk_views(const Building& building, std::size_t index) {
  const model::Operation& operation = building.api.operations[index];
  const OperationNames& names = building.names.operations[index];
  if (names.items.empty()) return {};
  const auto fold = [](const std::string& text) {
    std::string whole = folded(text + ",", argument_column, argument_indent, added);
    whole.pop_back();
    return whole;
  };
  WalkView view;
  view.api = building.names.groups[names.group].type;
  view.name = names.items;
  view.request = names.request;
  view.function = names.function;
  view.go_on = fold(go_on(building.names, operation, names));
  view.items = fold(member_path_text(building.names, operation.pages->items));
  view.is_deprecated = operation.docs.deprecated;
  const CppType item = value_type({building.api, building.names}, operation.pages->item);
  std::string way = "the header `Link`";
  if (operation.pages->by == model::Pages::By::url) {
    way = code_span(wire_path(building.api, operation.pages->next));
  } else if (operation.pages->by != model::Pages::By::link) {
    way = code_span(operation.parameters[operation.pages->parameter].wire_name);
  }
  view.docs = text_docs("The items of " + code_span(names.function) +
                            " one by one, over all pages, which are fetched when they are reached: "
                            "each is a " +
                            code_span("bindery::Result<" + item.spelling + ">") +
                            ", and a failure is the last. Goes on by " + way + ".",
                        2);
  return {view};
}

}  // namespace bindery::cpp
