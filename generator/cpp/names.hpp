// Every name of a generated client, all settled before any text is written.
// Must not hold anything but names; which file a declaration is in is layout.hpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/naming.hpp"
#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"

namespace bindery::cpp {

struct TypeNames {
  std::string name;                  ///< Empty for a type that is spelled where it is used.
  std::string file;                  ///< `video_detail`; empty like `name`.
  std::vector<std::string> members;  ///< Of its fields or enum values, in their order.
};

struct OperationNames {
  std::string function;                 ///< `get_video_v3`
  std::string stream;                   ///< `create_chat_stream`; empty when nothing streams.
  std::string transfer;                 ///< `get_file_to`; empty when no answer is bytes.
  std::string items;                    ///< `list_videos_items`; empty without pages.
  std::string wait;                     ///< `wait_for_video_v3`; empty where nothing is waited for.
  std::string wait_then;                ///< The same, and for what comes out of it.
  std::string file;                     ///< `get_video_v3`
  std::string request;                  ///< `GetVideoV3Request`
  std::string response;                 ///< `GetVideoV3Response`, or a type of that name.
  std::vector<std::string> errors;      ///< Of each of Answers::errors with a JSON body:
                                        ///< `GetVideoV3Error` of all, or `GetVideoV3Error404`.
  std::vector<std::string> parameters;  ///< Members of the request, in their order.
  std::string content_type;             ///< The member that chooses the body's media type,
  std::string part_headers;             ///< and the one of parts' headers; empty without them.
  std::string headers;                  ///< `GetVideoV3Headers`; empty without documented ones.
  std::vector<std::string> header_members;  ///< Of each of response_headers.
  std::size_t group = 0;                    ///< Index in Names::groups.
};

/// The operations of one tag.
struct GroupNames {
  std::string tag;       ///< Empty: operations without one.
  std::string type;      ///< `VideosApi`
  std::string accessor;  ///< `videos`
  std::string file;      ///< `videos`
};

/// Of a security scheme; basic ones have two variables: user name and password; OAuth2 has four:
/// access token, client's id and secret, refresh token.
struct CredentialNames {
  std::string member;  ///< `api_key_auth`
  std::vector<std::string> variables;
};

/// Of a server: a constant, or a struct where it has variables.
struct ServerNames {
  std::string name;                    ///< `sandbox`, `Production`
  std::vector<std::string> variables;  ///< Members, in the order of the server's variables.
};

struct Names {
  std::string name_space;  ///< `heygen`, possibly nested: `vendor::heygen`.
  std::vector<TypeNames> types;
  std::vector<OperationNames> operations;
  std::vector<GroupNames> groups;
  std::vector<CredentialNames> credentials;  ///< By index in Api::security_schemes.
  std::vector<ServerNames> servers;          ///< By index in named_servers.
  std::vector<std::string> incoming;         ///< Payload types, by index in Api::incoming.
};

/// Chooses all names. Where two would be equal, the one whose wire name is the C++ name keeps it
/// and the others end in a few digits made from their own wire name or pointer (E0501), so that no
/// name depends on order or on what does not collide. Reports E0502 for overrides that are no
/// identifier or taken; they are ignored.
Names assign_names(const model::Api& api, const Naming& naming,
                   diagnostics::Diagnostics& diagnostics);

/// An enum of `true` or `false`, or of nothing, is spelled as its base: `bool`, `std::string`.
bool is_plain_enum(const model::Type& type);

/// Of a declared type: `using Name = ...;`, which cannot be declared ahead.
bool is_using(const model::Type& type);

/// True when the type is declared under a name: components and inline objects, enums and unions.
bool is_declared(const model::Type& type);

/// `HeyGen API` -> `hey_gen_api`: the namespace where the user gives none.
std::string namespace_of_title(std::string_view title);

/// Identifiers joined by `::`, none of them reserved.
bool is_usable_namespace(std::string_view name_space);

}  // namespace bindery::cpp
