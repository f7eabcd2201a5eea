// The parts of a client around its operations.
// Must keep client.hpp light: it names the api classes and includes none of them.
#include "cpp/build_client.hpp"

#include <algorithm>

#include "cpp/answers.hpp"
#include "cpp/authorization.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_types.hpp"
#include "cpp/comment.hpp"
#include "cpp/deprecation.hpp"
#include "cpp/literal.hpp"
#include "cpp/server_url.hpp"
#include "cpp/servers.hpp"

namespace bindery::cpp {
namespace {

std::string own_header(const Building& building, const std::string& name) {
  return include_folder(building.names.name_space) + "/" + name;
}

std::string place_of(model::ParameterIn in) {
  switch (in) {
    case model::ParameterIn::query:
      return "query";
    case model::ParameterIn::cookie:
      return "cookie";
    default:
      return "header";
  }
}

/// A call whose arguments go to lines of their own when the statement is too long for one.
std::string loading(const std::string& function, const std::string& member,
                    const std::string& arguments) {
  const std::size_t columns = 4 + std::string("credentials. = ();").size() + member.size() +
                              function.size() + arguments.size();
  if (columns <= max_columns) return function + "(" + arguments + ")";
  std::string text = function + "(\n        " + folded(arguments + ");", 8, 8);
  text.pop_back();
  return text;
}

CredentialView credential_view(const model::SecurityScheme& scheme, const CredentialNames& names) {
  CredentialView view;
  view.name = names.member;
  view.type = "bindery::Secret";
  const std::string key = string_literal(scheme.name);
  std::string variables;
  std::string arguments;
  for (const std::string& variable : names.variables) {
    variables += (variables.empty() ? "" : ", ") + code_span(variable);
    arguments += (arguments.empty() ? "" : ", ") + string_literal(variable);
  }
  view.load = loading("bindery::secret_from_environment", names.member, arguments);
  std::string what;
  switch (scheme.kind) {
    case model::SecurityKind::api_key:
      what = "A key in the " + place_of(scheme.in) + " " + code_span(scheme.parameter_name) + ".";
      view.store = "api_key(" + key + ", bindery::In::" + place_of(scheme.in) + ", " +
                   string_literal(scheme.parameter_name) + ", " + names.member + ")";
      break;
    case model::SecurityKind::http_basic:
      what = "User name and password.";
      view.type = "bindery::BasicCredential";
      view.load = loading("bindery::basic_credential_from_environment", names.member, arguments);
      view.store = "basic(" + key + ", " + names.member + ")";
      break;
    case model::SecurityKind::http_other:
      what = "What follows " + code_span(scheme.http_scheme) + " in `Authorization`.";
      view.store =
          "http(" + key + ", " + string_literal(scheme.http_scheme) + ", " + names.member + ")";
      break;
    case model::SecurityKind::oauth2:
      what = "An access token, or what tokens are had for: see `bindery::OAuth2Credential`. ";
      what += scheme.refresh_url.empty()
                  ? "The document names no token URL."
                  : "Token URL: " + code_span(scheme.token_url) +
                        (scheme.refresh_url == scheme.token_url
                             ? ""
                             : ", to refresh: " + code_span(scheme.refresh_url)) +
                        ".";
      view.type = "bindery::OAuth2Credential";
      view.load = loading("bindery::oauth2_credential_from_environment", names.member, arguments);
      view.store = "oauth2(" + key + ", bindery::oauth2_token_provider(" + names.member + ", " +
                   string_literal(scheme.token_url) + ", " + string_literal(scheme.refresh_url) +
                   "))";
      break;
    case model::SecurityKind::mutual_tls:
      break;  // Not a credential of ours: the transport has it.
    case model::SecurityKind::open_id_connect:
      what = "A bearer token of OpenID Connect (" + code_span(scheme.open_id_connect_url) + ").";
      view.store = "bearer(" + key + ", " + names.member + ")";
      break;
    case model::SecurityKind::http_bearer:
      what = "A bearer token.";
      view.store = "bearer(" + key + ", " + names.member + ")";
  }
  std::string text = scheme.docs.description;
  text += (text.empty() ? "" : "\n\n") + what + " Environment: " + variables + ".";
  view.docs = text_docs(text, 2);
  view.store = folded(view.store, 10, 8);
  return view;
}

// Where nothing else of the output says it: not in an operation's header nor in a type's.
DocLines homeless_left_out(const Building& building) {
  DocLines all = left_out_lines(building.api, {});
  std::vector<std::string> pointers;
  for (const model::Operation& operation : building.api.operations) {
    pointers.push_back(operation.origin.pointer);
  }
  for (const ModelFile& file : building.layout.models) {
    for (const model::TypeId type : file.types) {
      pointers.push_back(building.api.types.at(type).origin.pointer);
    }
  }
  if (pointers.empty()) return all;
  const DocLines placed = left_out_lines(building.api, pointers);
  DocLines rest;
  std::size_t next = 0;
  for (const std::string& line : all) {
    if (next < placed.size() && placed[next] == line) {
      ++next;
    } else {
      rest.push_back(line);
    }
  }
  return rest;
}

// What the function's body names beside the operation's own types.
void include_for(const FunctionView& function, Includes& includes) {
  for (const ShortcutView& shortcut : function.shortcuts) {
    if (shortcut.constraint.find("std::enable_if_t") != std::string::npos) {
      includes.standard("type_traits");
    }
    if (shortcut.constraint.find("if_text") != std::string::npos) {
      includes.standard("string");
      includes.standard("string_view");
    }
  }
  if (!function.walks.empty()) includes.runtime("pages.hpp");
  if (!function.waits.empty()) includes.runtime("waiting.hpp");
  if (function.result == "bindery::StreamEnd") includes.runtime("stream.hpp");
  if (function.result == "bindery::Received") includes.runtime("sink.hpp");
}

// What an operation leads to when its job is done.
void include_next(const Building& building, std::size_t index, Includes& includes) {
  const auto& wait = building.api.operations[index].wait;
  if (!wait || !wait->then) return;
  const OperationNames& next = building.names.operations[wait->then->operation];
  includes.standard("optional");
  includes.own(operation_header(building, wait->then->operation, false));
  if (next.group != building.names.operations[index].group) {
    includes.own(own_header(building, "api/" + building.names.groups[next.group].file + ".hpp"));
  }
}

}  // namespace

ApiFileView api_file_view(const Building& building, std::size_t group) {
  const GroupNames& names = building.names.groups[group];
  ApiFileView view;
  view.name_space = building.names.name_space;
  view.name = names.type;
  view.accessor = names.accessor;
  std::string text;
  for (const model::Tag& tag : building.api.tags) {
    if (tag.name == names.tag) text = tag.description;
  }
  if (text.empty()) {
    text = names.tag.empty() ? "The operations without a tag."
                             : "The operations of " + code_span(names.tag) + ".";
  }
  view.docs = text_docs(text, 0);
  Includes includes;
  for (const char* header : {"memory", "utility"}) includes.standard(header);
  for (std::size_t index = 0; index < building.api.operations.size(); ++index) {
    if (building.names.operations[index].group != group) continue;
    for (FunctionView& function : function_views(building, index)) {
      include_for(function, includes);
      view.functions.push_back(std::move(function));
    }
    includes.own(operation_header(building, index, false));
    includes.own(operation_header(building, index, true));
    include_next(building, index, includes);
    if (names_deprecated(building, building.api.operations[index])) includes.excuse_deprecated();
  }
  includes.runtime("call.hpp");
  includes.own(own_header(building, "client.hpp"));
  view.file = includes.view(building, own_header(building, "api/" + names.file + ".hpp"), {});
  return view;
}

ClientFileView client_file_view(const Building& building) {
  ClientFileView view;
  view.name_space = building.names.name_space;
  const std::string title = building.api.title.empty() ? "the API" : building.api.title;
  view.docs = text_docs("A client of " + comment_text(title) +
                            ". Cheap to copy; may be used by many threads at once.",
                        0);
  if (building.api.servers.empty()) {
    view.server = "\"\"";
    view.server_docs = text_docs("The document names no server: the transport must.", 0);
  } else {
    const model::Server& server = building.api.servers.front();
    view.server = string_literal(server_url(server));
    view.server_docs = text_docs(server_text(server) + "\n\nBy name, with all others: " +
                                     code_span(own_header(building, "servers.hpp")) + ".",
                                 0);
  }
  view.server = folded(view.server + ";", 51, 4);
  view.server.pop_back();
  for (const GroupNames& group : building.names.groups) {
    view.groups.push_back(
        {group.type, group.accessor, own_header(building, "api/" + group.file + ".hpp")});
  }
  const std::string authorized = authorization(building.api, usual_security(building.api));
  if (!authorized.empty()) view.authorization.push_back(folded(authorized, 9, 8, 2));
  Includes includes;
  for (const char* header : {"memory", "string", "string_view", "utility"}) {
    includes.standard(header);
  }
  includes.runtime("file.hpp");
  includes.runtime("pipeline.hpp");
  includes.runtime("raw.hpp");
  includes.runtime("result.hpp");
  includes.runtime("transfer.hpp");
  includes.runtime("transport.hpp");
  includes.own(own_header(building, "credentials.hpp"));
  includes.own(own_header(building, "fwd.hpp"));
  view.file = includes.view(building, own_header(building, "client.hpp"), {});
  return view;
}

CredentialsFileView credentials_file_view(const Building& building) {
  CredentialsFileView view;
  view.name_space = building.names.name_space;
  std::string text =
      "What the API lets callers in with. Absent ones are not sent; a secret is never printed.";
  for (std::size_t index = 0; index < building.api.security_schemes.size(); ++index) {
    const model::SecurityScheme& scheme = building.api.security_schemes[index];
    if (scheme.kind == model::SecurityKind::mutual_tls) {
      text += "\n\n" + (scheme.docs.description.empty() ? "" : scheme.docs.description + " ") +
              code_span(scheme.name) + " is a client certificate, which the transport has: " +
              "`bindery::TransportSettings::client_certificate_file` and `client_key_file`.";
      continue;
    }
    view.credentials.push_back(credential_view(scheme, building.names.credentials[index]));
  }
  view.docs = text_docs(text, 0);
  Includes includes;
  includes.standard("optional");
  includes.runtime("auth.hpp");
  includes.runtime("secret.hpp");
  const auto& schemes = building.api.security_schemes;
  if (std::any_of(schemes.begin(), schemes.end(), [](const model::SecurityScheme& scheme) {
        return scheme.kind == model::SecurityKind::oauth2;
      })) {
    includes.runtime("oauth.hpp");
    includes.runtime("oauth2_token_provider.hpp");
  }
  includes.own(own_header(building, "fwd.hpp"));
  view.file = includes.view(building, own_header(building, "credentials.hpp"), {});
  return view;
}

ForwardFileView forward_file_view(const Building& building) {
  ForwardFileView view;
  view.name_space = building.names.name_space;
  for (std::size_t index = 0; index < building.api.types.size(); ++index) {
    const model::Type& type = building.api.types.at(building.api.types.id(index));
    const std::string& name = building.names.types[index].name;
    if (name.empty() || is_using(type)) continue;
    if (type.as<model::Enum>() == nullptr) {
      view.structs.push_back(name);
    } else {
      // Attributes of an enumeration count where it is declared first, or g++ ignores them.
      view.enums.push_back(type.docs.deprecated ? "[[deprecated]] " + name : name);
    }
  }
  view.has_structs = !view.structs.empty();
  view.has_enums = !view.enums.empty();
  Includes includes;
  includes.runtime("version.hpp");
  view.file = includes.view(building, own_header(building, "fwd.hpp"), {});
  return view;
}

bool has_webhooks(const model::Api& api) {
  for (const model::Incoming& incoming : api.incoming) {
    if (incoming.body && preferred_content(incoming.body->contents) != nullptr) return true;
  }
  return false;
}

TypesFileView webhooks_file_view(const Building& building) {
  const Spelling spelling{building.api, building.names};
  TypesFileView view;
  view.name_space = building.names.name_space;
  Needs needs;
  Includes includes;
  for (std::size_t index = 0; index < building.api.incoming.size(); ++index) {
    const model::Incoming& incoming = building.api.incoming[index];
    const model::Content* content =
        incoming.body ? preferred_content(incoming.body->contents) : nullptr;
    if (content == nullptr) continue;
    const CppType type = value_type(spelling, content->type, Place::answer);
    needs.add(type.needs);
    if (type.spelling == building.names.incoming[index]) continue;
    model::Docs docs = incoming.docs;
    if (docs.summary.empty() && docs.description.empty()) {
      docs.description = "The body of " + code_span(incoming.name) + ".";
    }
    view.declarations.push_back(alias_view(building.names.incoming[index], type.spelling,
                                           type_docs(docs, incoming.origin, 0)));
  }
  includes.add(building, needs, false);
  includes.add(building, needs, true);
  includes.own(own_header(building, "fwd.hpp"));
  view.file = includes.view(building, own_header(building, "webhooks.hpp"), {});
  return view;
}

UmbrellaFileView umbrella_file_view(const Building& building,
                                    const std::vector<std::string>& headers) {
  Includes includes;
  for (const std::string& header : headers) includes.own(header);
  includes.runtime("raw_call.hpp");
  const std::string folder = include_folder(building.names.name_space);
  UmbrellaFileView view;
  view.file = includes.view(building, folder + folder.substr(folder.rfind('/') + 1),
                            homeless_left_out(building));
  return view;
}

ProjectFileView project_file_view(const Building& building) {
  std::string target = include_folder(building.names.name_space);
  for (char& c : target) {
    if (c == '/') c = '_';
  }
  return {comment_text(building.banner.source), comment_text(building.banner.command), target,
          !building.rules.is_empty()};
}

}  // namespace bindery::cpp
