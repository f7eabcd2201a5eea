// Several documents to one tree.
// Must not interpret what it unites: compare_meaning tells whether two parts are the same.
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/pointer.hpp"
#include "spec/compare_meaning.hpp"
#include "spec/read_spec.hpp"
#include "spec/version.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Member;
using document::Node;

namespace {

std::string inner(const std::string& pointer, std::string_view token) {
  return pointer + "/" + document::escape_token(token);
}

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

class Merger {
 public:
  Merger(OnConflict on_conflict, diagnostics::Diagnostics& diagnostics)
      : on_conflict_(on_conflict), diagnostics_(diagnostics) {}

  void add(document::Document document) {
    const auto version = read_version(document.root, diagnostics_);
    if (!version) return;
    if (!version_) {
      version_ = version;
      merged_ = std::move(document);
      return;
    }
    if (*version != *version_) {
      report_conflict({merged_.root.find("openapi")->where, document.root.find("openapi")->where,
                       "#/openapi", "another version of OpenAPI here", "and here"},
                      "`openapi`");
      return;
    }
    unite_security(document.root);
    for (Member& member : document.root.members) unite_root_member(std::move(member));
  }

  document::Document take() { return std::move(merged_); }

 private:
  /// Names of a united mapping, so that many pages do not scan it again and again.
  using Index = std::unordered_map<std::string, std::size_t>;

  void unite_root_member(Member member) {
    if (member.key == "openapi" || member.key == "security") return;
    if (member.key == "paths" || member.key == "webhooks") {
      unite_path_items(std::move(member));
    } else if (member.key == "components") {
      unite_components(std::move(member));
    } else if (member.key == "tags") {
      unite_tags(std::move(member));
    } else if (member.key == "info") {
      unite_info(std::move(member));
    } else {
      unite(merged_.root, "#", std::move(member));
    }
  }

  /// A page without `security` has open operations; united with others they would not be.
  void unite_security(const Node& root) {
    const Member* const first = merged_.root.find_member("security");
    const Member* const second = root.find_member("security");
    if (first == nullptr && second == nullptr) return;
    if (first != nullptr && second != nullptr) {
      unite(merged_.root, "#", *second);
      return;
    }
    if (on_conflict_ == OnConflict::error) {
      const bool is_first = first != nullptr;
      report_conflict({is_first ? first->key_where : merged_.root.where,
                       is_first ? root.where : second->key_where, "#/security",
                       is_first ? "no `security` here" : "`security` is here",
                       is_first ? "`security` is here" : "no `security` here"},
                      "`security`");
    } else if (on_conflict_ == OnConflict::last) {
      if (second != nullptr) {
        merged_.root.members.push_back(*second);
        indexes_.erase("#");
      } else {
        auto& members = merged_.root.members;
        members.erase(members.begin() + (first - members.data()));
        indexes_.erase("#");
      }
    }
  }

  /// Title and version name the API; the rest of `info` is prose.
  void unite_info(Member member) {
    const Member* const known = merged_.root.find_member("info");
    if (known == nullptr || !known->value.is_mapping() || !member.value.is_mapping()) {
      unite(merged_.root, "#", std::move(member));
      return;
    }
    for (const std::string_view key : {"title", "version"}) {
      const Node* const first = known->value.find(key);
      const Node* const second = member.value.find(key);
      if (first == nullptr || second == nullptr || document::same_value(*first, *second)) continue;
      if (on_conflict_ == OnConflict::error) {
        report_conflict({first->where, second->where, "#/info/" + std::string(key),
                         "another " + std::string(key) + " here", "and here"},
                        "`info`");
        return;
      }
      if (on_conflict_ == OnConflict::last) {
        Member* const replaced = &merged_.root.members[index_of(merged_.root, "#").at("info")];
        *replaced = std::move(member);
        return;
      }
    }
    if (!document::same_value(known->value, member.value)) {
      note_prose(known->key_where, member.key_where, "#/info", "info");
    }
  }

  void unite_path_items(Member paths) {
    const std::string pointer = inner("#", paths.key);
    Node* const united = mapping_for(merged_.root, "#", paths);
    if (united == nullptr) return;
    for (Member& path : paths.value.members) {
      const std::string path_pointer = inner(pointer, path.key);
      Node* const path_item = mapping_for(*united, pointer, path);
      if (path_item == nullptr) continue;
      for (Member& member : path.value.members) {
        if (member.key == "additionalOperations") {
          unite_members(*path_item, path_pointer, std::move(member));
        } else {
          unite(*path_item, path_pointer, std::move(member));
        }
      }
    }
  }

  void unite_components(Member components) {
    Node* const united = mapping_for(merged_.root, "#", components);
    if (united == nullptr) return;
    for (Member& kind : components.value.members) {
      if (kind.key.substr(0, 2) == "x-") {
        unite(*united, "#/components", std::move(kind));
      } else {
        unite_members(*united, "#/components", std::move(kind));
      }
    }
  }

  /// Unites the members of `group` with those of the member of `parent` that has its name.
  void unite_members(Node& parent, const std::string& pointer, Member group) {
    Node* const united = mapping_for(parent, pointer, group);
    if (united == nullptr) return;
    const std::string group_pointer = inner(pointer, group.key);
    for (Member& member : group.value.members) unite(*united, group_pointer, std::move(member));
  }

  /// By name, in the order of first appearance.
  void unite_tags(Member tags) {
    const auto root = index_of(merged_.root, "#").find("tags");
    if (root == index_of(merged_.root, "#").end() || !tags.value.is_sequence()) {
      unite(merged_.root, "#", std::move(tags));
      return;
    }
    Node& united = merged_.root.members[root->second].value;
    if (tags_.empty()) {
      for (std::size_t i = 0; i < united.items.size(); ++i) {
        tags_.emplace(tag_name(united.items[i]), i);
      }
    }
    for (Node& tag : tags.value.items) {
      const std::string name = tag_name(tag);
      const auto [known, is_new] = tags_.emplace(name, united.items.size());
      if (is_new) {
        united.items.push_back(std::move(tag));
        continue;
      }
      Node& first = united.items[known->second];
      const std::string pointer = inner("#/tags", std::to_string(known->second));
      settle(first, first.where, tag, tag.where, "tag " + quoted(name), pointer, Shape::object);
    }
  }

  static std::string tag_name(const Node& tag) {
    const Node* const name = tag.find("name");
    return name != nullptr ? name->text : tag.text;
  }

  /// The mapping of that name in `parent`, made when there is none; null when one of the two is no
  /// mapping (reported).
  Node* mapping_for(Node& parent, const std::string& pointer, const Member& member) {
    Index& index = index_of(parent, pointer);
    const auto known = index.find(member.key);
    if (known == index.end()) {
      if (!member.value.is_mapping()) {
        diagnostics_
            .report(Code::E0311, member.value.where, quoted(member.key) + " is not a mapping")
            .at(inner(pointer, member.key));
        return nullptr;
      }
      index.emplace(member.key, parent.members.size());
      Node empty;
      empty.kind = Node::Kind::mapping;
      empty.where = member.value.where;
      parent.members.push_back({member.key, member.key_where, std::move(empty)});
      return &parent.members.back().value;
    }
    Node& found = parent.members[known->second].value;
    if (found.is_mapping() && member.value.is_mapping()) return &found;
    if (!member.value.is_mapping()) {
      diagnostics_.report(Code::E0311, member.value.where, quoted(member.key) + " is not a mapping")
          .at(inner(pointer, member.key));
      return nullptr;
    }
    found = Node();
    found.kind = Node::Kind::mapping;
    found.where = member.value.where;
    return &found;
  }

  /// Adds a member, or unites it with the one of its name.
  void unite(Node& parent, const std::string& pointer, Member member) {
    Index& index = index_of(parent, pointer);
    const auto known = index.find(member.key);
    if (known == index.end()) {
      index.emplace(member.key, parent.members.size());
      parent.members.push_back(std::move(member));
      return;
    }
    Member& first = parent.members[known->second];
    // A lone keyword is compared as the member it is: `description` is prose, `required` a set.
    const bool is_keyword = !is_name_map(pointer);
    const std::string what = quoted(member.key);
    const std::string member_pointer = inner(pointer, member.key);
    if (!is_keyword) {
      settle(first.value, first.key_where, member.value, member.key_where, what, member_pointer,
             Shape::object);
      return;
    }
    const Comparison comparison =
        compare_meaning(alone(first), alone(member), Shape::object, pointer);
    act(comparison, first.value, first.key_where, member.value, member.key_where, what,
        member_pointer);
  }

  /// True for the pointers of mappings whose keys users choose.
  static bool is_name_map(const std::string& pointer) {
    constexpr std::string_view components = "#/components/";
    constexpr std::string_view additional = "/additionalOperations";
    return pointer.compare(0, components.size(), components) == 0 || pointer == "#/paths" ||
           pointer == "#/webhooks" ||
           (pointer.size() > additional.size() &&
            pointer.compare(pointer.size() - additional.size(), additional.size(), additional) ==
                0);
  }

  static Node alone(const Member& member) {
    Node mapping;
    mapping.kind = Node::Kind::mapping;
    mapping.where = member.key_where;
    mapping.members.push_back(member);
    return mapping;
  }

  void settle(Node& first, source::Location first_where, Node& second,
              source::Location second_where, const std::string& what, const std::string& pointer,
              Shape shape) {
    act(compare_meaning(first, second, shape, pointer), first, first_where, second, second_where,
        what, pointer);
  }

  void act(const Comparison& comparison, Node& first, source::Location first_where, Node& second,
           source::Location second_where, const std::string& what, const std::string& pointer) {
    if (comparison.meaning) {
      if (on_conflict_ == OnConflict::error) report_conflict(*comparison.meaning, what);
      if (on_conflict_ == OnConflict::last) {
        first = std::move(second);
        // Its members were indexed by their places in what was replaced.
        for (auto index = indexes_.lower_bound(pointer);
             index != indexes_.end() && index->first.compare(0, pointer.size(), pointer) == 0;) {
          index = indexes_.erase(index);
        }
      }
    } else if (comparison.prose_differs) {
      note_prose(first_where, second_where, pointer, what);
    }
  }

  void report_conflict(const Difference& difference, const std::string& what) {
    diagnostics_
        .report(Code::E0308, difference.second,
                what + " means something else in another document: " + difference.message)
        .at(difference.pointer)
        .note(difference.first, difference.first_message)
        .hint("make them equal, or choose with --on-conflict=first or --on-conflict=last");
  }

  /// Once for each part, however many documents have it.
  void note_prose(source::Location first, source::Location second, const std::string& pointer,
                  const std::string& what) {
    if (!noted_.insert(pointer).second) return;
    diagnostics_.report(Code::E0309, second, what + " differs only in prose; the first one is used")
        .at(pointer)
        .note(first, "the first one is here");
  }

  Index& index_of(const Node& mapping, const std::string& pointer) {
    const auto [entry, is_new] = indexes_.try_emplace(pointer);
    if (is_new) {
      for (std::size_t i = 0; i < mapping.members.size(); ++i) {
        entry->second.emplace(mapping.members[i].key, i);
      }
    }
    return entry->second;
  }

  OnConflict on_conflict_;
  diagnostics::Diagnostics& diagnostics_;
  document::Document merged_;
  std::optional<Version> version_;
  std::map<std::string, Index> indexes_;
  std::unordered_map<std::string, std::size_t> tags_;
  std::set<std::string> noted_;
};

}  // namespace

document::Document merge_documents(std::vector<document::Document> documents,
                                   OnConflict on_conflict, diagnostics::Diagnostics& diagnostics) {
  if (documents.size() == 1) return std::move(documents.front());
  Merger merger(on_conflict, diagnostics);
  for (document::Document& document : documents) merger.add(std::move(document));
  return merger.take();
}

}  // namespace bindery::spec
