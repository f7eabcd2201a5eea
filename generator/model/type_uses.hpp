// Walks the places where a type uses others.
#pragma once

#include <optional>
#include <variant>

#include "model/api.hpp"

namespace bindery::model {

/// Calls `visit(use)` for every use within a shape, in document order. Works for const and mutable
/// shapes.
template <class AnyShape, class Visit>
void for_each_use(AnyShape& shape, Visit visit) {
  if (auto* object = std::get_if<Object>(&shape)) {
    for (auto& field : object->fields) visit(field.type);
    if (object->additional.kind == AdditionalProperties::Kind::typed)
      visit(object->additional.type);
  } else if (auto* list = std::get_if<List>(&shape)) {
    visit(list->item);
  } else if (auto* tuple = std::get_if<Tuple>(&shape)) {
    for (auto& item : tuple->items) visit(item);
    if (tuple->rest) visit(*tuple->rest);
  } else if (auto* map = std::get_if<Map>(&shape)) {
    visit(map->value);
  } else if (auto* alternatives = std::get_if<Union>(&shape)) {
    for (auto& alternative : alternatives->alternatives) visit(alternative.type);
  } else if (auto* alias = std::get_if<Alias>(&shape)) {
    visit(alias->target);
  }
}

/// The same for one body's or answer's contents.
template <class Contents, class Visit>
void for_each_content_use(Contents& contents, Visit visit) {
  for (auto& content : contents) {
    visit(content.type);
    if (content.item_type) visit(*content.item_type);
  }
}

/// The same for everything outside of the type table.
template <class AnyApi, class Visit>
void for_each_api_use(AnyApi& api, Visit visit) {
  for (auto& operation : api.operations) {
    for (auto& parameter : operation.parameters) visit(parameter.type);
    if (operation.body) for_each_content_use(operation.body->contents, visit);
    for (auto& response : operation.responses) {
      for_each_content_use(response.contents, visit);
      for (auto& header : response.headers) visit(header.type);
    }
  }
  for (auto& incoming : api.incoming) {
    if (incoming.body) for_each_content_use(incoming.body->contents, visit);
  }
  if (api.event) visit(*api.event);
}

}  // namespace bindery::model
