// Files opened, `$id`s and anchors collected, URIs joined.
// Must not resolve JSON pointers.
#include "spec/resources.hpp"

#include <array>
#include <cctype>

#include "document/pointer.hpp"

namespace bindery::spec {

using document::Node;

namespace {

/// Length of the scheme and authority: `https://example.com` of `https://example.com/a/b`.
std::size_t path_begin(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (uri.substr(colon + 1, 2) != "//") return colon + 1;
  const std::size_t slash = uri.find('/', colon + 3);
  return slash == std::string_view::npos ? uri.size() : slash;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

bool holds_user_names(std::string_view key) {
  constexpr std::array<std::string_view, 7> maps{"properties",  "patternProperties", "$defs",
                                                 "definitions", "dependentSchemas",  "schemas",
                                                 "responses"};
  for (const std::string_view map : maps) {
    if (key == map) return true;
  }
  return false;
}

/// Literal values, in which `$id` is data.
bool holds_data(std::string_view key) {
  constexpr std::array<std::string_view, 5> data{"example", "examples", "default", "enum", "const"};
  for (const std::string_view name : data) {
    if (key == name) return true;
  }
  return key.substr(0, 2) == "x-";
}

/// Walks a tree; as deep as the readers allow, which is bounded.
class IdentifierCollector {
 public:
  IdentifierCollector(Reading& reading, ResourceId file) : reading_(reading), file_(file) {}

  void walk(const Node& node, ResourceId resource, std::string_view key) {
    if (node.is_sequence()) {
      for (std::size_t i = 0; i < node.items.size(); ++i) {
        path_.push_back(std::to_string(i));
        walk(node.items[i], resource, "");
        path_.pop_back();
      }
      return;
    }
    if (!node.is_mapping()) return;
    const bool names = holds_user_names(key);
    if (!names) resource = note(node, resource);
    for (const document::Member& member : node.members) {
      if (!names && holds_data(member.key)) continue;
      path_.push_back(member.key);
      // Names chosen by users are not keywords, whatever they are.
      walk(member.value, resource, names ? "" : std::string_view(member.key));
      path_.pop_back();
    }
  }

 private:
  ResourceId note(const Node& node, ResourceId resource) {
    const Node* const id = node.find("$id");
    if (id != nullptr && id->is_string() && !id->text.empty()) {
      if (id->text.front() == '#') {
        add_anchor(resource, id->text.substr(1), node);  // the spelling of JSON Schema draft 6
      } else {
        resource = add_resource(node, resource, id->text);
      }
    }
    for (const std::string_view keyword : {"$anchor", "$dynamicAnchor"}) {
      const Node* const anchor = node.find(keyword);
      if (anchor != nullptr && anchor->is_string()) add_anchor(resource, anchor->text, node);
    }
    return resource;
  }

  void add_anchor(ResourceId resource, const std::string& name, const Node& node) {
    reading_.anchors.try_emplace({resource, name}, Place{&node, pointer(), resource});
  }

  ResourceId add_resource(const Node& node, ResourceId outer, std::string_view id) {
    const std::string uri = join_uri(reading_.resources[outer].uri, id.substr(0, id.find('#')));
    if (&node == reading_.resources[file_].root.node) {
      reading_.resource_of_uri.try_emplace(uri, file_);
      reading_.resources[file_].uri = uri;
      return file_;
    }
    const ResourceId added = reading_.resources.size();
    reading_.resources.push_back({{&node, pointer(), added}, uri, file_, false});
    reading_.resource_of_node.emplace(&node, added);
    reading_.resource_of_uri.try_emplace(uri, added);
    return added;
  }

  std::string pointer() const { return document::Pointer(path_).to_string(); }

  Reading& reading_;
  ResourceId file_;
  std::vector<std::string> path_;
};

void claim(Reading& reading, const Node& node, ResourceId entry, int depth) {
  reading.resource_of_source.try_emplace(node.where.source, entry);
  if (depth == 0) return;
  for (const document::Member& member : node.members) {
    claim(reading, member.value, entry, depth - 1);
  }
}

}  // namespace

bool has_scheme(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  for (std::size_t i = 0; i < colon; ++i) {
    const auto letter = static_cast<unsigned char>(uri[i]);
    const bool is_other =
        i > 0 && (std::isdigit(letter) != 0 || letter == '+' || letter == '-' || letter == '.');
    if (letter >= 0x80 || (std::isalpha(letter) == 0 && !is_other)) return false;
  }
  return true;
}

std::string join_uri(std::string_view base, std::string_view uri) {
  if (has_scheme(uri) || base.empty()) return std::string(uri);
  if (uri.empty()) return std::string(base);
  if (!has_scheme(base)) return source::join_path(source::directory_of(base), uri);
  const std::size_t begin = path_begin(base);
  if (uri.substr(0, 2) == "//") {
    return std::string(base.substr(0, base.find(':') + 1)) + std::string(uri);
  }
  if (uri.front() == '/') return std::string(base.substr(0, begin)) + std::string(uri);
  const std::string_view path = base.substr(begin);
  const std::string directory =
      path.find('/') == std::string_view::npos ? "/" : source::directory_of(path);
  return std::string(base.substr(0, begin)) + source::join_path(directory, uri);
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = hex_value(text[i + 1]);
      const int low = hex_value(text[i + 2]);
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    decoded += text[i];
  }
  return decoded;
}

ResourceId add_document(Reading& reading, document::Document document, std::string uri) {
  const source::SourceId source = document.source;
  reading.spec.documents.push_back(std::move(document));
  const ResourceId added = reading.resources.size();
  reading.resources.push_back(
      {{&reading.spec.documents.back().root, "#", added}, std::move(uri), added, true});
  reading.resource_of_source[source] = added;
  return added;
}

void claim_sources(Reading& reading, ResourceId entry) {
  constexpr int components_and_operations = 3;
  claim(reading, *reading.resources[entry].root.node, entry, components_and_operations);
}

OpenedFile open_file(Reading& reading, const std::string& name) {
  const auto opened = reading.sources.open(name);
  if (!opened) return {std::nullopt, "`" + name + "`: " + opened.error.message};
  const auto known = reading.resource_of_source.find(*opened);
  if (known != reading.resource_of_source.end()) {
    if (known->second) return {known->second, ""};
    return {std::nullopt, "`" + name + "` cannot be read"};
  }
  auto loaded = document::load_document(*opened, reading.sources, reading.diagnostics);
  if (!loaded) {
    reading.resource_of_source.emplace(*opened, std::nullopt);
    return {std::nullopt, "`" + name + "` cannot be read"};
  }
  return {add_document(reading, std::move(*loaded), reading.sources.file(*opened).name), ""};
}

void collect_identifiers(Reading& reading, ResourceId file) {
  if (!reading.resources[file].is_pending) return;
  reading.resources[file].is_pending = false;
  if (reading.spec.version == Version::v3_0) return;
  const Node& root = *reading.resources[file].root.node;
  // OAS 3.2 4.1.1: the document's own URI.
  const Node* const self = root.find("$self");
  if (self != nullptr && self->is_string()) {
    const std::string uri = join_uri(reading.resources[file].uri, self->text);
    reading.resource_of_uri.try_emplace(uri, file);
    reading.resources[file].uri = uri;
  }
  IdentifierCollector(reading, file).walk(root, file, "");
}

Place enter_resource(const Reading& reading, Place place) {
  if (reading.resource_of_node.empty()) return place;
  const auto found = reading.resource_of_node.find(place.node);
  if (found != reading.resource_of_node.end()) place.resource = found->second;
  return place;
}

}  // namespace bindery::spec
