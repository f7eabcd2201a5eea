// Types that differ between a merge patch and everything else.
#pragma once

#include "model/api.hpp"

namespace bindery::model {

/// RFC 7396: in a merge patch null removes a member, whatever the schema of what is patched says;
/// in lists it is an item like others. So in the bodies of `application/merge-patch+json` members
/// that are not required, and values of maps, are nullable. A type that something else uses too
/// gets a second one for this, named after the type and `Patch`; one that only patches use is
/// changed itself.
void separate_patch_types(Api& api);

}  // namespace bindery::model
