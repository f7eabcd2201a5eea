// Bodies by media type.
#include <gtest/gtest.h>

#include "fixture.hpp"
#include "model/media_type.hpp"

namespace bindery::model {
namespace {

TEST(MediaType, NamesWithoutParameters) {
  EXPECT_EQ(without_parameters("Application/JSON ; charset=utf-8"), "application/json");
  EXPECT_EQ(kind_by_name("application/vnd.x.v3+json"), ContentKind::json);
  EXPECT_EQ(kind_by_name("application/problem+xml"), ContentKind::xml);
  EXPECT_EQ(kind_by_name("image/svg+xml"), ContentKind::binary);
  EXPECT_EQ(kind_by_name("application/x-ndjson"), ContentKind::json_lines);
  EXPECT_EQ(kind_by_name("application/geo+json-seq"), ContentKind::json_sequence);
  EXPECT_EQ(kind_by_name("*/*"), std::nullopt);
}

TEST(LowerContent, EveryKind) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody:
        required: true
        content:
          application/json; charset=utf-8: {schema: {type: string}}
          application/json: {schema: {type: integer}}
          text/json: {}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Form'}}
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Upload'}
            encoding: {file: {contentType: image/png}, tags: {style: form, explode: false}}
          text/plain: {schema: {type: string}}
          text/csv: {schema: {type: array, items: {type: string}}}
          application/octet-stream: {schema: {type: string, format: binary}}
          image/png: {}
          text/event-stream: {schema: {$ref: '#/components/schemas/Form'}}
          application/jsonl: {schema: {$ref: '#/components/schemas/Form'}}
          application/json-seq: {itemSchema: {$ref: '#/components/schemas/Form'}}
          '*/*': {schema: {$ref: '#/components/schemas/Form'}}
          application/x-strange: {schema: {type: string}}
      responses: {'200': {description: fine}}
components:
  schemas:
    Form: {type: object, properties: {a: {type: string}}}
    Upload:
      type: object
      properties: {file: {type: string, format: binary}, tags: {type: array, items: {type: string}}}
)",
                                    "3.2.0"));
  EXPECT_EQ(lowered.block("operation postA"),
            "operation postA POST /a\n"
            "  body required\n"
            "    application/json (json): string written \"application/json; charset=utf-8\"\n"
            "    text/json (json): any\n"
            "    application/x-www-form-urlencoded (form): Form\n"
            "    multipart/form-data (multipart): Upload\n"
            "      part file as image/png\n"
            "      part tags style form joined\n"
            "    text/plain (text): string\n"
            "    text/csv (text): string\n"
            "    application/octet-stream (binary): binary\n"
            "    image/png (binary): binary\n"
            "    text/event-stream (event_stream): Form\n"
            "    application/jsonl (json_lines): Form\n"
            "    application/json-seq (json_sequence): any items Form\n"
            "    */* (json): Form\n"
            "    application/x-strange (binary): binary\n"
            "  answer 200\n");
  EXPECT_EQ(lowered.block("object Upload"),
            "object Upload\n  file?: binary\n  tags?: list<string>\n");
  EXPECT_EQ(lowered.said(), Said{});
}

TEST(LowerContent, WhatCannotBeWrittenIsLeftOutByName) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody: {content: {application/xml: {schema: {type: object}}}}
      responses:
        '200':
          description: fine
          content: {application/x-strange: {schema: {type: object, properties: {a: {type: string}}}}}
)"));
  EXPECT_EQ(lowered.block("operation postA"), "operation postA POST /a\n  answer 200\n");
  ASSERT_EQ(lowered.api().left_out.size(), 2U);
  EXPECT_EQ(lowered.api().left_out[0].what, "`application/xml` of the request body of `postA`");
  EXPECT_EQ(lowered.api().left_out[1].what,
            "`application/x-strange` of the answer `200` of `postA`");
  EXPECT_EQ(lowered.said().size(), 2U);
}

TEST(LowerContent, RawBytesAreTextInsideJson) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: fine, content: {application/json: {schema: {type: string, format: binary}}}}}
components:
  schemas:
    A: {type: object, properties: {file: {type: string, format: binary}}}
)"));
  EXPECT_EQ(lowered.block("object A"), "object A\n  file?: string\n");
  EXPECT_EQ(lowered.block("operation postA"),
            "operation postA POST /a\n"
            "  body\n"
            "    application/json (json): A\n"
            "  answer 200\n"
            "    application/json (binary): binary\n");
}

TEST(LowerContent, InlineBodies) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody:
        content:
          application/json: {schema: {type: object, properties: {kind: {type: string, enum: [x]}}}}
      responses:
        '200':
          description: fine
          content:
            application/json: {schema: {type: array, items: {type: object, properties: {a: {type: string}}}}}
)"));
  EXPECT_EQ(lowered.block("operation postA"),
            "operation postA POST /a\n"
            "  body\n"
            "    application/json (json): postA.Body\n"
            "  answer 200\n"
            "    application/json (json): list<postA.Response_Item>\n");
  EXPECT_EQ(lowered.block("object postA.Body"), "object postA.Body\n  kind?: postA.Body.kind\n");
}

}  // namespace
TEST(LowerContent, PartsWithoutATypeAreFiles) {
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody:
        content:
          multipart/form-data:
            schema: {$ref: '#/components/schemas/Upload'}
            encoding: {meta: {contentType: application/json}, note: {contentType: 'text/plain, text/csv'}}
      responses: {'200': {description: fine}}
    put:
      operationId: putA
      requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Shared'}}}}
      responses: {'200': {description: fine, content: {application/json: {schema: {$ref: '#/components/schemas/Shared'}}}}}
components:
  schemas:
    Upload:
      type: object
      required: [file]
      properties:
        file: {}
        files: {type: array, items: {}}
        meta: {}
        note: {}
        inner: {$ref: '#/components/schemas/Inner'}
        either: {oneOf: [{type: string, format: binary}, {type: integer}]}
    Inner: {type: object, properties: {photo: {type: string, format: binary}, any: {}}}
    Shared: {type: object, properties: {file: {}, photo: {type: string, format: binary}}}
)"));
  const std::string upload = lowered.block("object Upload");
  for (const char* line :
       {"file: binary\n", "files?: list<binary>\n", "meta?: any\n", "note?: any\n"}) {
    EXPECT_NE(upload.find(line), std::string::npos) << line << upload;
  }
  // An object in a part is JSON, where there are no bytes.
  EXPECT_NE(lowered.block("object Inner").find("photo?: string\n"), std::string::npos);
  // What is JSON as well keeps what the document says.
  EXPECT_NE(lowered.block("object Shared").find("file?: any\n"), std::string::npos);
  // A file is sent, and text in the JSON that answers.
  EXPECT_NE(lowered.block("object Shared").find("photo?: string\n"), std::string::npos);
  EXPECT_NE(lowered.block("object Shared.Input").find("photo?: binary\n"), std::string::npos);
}

TEST(LowerContent, EncodingsOfEveryVersion) {
  const std::string document = R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {a: {type: string}}}
            encoding:
              a:
                style: form
                headers: {X-B: {required: true, schema: {type: string}}, content-type: {schema: {type: string}}, X-C: {schema: {type: string}}}
      responses: {'200': {description: fine}}
)";
  EXPECT_NE(Lowered(document_of(document, "3.1.0"))
                .block("operation postA")
                .find("part a style form header X-B header X-C?\n"),
            std::string::npos);
  // OAS 3.0 4.7.15.1: only forms have styles.
  EXPECT_NE(Lowered(document_of(document, "3.0.3"))
                .block("operation postA")
                .find("part a header X-B header X-C?\n"),
            std::string::npos);
  const Lowered lowered(document_of(R"(
paths:
  /a:
    post:
      operationId: postA
      requestBody:
        content:
          multipart/mixed:
            schema: {type: array, items: {type: string}}
            prefixEncoding: [{contentType: application/json}, 7, {contentType: text/csv}]
            itemEncoding: {contentType: text/plain}
      responses: {'200': {description: fine}}
)",
                                    "3.2.0"));
  EXPECT_NE(lowered.block("operation postA")
                .find("      next part as application/json\n      next part\n"
                      "      next part as text/csv\n      further parts as text/plain\n"),
            std::string::npos)
      << lowered.block("operation postA");
}

}  // namespace bindery::model
