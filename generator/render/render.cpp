// Runs programs: indentation, line ends, lists.
// Must not look up names.
#include "render/render.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string_view>
#include <variant>

namespace bindery::render {
namespace {

/// The output so far; knows where its last line begins and how far lines are indented.
class Writer {
 public:
  Writer() { out_.reserve(common_size); }

  void append(std::string_view text) {
    while (!text.empty()) {
      const std::size_t line_end = text.find('\n');
      append_to_line(text.substr(0, line_end));
      if (line_end == std::string_view::npos) return;
      end_line();
      text.remove_prefix(line_end + 1);
    }
  }

  void end_line() {
    trim();
    out_ += '\n';
    line_begin_ = out_.size();
  }

  /// Takes the last line end back, if nothing follows it.
  void reopen_line() {
    if (!is_at_line_begin() || out_.empty()) return;
    out_.pop_back();
    const std::size_t before = out_.rfind('\n');
    line_begin_ = before == std::string::npos ? 0 : before + 1;
  }

  bool is_at_line_begin() const { return line_begin_ == out_.size(); }
  std::size_t size() const { return out_.size(); }
  std::size_t indent() const { return indent_; }
  void set_indent(std::size_t columns) { indent_ = columns; }

  /// Where the next character would stand, counted in code points from 0.
  std::size_t column() const {
    if (is_at_line_begin()) return indent_;
    const auto begin = out_.begin() + static_cast<std::ptrdiff_t>(line_begin_);
    const auto count = std::count_if(begin, out_.end(), [](char c) { return (c & 0xc0) != 0x80; });
    return static_cast<std::size_t>(count);
  }

  /// A text of just its size: thousands of them are kept until they are written.
  std::string take() {
    trim();
    return std::string(out_);
  }

 private:
  void append_to_line(std::string_view text) {
    if (text.empty()) return;
    if (is_at_line_begin()) out_.append(indent_, ' ');
    out_ += text;
  }

  void trim() {
    while (out_.size() > line_begin_ && (out_.back() == ' ' || out_.back() == '\t'))
      out_.pop_back();
  }

  static constexpr std::size_t common_size = std::size_t{16} << 10;

  std::string out_;
  std::size_t line_begin_ = 0;
  std::size_t indent_ = 0;
};

/// What names mean while running: the slots of one view, and where it stands in its list.
struct Frame {
  const std::vector<Slot>* slots = nullptr;
  std::size_t index = 0;
  std::size_t size = 0;
};

class Machine {
 public:
  std::string run(const Program& program, const Value& value) {
    run_steps(program, 0, program.steps.size(), {&value.slots, 0, 0});
    return writer_.take();
  }

 private:
  void run_steps(const Program& program, std::size_t begin, std::size_t end, const Frame& frame) {
    std::size_t at = begin;
    while (at < end) {
      const Step& step = program.steps[at];
      switch (step.kind) {
        case Step::Kind::literal:
          writer_.append(step.literal);
          break;
        case Step::Kind::print:
          writer_.append(*std::get<const std::string*>((*frame.slots)[step.member]));
          break;
        case Step::Kind::include:
          run_partial(step, frame);
          break;
        case Step::Kind::each:
          run_list(program, at, std::get<Items>((*frame.slots)[step.member]));
          at = step.end;
          continue;
        default:
          if (!holds(step, frame)) {
            at = step.end;
            continue;
          }
          break;
      }
      ++at;
    }
  }

  static bool holds(const Step& step, const Frame& frame) {
    switch (step.kind) {
      case Step::Kind::if_set:
        return std::get<bool>((*frame.slots)[step.member]);
      case Step::Kind::if_not_set:
        return !std::get<bool>((*frame.slots)[step.member]);
      case Step::Kind::if_empty:
        return std::get<Items>((*frame.slots)[step.member]).size == 0;
      case Step::Kind::if_first:
        return frame.index == 0;
      case Step::Kind::if_not_first:
        return frame.index != 0;
      case Step::Kind::if_last:
        return frame.index + 1 == frame.size;
      default:
        return frame.index + 1 != frame.size;
    }
  }

  void run_list(const Program& program, std::size_t at, const Items& items) {
    const std::size_t end = program.steps[at].end;
    if (depth_ == slots_.size()) slots_.emplace_back();
    std::vector<Slot>& slots = slots_[depth_++];
    for (std::size_t index = 0; index < items.size; ++index) {
      slots.clear();
      items.read(items.list, index, slots);
      run_steps(program, at + 1, end, {&slots, index, items.size});
    }
    --depth_;
  }

  void run_partial(const Step& step, const Frame& frame) {
    const std::size_t before = writer_.size();
    const std::size_t outer = writer_.indent();
    writer_.set_indent(step.own_line ? outer + step.indent : writer_.column());
    run_steps(*step.partial, 0, step.partial->steps.size(), frame);
    const bool has_printed = writer_.size() != before;
    if (has_printed && step.own_line && !writer_.is_at_line_begin()) writer_.end_line();
    if (has_printed && !step.own_line) writer_.reopen_line();
    writer_.set_indent(outer);
  }

  Writer writer_;
  std::deque<std::vector<Slot>> slots_;  ///< One for each depth of lists, kept to be filled again.
  std::size_t depth_ = 0;
};

}  // namespace

std::string render(const Program& program, const Value& value) {
  if (program.view_name != value.view_name) {
    throw std::logic_error("template for " + std::string(program.view_name) + " given a " +
                           std::string(value.view_name));
  }
  return Machine().run(program, value);
}

}  // namespace bindery::render
