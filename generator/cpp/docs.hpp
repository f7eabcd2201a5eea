// What the documentation comments of generated declarations say.
// Must not escape by itself: every text of the document goes through comment.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/api.hpp"

namespace bindery::cpp {

/// Lines of a comment, without the slashes.
using DocLines = std::vector<std::string>;

/// A type: what the document says, then where it says it. `indent` is the declaration's column.
DocLines type_docs(const model::Docs& docs, const model::Origin& origin, std::size_t indent);

/// A field: description, example, server default, limits; its place only where name and parent do
/// not tell it.
DocLines field_docs(const model::Field& field, const std::string& name,
                    const std::string& parent_pointer, std::size_t indent);

/// A request's member made from a parameter.
DocLines parameter_docs(const model::Parameter& parameter, const std::string& name,
                        std::size_t indent);

/// An enumerator; its wire value only where the name does not tell it.
DocLines enumerator_docs(const model::EnumValue& value, const std::string& name,
                         std::size_t indent);

/// A function: what it does, method, path and place, then `notes` as a paragraph of their own.
DocLines operation_docs(const model::Operation& operation, const std::vector<std::string>& notes,
                        std::size_t indent);

/// One text, wrapped.
DocLines text_docs(const std::string& text, std::size_t indent);

/// `Not generated: ... (E0601)` for each part left out at or below one of `pointers`; all that has
/// no home when `pointers` is empty.
DocLines left_out_lines(const model::Api& api, const std::vector<std::string>& pointers);

}  // namespace bindery::cpp
