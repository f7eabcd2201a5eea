// Comments: with escapes, and in many scripts.
#include <string>
#include <string_view>

#include "documents.hpp"

namespace codec_bench {
namespace {

template <std::size_t N>
std::string sentence(LinearGenerator& random, const std::string_view (&parts)[N],
                     std::size_t count) {
  std::string text;
  for (std::size_t at = 0; at < count; ++at) {
    if (at != 0) text += ' ';
    text += random.one_of(parts);
  }
  return text;
}

// `parts` stand between quotes as they are.
template <std::size_t N>
std::string comments(std::size_t count, const std::string_view (&parts)[N]) {
  LinearGenerator random(count);
  std::string text = "{\"comments\":[";
  for (std::size_t index = 0; index < count; ++index) {
    separate(text);
    text += "{\"id\":\"c_" + std::to_string(100000 + index);
    text += "\",\"author\":\"" + sentence(random, parts, 2);
    text += "\",\"title\":\"" + sentence(random, parts, 5);
    text += "\",\"body\":\"" + sentence(random, parts, 25) + "\"}";
  }
  return text + "]}";
}

}  // namespace

std::string escapes_document(std::size_t count) {
  constexpr std::string_view parts[] = {R"(he said \"no\")",
                                        R"(first line\nsecond line)",
                                        R"(C:\\videos\\new)",
                                        R"(https:\/\/heygen.com\/videos)",
                                        R"(caf\u00e9)",
                                        R"(na\u00efve r\u00e9sum\u00e9)",
                                        R"(\ud83d\ude00\ud83d\udc4d)",
                                        R"(\tindented)",
                                        R"(\u6771\u4eac)",
                                        R"(plain words)",
                                        R"(\r\n)",
                                        R"(\u20ac 12)"};
  return comments(count, parts);
}

std::string text_document(std::size_t count) {
  constexpr std::string_view parts[] = {
      "caf\u00e9 na\u00efve \u00fcber",                            // Latin
      "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440",  // Cyrillic
      "\u039a\u03b1\u03bb\u03b7\u03bc\u03ad\u03c1\u03b1",          // Greek
      "\u4eca\u5929\u5929\u6c14\u5f88\u597d",                      // Chinese
      "\u3053\u3093\u306b\u3061\u306f\u4e16\u754c",                // Japanese
      "\uc548\ub155\ud558\uc138\uc694",                            // Korean
      "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643",               // Arabic
      "\u05e9\u05dc\u05d5\u05dd",                                  // Hebrew
      "\u0928\u092e\u0938\u094d\u0924\u0947",                      // Devanagari
      "\U0001f600\U0001f44d\U0001f3ac",                            // emoji
      "ok"};
  return comments(count, parts);
}

}  // namespace codec_bench
