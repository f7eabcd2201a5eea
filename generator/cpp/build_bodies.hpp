// The statements of a function that write its body, and what the request says about it.
#pragma once

#include <cstddef>
#include <string>

#include "cpp/build_operations.hpp"
#include "cpp/request_body.hpp"
#include "cpp/type_name.hpp"

namespace bindery::cpp {

/// `std::vector<Pet>`, without what makes it optional.
CppType body_spelling(const Spelling& spelling, const BodyType& type);

/// The request's `body`: the one type, or a variant, and optional when the document says so.
CppType body_member_type(const Spelling& spelling, const model::Operation& operation);

/// What is said at `body`: its description, and what it is sent as.
std::string body_docs(const Spelling& spelling, const model::Operation& operation,
                      const OperationNames& names);

/// The same at the member that chooses the media type, and at the one with headers of parts.
std::string content_type_docs(const Spelling& spelling, const model::Operation& operation);
std::string part_headers_docs(const model::Api& api, const model::Operation& operation);

/// Adds what writes the body: a plain call where one does, else a block.
void add_body(const Building& building, std::size_t operation, FunctionView& view);

/// A query that is a form as a whole.
BlockView query_block(const Building& building, const model::Parameter& parameter,
                      const std::string& name);

/// `bindery::Serialization{bindery::Style::form, true, false}`
std::string serialization_text(model::ParameterStyle style, bool explode, bool allow_reserved,
                               bool allow_empty = false);

}  // namespace bindery::cpp
