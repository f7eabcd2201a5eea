// Bodies: media types and what they hold.
#pragma once

#include <string>
#include <vector>

#include "model/owner.hpp"

namespace bindery::model {

/// The contents of a body in document order, inline schemas named by `role`. Media types that are
/// one but for parameters count once. What cannot be written or read is reported (E0601) and left
/// out; `what` says in the report whose it is: "request body of `createPet`".
std::vector<Content> lower_contents(Lowering& lowering,
                                    const std::vector<spec::MediaType>& media_types,
                                    const Owner& owner, const std::string& role,
                                    const std::string& what);

/// Of one property, or of one place among parts without names.
PartEncoding lower_encoding(const spec::Encoding& encoding);

Body lower_body(Lowering& lowering, const spec::RequestBody& body, const Owner& owner,
                const std::string& what);

}  // namespace bindery::model
