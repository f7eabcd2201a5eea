#include "cpp/build_unwrap.hpp"

#include <string>
#include <vector>

#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/docs.hpp"
#include "cpp/literal.hpp"
#include "cpp/type_name.hpp"

namespace bindery::cpp {
namespace {

// Statements that make a scheme of an empty one.
std::vector<std::string> scheme_texts(const model::WebhookScheme& scheme) {
  std::vector<std::string> texts;
  const auto text = [&](const std::string& member, const std::string& value) {
    if (!value.empty()) texts.push_back(member + " = " + string_literal(value));
  };
  text("signature_header", scheme.signature_header);
  text("prefix", scheme.prefix);
  if (scheme.is_base64) texts.emplace_back("is_base64 = true");
  text("signed_text", scheme.signed_text);
  text("id_header", scheme.id_header);
  text("timestamp_header", scheme.timestamp_header);
  if (scheme.is_secret_base64) texts.emplace_back("is_secret_base64 = true");
  texts.push_back("tolerance = std::chrono::seconds(" + std::to_string(scheme.tolerance) + ")");
  return texts;
}

}  // namespace

UnwrapFileView unwrap_file_view(const Building& building) {
  UnwrapFileView view;
  view.name_space = building.names.name_space;
  const model::WebhookScheme& scheme = *building.api.webhook_scheme;
  view.made_from = scheme.is_standard ? "standard_webhooks()" : "WebhookScheme()";
  if (!scheme.is_standard) view.scheme = scheme_texts(scheme);
  Needs needs;
  Includes includes;
  view.event = "bindery::Json";
  std::string docs = "The document describes no webhook: what is delivered is JSON.";
  if (building.api.event) {
    const CppType type =
        value_type({building.api, building.names}, *building.api.event, Place::answer);
    needs.add(type.needs);
    view.event = type.spelling;
    docs = "What is delivered.";
    const auto* united = building.api.types.at(building.api.event->type).as<model::Union>();
    if (united != nullptr) docs = "One of the events that are delivered, or JSON that is none.";
  } else {
    includes.runtime("json.hpp");
  }
  view.event_docs = text_docs(docs, 0);
  for (const char* header : {"chrono", "string_view", "vector"}) includes.standard(header);
  for (const char* header : {"headers.hpp", "result.hpp", "secret.hpp", "webhook.hpp"}) {
    includes.runtime(header);
  }
  includes.add(building, needs, false);
  includes.add(building, needs, true);
  const std::string folder = include_folder(building.names.name_space);
  includes.own(folder + "/fwd.hpp");
  view.file = includes.view(building, folder + "/unwrap.hpp", {});
  return view;
}

}  // namespace bindery::cpp
