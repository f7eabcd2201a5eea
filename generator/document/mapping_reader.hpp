// Reads mappings that users wrote for us: each key by name, everything else reported.
// Must not know what the keys mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "document/pointer.hpp"

namespace bindery::document {

/// Reads a mapping key by key; what is of the wrong kind or not known is E0116, with the nearest
/// name. A null reads as an empty mapping. The node must outlive the reader.
class MappingReader {
 public:
  MappingReader(const Node& node, Pointer pointer, diagnostics::Diagnostics& diagnostics);

  /// The member of that name; null when it is not there.
  const Node* find(const std::string& name);
  const Pointer& pointer() const { return pointer_; }

  void text(const std::string& name, std::string& value);
  void texts(const std::string& name, std::vector<std::string>& values);
  /// The same, where `true` and `7` are the texts that they are written as.
  void scalars(const std::string& name, std::vector<std::string>& values);
  /// A whole number from 0.
  void count(const std::string& name, std::int64_t& value);
  /// True for the second of two words; the first is what is meant when neither is there.
  void either(const std::string& name, const std::string& first, const std::string& second,
              bool& is_second);
  /// Calls `each(key, value text, place of the value)` for every member of the mapping called
  /// `name`.
  template <class Each>
  void map(const std::string& name, Each each) {
    const Node* node = find(name);
    if (node == nullptr) return;
    if (!node->is_mapping()) return complain(*node, pointer_ / name, "mapping");
    for (const Member& member : node->members) {
      std::string value;
      if (read_text(member.value, pointer_ / name / member.key, value)) {
        each(member.key, std::move(value), member.value.where);
      }
    }
  }

  /// Reports the members nobody asked for.
  void finish();

 private:
  void complain(const Node& node, const Pointer& pointer, std::string_view expected);
  bool read_text(const Node& node, const Pointer& pointer, std::string& value);

  const Node& node_;
  Pointer pointer_;
  diagnostics::Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

}  // namespace bindery::document
