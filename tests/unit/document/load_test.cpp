// Which reader reads a file, and the blocks of pages.
#include "document/load.hpp"

#include <gtest/gtest.h>

namespace bindery::document {
namespace {

/// Documents of a text under a name, and the codes of what was complained of.
struct Loaded {
  source::MemoryFileSystem files;
  source::SourceMap sources{files};
  std::vector<Document> documents;
  std::string codes;

  Loaded(const std::string& name, const std::string& text) {
    diagnostics::Diagnostics diagnostics;
    const auto id = sources.add(name, text);
    if (is_page(name)) {
      documents = load_page(id, sources, diagnostics);
    } else if (auto document = load_document(id, sources, diagnostics)) {
      documents.push_back(std::move(*document));
    }
    for (const auto& one : diagnostics.sorted()) codes += diagnostics::info(one.code).name;
  }
  std::string json() const {
    std::string all;
    for (const Document& document : documents) all += to_json(document.root) + "\n";
    return all;
  }
};

TEST(LoadDocument, ChoosesByExtension) {
  EXPECT_EQ(Loaded("a.json", "{\"a\": \"\\ud83d\\ude00\"}").codes, "");
  EXPECT_EQ(Loaded("a.json", "a: 1\n").codes, "E0104");
  EXPECT_EQ(Loaded("a.yaml", "a: 1\n").json(), "{\"a\":1}\n");
  EXPECT_EQ(Loaded("a.YML", "{a: 1}\n").json(), "{\"a\":1}\n");
}

TEST(LoadDocument, OtherwiseChoosesByTheFirstByte) {
  EXPECT_EQ(Loaded("a", "\xEF\xBB\xBF \n{\"a\": \"\\ud83d\\ude00\"}").codes, "");
  EXPECT_EQ(Loaded("a", "a: 1\n").json(), "{\"a\":1}\n");
  EXPECT_EQ(Loaded("a", "").codes, "E0102");
}

TEST(LoadDocument, KeepsPlacesBehindAByteOrderMark) {
  const Loaded loaded("a.yaml",
                      "\xEF\xBB\xBF"
                      "a: 1\n");
  ASSERT_EQ(loaded.documents.size(), 1u);
  EXPECT_EQ(loaded.sources.text(loaded.documents[0].root.find("a")->where), "1");
}

TEST(Pages, AreKnownByExtension) {
  for (const char* name : {"a.md", "a.MDX", "b/a.txt"}) EXPECT_TRUE(is_page(name)) << name;
  for (const char* name : {"a.yaml", "md", "a.md.json"}) EXPECT_FALSE(is_page(name)) << name;
}

TEST(Pages, GiveEachBlockThatHoldsOpenApi) {
  const Loaded loaded("page.md",
                      "# Title\n"
                      "\n"
                      "````yaml /openapi/external-api.json get /v3/videos\n"
                      "openapi: 3.1.0\n"
                      "info:\n"
                      "  description: |\n"
                      "    ```\n"
                      "    code\n"
                      "    ```\n"
                      "\n"
                      "````\n"
                      "```json\n"
                      "{\n  \"openapi\": \"3.0.0\"\n}\n"
                      "```\n"
                      "~~~~~ YAML\n"
                      "'openapi' : 3.0.1\n"
                      "~~~\n"
                      "~~~~~~~\n"
                      "```\n"
                      "{\"openapi\": 1}\n"
                      "```\n");
  EXPECT_EQ(loaded.codes, "E0103") << "the shorter tildes are text of the third block";
  EXPECT_EQ(loaded.json(),
            "{\"openapi\":\"3.1.0\",\"info\":{\"description\":\"```\\ncode\\n```\\n\"}}\n"
            "{\"openapi\":\"3.0.0\"}\n"
            "{\"openapi\":1}\n");
  EXPECT_EQ(loaded.sources.text(loaded.documents[0].root.find("openapi")->where), "3.1.0");
  EXPECT_EQ(loaded.sources.text(loaded.documents[1].root.find("openapi")->where), "\"3.0.0\"");
}

TEST(Pages, PassOverOtherBlocks) {
  const Loaded loaded("page.md",
                      "```bash\nopenapi: 3.1.0\n```\n"
                      "```yaml\nname: openapi\nbroken: [\n```\n"
                      "```yaml\ninner:\n  openapi: 3.1.0\n```\n"
                      "```json theme={null}\n{\"openapi_url\": 1}\n```\n"
                      "``` not a fence ```\n"
                      "`` openapi: 3.1.0\n");
  EXPECT_EQ(loaded.codes, "");
  EXPECT_EQ(loaded.json(), "");
}

TEST(Pages, ReadIndentedBlocks) {
  const Loaded loaded("page.mdx",
                      "1. Item\n"
                      "   ```yaml\n"
                      "   openapi: 3.1.0\n"
                      "   paths:\n"
                      "     /a: x\n"
                      "   ```\n");
  EXPECT_EQ(loaded.codes, "");
  EXPECT_EQ(loaded.json(), "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":\"x\"}}\n");
  const Node& root = loaded.documents.at(0).root;
  EXPECT_EQ(loaded.sources.text(root.find("paths")->find("/a")->where), "x");
}

TEST(Pages, ReadABlockThatEndsThePageWithoutALineEnding) {
  const Loaded loaded("page.txt", "```yaml\r\nopenapi: 3.1.0\r\n\r\n```");
  EXPECT_EQ(loaded.codes, "");
  EXPECT_EQ(loaded.json(), "{\"openapi\":\"3.1.0\"}\n");
}

TEST(Pages, ReportABlockThatIsNotClosedAndReadItAllTheSame) {
  const Loaded loaded("page.md", "text\n\n  ````yaml\n  openapi: 3.1.0\n  ```\n");
  EXPECT_EQ(loaded.codes, "E0114E0103");
  const Loaded whole("page.md", "````yaml\nopenapi: 3.1.0\n");
  EXPECT_EQ(whole.codes, "E0114");
  EXPECT_EQ(whole.json(), "{\"openapi\":\"3.1.0\"}\n");
  EXPECT_EQ(Loaded("page.md", "```yaml\nunrelated: [\n").codes, "");
}

TEST(Pages, ReportABrokenBlock) {
  const Loaded loaded("page.md",
                      "```yaml\nopenapi: 3.1.0\ninfo: [\n```\n```yaml\nopenapi: 2\n```\n");
  EXPECT_EQ(loaded.codes, "E0103");
  EXPECT_EQ(loaded.json(), "{\"openapi\":2}\n");
}

}  // namespace
}  // namespace bindery::document
