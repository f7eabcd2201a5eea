// From the text of a reference to its target.
// Must not read the target.
#include "spec/references.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/suggest.hpp"
#include "document/pointer.hpp"
#include "spec/resources.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Member;
using document::Node;

namespace {

constexpr int longest_chain = 64;

/// Mappings up to this size are scanned.
constexpr std::size_t small_mapping = 16;

std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

Resolution failure(Code code, std::string message, std::string hint = "") {
  return {std::nullopt, code, std::move(message), std::move(hint)};
}

std::optional<std::size_t> parse_index(std::string_view token) {
  if (token.empty() || token.size() > 9) return std::nullopt;
  std::size_t index = 0;
  for (const char digit : token) {
    if (digit < '0' || digit > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(digit - '0');
  }
  return index;
}

std::string nearest_member(Reading& reading, const Node& node, std::string_view name) {
  constexpr std::size_t most_candidates = 5000;
  if (reading.hints_left == 0 || node.members.size() > most_candidates) return "";
  --reading.hints_left;
  std::vector<std::string> candidates;
  for (const Member& member : node.members) candidates.push_back(member.key);
  const auto near = diagnostics::nearest(name, candidates);
  return near ? "did you mean " + quoted(*near) + "?" : "";
}

/// What `#/components/KIND/NAME` says its target is; empty for any other pointer.
std::string_view kind_of_pointer(const document::Pointer& pointer) {
  const auto& tokens = pointer.tokens();
  constexpr std::array<std::string_view, 11> kinds{
      "schemas",         "responses", "parameters", "examples",  "requestBodies", "headers",
      "securitySchemes", "links",     "callbacks",  "pathItems", "mediaTypes"};
  if (tokens.size() != 3 || tokens[0] != "components") return "";
  for (const std::string_view kind : kinds) {
    if (tokens[1] == kind) return kind;
  }
  return "";
}

class Resolver {
 public:
  Resolver(Reading& reading, std::string_view kind) : reading_(reading), kind_(kind) {}

  Resolution resolve(const Place& from, const std::string& text) {
    const std::size_t hash = text.find('#');
    const std::string uri = text.substr(0, hash);
    const std::string fragment = hash == std::string::npos ? "" : text.substr(hash + 1);
    collect_identifiers(reading_, reading_.resources[from.resource].file);
    ResourceId resource = from.resource;
    if (!uri.empty()) {
      Resolution problem;
      const auto other = find_resource(from, uri, problem);
      if (!other) return problem;
      resource = *other;
    }
    if (!fragment.empty() && fragment.front() != '/') return anchor(resource, fragment, text);
    return pointer(resource, fragment, text);
  }

 private:
  std::optional<ResourceId> find_resource(const Place& from, const std::string& uri,
                                          Resolution& problem) {
    const Resource& base = reading_.resources[from.resource];
    const std::string whole = join_uri(base.uri, uri);
    const auto known = reading_.resource_of_uri.find(whole);
    if (known != reading_.resource_of_uri.end()) return known->second;
    if (has_scheme(uri) || uri.substr(0, 2) == "//") {
      problem = failure(Code::E0202, "reference to " + quoted(uri) + " leaves this machine",
                        "download it beside this document and refer to the file");
      return std::nullopt;
    }
    // Relative to the file the reference stands in, which for merged pages is the page.
    const std::string& here = reading_.sources.file(from.node->where.source).name;
    const std::string name = source::join_path(source::directory_of(here), percent_decode(uri));
    const OpenedFile opened = open_file(reading_, name);
    if (!opened.resource) {
      problem =
          failure(Code::E0203, "reference leads to a file that cannot be used: " + opened.problem);
      if (uri.find('/') == std::string::npos && uri.find('.') == std::string::npos) {
        problem.hint = "a local reference begins with `#/components/" + std::string(kind_) + "/`";
      }
      return std::nullopt;
    }
    collect_identifiers(reading_, *opened.resource);
    return opened.resource;
  }

  Resolution anchor(ResourceId resource, const std::string& fragment, const std::string& text) {
    const std::string name = percent_decode(fragment);
    auto found = reading_.anchors.find({resource, name});
    if (found == reading_.anchors.end()) {
      found = reading_.anchors.find({reading_.resources[resource].file, name});
    }
    if (found != reading_.anchors.end()) return {found->second, Code::E0203, "", ""};
    return failure(Code::E0203, quoted(text) + " leads nowhere: no `$anchor` has this name",
                   "a pointer begins with `#/`");
  }

  Resolution pointer(ResourceId resource, const std::string& fragment, const std::string& text) {
    // RFC 6901 6: a fragment is percent-encoded; not everybody who writes one knows.
    const auto decoded = document::Pointer::parse("#" + fragment);
    const auto literal = document::Pointer::parse(fragment);
    if (!decoded && !literal) return failure(Code::E0203, quoted(text) + " is no JSON pointer");
    Resolution resolution = target_of(resource, decoded ? *decoded : *literal, text);
    if (!resolution.place && decoded && literal && *decoded != *literal) {
      Resolution as_written = target_of(resource, *literal, text);
      if (as_written.place) return as_written;
    }
    return resolution;
  }

  Resolution target_of(ResourceId resource, const document::Pointer& pointer,
                       const std::string& text) {
    const std::string_view named = kind_of_pointer(pointer);
    if (!named.empty() && !kind_.empty() && named != kind_) {
      if (auto schema = schema_within(resource, pointer, named)) return std::move(*schema);
      return failure(Code::E0204, "reference leads to one of the " + quoted(named) +
                                      ", expected one of the " + quoted(kind_));
    }
    Resolution resolution = walk(reading_.resources[resource].root, pointer, text);
    const ResourceId file = reading_.resources[resource].file;
    if (!resolution.place && file != resource) {
      // Without `$id` semantics in mind, people mean the file.
      Resolution in_file = walk(reading_.resources[file].root, pointer, text);
      if (in_file.place) resolution = std::move(in_file);
    }
    if (resolution.place && !kind_.empty() && !is_readable(*resolution.place->node)) {
      return failure(Code::E0204, "reference leads to a " +
                                      std::string(to_string(resolution.place->node->kind)) +
                                      ", expected one of the " + quoted(kind_));
    }
    return resolution;
  }

  /// A parameter or header where a schema is expected stands for the schema it has.
  std::optional<Resolution> schema_within(ResourceId resource, const document::Pointer& pointer,
                                          std::string_view named) {
    if (kind_ != "schemas" || (named != "parameters" && named != "headers")) return std::nullopt;
    Resolution resolution = walk(reading_.resources[resource].root, pointer / "schema", "");
    if (!resolution.place) return std::nullopt;
    resolution.code = Code::E0311;
    resolution.message =
        "reference leads to one of the " + quoted(named) + "; the schema in it is used";
    return resolution;
  }

  /// What is no Example object is a value itself.
  bool is_readable(const Node& node) const {
    return node.is_mapping() || kind_ == "examples" ||
           (kind_ == "schemas" && (node.is_boolean() || node.is_null()));
  }

  Resolution walk(Place place, const document::Pointer& pointer, const std::string& text) {
    for (const std::string& token : pointer.tokens()) {
      std::optional<Place> next = step(place, token);
      // A pointer may lead through an object that is itself elsewhere.
      for (int chain = 0; !next && chain < longest_chain; ++chain) {
        const std::optional<Place> reference = reference_of(place);
        if (!reference || reference->node->text == text) break;
        const Resolution& elsewhere = resolve_reference(reading_, place, reference->node->text, "");
        if (!elsewhere.place) break;
        place = *elsewhere.place;
        next = step(place, token);
      }
      if (!next) {
        return failure(
            Code::E0203,
            quoted(text) + " leads nowhere: " + quoted(place.pointer) + " has no " + quoted(token),
            nearest_member(reading_, *place.node, token));
      }
      place = enter_resource(reading_, std::move(*next));
    }
    return {std::move(place), Code::E0203, "", ""};
  }

  std::optional<Place> step(const Place& place, const std::string& token) {
    if (place.node->is_mapping()) {
      const Member* const member = find_member(reading_, *place.node, token);
      if (member == nullptr) return std::nullopt;
      return place.member(*member);
    }
    if (!place.node->is_sequence()) return std::nullopt;
    const auto index = parse_index(token);
    if (!index || *index >= place.node->items.size()) return std::nullopt;
    return place.item(*index);
  }

  Reading& reading_;
  std::string_view kind_;
};

struct Link {
  const Node* target;
  Place reference;
};

/// All who meet a cycle report it alike, at the first of its references.
void report_cycle(Reading& reading, std::vector<Link> cycle) {
  const auto first = std::min_element(cycle.begin(), cycle.end(), [](const Link& a, const Link& b) {
    const auto& left = a.reference.node->where;
    const auto& right = b.reference.node->where;
    return std::pair(left.source, left.begin) < std::pair(right.source, right.begin);
  });
  std::rotate(cycle.begin(), first, cycle.end());
  if (!reading.reported_references.insert(cycle.front().reference.node).second) return;
  diagnostics::Report report = reading.diagnostics.report(
      Code::E0201, cycle.front().reference.node->where,
      quoted(cycle.front().reference.node->text) + " leads back to itself");
  report.at(cycle.front().reference.pointer);
  for (std::size_t i = 1; i < cycle.size(); ++i) {
    report.note(cycle[i].reference.node->where,
                "by way of " + quoted(cycle[i].reference.node->text));
  }
}

}  // namespace

const Member* find_member(Reading& reading, const Node& node, std::string_view key) {
  if (node.members.size() <= small_mapping) return node.find_member(key);
  auto [entry, is_new] = reading.member_indexes.try_emplace(&node);
  if (is_new) {
    entry->second.reserve(node.members.size());
    for (const Member& member : node.members) entry->second.try_emplace(member.key, &member);
  }
  const auto found = entry->second.find(key);
  return found == entry->second.end() ? nullptr : found->second;
}

const Resolution& resolve_reference(Reading& reading, const Place& from, const std::string& text,
                                    std::string_view kind) {
  const std::string key = std::to_string(from.resource) + " " +
                          std::to_string(from.node->where.source) + " " + std::string(kind) + " " +
                          text;
  const auto known = reading.resolutions.find(key);
  if (known != reading.resolutions.end()) return known->second;
  if (reading.resolution_depth == longest_chain) {
    return reading.resolutions
        .emplace(key, failure(Code::E0203, quoted(text) + " leads through too many references"))
        .first->second;
  }
  // Stands while the reference is being resolved: a pointer through itself leads nowhere.
  reading.resolutions.emplace(key, failure(Code::E0203, quoted(text) + " leads through itself"));
  ++reading.resolution_depth;
  Resolution resolution = Resolver(reading, kind).resolve(from, text);
  --reading.resolution_depth;
  return reading.resolutions.insert_or_assign(key, std::move(resolution)).first->second;
}

void report_resolution(Reading& reading, const Place& reference, const Resolution& resolution) {
  if (!reading.reported_references.insert(reference.node).second) return;
  diagnostics::Report report =
      reading.diagnostics.report(resolution.code, reference.node->where, resolution.message);
  report.at(reference.pointer);
  if (!resolution.hint.empty()) report.hint(resolution.hint);
}

std::optional<Place> reference_of(const Place& place) {
  if (!place.node->is_mapping()) return std::nullopt;
  const Member* const member = place.node->find_member("$ref");
  if (member == nullptr || !member->value.is_string()) return std::nullopt;
  return place.member(*member);
}

std::optional<Place> follow_references(Reading& reading, const Place& place,
                                       std::string_view kind) {
  std::vector<Link> chain;
  Place current = place;
  while (const std::optional<Place> reference = reference_of(current)) {
    const Resolution& resolution = resolve_reference(reading, current, reference->node->text, kind);
    if (!resolution.place) {
      report_resolution(reading, *reference, resolution);
      return std::nullopt;
    }
    const Place target = *resolution.place;
    chain.push_back({target.node, *reference});
    const auto met = std::find_if(chain.begin(), chain.end() - 1,
                                  [&](const Link& link) { return link.target == target.node; });
    if (met != chain.end() - 1 || target.node == place.node) {
      const auto begin = met == chain.end() - 1 ? chain.begin() : met + 1;
      report_cycle(reading, {begin, chain.end()});
      return std::nullopt;
    }
    if (chain.size() > longest_chain) {
      report_cycle(reading, {chain.front()});
      return std::nullopt;
    }
    current = target;
  }
  return current;
}

std::optional<Place> follow_map(Reading& reading, const Place& place, std::string_view kind) {
  if (!reference_of(place)) return place;
  std::optional<Place> target = follow_references(reading, place, kind);
  if (target && !expect_mapping(reading, *target, kind)) return std::nullopt;
  return target;
}

bool is_active(Reading& reading, const Place& reference, const Node& target) {
  const auto outer =
      std::find_if(reading.active.begin(), reading.active.end(),
                   [&](const ActiveReference& active) { return active.target == &target; });
  if (outer == reading.active.end()) return false;
  reading.diagnostics
      .report(Code::E0201, reference.node->where,
              quoted(reference.node->text) + " leads back into what it is a part of")
      .at(reference.pointer)
      .note(outer->where, "followed from here");
  return true;
}

}  // namespace bindery::spec
