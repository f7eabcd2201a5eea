// Assembles nodes on one stack of values.
// Must not know YAML or JSON.
#include "document/tree_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/pointer.hpp"

namespace bindery::document {
namespace {

using diagnostics::Code;

/// Up to here comparing all keys with each other is cheaper than sorting them.
constexpr std::size_t few_members = 8;

/// For each member whose key was given before, its index and that of the first one.
struct Duplicate {
  std::size_t index;
  std::size_t first;
};

std::vector<Duplicate> find_duplicates(const std::vector<Member>& members) {
  std::vector<Duplicate> duplicates;
  if (members.size() <= few_members) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[i].key != members[j].key) continue;
        duplicates.push_back({i, j});
        break;
      }
    }
    return duplicates;
  }
  std::vector<std::size_t> order(members.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = members[a].key.compare(members[b].key);
    return compared != 0 ? compared < 0 : a < b;
  });
  std::size_t first = order.front();
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (members[order[i]].key == members[first].key) {
      duplicates.push_back({order[i], first});
    } else {
      first = order[i];
    }
  }
  std::sort(duplicates.begin(), duplicates.end(),
            [](const Duplicate& a, const Duplicate& b) { return a.index < b.index; });
  return duplicates;
}

}  // namespace

bool TreeBuilder::expects_key() const {
  return !frames_.empty() && frames_.back().kind == Node::Kind::mapping && !frames_.back().has_key;
}

void TreeBuilder::key(std::string text, source::Location where) {
  Member& member = values_.emplace_back();
  member.key = std::move(text);
  member.key_where = where;
  frames_.back().has_key = true;
}

void TreeBuilder::value(Node node) {
  if (!frames_.empty() && frames_.back().has_key) {
    values_.back().value = std::move(node);
    frames_.back().has_key = false;
  } else {
    values_.emplace_back().value = std::move(node);
  }
}

bool TreeBuilder::begin(Node::Kind kind, source::Location where) {
  if (frames_.size() >= most_levels) {
    diagnostics_
        ->report(Code::E0108, where,
                 "values stand inside each other more than " + std::to_string(most_levels) +
                     " levels deep")
        .at(pointer());
    return false;
  }
  frames_.push_back({kind, where, values_.size(), false});
  return true;
}

void TreeBuilder::end(std::uint32_t end) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  Node node;
  node.kind = frame.kind;
  node.where = frame.where;
  node.where.end = end;
  const auto first = values_.begin() + static_cast<std::ptrdiff_t>(frame.first);
  if (frame.kind == Node::Kind::mapping) {
    node.members.assign(std::make_move_iterator(first), std::make_move_iterator(values_.end()));
    values_.erase(first, values_.end());
    remove_duplicates(node.members);
  } else {
    node.items.reserve(values_.size() - frame.first);
    for (auto item = first; item != values_.end(); ++item) {
      node.items.push_back(std::move(item->value));
    }
    values_.erase(first, values_.end());
  }
  value(std::move(node));
}

void TreeBuilder::remove_duplicates(std::vector<Member>& members) {
  const auto duplicates = find_duplicates(members);
  if (duplicates.empty()) return;
  const std::string mapping = pointer();
  std::vector<bool> removed(members.size());
  for (const Duplicate& duplicate : duplicates) {
    const Member& member = members[duplicate.index];
    diagnostics_
        ->report(Code::E0105, member.key_where,
                 "key `" + member.key + "` is given twice in one mapping")
        .at(mapping + "/" + escape_token(member.key))
        .note(members[duplicate.first].key_where, "`" + member.key + "` is given here first");
    removed[duplicate.index] = true;
  }
  std::vector<Member> kept;
  kept.reserve(members.size() - duplicates.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!removed[i]) kept.push_back(std::move(members[i]));
  }
  members = std::move(kept);
}

std::string TreeBuilder::pointer() const {
  std::string text = "#";
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    const std::size_t next = i + 1 < frames_.size() ? frames_[i + 1].first : values_.size();
    if (frames_[i].kind == Node::Kind::sequence) {
      text += "/" + std::to_string(next - frames_[i].first);
    } else if (frames_[i].has_key) {
      text += "/" + escape_token(values_[next - 1].key);
    }
  }
  return text;
}

std::optional<Node> TreeBuilder::take() {
  if (values_.size() != 1 || !frames_.empty()) return std::nullopt;
  return std::move(values_.front().value);
}

}  // namespace bindery::document
