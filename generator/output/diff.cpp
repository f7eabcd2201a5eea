// Myers' greedy diff over lines, with a bound on how far it searches.
// Must not touch a disk.
#include "output/diff.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace bindery::output {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;

/// Edits searched for; memory grows with the square. Beyond it the middle is replaced as a whole.
constexpr std::ptrdiff_t max_edits = 400;

/// Lines with their ends, so that a missing last end is a difference.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// A line of the result: ' ' of both texts, '-' of the old, '+' of the new.
struct Edit {
  char kind;
  std::string_view line;
};

/// The edits that lead from the old lines to the new ones, found backwards along the trace of
/// Myers' algorithm; nothing when there are more than max_edits.
bool find_edits(const Lines& before, const Lines& after, std::vector<Edit>& edits) {
  const auto old_size = static_cast<std::ptrdiff_t>(before.size());
  const auto new_size = static_cast<std::ptrdiff_t>(after.size());
  const std::ptrdiff_t limit = std::min(max_edits, old_size + new_size);
  const auto at = [](std::ptrdiff_t index) { return static_cast<std::size_t>(index); };
  // furthest[k + limit + 1]: how many old lines the best path on diagonal k = x - y has consumed.
  std::vector<std::ptrdiff_t> furthest(at(2 * limit + 3), 0);
  std::vector<std::vector<std::ptrdiff_t>> trace;
  const auto is_down = [&](const std::vector<std::ptrdiff_t>& row, std::ptrdiff_t middle,
                           std::ptrdiff_t k, std::ptrdiff_t d) {
    return k == -d || (k != d && row[at(middle + k - 1)] < row[at(middle + k + 1)]);
  };
  const std::ptrdiff_t middle = limit + 1;
  std::ptrdiff_t found = -1;
  for (std::ptrdiff_t d = 0; d <= limit && found < 0; ++d) {
    // Only diagonals -d-1..d+1 are needed to walk back over step d.
    trace.emplace_back(furthest.begin() + (middle - d - 1), furthest.begin() + (middle + d + 2));
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = is_down(furthest, middle, k, d) ? furthest[at(middle + k + 1)]
                                                         : furthest[at(middle + k - 1)] + 1;
      std::ptrdiff_t y = x - k;
      while (x < old_size && y < new_size && before[at(x)] == after[at(y)]) ++x, ++y;
      furthest[at(middle + k)] = x;
      if (x >= old_size && y >= new_size) found = d;
    }
  }
  if (found < 0) return false;
  std::ptrdiff_t x = old_size;
  std::ptrdiff_t y = new_size;
  std::vector<Edit> backwards;
  for (std::ptrdiff_t d = found; d >= 0; --d) {
    const std::vector<std::ptrdiff_t>& row = trace[at(d)];
    const std::ptrdiff_t k = x - y;
    const bool down = is_down(row, d + 1, k, d);
    const std::ptrdiff_t previous_k = down ? k + 1 : k - 1;
    const std::ptrdiff_t previous_x = d == 0 ? 0 : row[at(d + 1 + previous_k)];
    const std::ptrdiff_t previous_y = d == 0 ? 0 : previous_x - previous_k;
    while (x > previous_x && y > previous_y) {
      backwards.push_back({' ', before[at(--x)]});
      --y;
    }
    if (d == 0) break;
    if (down) {
      backwards.push_back({'+', after[at(--y)]});
    } else {
      backwards.push_back({'-', before[at(--x)]});
    }
  }
  edits.insert(edits.end(), backwards.rbegin(), backwards.rend());
  return true;
}

std::vector<Edit> edits_between(Lines before, Lines after) {
  std::vector<Edit> edits;
  const auto [old_end, new_end] =
      std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  for (auto line = before.begin(); line != old_end; ++line) edits.push_back({' ', *line});
  before.erase(before.begin(), old_end);
  after.erase(after.begin(), new_end);
  Lines tail;
  while (!before.empty() && !after.empty() && before.back() == after.back()) {
    tail.push_back(before.back());
    before.pop_back();
    after.pop_back();
  }
  if (!find_edits(before, after, edits)) {
    for (const std::string_view line : before) edits.push_back({'-', line});
    for (const std::string_view line : after) edits.push_back({'+', line});
  }
  for (auto line = tail.rbegin(); line != tail.rend(); ++line) edits.push_back({' ', *line});
  return edits;
}

/// Writes lines up to a bound and counts the others.
class BoundedText {
 public:
  explicit BoundedText(std::size_t max_lines) : left_(max_lines) {}

  void add(std::string_view prefix, std::string_view line) {
    if (left_ == 0) {
      ++skipped_;
      return;
    }
    --left_;
    text_ += prefix;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      text_ += (byte < 0x20 && c != '\t') || byte == 0x7f ? '?' : c;
    }
    text_ += '\n';
  }

  std::string finish() {
    if (skipped_ != 0) text_ += "... " + std::to_string(skipped_) + " more lines\n";
    return std::move(text_);
  }

 private:
  std::size_t left_;
  std::size_t skipped_ = 0;
  std::string text_;
};

/// `12,3` as hunk headers count: an empty range names the line before it.
std::string range(std::size_t begin, std::size_t count) {
  return std::to_string(count == 0 ? begin : begin + 1) + "," + std::to_string(count);
}

void add_hunk(const std::vector<Edit>& edits, std::size_t begin, std::size_t end,
              std::size_t old_line, std::size_t new_line, BoundedText& out) {
  std::size_t old_count = 0;
  std::size_t new_count = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (edits[at].kind != '+') ++old_count;
    if (edits[at].kind != '-') ++new_count;
  }
  out.add("@@ -" + range(old_line, old_count) + " +" + range(new_line, new_count), " @@");
  for (std::size_t at = begin; at < end; ++at) {
    std::string_view line = edits[at].line;
    const bool has_end = line.ends_with('\n');
    if (has_end) line.remove_suffix(1);
    out.add(std::string(1, edits[at].kind), line);
    if (!has_end) out.add("\\", " No newline at end of file");
  }
}

}  // namespace

std::string unified_diff(std::string_view old_name, std::string_view old_text,
                         std::string_view new_name, std::string_view new_text,
                         std::size_t max_lines) {
  if (old_text == new_text) return {};
  const std::vector<Edit> edits = edits_between(lines_of(old_text), lines_of(new_text));
  BoundedText out(max_lines);
  out.add("--- ", old_name);
  out.add("+++ ", new_name);
  std::size_t at = 0;
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  const auto pass_over = [&](std::size_t to) {
    for (; at < to; ++at) {
      if (edits[at].kind != '+') ++old_line;
      if (edits[at].kind != '-') ++new_line;
    }
  };
  while (true) {
    std::size_t change = at;
    while (change < edits.size() && edits[change].kind == ' ') ++change;
    if (change == edits.size()) return out.finish();
    pass_over(std::max(at, change - std::min(change, context)));
    // A hunk goes on while the next change is near enough for the contexts to touch.
    std::size_t last_change = change;
    for (std::size_t next = change; next < edits.size() && next <= last_change + 2 * context + 1;
         ++next) {
      if (edits[next].kind != ' ') last_change = next;
    }
    const std::size_t end = std::min(edits.size(), last_change + context + 1);
    add_hunk(edits, at, end, old_line, new_line, out);
    pass_over(end);
  }
}

}  // namespace bindery::output
