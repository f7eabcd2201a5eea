// Documents made large or deep on purpose: what grows faster than its input shows as a timeout.
// Must not measure time: ctest's limit, a hundred times what is needed, is the only clock.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "claim.hpp"

namespace {

std::string repeat(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string head() { return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"; }

/// A document with one line for each of `count` schemas; `#` in `line` is the schema's number and
/// `@` the next one's, the last one's being 0 when `closed`.
std::string schemas(std::string_view line, std::size_t count, bool closed) {
  std::string text = head() + "components:\n  schemas:\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t next = i + 1 < count ? i + 1 : (closed ? 0 : i);
    text += "    S" + std::to_string(i) + ": ";
    for (const char c : line) {
      if (c == '@') {
        text += "{$ref: '#/components/schemas/S" + std::to_string(next) + "'}";
      } else if (c == '#') {
        text += std::to_string(i);
      } else {
        text += c;
      }
    }
    text += '\n';
  }
  return text;
}

/// One schema that names `count` others, each on a line like `line`.
std::string fan(std::string_view keyword, std::size_t count) {
  std::string text = schemas("{type: object, properties: {p#: {type: string}}}", count, false);
  text += "    Fan: {" + std::string(keyword) + ": [";
  for (std::size_t i = 0; i < count; ++i) {
    text += "{$ref: '#/components/schemas/S" + std::to_string(i) + "'}, ";
  }
  return text + "]}\n";
}

/// JSON, because YAML's readers refuse long keys and deep brackets early. Quotes are single in
/// `text`.
std::string document(const std::string& text) {
  std::string json = "{'openapi': '3.1.0', 'info': {'title': 'T', 'version': '1'}, " + text + "}";
  std::replace(json.begin(), json.end(), '\'', '"');
  return json;
}

std::string schema(const std::string& text) {
  return document("'paths': {}, 'components': {'schemas': {'A': " + text + "}}");
}

std::string nested(std::string_view open, std::string_view close, std::size_t depth) {
  return schema(repeat(open, depth) + "{}" + repeat(close, depth));
}

std::string numbered(std::string_view before, std::string_view after, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text.append(before).append(std::to_string(i)).append(after);
  }
  return text;
}

/// Doubles with every level: 2^24 leaves if anybody expands it.
std::string doubling(std::string_view keyword) {
  std::string text = head() + "components:\n  schemas:\n";
  for (int i = 0; i < 24; ++i) {
    const std::string ref = "{$ref: '#/components/schemas/S" + std::to_string(i + 1) + "'}";
    text += "    S" + std::to_string(i) + ": {" + std::string(keyword) + ": [" + ref + ", " + ref +
            "]}\n";
  }
  return text + "    S24: {type: object, properties: {a: {type: string}}}\n";
}

struct Case {
  const char* name;
  std::string (*text)();
};

/// Sizes are near what fits into a few hundred kilobytes; names say what is hostile.
const Case cases[] = {
    {"long_key_with_many_errors",
     [] {
       return schema("{'properties': {'" + std::string(200'000, 'k') + "': {'properties': {" +
                     numbered("'a", "': {'type': 'nothing'}, ", 2'000) + "'z': {}}}}}");
     }},
    {"many_errors_on_one_line",
     [] {
       return schema("{'properties': {" + numbered("'a", "': {'type': 'nothing'}, ", 10'000) +
                     "'z': {}}}");
     }},
    {"many_duplicate_keys", [] { return schema("{" + repeat("'a': 1, ", 20'000) + "'a': 1}"); }},
    {"many_unknown_keys",
     [] { return schema("{" + numbered("'x", "': 1, ", 10'000) + "'a': 1}"); }},
    {"many_unknown_references",
     [] {
       return schemas("{type: object}", 2'000, false) + "    Wrong: {type: object, properties: {" +
              numbered("a", ": {$ref: '#/components/schemas/Sx'}, ", 2'000) + "}}\n";
     }},
    {"many_properties",
     [] { return schema("{'properties': {" + numbered("'a", "': {}, ", 10'000) + "'z': {}}}"); }},
    {"names_that_collide",
     [] {
       return schema("{'properties': {" + numbered("'a-", "': {}, ", 500) +
                     numbered("'a_", "': {}, ", 500) + numbered("'A", "': {}, ", 500) +
                     "'z': {}}}");
     }},
    {"large_enum",
     [] {
       return schema("{'type': 'string', 'enum': [" + numbered("'value", "', ", 20'000) + "'z']}");
     }},
    {"large_text", [] { return schema("{'description': '" + std::string(1'000'000, 'x') + "'}"); }},
    {"large_text_of_words",
     [] { return schema("{'description': '" + repeat("word ", 200'000) + "'}"); }},
    {"large_text_of_lines",
     [] { return schema("{'description': '" + repeat("- a\\n", 200'000) + "'}"); }},
    {"large_name",
     [] { return schema("{'properties': {'" + std::string(100'000, 'n') + "': {}}}"); }},
    {"large_names_alike",
     [] {
       const std::string name(10'000, 'n');
       return schema("{'properties': {" + numbered("'" + name, "': {}, ", 100) + "'z': {}}}");
     }},
    {"deep_flow", [] { return repeat("[", 100'000); }},
    {"deep_json", [] { return document("'x': " + repeat("{'a':", 100'000)); }},
    {"deep_properties", [] { return nested("{'properties': {'a': ", "}}", 450); }},
    {"deep_items", [] { return nested("{'items': ", "}", 900); }},
    {"deep_maps", [] { return nested("{'additionalProperties': ", "}", 900); }},
    {"deep_all_of", [] { return nested("{'allOf': [", "]}", 450); }},
    {"deep_all_of_with_members",
     [] {
       return nested("{'properties': {'a': {}}, 'allOf': [{'properties': {'b': {}}}, ", "]}", 450);
     }},
    {"deep_one_of", [] { return nested("{'oneOf': [{'type': 'string'}, ", "]}", 450); }},
    {"deep_any_of",
     [] { return nested("{'anyOf': [{'type': 'object', 'required': ['a']}, ", "]}", 450); }},
    {"deep_not", [] { return nested("{'not': ", "}", 900); }},
    {"deep_default",
     [] { return schema("{'default': " + repeat("[", 900) + repeat("]", 900) + "}"); }},
    {"deep_example_and_enum",
     [] {
       const std::string value = repeat("{'a': ", 900) + "1" + repeat("}", 900);
       return schema("{'example': " + value + ", 'enum': [" + value + "], 'const': " + value + "}");
     }},
    {"chain_of_references", [] { return schemas("@", 5'000, false); }},
    {"circle_of_references", [] { return schemas("@", 5'000, true); }},
    {"chain_of_all_of",
     [] { return schemas("{allOf: [@, {type: object, properties: {p#: {}}}]}", 300, false); }},
    {"circle_of_all_of",
     [] { return schemas("{allOf: [@, {type: object, properties: {p#: {}}}]}", 300, true); }},
    {"circle_of_one_of", [] { return schemas("{oneOf: [@, {type: string}]}", 1'000, true); }},
    {"circle_of_required_members",
     [] { return schemas("{type: object, required: [a], properties: {a: @}}", 2'000, true); }},
    {"circle_of_lists", [] { return schemas("{type: array, items: @}", 2'000, true); }},
    {"wide_all_of", [] { return fan("allOf", 1'000); }},
    {"wide_one_of", [] { return fan("oneOf", 500); }},
    {"wide_any_of", [] { return fan("anyOf", 500); }},
    {"doubling_all_of", [] { return doubling("allOf"); }},
    {"doubling_one_of", [] { return doubling("oneOf"); }},
    {"doubling_aliases",
     [] {
       std::string text = "a0: &a0 [x, x]\n";
       for (int i = 1; i < 40; ++i) {
         const std::string last = "*a" + std::to_string(i - 1);
         text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + ", " + last +
                 "]\n";
       }
       return head() + text;
     }},
    {"many_paths",
     [] {
       return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" +
              numbered("  /p", "/{id}: {get: {responses: {'200': {description: x}}}}\n", 1'000);
     }},
    {"many_same_operation_ids",
     [] {
       return "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" +
              numbered("  /p", ": {get: {operationId: a, responses: {'200': {description: x}}}}\n",
                       1'000);
     }},
    {"many_parameters_in_a_path",
     [] {
       return document("'paths': {'" + numbered("/{p", "}", 2'000) +
                       "': {'get': {'responses': {}}}}");
     }},
    {"deep_pointer",
     [] { return schema("{'$ref': '#" + repeat("/components/schemas", 50'000) + "'}"); }},
    {"many_pages",
     [] {
       return numbered("#file docs/p",
                       ".md\n```yaml\nopenapi: 3.1.0\ninfo: {title: T, version: "
                       "'1'}\npaths: {}\ncomponents: {schemas: {A: {type: string}}}"
                       "\n```\n",
                       500);
     }},
    {"many_fences", [] { return repeat("text\n\n```yaml\nopenapi: 3.1.0\n```\n", 5'000); }},
};

}  // namespace

/// `stress` runs all cases, `stress NAME` one of them, `stress --print NAME` prints it.
int main(int argc, char** argv) {
  const bool prints = argc == 3 && std::strcmp(argv[1], "--print") == 0;
  const char* const wanted = argc > 1 ? argv[argc - 1] : nullptr;
  bool is_found = false;
  for (const Case& each : cases) {
    if (wanted != nullptr && std::strcmp(each.name, wanted) != 0) continue;
    is_found = true;
    const std::string text = each.text();
    if (prints) {
      std::fwrite(text.data(), 1, text.size(), stdout);
      continue;
    }
    std::printf("%s, %zu bytes\n", each.name, text.size());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
  return is_found ? 0 : 1;
}
