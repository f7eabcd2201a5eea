// Puts sentences together from the model's facts.
// Must not repeat what the declaration below says.
#include "cpp/docs.hpp"

#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"
#include "cpp/literal.hpp"

namespace bindery::cpp {
namespace {

constexpr std::size_t slashes = 4;  // "/// "
constexpr std::size_t longest_example = 160;

// Paragraphs with a blank line between them.
class Paragraphs {
 public:
  explicit Paragraphs(std::size_t indent)
      : columns_(max_columns > indent + slashes + 20 ? max_columns - indent - slashes : 20) {}

  void add(const std::string& text) {
    DocLines added = comment_lines(text, columns_);
    if (added.empty()) return;
    if (!lines_.empty()) lines_.emplace_back();
    lines_.insert(lines_.end(), added.begin(), added.end());
  }

  // Sentences of our own: behind a text of one line, or else in a line below.
  void add_facts(const std::vector<std::string>& facts) {
    std::string text;
    for (const std::string& fact : facts) text += (text.empty() ? "" : " ") + fact;
    if (text.empty()) return;
    if (lines_.size() == 1) {
      std::string line = lines_.front();
      if (line.find_last_of(".!?:)") != line.size() - 1) line += '.';
      lines_ = comment_lines(line + " " + text, columns_);
    } else {
      const DocLines added = comment_lines(text, columns_);
      lines_.insert(lines_.end(), added.begin(), added.end());
    }
  }

  DocLines finish() { return std::move(lines_); }

 private:
  std::size_t columns_;
  DocLines lines_;
};

std::string shown_literal(const model::Literal& literal) {
  switch (literal.kind) {
    case model::Literal::Kind::null:
      return "null";
    case model::Literal::Kind::boolean:
      return literal.boolean ? "true" : "false";
    default:
      return literal.text;
  }
}

void add_prose(Paragraphs& paragraphs, const model::Docs& docs) {
  const std::string& first = docs.summary.empty() ? docs.title : docs.summary;
  // A title that only repeats the description's beginning, or is all there is.
  if (!docs.summary.empty() || docs.description.empty()) paragraphs.add(first);
  if (docs.description != first) paragraphs.add(docs.description);
}

std::string example_of(const model::Docs& docs) {
  for (const std::string& example : docs.examples) {
    if (!example.empty() && example.size() <= longest_example) {
      return "Example: " + code_span(example) + ".";
    }
  }
  return {};
}

template <class Number>
void add_range(std::vector<std::string>& facts, const char* what,
               const std::optional<Number>& least, const std::optional<Number>& most) {
  auto text = [](const Number& number) {
    if constexpr (std::is_same_v<Number, std::string>) {
      return comment_text(number);
    } else {
      return std::to_string(number);
    }
  };
  if (least && most) {
    facts.push_back(std::string(what) + ": " + text(*least) + " to " + text(*most) + ".");
  } else if (least) {
    facts.push_back(std::string(what) + ": at least " + text(*least) + ".");
  } else if (most) {
    facts.push_back(std::string(what) + ": at most " + text(*most) + ".");
  }
}

void add_limits(std::vector<std::string>& facts, const model::Constraints& constraints) {
  add_range(facts, "Length", constraints.min_length, constraints.max_length);
  add_range(facts, "Range", constraints.minimum, constraints.maximum);
  if (constraints.exclusive_minimum) {
    facts.push_back("More than " + comment_text(*constraints.exclusive_minimum) + ".");
  }
  if (constraints.exclusive_maximum) {
    facts.push_back("Less than " + comment_text(*constraints.exclusive_maximum) + ".");
  }
  if (constraints.multiple_of) {
    facts.push_back("Multiple of " + comment_text(*constraints.multiple_of) + ".");
  }
  add_range(facts, "Items", constraints.min_items, constraints.max_items);
}

std::vector<std::string> facts_of(const model::Docs& docs, const model::Constraints& constraints,
                                  const std::optional<model::Literal>& default_value) {
  std::vector<std::string> facts;
  if (std::string example = example_of(docs); !example.empty()) facts.push_back(std::move(example));
  if (default_value && default_value->kind != model::Literal::Kind::null) {
    const bool is_text = default_value->kind == model::Literal::Kind::string;
    const std::string text = shown_literal(*default_value);
    facts.push_back("Server default: " + code_span(is_text ? '"' + text + '"' : text) + ".");
  }
  add_limits(facts, constraints);
  if (docs.deprecated) facts.emplace_back("Deprecated.");
  return facts;
}

bool is_below(const std::string& pointer, const std::string& parent) {
  return !parent.empty() && pointer.compare(0, parent.size(), parent) == 0 &&
         (pointer.size() == parent.size() || pointer[parent.size()] == '/');
}

}  // namespace

DocLines type_docs(const model::Docs& docs, const model::Origin& origin, std::size_t indent) {
  Paragraphs paragraphs(indent);
  add_prose(paragraphs, docs);
  std::vector<std::string> facts;
  if (docs.deprecated) facts.emplace_back("Deprecated.");
  paragraphs.add_facts(facts);
  if (!origin.pointer.empty()) paragraphs.add("Wire: " + comment_text(origin.pointer));
  return paragraphs.finish();
}

DocLines field_docs(const model::Field& field, const std::string& name,
                    const std::string& parent_pointer, std::size_t indent) {
  Paragraphs paragraphs(indent);
  model::Docs docs = field.docs;
  // Made by machines from the name: `Folder Id`.
  if (snake_identifier(docs.title) == name) docs.title.clear();
  add_prose(paragraphs, docs);
  std::vector<std::string> facts = facts_of(field.docs, field.constraints, field.default_value);
  if (field.read_only) facts.emplace_back("Set by the server only.");
  if (field.write_only) facts.emplace_back("Never answered.");
  const bool is_told =
      field.wire_name == name && (field.origin.pointer.empty() ||
                                  field.origin.pointer == parent_pointer + "/properties/" + name);
  if (!is_told) {
    facts.push_back(
        "Wire: " + code_span(field.wire_name) +
        (field.origin.pointer.empty() ? "" : " - " + comment_text(field.origin.pointer)));
  }
  paragraphs.add_facts(facts);
  return paragraphs.finish();
}

DocLines parameter_docs(const model::Parameter& parameter, const std::string& name,
                        std::size_t indent) {
  Paragraphs paragraphs(indent);
  model::Docs docs = parameter.docs;
  if (snake_identifier(docs.title) == name) docs.title.clear();
  add_prose(paragraphs, docs);
  std::vector<std::string> facts =
      facts_of(parameter.docs, parameter.constraints, parameter.default_value);
  if (parameter.is_idempotency_key) {
    facts.emplace_back("Left empty, a UUID that is the same for all attempts of a call.");
  }
  if (parameter.wire_name != name) facts.push_back("Wire: " + code_span(parameter.wire_name));
  paragraphs.add_facts(facts);
  return paragraphs.finish();
}

DocLines enumerator_docs(const model::EnumValue& value, const std::string& name,
                         std::size_t indent) {
  Paragraphs paragraphs(indent);
  paragraphs.add(value.description);
  std::vector<std::string> facts;
  if (value.deprecated) facts.emplace_back("Deprecated.");
  const std::string& wire = value.literal.text;
  if (wire != name && wire != snake_identifier(name) && !value.description.empty()) {
    facts.push_back("Wire: " + code_span(wire));
  }
  paragraphs.add_facts(facts);
  return paragraphs.finish();
}

DocLines operation_docs(const model::Operation& operation, const std::vector<std::string>& notes,
                        std::size_t indent) {
  Paragraphs paragraphs(indent);
  paragraphs.add(operation.docs.summary.empty() ? operation.docs.title : operation.docs.summary);
  if (operation.docs.description != operation.docs.summary) {
    paragraphs.add(operation.docs.description);
  }
  std::string facts =
      comment_text(operation.method + " " + operation.path + " - " + operation.origin.pointer);
  for (const std::string& note : notes) facts += "\n" + note;
  paragraphs.add(facts);
  return paragraphs.finish();
}

DocLines text_docs(const std::string& text, std::size_t indent) {
  Paragraphs paragraphs(indent);
  paragraphs.add(text);
  return paragraphs.finish();
}

DocLines left_out_lines(const model::Api& api, const std::vector<std::string>& pointers) {
  DocLines lines;
  for (const model::LeftOut& part : api.left_out) {
    bool is_here = pointers.empty();
    for (const std::string& pointer : pointers) {
      is_here = is_here || is_below(part.origin.pointer, pointer);
    }
    if (!is_here) continue;
    const std::string text = "Not generated: " + comment_text(part.what) + " (" +
                             std::string(diagnostics::info(part.code).name) + ")";
    const DocLines wrapped = comment_lines(text, max_columns - 3);
    lines.insert(lines.end(), wrapped.begin(), wrapped.end());
  }
  return lines;
}

}  // namespace bindery::cpp
