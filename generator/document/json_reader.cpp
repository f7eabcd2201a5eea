// Reads JSON with RapidJSON's iterative parser. The only file of the generator that includes
// RapidJSON. Must not keep numbers as anything but text.
#include "document/json_reader.hpp"

#include <string>
#include <string_view>
#include <utility>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "document/span_text.hpp"
#include "document/tree_builder.hpp"
#include "source/utf8.hpp"

namespace bindery::document {
namespace {

using diagnostics::Code;
using rapidjson::SizeType;

bool is_between_tokens(char c) {
  return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\t' || c == '\r';
}

/// Takes RapidJSON's events. They carry no places: a token ends where the stream stands, and begins
/// behind the white space, comma or colon that follows the token before it.
class JsonEvents : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonEvents> {
 public:
  JsonEvents(const SpanText& text, const rapidjson::MemoryStream& stream,
             diagnostics::Diagnostics& diagnostics)
      : text_(&text), stream_(&stream), diagnostics_(&diagnostics), builder_(diagnostics) {}

  bool Null() { return scalar(Node::Kind::null, {}); }
  bool Bool(bool value) {
    Node node = new_scalar(Node::Kind::boolean);
    node.boolean = value;
    builder_.value(std::move(node));
    return true;
  }
  bool RawNumber(const char* digits, SizeType size, bool /*copy*/) {
    return scalar(Node::Kind::number, {digits, size});
  }
  bool String(const char* characters, SizeType size, bool /*copy*/) {
    Node node = new_scalar(Node::Kind::string);
    node.style = Node::Style::quoted;
    node.text.assign(characters, size);
    if (!check_escapes(node.text, node.where)) return false;
    builder_.value(std::move(node));
    return true;
  }
  bool Key(const char* characters, SizeType size, bool /*copy*/) {
    const source::Location where = take_token();
    std::string key(characters, size);
    if (!check_escapes(key, where)) return false;
    builder_.key(std::move(key), where);
    return true;
  }
  bool StartObject() { return begin(Node::Kind::mapping); }
  bool StartArray() { return begin(Node::Kind::sequence); }
  bool EndObject(SizeType /*count*/) { return end(); }
  bool EndArray(SizeType /*count*/) { return end(); }

  std::optional<Node> take() { return builder_.take(); }
  std::string pointer() const { return builder_.pointer(); }
  /// The first byte of the token that comes next.
  std::size_t token_begin() const {
    const std::string_view all = text_->text();
    std::size_t begin = cursor_;
    while (begin < all.size() && is_between_tokens(all[begin])) ++begin;
    return begin;
  }

 private:
  source::Location take_token() {
    const std::size_t begin = token_begin();
    cursor_ = stream_->Tell();
    return text_->at(begin, cursor_);
  }

  Node new_scalar(Node::Kind kind) {
    Node node;
    node.kind = kind;
    node.where = take_token();
    return node;
  }

  bool scalar(Node::Kind kind, std::string_view text) {
    Node node = new_scalar(kind);
    node.text = text;
    builder_.value(std::move(node));
    return true;
  }

  /// Brackets are announced before the stream passes them.
  bool begin(Node::Kind kind) {
    const std::size_t bracket = token_begin();
    cursor_ = bracket + 1;
    return builder_.begin(kind, text_->at(bracket, cursor_));
  }
  bool end() {
    cursor_ = token_begin() + 1;
    builder_.end(text_->at(cursor_, cursor_).end);
    return true;
  }

  /// RapidJSON lets the second half of a surrogate pair stand alone, which is no text.
  bool check_escapes(const std::string& text, source::Location where) {
    // The file is UTF-8, so only an escape can have made anything else; it made the text shorter.
    if (text.size() + 2 == where.end - where.begin || !source::first_invalid_utf8(text)) {
      return true;
    }
    diagnostics_
        ->report(Code::E0104, where, "string has half of a surrogate pair in a `\\u` escape")
        .at(builder_.pointer())
        .hint("write both halves, or the character itself");
    return false;
  }

  const SpanText* text_;
  const rapidjson::MemoryStream* stream_;
  diagnostics::Diagnostics* diagnostics_;
  TreeBuilder builder_;
  std::size_t cursor_ = 0;  ///< The end of the token before.
};

std::string_view describe(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return "found nothing, expected a value";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "found more text behind the end of the document";
    case rapidjson::kParseErrorValueInvalid:
      return "expected a value";
    case rapidjson::kParseErrorObjectMissName:
      return "expected a key in double quotes, or `}`";
    case rapidjson::kParseErrorObjectMissColon:
      return "expected `:` behind the key";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "expected `,` or `}` behind the value";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "expected `,` or `]` behind the value";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "expected four hexadecimal digits behind `\\u`";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "string has half of a surrogate pair in a `\\u` escape";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "string has an unknown escape";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "string does not end";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "string has a control character that must be escaped";
    case rapidjson::kParseErrorNumberTooBig:
      return "number is out of the range of a double";
    case rapidjson::kParseErrorNumberMissFraction:
      return "expected a digit behind the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return "expected a digit in the exponent";
    default:
      return "cannot be read as JSON";
  }
}

/// The code point at a byte of the text, nothing at its end.
source::Location character_at(const SpanText& text, std::size_t offset) {
  if (offset >= text.text().size()) return text.at(offset, offset);
  return text.at(offset, offset + source::code_point_at(text.text(), offset).size);
}

}  // namespace

std::optional<Node> read_json(const Span& span, diagnostics::Diagnostics& diagnostics) {
  const SpanText text(span);
  if (!check_text(text, diagnostics)) return std::nullopt;

  rapidjson::MemoryStream stream(text.text().data(), text.text().size());
  JsonEvents events(text, stream, diagnostics);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const auto result = reader.Parse<flags>(stream, events);
  // Termination is the events' own doing, and they have said why.
  if (result.Code() == rapidjson::kParseErrorTermination) return std::nullopt;
  if (result.IsError()) {
    // What never ends is best shown where it begins.
    const bool open = result.Code() == rapidjson::kParseErrorStringMissQuotationMark;
    diagnostics
        .report(Code::E0104, character_at(text, open ? events.token_begin() : result.Offset()),
                std::string(describe(result.Code())))
        .at(events.pointer());
    return std::nullopt;
  }
  // A zero byte looks like the end of the text to RapidJSON.
  if (stream.Tell() != text.text().size()) {
    diagnostics.report(Code::E0104, character_at(text, stream.Tell()),
                       std::string(describe(rapidjson::kParseErrorDocumentRootNotSingular)));
    return std::nullopt;
  }
  return events.take();
}

}  // namespace bindery::document
