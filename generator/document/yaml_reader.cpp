// Reads YAML through yaml-cpp's events. The only file that includes yaml-cpp.
// Must not use YAML::Node, which drops duplicate keys and the places of aliases.
#include "document/yaml_reader.hpp"

#include <algorithm>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "document/block_yaml.hpp"
#include "document/core_schema.hpp"
#include "document/span_text.hpp"
#include "document/tree_builder.hpp"
#include "document/yaml_error.hpp"
#include "document/yaml_extent.hpp"
#include "source/utf8.hpp"

namespace bindery::document {
namespace {

using diagnostics::Code;

/// Bytes that anchors and aliases together may add to a tree, so that a few lines that repeat each
/// other ("billion laughs") cannot fill the memory.
constexpr std::size_t most_expanded_bytes = std::size_t{32} << 20;

/// Lets a stream read memory that somebody else owns.
class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    // The interface wants writable memory and never writes to it.
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

/// Thrown through yaml-cpp to stop reading after something has been reported.
struct StopReading {};

struct Size {
  std::size_t bytes = 0;
  std::size_t levels = 0;
};

/// Adds up a subtree, giving up as soon as it has more than `limit` bytes.
void add_size(const Node& node, std::size_t level, std::size_t limit, Size& size) {
  size.bytes += sizeof(Node) + node.text.size();
  size.levels = std::max(size.levels, level);
  for (const Node& item : node.items) {
    if (size.bytes > limit) return;
    add_size(item, level + 1, limit, size);
  }
  for (const Member& member : node.members) {
    if (size.bytes > limit) return;
    size.bytes += sizeof(Member) - sizeof(Node) + member.key.size();
    add_size(member.value, level + 1, limit, size);
  }
}

/// Marks count bytes, as the text is UTF-8; one that is negative stands for no place.
std::size_t offset_in(const SpanText& text, const YAML::Mark& mark) {
  const std::size_t size = text.text().size();
  return mark.pos < 0 ? size : std::min(size, static_cast<std::size_t>(mark.pos));
}

/// Builds the tree and finds the place of each event.
class YamlEvents final : public YAML::EventHandler {
 public:
  YamlEvents(const SpanText& text, diagnostics::Diagnostics& diagnostics)
      : text_(&text), diagnostics_(&diagnostics), builder_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const bool is_key = builder_.expects_key();
    const Extent extent = null_extent(source(), offset_of(mark), cursor_, is_key);
    if (!is_key && extent.begin == extent.end) check_colon();
    cursor_ = extent.end;
    if (is_key) {
      add_key(std::string(source().substr(extent.begin, extent.end - extent.begin)), extent,
              anchor);
    } else {
      add_value(Node{}, extent, anchor);
    }
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::size_t begin = skip_properties(source(), offset_of(mark));
    const bool is_key = builder_.expects_key();
    // Behind a tag there may be nothing at all, and then `begin` is where the next piece begins.
    const Extent extent = value.empty() && !begins_visibly_empty(begin)
                              ? Extent{cursor_, cursor_}
                              : scalar_extent(source(), begin, value);
    if (!extent.closed) {
      stop(Code::E0103, text_->at(extent.begin, extent.begin + 1), "quoted text does not end");
    }
    cursor_ = extent.end;
    const bool broken = source::first_invalid_utf8(value).has_value();
    if (broken) repaired_ = repair(value);
    const std::string& text = broken ? repaired_ : value;
    if (is_key) {
      add_key(text, extent, anchor);
    } else {
      add_value(to_node(tag, text), extent, anchor);
    }
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Extent extent = alias_extent(source(), offset_of(mark));
    cursor_ = extent.end;
    const source::Location where = text_->at(extent.begin, extent.end);
    const std::string name(source().substr(extent.begin, extent.end - extent.begin));
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      stop(Code::E0106, where, "alias `" + name + "` stands inside the value it repeats");
    }
    const Anchored& anchored = found->second;
    if (!spend(anchored.size.bytes)) {
      stop(Code::E0106, where, "alias `" + name + "` makes the document too large");
    }
    if (builder_.level() + anchored.size.levels > TreeBuilder::most_levels) {
      stop(Code::E0108, where, "alias `" + name + "` makes the document nested too deeply");
    }
    if (builder_.expects_key()) {
      if (anchored.node.is_sequence() || anchored.node.is_mapping()) refuse_key(extent.begin);
      add_key(anchored.node.is_string() ? anchored.node.text : to_json(anchored.node), extent, 0);
      return;
    }
    Node copy = anchored.node;
    copy.where = where;
    builder_.value(std::move(copy));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    begin(Node::Kind::sequence, mark, anchor, '[');
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    begin(Node::Kind::mapping, mark, anchor, style == YAML::EmitterStyle::Flow ? '{' : '\0');
  }
  void OnSequenceEnd() override { end(']'); }
  void OnMapEnd() override { end('}'); }

  std::optional<Node> take() { return builder_.take(); }
  std::string pointer() const { return builder_.pointer(); }
  /// The end of the last piece that was read.
  std::size_t cursor() const { return cursor_; }

 private:
  struct Anchored {
    Node node;
    Size size;
  };
  struct Open {
    YAML::anchor_t anchor;
    bool bracket;
    bool block_mapping;
  };

  std::string_view source() const { return text_->text(); }

  std::size_t offset_of(const YAML::Mark& mark) const { return offset_in(*text_, mark); }

  /// Quotes and block scalars can hold nothing and still be written.
  bool begins_visibly_empty(std::size_t offset) const {
    constexpr std::string_view openers = "\"'|>";
    return offset < source().size() && openers.find(source()[offset]) != std::string_view::npos;
  }

  [[noreturn]] void stop(Code code, source::Location where, std::string message) {
    diagnostics_->report(code, where, std::move(message)).at(builder_.pointer());
    throw StopReading{};
  }

  /// yaml-cpp also takes a flow collection that is never closed for a key.
  [[noreturn]] void refuse_key(std::size_t offset) {
    const char opener = offset < source().size() ? source()[offset] : '\0';
    const bool bracket = opener == '[' || opener == '{';
    diagnostics_
        ->report(Code::E0103, text_->at(offset, offset + 1),
                 bracket ? "bracket is not closed, or its content is used as a key"
                         : "key is a sequence or a mapping, expected a single value")
        .at(builder_.pointer())
        .hint(bracket ? "close the bracket, or quote the key" : "quote the key");
    throw StopReading{};
  }

  /// yaml-cpp takes a line without a colon for a key without a value. Only `? key` and the keys of
  /// a flow mapping may do without.
  void check_colon() {
    if (open_.empty() || !open_.back().block_mapping) return;
    const std::size_t next = skip_blank(source(), cursor_);
    if (next < source().size() && source()[next] == ':') return;
    const std::string_view above = source().substr(0, key_begin_);
    const std::size_t before = above.find_last_not_of(" \t\r\n");
    const bool indicator = before != std::string_view::npos && above[before] == '?' &&
                           (before == 0 || above.find_last_of(" \t\r\n", before) == before - 1);
    if (indicator) return;
    diagnostics_->report(Code::E0103, text_->at(key_begin_, cursor_), "expected `:` behind the key")
        .at(builder_.pointer());
    throw StopReading{};
  }

  /// yaml-cpp makes single bytes of the escapes `\\N` and `\\_`; the code points they stand for
  /// have the same numbers.
  static std::string repair(const std::string& value) {
    std::string repaired;
    for (std::size_t offset = 0; offset < value.size();) {
      const source::CodePoint point = source::code_point_at(value, offset);
      source::append_utf8(repaired, point.value);
      offset += point.size;
    }
    return repaired;
  }

  static Node to_node(const std::string& tag, const std::string& value) {
    constexpr std::string_view standard = "tag:yaml.org,2002:";
    Node node;
    if (tag == "?" || tag == std::string(standard) + "int" ||
        tag == std::string(standard) + "float" || tag == std::string(standard) + "bool" ||
        tag == std::string(standard) + "null") {
      return resolve_plain_scalar(value);
    }
    node.kind = Node::Kind::string;
    node.style = Node::Style::quoted;
    node.text = value;
    return node;
  }

  /// Takes bytes from what expansion may cost; false when they are not there.
  bool spend(std::size_t bytes) {
    if (bytes > most_expanded_bytes - expanded_bytes_) return false;
    expanded_bytes_ += bytes;
    return true;
  }

  /// Keeps a copy of an anchored value. What would cost too much is kept without its content: only
  /// an alias of it is an error.
  void remember(YAML::anchor_t anchor, const Node& node) {
    Anchored anchored;
    const std::size_t left = most_expanded_bytes - expanded_bytes_;
    add_size(node, node.is_sequence() || node.is_mapping() ? 1 : 0, left, anchored.size);
    if (spend(anchored.size.bytes)) {
      anchored.node = node;
    } else {
      anchored.size.bytes = most_expanded_bytes + 1;
    }
    anchors_.insert_or_assign(anchor, std::move(anchored));
  }

  void add_key(std::string key, const Extent& extent, YAML::anchor_t anchor) {
    if (anchor != 0) {
      Node node;
      node.kind = Node::Kind::string;
      node.text = key;
      remember(anchor, node);
    }
    key_begin_ = extent.begin;
    builder_.key(std::move(key), text_->at(extent.begin, extent.end));
  }

  void add_value(Node node, const Extent& extent, YAML::anchor_t anchor) {
    node.where = text_->at(extent.begin, extent.end);
    if (anchor != 0) remember(anchor, node);
    builder_.value(std::move(node));
  }

  void begin(Node::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor, char bracket) {
    const std::size_t offset = skip_properties(source(), offset_of(mark));
    if (builder_.expects_key()) refuse_key(offset);
    const bool has_bracket =
        bracket != '\0' && offset < source().size() && source()[offset] == bracket;
    cursor_ = has_bracket ? offset + 1 : offset;
    if (!builder_.begin(kind, text_->at(offset, offset + 1))) throw StopReading{};
    open_.push_back({anchor, has_bracket, kind == Node::Kind::mapping && bracket == '\0'});
  }

  void end(char bracket) {
    const Open open = open_.back();
    open_.pop_back();
    if (open.bracket) cursor_ = flow_end(source(), cursor_, bracket);
    builder_.end(text_->at(cursor_, cursor_).end);
    if (open.anchor != 0) remember(open.anchor, builder_.last_value());
  }

  const SpanText* text_;
  diagnostics::Diagnostics* diagnostics_;
  TreeBuilder builder_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::size_t expanded_bytes_ = 0;
  std::string repaired_;
  std::size_t cursor_ = 0;
  std::size_t key_begin_ = 0;
};

/// Notices that there is a document, and reads nothing of it.
class SecondDocument final : public YAML::EventHandler {
 public:
  struct Found {
    int offset;
  };

  void OnDocumentStart(const YAML::Mark& mark) override { throw Found{mark.pos}; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t,
                const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

/// Control characters are no YAML (YAML 1.2.2 5.1), and yaml-cpp takes U+0004 for the end of the
/// file.
bool check_characters(const SpanText& text, diagnostics::Diagnostics& diagnostics) {
  const std::string_view all = text.text();
  const auto found = std::find_if(all.begin(), all.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  });
  if (found == all.end()) return true;
  const auto offset = static_cast<std::size_t>(found - all.begin());
  diagnostics
      .report(Code::E0103, text.at(offset, offset + 1), "control character cannot stand in YAML")
      .hint("write it as an escape in double quotes");
  return false;
}

/// False when what follows the first document is no second one, but text that belongs nowhere.
bool check_end(YAML::Parser& parser, const SpanText& text, diagnostics::Diagnostics& diagnostics) {
  try {
    SecondDocument second;
    parser.HandleNextDocument(second);
  } catch (const SecondDocument::Found& found) {
    const auto offset = static_cast<std::size_t>(std::max(found.offset, 0));
    if (text.text().substr(offset, 3) == "---") {
      diagnostics
          .report(Code::E0107, text.at(offset, offset + 3),
                  "second YAML document begins here, only the first is read")
          .hint("put it into a file of its own");
      return true;
    }
    diagnostics
        .report(Code::E0103, text.at(offset, offset + 1),
                "text follows behind the end of the document")
        .hint("check the indentation");
    return false;
  }
  return true;
}

}  // namespace

std::optional<Node> read_yaml(const Span& span, diagnostics::Diagnostics& diagnostics) {
  const SpanText text(span);
  if (!check_text(text, diagnostics) || !check_characters(text, diagnostics)) return std::nullopt;
  if (auto root = read_block_yaml(text)) return root;

  ViewBuffer buffer(text.text());
  std::istream stream(&buffer);
  YamlEvents events(text, diagnostics);
  try {
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(events)) {
      diagnostics.report(Code::E0102, text.at(0, 0), "input holds only comments");
      return std::nullopt;
    }
    if (!check_end(parser, text, diagnostics)) return std::nullopt;
  } catch (const StopReading&) {
    return std::nullopt;
  } catch (const YAML::DeepRecursion&) {
    // yaml-cpp's own mark is where its scanner stands, which may be lines ahead.
    const std::size_t offset = events.cursor();
    diagnostics
        .report(Code::E0108, text.at(offset, offset + 1),
                "values stand inside each other too deeply")
        .at(events.pointer());
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    report_yaml_error(text, offset_in(text, error.mark), error.msg, events.pointer(), diagnostics);
    return std::nullopt;
  }
  return events.take();
}

}  // namespace bindery::document
