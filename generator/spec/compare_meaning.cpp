// Walks two trees side by side and stops at the first difference in meaning.
// Must not report: the caller knows what is compared.
#include "spec/compare_meaning.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "document/pointer.hpp"

namespace bindery::spec {

using document::Member;
using document::Node;

namespace {

template <std::size_t N>
bool is_one_of(std::string_view key, const std::array<std::string_view, N>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_prose(std::string_view key) {
  constexpr std::array<std::string_view, 12> keys{
      "title", "summary", "description", "example", "examples",       "externalDocs",
      "xml",   "links",   "contact",     "license", "termsOfService", "$comment"};
  return is_one_of(key, keys) || key.substr(0, 2) == "x-";
}

bool holds_names(std::string_view key) {
  constexpr std::array<std::string_view, 12> keys{
      "properties",       "patternProperties", "$defs",     "definitions",
      "dependentSchemas", "headers",           "content",   "responses",
      "encoding",         "callbacks",         "variables", "dependentRequired"};
  return is_one_of(key, keys);
}

bool holds_set(std::string_view key) {
  constexpr std::array<std::string_view, 5> keys{"required", "enum", "tags", "type", "security"};
  return is_one_of(key, keys);
}

bool holds_data(std::string_view key) { return key == "default" || key == "const"; }

/// Members that say nothing when they are false or empty.
bool is_default(const Member& member) {
  constexpr std::array<std::string_view, 8> flags{"required",      "deprecated", "nullable",
                                                  "readOnly",      "writeOnly",  "allowEmptyValue",
                                                  "allowReserved", "uniqueItems"};
  const Node& value = member.value;
  if (value.is_boolean() && !value.boolean) return is_one_of(member.key, flags);
  const bool may_be_empty = member.key == "required" || member.key == "tags" ||
                            member.key == "parameters" || member.key == "properties";
  return may_be_empty && value.items.empty() && value.members.empty() &&
         (value.is_sequence() || value.is_mapping());
}

/// A value in a message: short, and never more than one line.
std::string shown(const Node& node) {
  constexpr std::size_t longest = 40;
  if (node.is_mapping()) return "a mapping";
  if (node.is_sequence()) return "a list";
  std::string text = document::to_json(node);
  if (text.size() <= longest) return "`" + text + "`";
  return "a " + std::string(document::to_string(node.kind)) + " of " + std::to_string(text.size()) +
         " bytes";
}

class Comparer {
 public:
  Comparison compare(const Node& first, const Node& second, Shape shape,
                     const std::string& pointer) {
    compare_values(first, second, shape, pointer);
    return std::move(comparison_);
  }

 private:
  void differ(source::Location first, source::Location second, const std::string& pointer,
              std::string message, std::string first_message) {
    if (comparison_.meaning) return;
    comparison_.meaning =
        Difference{first, second, pointer, std::move(message), std::move(first_message)};
  }

  void differ_in_value(const Node& first, const Node& second, const std::string& pointer) {
    differ(first.where, second.where, pointer, shown(second) + " here", shown(first) + " here");
  }

  void compare_values(const Node& first, const Node& second, Shape shape,
                      const std::string& pointer) {
    if (comparison_.meaning) return;
    if (first.kind != second.kind) {
      differ_in_value(first, second, pointer);
    } else if (first.is_mapping()) {
      compare_mappings(first, second, shape, pointer);
    } else if (first.is_sequence()) {
      compare_lists(first, second, pointer);
    } else if (!document::same_value(first, second)) {
      differ_in_value(first, second, pointer);
    }
  }

  void compare_mappings(const Node& first, const Node& second, Shape shape,
                        const std::string& pointer) {
    std::unordered_map<std::string_view, const Member*> of_first;
    for (const Member& member : first.members) of_first.emplace(member.key, &member);
    for (const Member& member : second.members) {
      const auto other = of_first.find(member.key);
      const std::string inner = pointer + "/" + document::escape_token(member.key);
      if (other == of_first.end()) {
        only_one(member, member.key_where, first.where, shape, inner, false);
        continue;
      }
      compare_members(other->second->value, member, shape, inner);
      of_first.erase(other);
    }
    for (const Member& member : first.members) {
      if (of_first.count(member.key) == 0) continue;
      const std::string inner = pointer + "/" + document::escape_token(member.key);
      only_one(member, second.where, member.key_where, shape, inner, true);
    }
  }

  void only_one(const Member& member, source::Location second, source::Location first, Shape shape,
                const std::string& pointer, bool in_first) {
    if (shape == Shape::object && is_prose(member.key)) {
      comparison_.prose_differs = true;
      return;
    }
    if (shape == Shape::object && is_default(member)) return;
    const std::string is_here = "`" + member.key + "` is here";
    const std::string is_missing = "`" + member.key + "` is missing here";
    differ(first, second, pointer, in_first ? is_missing : is_here,
           in_first ? is_here : is_missing);
  }

  void compare_members(const Node& first, const Member& second, Shape shape,
                       const std::string& pointer) {
    if (comparison_.meaning) return;
    const std::string_view key = second.key;
    if (shape == Shape::names) {
      compare_values(first, second.value, Shape::object, pointer);
    } else if (is_prose(key)) {
      if (!document::same_value(first, second.value)) comparison_.prose_differs = true;
    } else if (key == "scopes" && first.is_mapping()) {
      compare_scopes(first, second.value, pointer);
    } else if (key == "mapping") {
      compare_targets(first, second.value, pointer);
    } else if (holds_set(key)) {
      compare_sets(first, second.value, pointer);
    } else if (holds_data(key)) {
      if (!document::same_value(first, second.value)) {
        differ_in_value(first, second.value, pointer);
      }
    } else {
      compare_values(first, second.value, holds_names(key) ? Shape::names : Shape::object, pointer);
    }
  }

  void compare_lists(const Node& first, const Node& second, const std::string& pointer) {
    const std::size_t shared = std::min(first.items.size(), second.items.size());
    for (std::size_t i = 0; i < shared; ++i) {
      compare_values(first.items[i], second.items[i], Shape::object,
                     pointer + "/" + std::to_string(i));
    }
    if (first.items.size() == second.items.size()) return;
    const bool more_here = second.items.size() > first.items.size();
    const Node& longer = more_here ? second.items[shared] : first.items[shared];
    differ(more_here ? first.where : longer.where, more_here ? longer.where : second.where, pointer,
           std::to_string(second.items.size()) + " elements here",
           std::to_string(first.items.size()) + " elements here");
  }

  /// Lists without order; `type: x` is `type: [x]`.
  void compare_sets(const Node& first, const Node& second, const std::string& pointer) {
    if (document::same_value(first, second)) return;
    const std::vector<const Node*> of_first = elements(first);
    const std::vector<const Node*> of_second = elements(second);
    if (const Node* const added = missing_from(of_second, of_first)) {
      differ(first.where, added->where, pointer, shown(*added) + " is here",
             shown(*added) + " is missing here");
    } else if (const Node* const removed = missing_from(of_first, of_second)) {
      differ(removed->where, second.where, pointer, shown(*removed) + " is missing here",
             shown(*removed) + " is here");
    }
  }

  static std::vector<const Node*> elements(const Node& node) {
    if (!node.is_sequence()) return {&node};
    std::vector<const Node*> nodes;
    for (const Node& item : node.items) nodes.push_back(&item);
    return nodes;
  }

  static const Node* missing_from(const std::vector<const Node*>& nodes,
                                  const std::vector<const Node*>& others) {
    std::unordered_set<std::string> known;
    for (const Node* const node : others) known.insert(document::to_json(*node));
    for (const Node* const node : nodes) {
      if (known.count(document::to_json(*node)) == 0) return node;
    }
    return nullptr;
  }

  /// The names of OAuth scopes are what is asked for; their values are prose.
  void compare_scopes(const Node& first, const Node& second, const std::string& pointer) {
    for (const Member& member : second.members) {
      const Node* const other = first.find(member.key);
      if (other == nullptr) {
        only_one(member, member.key_where, first.where, Shape::names, pointer, false);
      } else if (!document::same_value(*other, member.value)) {
        comparison_.prose_differs = true;
      }
    }
    for (const Member& member : first.members) {
      if (second.find(member.key) != nullptr) continue;
      only_one(member, second.where, member.key_where, Shape::names, pointer, true);
    }
  }

  /// Discriminator mappings: a target may be text or `{$ref: text}`.
  void compare_targets(const Node& first, const Node& second, const std::string& pointer) {
    if (!first.is_mapping() || !second.is_mapping()) {
      compare_values(first, second, Shape::names, pointer);
      return;
    }
    for (const Member& member : second.members) {
      const Node* const other = first.find(member.key);
      if (other == nullptr) {
        only_one(member, member.key_where, first.where, Shape::names, pointer, false);
      } else if (!document::same_value(target(*other), target(member.value))) {
        differ_in_value(target(*other), target(member.value), pointer);
      }
    }
    for (const Member& member : first.members) {
      if (second.find(member.key) != nullptr) continue;
      only_one(member, second.where, member.key_where, Shape::names, pointer, true);
    }
  }

  static const Node& target(const Node& node) {
    const Node* const reference = node.find("$ref");
    return reference == nullptr ? node : *reference;
  }

  Comparison comparison_;
};

}  // namespace

Comparison compare_meaning(const Node& first, const Node& second, Shape shape,
                           const std::string& pointer) {
  return Comparer().compare(first, second, shape, pointer);
}

}  // namespace bindery::spec
