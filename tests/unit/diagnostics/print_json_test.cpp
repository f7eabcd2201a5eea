// Diagnostics as JSON lines, as literals.
#include "diagnostics/print_json.hpp"

#include <sstream>

#include <gtest/gtest.h>

namespace bindery::diagnostics {
namespace {

struct PrintJson : testing::Test {
  source::MemoryFileSystem files;
  source::SourceMap sources{files};
  Diagnostics diagnostics;

  std::string printed() const {
    std::ostringstream out;
    print_json(diagnostics, sources, out);
    return out.str();
  }
};

TEST_F(PrintJson, ShowsEverythingThereIs) {
  const auto id = sources.add("spec.yaml", "a: 1\n\xC3\xA9: 2\n");
  diagnostics.report(Code::E0203, {id, 9, 10}, "not `found`")
      .at("#/a")
      .hint("look")
      .note({id, 0, 1}, "here")
      .note(source::Location::unknown(), "nowhere");
  EXPECT_EQ(
      printed(),
      "{\"severity\":\"error\",\"code\":\"E0203\",\"message\":\"not `found`\","
      "\"file\":\"spec.yaml\",\"line\":2,\"column\":4,\"end_line\":2,\"end_column\":5,"
      "\"pointer\":\"#/a\",\"notes\":[{\"message\":\"here\",\"file\":\"spec.yaml\",\"line\":1,"
      "\"column\":1,\"end_line\":1,\"end_column\":2},{\"message\":\"nowhere\"}],"
      "\"hint\":\"look\"}\n");
}

TEST_F(PrintJson, LeavesOutWhatIsNotKnown) {
  diagnostics.report(Code::E0401, source::Location::unknown(), "one");
  diagnostics.report(Code::E0112, source::Location::unknown(), "two");
  EXPECT_EQ(printed(),
            "{\"severity\":\"warning\",\"code\":\"E0401\",\"message\":\"one\"}\n"
            "{\"severity\":\"note\",\"code\":\"E0112\",\"message\":\"two\"}\n");
}

TEST_F(PrintJson, EscapesAndRepairsText) {
  diagnostics.report(Code::E0401, source::Location::unknown(),
                     std::string("\"\\\n\0\x7F\xC3\xA9\xFF", 8));
  EXPECT_EQ(printed(),
            "{\"severity\":\"warning\",\"code\":\"E0401\",\"message\":"
            "\"\\\"\\\\\\u000a\\u0000\\u007f\xC3\xA9\\ufffd\"}\n");
}

}  // namespace
}  // namespace bindery::diagnostics
