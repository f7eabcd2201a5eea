// Tells lists in pages by the names of parameters and members, and their types.
// Must not guess where two readings are possible: two lists in an answer are no list of items.
#include "model/pagination.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "model/answer_members.hpp"
#include "model/stated_rules.hpp"

namespace bindery::model {
namespace {

using diagnostics::Code;

/// Without what spellings differ in: `pageToken`, `page-token` and `page_token` are one.
std::string folded_name(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') folded += static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) folded += c;
  }
  return folded;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, const std::string& name) {
  const std::string folded = folded_name(name);
  return std::find(names.begin(), names.end(), folded) != names.end();
}

constexpr std::array<std::string_view, 14> token_names{
    "token",         "pagetoken",  "nexttoken",
    "cursor",        "pagecursor", "nextcursor",
    "marker",        "nextmarker", "continuationtoken",
    "startingafter", "after",      "nextpagetoken",
    "continuation",  "pagingtoken"};
constexpr std::array<std::string_view, 9> next_names{
    "nexttoken",      "nextpagetoken", "nextcursor", "nextpagecursor",
    "nextmarker",     "cursornext",    "nextpage",   "nextcontinuationtoken",
    "nextpagingtoken"};
// What lists end with where the last item names the next page: it is there on the last one too.
constexpr std::array<std::string_view, 1> last_names{"lastid"};
// Members with the URL of the next page; `next` is one in `links`, or where nothing else names it.
constexpr std::array<std::string_view, 8> url_names{"nexturl",       "nextlink",    "nexturi",
                                                    "nextpageurl",   "nextpageuri", "nextpagelink",
                                                    "odatanextlink", "nexthref"};
constexpr std::array<std::string_view, 3> more_names{"hasmore", "hasnextpage", "hasnext"};
constexpr std::array<std::string_view, 4> page_names{"page", "pagenumber", "pageno", "pageindex"};
constexpr std::array<std::string_view, 4> offset_names{"offset", "skip", "startat", "startindex"};

class Finder {
 public:
  Finder(Api& api, diagnostics::Diagnostics& diagnostics) : api_(api), diagnostics_(diagnostics) {}

  /// By what the operation is like.
  std::optional<Pages> found(const Operation& operation) const {
    const auto answer = single_answer(operation);
    if (!answer) return std::nullopt;
    Pages pages;
    if (!find_items(*answer, pages)) return std::nullopt;
    find_more(*answer, pages);
    const bool is_paged = find_by_token(operation, *answer, pages) ||
                          find_by_url(operation, *answer, pages) ||
                          find_by_link(operation, pages) || find_by_number(operation, pages);
    if (is_paged) return pages;
    return std::nullopt;
  }

  /// By a rule; nothing, and why, when it does not fit.
  std::optional<Pages> ruled(const Operation& operation, const spec::PageRule& rule) const {
    Pages pages;
    constexpr std::array<std::pair<std::string_view, Pages::By>, 5> ways{
        {{"token", Pages::By::token},
         {"page", Pages::By::page},
         {"offset", Pages::By::offset},
         {"url", Pages::By::url},
         {"link", Pages::By::link}}};
    const auto way = std::find_if(ways.begin(), ways.end(),
                                  [&](const auto& each) { return each.first == rule.by; });
    if (way == ways.end()) {
      return refuse(rule, "`by` is one of `token`, `page`, `offset`, `url` and `link`");
    }
    pages.by = way->second;
    const auto parameter =
        std::find_if(operation.parameters.begin(), operation.parameters.end(),
                     [&](const Parameter& each) { return each.wire_name == rule.parameter; });
    const bool has_parameter = pages.by != Pages::By::url && pages.by != Pages::By::link;
    if (has_parameter && parameter == operation.parameters.end()) {
      return refuse(rule, "`" + operation.id + "` has no parameter `" + rule.parameter + "`");
    }
    if (has_parameter) {
      pages.parameter = static_cast<std::size_t>(parameter - operation.parameters.begin());
    }
    const auto answer = single_answer(operation);
    if (!answer) return refuse(rule, "`" + operation.id + "` answers no single type of JSON");
    const auto items = path(*answer, rule.items);
    if (!items) return refuse(rule, no_member(rule.items));
    pages.items = *items;
    const auto* list = type(end_of(*answer, *items)).as<List>();
    if (list == nullptr) return refuse(rule, "`" + rule.items + "` is no list");
    pages.item = list->item;
    if (!rule.more.empty()) {
      const auto more = path(*answer, rule.more);
      if (!more) return refuse(rule, no_member(rule.more));
      if (!is_boolean(type(end_of(*answer, *more)))) {
        return refuse(rule, "`" + rule.more + "` is no boolean");
      }
      pages.more = *more;
    }
    if (pages.by == Pages::By::link) return pages;
    if (pages.by == Pages::By::url) {
      const auto next = path(*answer, rule.next);
      if (!next || next->empty()) return refuse(rule, no_member(rule.next));
      if (!is_string(type(end_of(*answer, *next)))) {
        return refuse(rule, "`" + rule.next + "` is no string");
      }
      pages.next = *next;
      return pages;
    }
    if (pages.by != Pages::By::token) {
      if (is_integer(type(parameter->type))) return pages;
      return refuse(rule, "`" + rule.parameter + "` is no integer");
    }
    const auto next = path(*answer, rule.next);
    if (!next || next->empty()) return refuse(rule, no_member(rule.next));
    if (!fits(type(end_of(*answer, *next)), type(parameter->type))) {
      return refuse(rule, "`" + rule.next + "` and `" + rule.parameter +
                              "` are not of one type, a string or an integer");
    }
    pages.next = *next;
    return pages;
  }

 private:
  const Type& type(TypeUse use) const { return resolved_type(api_, use); }

  std::optional<Pages> refuse(const spec::PageRule& rule, const std::string& why) const {
    diagnostics_.report(Code::E0116, rule.where, why);
    return std::nullopt;
  }
  static std::string no_member(const std::string& path) {
    return "the answer has no member `" + path + "`";
  }

  TypeUse end_of(TypeUse answer, const MemberPath& steps) const {
    return model::end_of(api_, answer, steps);
  }

  /// Calls `visit(steps, field)` for the members of the answer, and of objects among them.
  template <class Visit>
  void for_each_member(TypeUse use, const MemberPath& before, Visit visit) const {
    const TypeId id = api_.types.resolved(use).type;
    const auto* object = api_.types.at(id).as<Object>();
    if (object == nullptr) return;
    for (std::size_t index = 0; index < object->fields.size(); ++index) {
      // A constant is no member of the answer's struct.
      if (object->fields[index].constant) continue;
      MemberPath steps = before;
      steps.push_back({id, index});
      visit(steps, object->fields[index]);
      if (before.empty()) for_each_member(object->fields[index].type, steps, visit);
    }
  }

  /// The one list nearest to the top; false when there is none, or another beside it.
  bool find_items(TypeUse answer, Pages& pages) const {
    if (const auto* list = type(answer).as<List>()) {
      pages.item = list->item;
      return true;
    }
    for (const std::size_t depth : {std::size_t{1}, std::size_t{2}}) {
      std::size_t lists = 0;
      for_each_member(answer, {}, [&](const MemberPath& steps, const Field& field) {
        const auto* list = type(field.type).template as<List>();
        if (list == nullptr || steps.size() != depth) return;
        ++lists;
        pages.items = steps;
        pages.item = list->item;
      });
      if (lists != 0) return lists == 1;
    }
    return false;
  }

  void find_more(TypeUse answer, Pages& pages) const {
    for_each_member(answer, {}, [&](const MemberPath& steps, const Field& field) {
      const bool is_it = is_one_of(more_names, field.wire_name) && is_boolean(type(field.type));
      if (is_it && pages.more.empty()) pages.more = steps;
    });
  }

  static bool fits(const Type& next, const Type& parameter) {
    return (is_string(next) && is_string(parameter)) || (is_integer(next) && is_integer(parameter));
  }

  bool find_next(TypeUse answer, const Parameter& parameter, Pages& pages) const {
    for_each_member(answer, {}, [&](const MemberPath& steps, const Field& field) {
      const bool is_named = is_one_of(next_names, field.wire_name) ||
                            (!pages.more.empty() && is_one_of(last_names, field.wire_name));
      const bool is_it = is_named && fits(type(field.type), type(parameter.type));
      if (is_it && pages.next.empty()) pages.next = steps;
    });
    return !pages.next.empty();
  }

  /// Calls `visit(index, parameter)` for those of the query until it gives true.
  template <class Visit>
  static bool any_query_parameter(const Operation& operation, Visit visit) {
    for (std::size_t index = 0; index < operation.parameters.size(); ++index) {
      const Parameter& parameter = operation.parameters[index];
      if (parameter.in != ParameterIn::query || parameter.is_query_string) continue;
      if (visit(index, parameter)) return true;
    }
    return false;
  }

  bool find_by_token(const Operation& operation, TypeUse answer, Pages& pages) const {
    return any_query_parameter(operation, [&](std::size_t index, const Parameter& parameter) {
      pages.by = Pages::By::token;
      pages.parameter = index;
      return is_one_of(token_names, parameter.wire_name) && find_next(answer, parameter, pages);
    });
  }

  bool find_by_url(const Operation& operation, TypeUse answer, Pages& pages) const {
    pages.by = Pages::By::url;
    pages.parameter = 0;
    const bool has_token =
        any_query_parameter(operation, [](std::size_t, const Parameter& parameter) {
          return is_one_of(token_names, parameter.wire_name);
        });
    for_each_member(answer, {}, [&](const MemberPath& steps, const Field& field) {
      const bool is_next = folded_name(field.wire_name) == "next" &&
                           (is_in_links(steps) || (steps.size() == 1 && !has_token));
      const bool is_it = is_next || is_one_of(url_names, field.wire_name);
      if (is_it && is_string(type(field.type)) && pages.next.empty()) pages.next = steps;
    });
    return !pages.next.empty();
  }
  bool is_in_links(const MemberPath& steps) const {
    if (steps.size() < 2) return false;
    const MemberStep& outer = steps[steps.size() - 2];
    const auto* object = api_.types.at(outer.object).as<Object>();
    const std::string name = folded_name(object->fields[outer.field].wire_name);
    return name == "links" || name == "paging" || name == "pagination";
  }

  static bool find_by_link(const Operation& operation, Pages& pages) {
    pages.by = Pages::By::link;
    for (const ResponseCase& response : operation.responses) {
      for (const ResponseHeader& header : response.headers) {
        if (response.is_success() && folded_name(header.wire_name) == "link") return true;
      }
    }
    return false;
  }

  bool find_by_number(const Operation& operation, Pages& pages) const {
    return any_query_parameter(operation, [&](std::size_t index, const Parameter& parameter) {
      if (!is_integer(type(parameter.type))) return false;
      pages.parameter = index;
      pages.by = Pages::By::page;
      if (is_one_of(page_names, parameter.wire_name)) return true;
      pages.by = Pages::By::offset;
      return is_one_of(offset_names, parameter.wire_name);
    });
  }

  std::optional<MemberPath> path(TypeUse answer, const std::string& names) const {
    return member_path(api_, answer, names);
  }

  Api& api_;
  diagnostics::Diagnostics& diagnostics_;
};

}  // namespace

void find_pages(Api& api, const spec::Spec& spec, const std::vector<spec::PageRule>& rules,
                diagnostics::Diagnostics& diagnostics) {
  const Finder finder(api, diagnostics);
  for (Operation& operation : api.operations) operation.pages = finder.found(operation);
  const auto apply = [&](const spec::PageRule& rule) {
    const auto operation =
        std::find_if(api.operations.begin(), api.operations.end(),
                     [&](const Operation& each) { return each.id == rule.operation; });
    if (operation == api.operations.end()) return false;
    operation->pages = rule.is_off ? std::nullopt : finder.ruled(*operation, rule);
    return true;
  };
  // Operations may have been filtered out.
  for_each_stated(spec, "x-bindery-pagination", [&](const StatedRule& stated) {
    apply(spec::read_page_rule(*stated.value, stated.operation, stated.pointer, diagnostics));
  });
  for (const spec::PageRule& rule : rules) {
    if (!apply(rule)) report_unknown_operation(spec, rule.operation, rule.where, diagnostics);
  }
}

}  // namespace bindery::model
