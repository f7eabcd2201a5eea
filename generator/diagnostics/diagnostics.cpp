// Collecting, counting and sorting of diagnostics.
// Must not print.
#include "diagnostics/diagnostics.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "source/utf8.hpp"

namespace bindery::diagnostics {
namespace {

/// Unknown places first, then source by source.
auto place_of(const source::Location& where) {
  return std::make_tuple(where.is_known(), where.source, where.begin);
}

auto content_of(const Diagnostic& diagnostic) {
  return std::tie(diagnostic.code, diagnostic.severity, diagnostic.where.end, diagnostic.message,
                  diagnostic.pointer, diagnostic.hint);
}

bool before(const Note& a, const Note& b) {
  return std::make_tuple(place_of(a.where), a.where.end, std::string_view(a.message)) <
         std::make_tuple(place_of(b.where), b.where.end, std::string_view(b.message));
}

/// A total order in which equal diagnostics are neighbours.
bool before(const Diagnostic& a, const Diagnostic& b) {
  if (place_of(a.where) != place_of(b.where)) return place_of(a.where) < place_of(b.where);
  if (content_of(a) != content_of(b)) return content_of(a) < content_of(b);
  return std::lexicographical_compare(a.notes.begin(), a.notes.end(), b.notes.begin(),
                                      b.notes.end(),
                                      [](const Note& x, const Note& y) { return before(x, y); });
}

/// Bytes of a pointer that are kept.
constexpr std::size_t longest_pointer = 4096;

/// A pointer whose middle is left out: a key of a megabyte must not be kept once for each of the
/// complaints about what stands below it.
std::string bounded(const std::string& pointer) {
  std::size_t head = longest_pointer / 2;
  std::size_t tail = pointer.size() - longest_pointer / 2;
  while (head > 0 && source::is_continuation_byte(pointer[head])) --head;
  while (tail < pointer.size() && source::is_continuation_byte(pointer[tail])) ++tail;
  return pointer.substr(0, head) + "..." + pointer.substr(tail);
}

}  // namespace

Report& Report::at(std::string pointer) {
  diagnostic_->pointer = pointer.size() > longest_pointer ? bounded(pointer) : std::move(pointer);
  return *this;
}

Report& Report::note(source::Location where, std::string message) {
  diagnostic_->notes.push_back({where, std::move(message)});
  return *this;
}

Report& Report::hint(std::string action) {
  diagnostic_->hint = std::move(action);
  return *this;
}

Report Diagnostics::report(Code code, source::Location where, std::string message) {
  Diagnostic& diagnostic = reported_.emplace_back();
  diagnostic.code = code;
  diagnostic.severity = info(code).severity;
  if (warnings_are_errors_ && diagnostic.severity == Severity::warning) {
    diagnostic.severity = Severity::error;
  }
  diagnostic.where = where;
  diagnostic.message = std::move(message);
  if (diagnostic.severity == Severity::error) ++errors_;
  if (diagnostic.severity == Severity::warning) ++warnings_;
  return Report(diagnostic);
}

void Diagnostics::warnings_are_errors() {
  warnings_are_errors_ = true;
  for (Diagnostic& diagnostic : reported_) {
    if (diagnostic.severity == Severity::warning) diagnostic.severity = Severity::error;
  }
  errors_ += std::exchange(warnings_, 0);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<std::size_t> order(reported_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return before(reported_[a], reported_[b]);
  });
  order.erase(
      std::unique(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return reported_[a] == reported_[b]; }),
      order.end());
  // At one place the order of reporting is the order of reading.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::make_tuple(place_of(reported_[a].where), a) <
           std::make_tuple(place_of(reported_[b].where), b);
  });
  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
  for (const std::size_t index : order) sorted.push_back(reported_[index]);
  return sorted;
}

}  // namespace bindery::diagnostics
