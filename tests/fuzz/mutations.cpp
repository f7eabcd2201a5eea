// Random JSON documents, as they are and with bytes changed: what both readers must agree on.
// Must not depend on anything but the count given: a failure is to come again.
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>

#include "claim.hpp"

namespace {

/// Makes one document after the other; the same ones each time.
class Documents {
 public:
  std::string next() {
    std::string text;
    append_value(text, 0);
    return text;
  }

  /// The document with a few bytes replaced, inserted, left out or said twice.
  std::string mutated(std::string text) {
    constexpr std::string_view bytes =
        "\"\\{}[]:,.-+eE0159ntu/ \t\x01\x7F\x80\x8F\x90\x9F\xA0\xBF"
        "\xC0\xC2\xC3\xE0\xE2\xED\xEF\xF0\xF4\xF5\xFF";
    for (std::size_t changes = 1 + below(3); changes > 0 && !text.empty(); --changes) {
      const std::size_t at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = bytes[below(bytes.size())];
          break;
        case 1:
          text.insert(at, 1, bytes[below(bytes.size())]);
          break;
        case 2:
          text.erase(at, 1 + below(4));
          break;
        default:
          text.insert(at, text.substr(at, 1 + below(20)));
          break;
      }
    }
    return text;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  template <std::size_t N>
  std::string_view one_of(const std::string_view (&choices)[N]) {
    return choices[below(N)];
  }

  void append_value(std::string& text, int depth) {
    append_space(text);
    switch (depth == 0 ? 5 + below(3) : below(depth < 4 ? 8 : 6)) {
      case 0:
      case 1:
      case 2:
        append_number(text);
        break;
      case 3:
      case 4:
        append_string(text);
        break;
      case 5: {
        constexpr std::string_view literals[] = {"true", "false", "null"};
        text += one_of(literals);
        break;
      }
      case 6:
        append_items(text, depth, '[', ']');
        break;
      default:
        append_items(text, depth, '{', '}');
        break;
    }
    append_space(text);
  }
  void append_items(std::string& text, int depth, char open, char close) {
    // The members of the struct that the target reads too.
    constexpr std::string_view names[] = {"id",       "count",  "flag",  "ratio",   "note",
                                          "children", "groups", "bytes", "created", "any"};
    text += open;
    const std::size_t count = below(12);
    for (std::size_t i = 0; i < count; ++i) {
      if (i != 0) text += ',';
      if (open == '{') {
        append_space(text);
        if (below(3) == 0) {
          append_string(text);
        } else {
          text.append("\"").append(one_of(names)).append("\"");
        }
        append_space(text);
        text += ':';
      }
      append_value(text, depth + 1);
    }
    text += close;
  }
  void append_space(std::string& text) {
    constexpr std::string_view spaces[] = {"", "", "", "", "", "", " ", "\n\t", "\r\n  "};
    text += one_of(spaces);
  }
  void append_digits(std::string& text, std::size_t most) {
    const std::size_t first = text.size();
    for (std::size_t count = 1 + below(most); count > 0; --count) {
      text += static_cast<char>('0' + below(10));
    }
    if (text[first] == '0') text[first] = '4';
  }
  void append_number(std::string& text) {
    if (below(4) == 0) text += '-';
    if (below(4) == 0) {
      text += '0';
    } else {
      append_digits(text, below(6) == 0 ? 25 : 8);
    }
    if (below(2) == 0) {
      text += '.';
      if (below(4) == 0) text.append(below(25), '0');
      append_digits(text, below(3) == 0 ? 19 : 3);
    }
    if (below(4) == 0) {
      constexpr std::string_view exponents[] = {"e", "E", "e+", "e-", "E-"};
      text += one_of(exponents);
      append_digits(text, below(8) == 0 ? 3 : 2);
    }
  }
  void append_string(std::string& text) {
    constexpr std::string_view parts[] = {"a",
                                          "plain words, of which a block has room for few",
                                          "caf\xC3\xA9",
                                          "\xD0\x9F\xD1\x80\xD0\xB8",
                                          "\xE4\xBB\x8A\xE5\xA4\xA9",
                                          "\xE0\xA4\xA8\xED\x95\x98\xEF\xBF\xBF",
                                          "\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF",
                                          "\\n",
                                          "\\\"\\\\\\/\\b\\f\\r\\t",
                                          "\\u00e9\\u20AC",
                                          "\\ud83d\\ude00",
                                          "\\u0000"};
    text += '"';
    for (std::size_t count = below(12); count > 0; --count) text += one_of(parts);
    text += '"';
  }

  std::mt19937 random_{20};
};

}  // namespace

int main(int argc, char** argv) {
  const int count = argc == 2 ? std::atoi(argv[1]) : 1500;
  Documents documents;
  const auto run = [](const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  };
  for (int i = 0; i < count; ++i) {
    const std::string text = documents.next();
    run(text);
    for (int change = 0; change < 6; ++change) run(documents.mutated(text));
  }
  std::printf("%d documents, each with 6 mutations\n", count);
  return 0;
}
