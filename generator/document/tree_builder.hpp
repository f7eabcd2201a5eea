// Builds a tree from the events of a reader, the same way for YAML and JSON.
// Must not know either of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"

namespace bindery::document {

/// Takes values in document order. Keys given twice are reported, and the first of them is kept.
class TreeBuilder {
 public:
  /// Sequences and mappings that may stand inside each other (E0108).
  static constexpr std::size_t most_levels = 1000;

  explicit TreeBuilder(diagnostics::Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

  /// True where a mapping needs a key before its next value.
  bool expects_key() const;
  void key(std::string text, source::Location where);
  void value(Node node);
  /// Begins a sequence or mapping at `where`. False, and reported, when it would be too deep.
  bool begin(Node::Kind kind, source::Location where);
  /// Ends the innermost sequence or mapping before byte `end`.
  void end(std::uint32_t end);

  /// Sequences and mappings that are open.
  std::size_t level() const { return frames_.size(); }
  /// The JSON pointer of the value that comes next, as a fragment.
  std::string pointer() const;
  /// The value given last, which must be the latest event; valid until the next one.
  const Node& last_value() const { return values_.back().value; }
  /// The whole tree, once every sequence and mapping has ended.
  std::optional<Node> take();

 private:
  struct Frame {
    Node::Kind kind;
    source::Location where;
    std::size_t first;  ///< Where its values begin in `values_`.
    bool has_key;       ///< The last of `values_` is a key whose value is still to come.
  };

  void remove_duplicates(std::vector<Member>& members);

  diagnostics::Diagnostics* diagnostics_;
  std::vector<Frame> frames_;
  /// The finished values of all open sequences and mappings, innermost last. One stack for all lets
  /// each of them get a vector of exactly its size.
  std::vector<Member> values_;
};

}  // namespace bindery::document
