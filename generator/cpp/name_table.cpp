// Who keeps a name that several wish for.
// Must give the same names in any order of claims.
#include "cpp/name_table.hpp"

#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"

namespace bindery::cpp {
namespace {

using diagnostics::Code;

constexpr std::size_t longest_identity = 80;

std::string shown(const std::string& identity) {
  return code_span(identity.size() <= longest_identity
                       ? identity
                       : identity.substr(0, longest_identity) + "...");
}

}  // namespace

std::string NameTable::wish(const Claim& claim) const {
  for (const std::string& candidate : claim.candidates) {
    std::string name = reserved_.count(candidate) != 0 ? candidate + "_" : candidate;
    if (is_free(name)) return name;
  }
  const std::string& last = claim.candidates.back();
  return reserved_.count(last) != 0 ? last + "_" : last;
}

std::string NameTable::suffixed(const Claim& claim, const std::string& name,
                                const Claimants& claimants) const {
  // The end of a name that was cut already says what it is; make room for another one.
  std::string stem = name.substr(0, max_identifier_length - 17);
  while (stem.size() > 1 && stem.back() == '_') stem.pop_back();
  std::string salt = claim.identity;
  for (;; salt += '+') {
    for (const std::size_t digits : {4u, 8u, 16u}) {
      std::string result = stem + "_" + stable_suffix(salt, digits);
      if (is_free(result) && claimants.count(result) == 0) return result;
    }
  }
}

std::vector<std::string> NameTable::settle(const std::vector<Claim>& claims,
                                           diagnostics::Diagnostics& diagnostics) {
  std::vector<std::string> names(claims.size());
  Claimants claimants;
  for (std::size_t index = 0; index < claims.size(); ++index) {
    names[index] = wish(claims[index]);
    claimants[names[index]].push_back(index);
  }

  std::vector<std::size_t> losers;
  std::vector<Owner> winners(claims.size());
  for (const auto& [name, indices] : claimants) {
    const auto taken = owners_.find(name);
    std::size_t keeper = claims.size();
    if (taken == owners_.end()) {
      if (indices.size() == 1) keeper = indices.front();
      for (const std::size_t index : indices) {
        if (keeper == claims.size() && claims[index].is_exact) keeper = index;
      }
    }
    for (const std::size_t index : indices) {
      if (index == keeper) continue;
      losers.push_back(index);
      if (taken != owners_.end()) {
        winners[index] = taken->second;
      } else {
        const std::size_t other = index == indices.front() ? indices.back() : indices.front();
        const Claim& winner = claims[keeper != claims.size() ? keeper : other];
        winners[index] = {winner.identity, winner.origin};
      }
    }
  }
  const std::set<std::size_t> lost(losers.begin(), losers.end());
  for (std::size_t index = 0; index < claims.size(); ++index) {
    if (lost.count(index) == 0)
      owners_[names[index]] = {claims[index].identity, claims[index].origin};
  }
  for (const std::size_t index : losers) {
    const Claim& claim = claims[index];
    const std::string wanted = names[index];
    names[index] = suffixed(claim, wanted, claimants);
    owners_[names[index]] = {claim.identity, claim.origin};
    diagnostics
        .report(Code::E0501, claim.origin.where,
                shown(claim.identity) + " becomes " + code_span(names[index]) + ", since " +
                    code_span(wanted) + " is a name of " + shown(winners[index].identity) + " too")
        .at(claim.origin.pointer)
        .note(winners[index].origin.where, "the other one is here")
        .hint("give it a name of its own under `names` in bindery.yaml, or with `x-cpp-name`");
  }
  return names;
}

}  // namespace bindery::cpp
