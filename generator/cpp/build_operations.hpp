// Views of operations: their request and answer types, and the functions that call them.
// Must not know the client that holds the functions.
#pragma once

#include <cstddef>

#include "cpp/answers.hpp"
#include "cpp/file_view.hpp"
#include "cpp/views_client.hpp"
#include "cpp/views_codecs.hpp"
#include "cpp/views_types.hpp"

namespace bindery::cpp {

/// `operations/get_video_v3.hpp`: inline types, the request, what is answered.
TypesFileView operation_file_view(const Building& building, std::size_t operation);

/// `operations/get_video_v3_json.hpp`: codecs of all that the operation sends or receives.
CodecFileView operation_codec_view(const Building& building, std::size_t operation);

/// The functions that call the operation: whole with its shortcut, as a stream, into a sink; those
/// that its answers allow, at least one.
std::vector<FunctionView> function_views(const Building& building, std::size_t operation);

/// What a stream of the operation hands over one by one: of several streams the first decides.
CppType item_type(const Spelling& spelling, const model::Operation& operation);
/// The same, without the event around it.
model::TypeUse item_use(const model::Api& api, const model::Content& content);

/// `heygen/operations/get_video_v3.hpp`, or `..._json.hpp`.
std::string operation_header(const Building& building, std::size_t operation, bool is_codec);

/// What one answer is decoded to.
CppType answer_type(const Building& building, const Answer& answer);

/// What a success is decoded to; the members of a variant when statuses differ in type.
struct ResponseTypes {
  std::vector<CppType> types;               ///< At least one.
  std::vector<std::size_t> alternative_of;  ///< Of each answer of answers_of, 0 for errors.
};
ResponseTypes response_types(const Building& building, const model::Operation& operation);

}  // namespace bindery::cpp
