// Gathers what wants a name, rank by rank: components, classes, operations, what is nested.
// Must not look at text that was written; all names are known before.
#include <algorithm>
#include <map>

#include "cpp/answers.hpp"
#include "cpp/comment.hpp"
#include "cpp/credential_names.hpp"
#include "cpp/identifier.hpp"
#include "cpp/member_names.hpp"
#include "cpp/name_table.hpp"
#include "cpp/names.hpp"
#include "cpp/request_body.hpp"
#include "cpp/response_headers.hpp"
#include "cpp/servers.hpp"

namespace bindery::cpp {
namespace {

using diagnostics::Code;
using Source = model::TypeName::Source;

// What the templates and the runtime's generated parts declare beside the document's types.
const std::set<std::string> reserved_in_namespace = {"Client",         "Credentials", "Call",
                                                     "default_server", "invoke",      "servers",
                                                     "validate",       "validator",   "webhooks"};
const std::set<std::string> reserved_in_client = {"send",         "options",   "pipeline",
                                                  "with_options", "transport", "client"};

// A file of that name would be another one's codecs, or a device of Windows.
std::string portable_stem(std::string stem) {
  static const std::set<std::string> devices = {"con", "prn", "aux", "nul"};
  const bool is_port =
      stem.size() == 4 && (stem.compare(0, 3, "com") == 0 || stem.compare(0, 3, "lpt") == 0);
  const bool is_codec = stem.size() > 5 && stem.compare(stem.size() - 5, 5, "_json") == 0;
  if (is_port || is_codec || devices.count(stem) != 0) stem += "_";
  // Functions given a name by the user may differ in case alone.
  for (char& c : stem) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return stem;
}

// The headers that lie directly in a client's folder.
const std::set<std::string> root_stems = {"fwd",      "client", "credentials", "servers",
                                          "webhooks", "invoke", "unwrap"};

class Assignment {
 public:
  Assignment(const model::Api& api, const Naming& naming, diagnostics::Diagnostics& diagnostics)
      : api_(api), overrides_(naming, diagnostics), naming_(naming), diagnostics_(diagnostics) {}

  Names run() {
    names_.name_space =
        naming_.name_space.empty() ? namespace_of_title(api_.title) : naming_.name_space;
    names_.types.resize(api_.types.size());
    names_.operations.resize(api_.operations.size());
    name_operations();
    name_components();
    name_groups();
    name_operation_types();
    name_nested_types();
    name_incoming();
    name_files();
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      names_.types[index].members = member_names(
          api_.types.at(api_.types.id(index)), names_.types[index].name, overrides_, diagnostics_);
    }
    for (std::size_t index = 0; index < api_.operations.size(); ++index) {
      name_members(index);
    }
    names_.credentials =
        credential_names(api_, naming_.credential_variables, names_.name_space, diagnostics_);
    names_.servers = server_names(api_, overrides_, diagnostics_);
    return std::move(names_);
  }

 private:
  void name_members(std::size_t index) {
    OperationNames& names = names_.operations[index];
    names.header_members =
        header_names(api_.operations[index], names.headers, overrides_, diagnostics_);
    const RequestBody body = request_body(api_, api_.operations[index]);
    std::vector<std::string> taken{"body"};
    if (body.has_choice()) taken.push_back(names.content_type = "content_type");
    if (body.has_part_headers()) taken.push_back(names.part_headers = "part_headers");
    names.parameters = parameter_names(api_.operations[index], taken, overrides_, diagnostics_);
  }

  // In a namespace named like one of its folders, `"api/client.hpp"` would be looked for in that
  // folder first.
  std::string stem_in(const std::string& folder, std::string stem) const {
    stem = portable_stem(std::move(stem));
    if (names_.name_space == folder && root_stems.count(stem) != 0) stem += "_";
    return stem;
  }

  const model::Type& type(std::size_t index) const { return api_.types.at(api_.types.id(index)); }

  // Function names are distinct over the whole client, so that the types named after them are.
  void name_operations() {
    NameTable table;
    std::vector<Claim> claims;
    for (const model::Operation& operation : api_.operations) {
      const auto given = overrides_.find(operation.id, operation.name_override, operation.origin);
      Claim claim;
      claim.candidates = {given ? *given : snake_identifier(operation.id)};
      claim.identity = operation.id;
      claim.is_exact = given || claim.candidates.front() == operation.id;
      claim.origin = operation.origin;
      claims.push_back(std::move(claim));
    }
    const std::vector<std::string> functions = table.settle(claims, diagnostics_);
    for (std::size_t index = 0; index < functions.size(); ++index) {
      names_.operations[index].function = functions[index];
      names_.operations[index].file = stem_in("operations", functions[index]);
    }
    name_other_forms(table);
  }

  // `wait_for_video` from `get_video`: what is asked for is what is waited for.
  static std::string awaited(const std::string& function) {
    for (const std::string verb : {"get_", "retrieve_", "fetch_", "describe_", "read_", "show_"}) {
      if (function.size() > verb.size() && function.compare(0, verb.size(), verb) == 0) {
        return "wait_for_" + function.substr(verb.size());
      }
    }
    return "wait_for_" + function;
  }

  // The functions that answer item by item, into a file, over all pages or in the end, named after
  // the one that answers whole.
  void name_other_forms(NameTable& table) {
    std::vector<Claim> claims;
    std::vector<std::string*> targets;
    const auto add = [&](std::size_t index, const std::string& suffix, std::string& target) {
      const model::Operation& operation = api_.operations[index];
      const std::string& function = names_.operations[index].function;
      Claim claim;
      claim.candidates = {function + suffix, function + "_as" + suffix};
      claim.identity = operation.id + suffix;
      claim.origin = operation.origin;
      claims.push_back(std::move(claim));
      targets.push_back(&target);
    };
    const auto add_named = [&](std::size_t index, const std::string& role, const std::string& given,
                               const std::string& usual, std::string& target) {
      Claim claim;
      claim.candidates = {given.empty() ? usual : snake_identifier(given)};
      claim.is_exact = claim.candidates.front() == given;
      claim.identity = api_.operations[index].id + " " + role;
      claim.origin = api_.operations[index].origin;
      claims.push_back(std::move(claim));
      targets.push_back(&target);
    };
    for (std::size_t index = 0; index < api_.operations.size(); ++index) {
      const Answers answers = answers_of(api_.operations[index]);
      if (!answers.streams.empty()) add(index, "_stream", names_.operations[index].stream);
      if (answers.has_bytes()) add(index, "_to", names_.operations[index].transfer);
      if (api_.operations[index].pages) add(index, "_items", names_.operations[index].items);
      const auto& wait = api_.operations[index].wait;
      if (!wait) continue;
      const std::string name = awaited(names_.operations[index].function);
      add_named(index, "wait", wait->name, name, names_.operations[index].wait);
      if (!wait->then) continue;
      add_named(index, "wait then", wait->then->name, name + "_and_then",
                names_.operations[index].wait_then);
    }
    const std::vector<std::string> settled = table.settle(claims, diagnostics_);
    for (std::size_t index = 0; index < settled.size(); ++index) *targets[index] = settled[index];
  }

  void name_components() {
    std::vector<std::size_t> wanted;
    std::vector<Claim> claims;
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      const model::Type& component = type(index);
      if (component.name.source != Source::component || !is_declared(component)) continue;
      const std::string& key = component.name.component;
      auto given = overrides_.find(key, std::nullopt, component.origin);
      if (!given && component.name.is_override) {
        given = overrides_.checked({key, component.origin.where}, component.origin);
      }
      Claim claim;
      claim.candidates = {given ? *given : type_identifier(key)};
      claim.identity = component.origin.pointer.empty() ? key : component.origin.pointer;
      claim.is_exact = given || claim.candidates.front() == key;
      claim.origin = component.origin;
      claims.push_back(std::move(claim));
      wanted.push_back(index);
    }
    settle_types(wanted, claims);
  }

  void name_groups() {
    std::vector<std::string> tags;
    for (const model::Tag& tag : api_.tags) tags.push_back(tag.name);
    tags.emplace_back();
    std::vector<Claim> types;
    std::vector<Claim> accessors;
    for (const std::string& tag : tags) {
      const bool is_used = std::any_of(api_.operations.begin(), api_.operations.end(),
                                       [&](const model::Operation& o) { return tag_of(o) == tag; });
      if (!is_used) continue;
      std::vector<std::string> words = split_words(tag.empty() ? "default" : tag);
      std::string stem = pascal_words(tag.empty() ? "default" : tag);
      if (words.size() > 1 && stem.size() > 3 && stem.substr(stem.size() - 3) == "Api") {
        stem.resize(stem.size() - 3);
      }
      Claim claim;
      claim.candidates = {guarded(pascal_identifier(stem + "Api"))};
      claim.identity = tag;
      types.push_back(claim);
      claim.candidates = {tag.empty() ? "default_api" : snake_identifier(tag)};
      claim.is_exact = claim.candidates.front() == tag;
      accessors.push_back(std::move(claim));
      names_.groups.push_back({tag, {}, {}, {}});
    }
    const std::vector<std::string> type_names = types_.settle(types, diagnostics_);
    NameTable table(reserved_in_client);
    const std::vector<std::string> accessor_names = table.settle(accessors, diagnostics_);
    for (std::size_t index = 0; index < names_.groups.size(); ++index) {
      names_.groups[index].type = type_names[index];
      names_.groups[index].accessor = accessor_names[index];
      names_.groups[index].file = stem_in("api", accessor_names[index]);
    }
    for (std::size_t index = 0; index < api_.operations.size(); ++index) {
      const std::string tag = tag_of(api_.operations[index]);
      for (std::size_t group = 0; group < names_.groups.size(); ++group) {
        if (names_.groups[group].tag == tag) names_.operations[index].group = group;
      }
    }
  }

  static std::string tag_of(const model::Operation& operation) {
    return operation.tags.empty() ? std::string() : operation.tags.front();
  }

  Claim role_claim(std::size_t operation, const std::string& role) const {
    const std::string stem = pascal_words(names_.operations[operation].function);
    Claim claim;
    claim.candidates = {pascal_identifier(stem + role),
                        pascal_identifier(stem + "Operation" + role)};
    claim.identity = api_.operations[operation].origin.pointer + " " + role;
    claim.origin = api_.operations[operation].origin;
    return claim;
  }

  // Requests, responses and errors, and the inline types of those roles, are of one rank.
  void name_operation_types() {
    std::vector<Claim> claims;
    std::vector<std::string*> targets;
    auto add = [&](Claim claim, std::string& target) {
      claims.push_back(std::move(claim));
      targets.push_back(&target);
    };
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      const model::TypeName& name = type(index).name;
      if (name.source != Source::operation || !is_declared(type(index))) continue;
      if (name.operation >= api_.operations.size()) continue;
      Claim claim = role_claim(name.operation, pascal_words(name.role));
      claim.identity = type(index).origin.pointer + " " + name.role;
      add(std::move(claim), names_.types[index].name);
    }
    std::vector<std::pair<std::string*, std::size_t>> same;
    for (std::size_t index = 0; index < api_.operations.size(); ++index) {
      OperationNames& operation = names_.operations[index];
      const Answers answers = answers_of(api_.operations[index]);
      add(role_claim(index, "Request"), operation.request);
      if (!response_headers(api_.operations[index]).empty()) {
        add(role_claim(index, "Headers"), operation.headers);
      }
      auto add_answer = [&](model::TypeId shared, const std::string& role, std::string& target) {
        Claim claim = role_claim(index, role);
        if (shared.is_known() && answers_for_itself(shared, index, role, claim)) {
          same.emplace_back(&target, shared.index);
        } else {
          add(std::move(claim), target);
        }
      };
      add_answer(shared_type(api_, answers, answers.successes), "Response", operation.response);
      operation.errors.resize(answers.errors.size());
      if (answers.errors.empty()) continue;
      const model::TypeId shared = shared_type(api_, answers, answers.errors);
      if (shared.is_known() || answers.errors.size() == 1) {
        add_answer(shared, "Error", operation.errors.front());
        continue;
      }
      for (std::size_t error = 0; error < answers.errors.size(); ++error) {
        const std::size_t at = answers.errors[error];
        add_answer(shared_type(api_, answers, {at}),
                   "Error" + pascal_words(answers.all[at].response->status),
                   operation.errors[error]);
      }
    }
    const std::vector<std::string> settled = types_.settle(claims, diagnostics_);
    for (std::size_t index = 0; index < settled.size(); ++index) *targets[index] = settled[index];
    for (const auto& [target, index] : same) *target = names_.types[index].name;
    for (OperationNames& operation : names_.operations) {
      for (std::string& error : operation.errors) {
        if (error.empty()) error = operation.errors.front();
      }
    }
  }

  // True when the type an operation answers with has the very name that its answer is to have.
  bool answers_for_itself(model::TypeId shared, std::size_t operation, const std::string& role,
                          const Claim& claim) const {
    const model::TypeName& name = api_.types.at(shared).name;
    if (name.source == Source::operation && name.operation == operation) {
      // The only inline error of several is called `Error`, whatever its status.
      return name.role == role || (name.role == "Error" && role.compare(0, 5, "Error") == 0);
    }
    return names_.types[shared.index].name == claim.candidates.front();
  }

  // Parents before what is nested in them, so that a suffix of the parent is the child's too.
  void name_nested_types() {
    for (bool progress = true; progress;) {
      progress = false;
      std::vector<std::size_t> wanted;
      std::vector<Claim> claims;
      for (std::size_t index = 0; index < api_.types.size(); ++index) {
        const model::Type& nested = type(index);
        if (!names_.types[index].name.empty() || !is_declared(nested)) continue;
        if (nested.name.source != Source::member || !nested.name.parent.is_known()) continue;
        const std::string& parent = names_.types[nested.name.parent.index].name;
        if (parent.empty() || nested.name.parent.index == index) continue;
        add_nested(index, parent + pascal_words(nested.name.member), wanted, claims);
      }
      progress = !wanted.empty();
      settle_types(wanted, claims);
    }
    // What is left has no parent with a name: it is named after its place alone.
    std::vector<std::size_t> wanted;
    std::vector<Claim> claims;
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      if (!names_.types[index].name.empty() || !is_declared(type(index))) continue;
      const std::string& pointer = type(index).origin.pointer;
      add_nested(index, "Type" + stable_suffix(pointer, 8), wanted, claims);
    }
    settle_types(wanted, claims);
  }

  void add_nested(std::size_t index, const std::string& name, std::vector<std::size_t>& wanted,
                  std::vector<Claim>& claims) {
    const model::Type& nested = type(index);
    const auto given = overrides_.find({}, std::nullopt, nested.origin);
    Claim claim;
    claim.candidates = {given ? *given : guarded(name)};
    claim.identity = nested.origin.pointer + " " + nested.name.member;
    claim.is_exact = given.has_value();
    claim.origin = nested.origin;
    claims.push_back(std::move(claim));
    wanted.push_back(index);
  }

  void settle_types(const std::vector<std::size_t>& wanted, const std::vector<Claim>& claims) {
    const std::vector<std::string> settled = types_.settle(claims, diagnostics_);
    for (std::size_t index = 0; index < settled.size(); ++index) {
      names_.types[wanted[index]].name = settled[index];
    }
  }

  void name_incoming() {
    std::vector<Claim> claims;
    for (const model::Incoming& incoming : api_.incoming) {
      Claim claim;
      claim.candidates = {pascal_identifier(pascal_words(incoming.name) + "Payload")};
      claim.identity = incoming.origin.pointer + " " + incoming.name;
      claim.origin = incoming.origin;
      claims.push_back(std::move(claim));
    }
    names_.incoming = types_.settle(claims, diagnostics_);
  }

  // Types may differ in case alone, files may not.
  void name_files() {
    NameTable table;
    std::vector<std::size_t> wanted;
    std::vector<Claim> claims;
    for (std::size_t index = 0; index < api_.types.size(); ++index) {
      if (names_.types[index].name.empty()) continue;
      Claim claim;
      std::string stem = stem_in("models", snake_identifier(names_.types[index].name));
      claim.identity = names_.types[index].name;
      claim.is_exact = pascal_words(stem) == claim.identity;
      claim.candidates = {std::move(stem)};
      claim.origin = type(index).origin;
      claims.push_back(std::move(claim));
      wanted.push_back(index);
    }
    diagnostics::Diagnostics unheard;  // A file's name is nobody's business but the includes'.
    const std::vector<std::string> stems = table.settle(claims, unheard);
    for (std::size_t index = 0; index < stems.size(); ++index) {
      names_.types[wanted[index]].file = stems[index];
    }
  }

  const model::Api& api_;
  Overrides overrides_;
  const Naming& naming_;
  diagnostics::Diagnostics& diagnostics_;
  NameTable types_{reserved_in_namespace};
  Names names_;
};

}  // namespace

Names assign_names(const model::Api& api, const Naming& naming,
                   diagnostics::Diagnostics& diagnostics) {
  return Assignment(api, naming, diagnostics).run();
}

bool is_plain_enum(const model::Type& type) {
  const auto* values = type.as<model::Enum>();
  return values != nullptr &&
         (values->base == model::Enum::Base::boolean || values->values.empty());
}

bool is_using(const model::Type& type) {
  if (type.as<model::Object>() != nullptr || type.as<model::Union>() != nullptr) return false;
  if (type.as<model::Enum>() != nullptr) return is_plain_enum(type);
  return !type.is_self_containing;
}

bool is_declared(const model::Type& type) {
  if (type.as<model::Invalid>() != nullptr) return false;
  if (type.as<model::Object>() != nullptr || type.as<model::Enum>() != nullptr ||
      type.as<model::Union>() != nullptr) {
    return !is_plain_enum(type) || type.name.source == Source::component;
  }
  return type.name.source != Source::anonymous;
}

std::string namespace_of_title(std::string_view title) {
  return title.empty() ? "api" : snake_identifier(title);
}

bool is_usable_namespace(std::string_view name_space) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = name_space.find("::", begin);
    if (!is_usable_identifier(name_space.substr(begin, end - begin))) return false;
    if (end == std::string_view::npos) return true;
    begin = end + 2;
  }
}

}  // namespace bindery::cpp
