// Keywords that the version a document claims does not have; they are honoured anyway.
// Must not know a keyword: those who read one know its version.
#pragma once

#include <string>

#include "spec/reading.hpp"

namespace bindery::spec {

/// Remembers a keyword of another version at `keyword`. Documents that have one have it hundreds of
/// times, so equal messages become one complaint.
void report_other_version(Reading& reading, const Place& keyword, std::string message);

/// Reports what was remembered (E0310), at the first place of each, with the number of all.
void flush_other_versions(Reading& reading);

}  // namespace bindery::spec
