// Equal complaints about other versions counted together.
// Must not decide what is of another version.
#include "spec/other_version.hpp"

#include <utility>

namespace bindery::spec {

void report_other_version(Reading& reading, const Place& keyword, std::string message) {
  const auto [known, is_new] =
      reading.other_version_of_message.emplace(message, reading.other_versions.size());
  if (is_new) reading.other_versions.push_back({std::move(message), keyword, {}, 0});
  OtherVersion& other = reading.other_versions[known->second];
  if (++other.count == 2) other.second = keyword.node->where;
}

void flush_other_versions(Reading& reading) {
  for (OtherVersion& other : reading.other_versions) {
    if (other.count > 1) other.message += " (" + std::to_string(other.count) + " times)";
    diagnostics::Report report = reading.diagnostics.report(
        diagnostics::Code::E0310, other.first.node->where, std::move(other.message));
    report.at(other.first.pointer);
    if (other.count > 1) report.note(other.second, "the next one is here");
  }
  reading.other_versions.clear();
  reading.other_version_of_message.clear();
}

}  // namespace bindery::spec
