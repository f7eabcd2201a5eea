// How the alternatives of a union are told apart.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Decides every union's matching. Needs all types filled in. In this order: the discriminator, the
/// JSON kind, tags (values of a `const` or enumeration member that no two alternatives share),
/// members that only one requires. Alternatives that nothing tells apart are reported (E0306): the
/// first that reads most members wins. An object that has one tag in all of its unions gets it as
/// the constant of its tag member.
void decide_matching(Lowering& lowering);

}  // namespace bindery::model
