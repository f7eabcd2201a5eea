// One scope of names: candidates in, distinct names out.
// Must not know what the names are of.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/types.hpp"

namespace bindery::cpp {

/// A wish for a name.
struct Claim {
  /// The wish, then foreseeable second choices, taken without a word.
  std::vector<std::string> candidates;
  /// Wire name or pointer: what tells this claim from all others, now and after any edit.
  std::string identity;
  /// The candidate is its wire name or was given for C++: it yields to nobody of its rank.
  bool is_exact = false;
  model::Origin origin;
};

/// The names taken in a scope.
class NameTable {
 public:
  /// `reserved` names get a `_` when somebody wishes for them.
  explicit NameTable(std::set<std::string> reserved = {}) : reserved_(std::move(reserved)) {}

  /// Settles claims of one rank, of which none is more important than another; names of earlier
  /// calls stay. The result is in the order of the claims and does not depend on it. Reports E0501.
  std::vector<std::string> settle(const std::vector<Claim>& claims,
                                  diagnostics::Diagnostics& diagnostics);

 private:
  struct Owner {
    std::string identity;
    model::Origin origin;
  };

  /// By the name they wish for, the indices of claims.
  using Claimants = std::map<std::string, std::vector<std::size_t>>;

  bool is_free(const std::string& name) const { return owners_.find(name) == owners_.end(); }
  std::string wish(const Claim& claim) const;
  std::string suffixed(const Claim& claim, const std::string& name,
                       const Claimants& claimants) const;

  std::set<std::string> reserved_;
  std::map<std::string, Owner> owners_;
};

}  // namespace bindery::cpp
