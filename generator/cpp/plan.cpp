// Goes once over models, operations and groups.
// Must name every template that is in templates/cpp.
#include "cpp/plan.hpp"

#include <algorithm>

#include "cpp/build_client.hpp"
#include "cpp/build_codecs.hpp"
#include "cpp/build_invoke.hpp"
#include "cpp/build_operations.hpp"
#include "cpp/build_rules.hpp"
#include "cpp/build_servers.hpp"
#include "cpp/build_types.hpp"
#include "cpp/build_unwrap.hpp"

namespace bindery::cpp {
namespace {

constexpr const char* types_template = "cpp/types.tpl";
constexpr const char* json_template = "cpp/json.tpl";
constexpr const char* api_template = "cpp/api.tpl";
constexpr const char* client_template = "cpp/client.tpl";
constexpr const char* credentials_template = "cpp/credentials.tpl";
constexpr const char* forward_template = "cpp/fwd.tpl";
constexpr const char* servers_template = "cpp/servers.tpl";
constexpr const char* validate_template = "cpp/validate.tpl";
constexpr const char* invoke_template = "cpp/invoke.tpl";
constexpr const char* unwrap_template = "cpp/unwrap.tpl";
constexpr const char* umbrella_template = "cpp/umbrella.tpl";
constexpr const char* cmake_template = "cpp/cmake.tpl";

class Plan {
 public:
  Plan(const Building& building, const std::vector<Extra>& extras)
      : building_(building), extras_(extras), folder_(include_folder(building.names.name_space)) {}

  std::vector<FilePlan> run() {
    header(folder_ + "/fwd.hpp", forward_template, forward_file_view(building_));
    for (const ModelFile& file : building_.layout.models) {
      const std::string stem = folder_ + "/models/" + file.stem;
      header(stem + ".hpp", types_template, model_file_view(building_, file));
      header(stem + "_json.hpp", json_template,
             codec_file_view(building_, file.types, stem + ".hpp", stem + "_json.hpp", {}));
    }
    for (std::size_t index = 0; index < building_.api.operations.size(); ++index) {
      header(operation_header(building_, index, false), types_template,
             operation_file_view(building_, index));
      header(operation_header(building_, index, true), json_template,
             operation_codec_view(building_, index));
    }
    for (std::size_t index = 0; index < building_.names.groups.size(); ++index) {
      header(folder_ + "/api/" + building_.names.groups[index].file + ".hpp", api_template,
             api_file_view(building_, index));
    }
    header(folder_ + "/credentials.hpp", credentials_template, credentials_file_view(building_));
    if (!building_.names.servers.empty()) {
      header(folder_ + "/servers.hpp", servers_template, servers_file_view(building_));
    }
    header(folder_ + "/client.hpp", client_template, client_file_view(building_));
    if (has_webhooks(building_.api)) {
      header(folder_ + "/webhooks.hpp", types_template, webhooks_file_view(building_));
    }
    const std::vector<std::string> umbrella = headers_;
    if (building_.api.webhook_scheme) {
      header(folder_ + "/unwrap.hpp", unwrap_template, unwrap_file_view(building_));
    }
    if (!building_.rules.is_empty()) {
      header(rules_header(building_), validate_template, rules_file_view(building_));
    }
    if (std::find(extras_.begin(), extras_.end(), Extra::invoke) != extras_.end()) {
      header(invoke_header(building_), invoke_template, invoke_file_view(building_));
    }
    std::string name = folder_.substr(folder_.rfind('/') + 1);
    // A namespace named like one of the headers above.
    if (std::find(headers_.begin(), headers_.end(), folder_ + "/" + name + ".hpp") !=
        headers_.end()) {
      name += "_all";
    }
    header(folder_ + "/" + name + ".hpp", umbrella_template,
           umbrella_file_view(building_, umbrella));
    plans_.push_back(
        {"CMakeLists.txt", cmake_template, render::owned_value(project_file_view(building_))});
    return std::move(plans_);
  }

 private:
  template <class View>
  void header(const std::string& path, const char* template_name, View view) {
    headers_.push_back(path);
    plans_.push_back({"include/" + path, template_name, render::owned_value(std::move(view))});
  }

  const Building& building_;
  const std::vector<Extra>& extras_;
  std::string folder_;
  std::vector<std::string> headers_;
  std::vector<FilePlan> plans_;
};

}  // namespace

std::vector<FilePlan> plan_files(const model::Api& api, const Names& names, const Layout& layout,
                                 const Banner& banner, const std::vector<Extra>& extras) {
  const Building building{
      api, names, layout, banner, alias_names(api, names), rule_set({api, names})};
  return Plan(building, extras).run();
}

std::vector<TemplateShape> template_shapes() {
  return {
      {types_template, render::shape_of<TypesFileView>()},
      {json_template, render::shape_of<CodecFileView>()},
      {api_template, render::shape_of<ApiFileView>()},
      {client_template, render::shape_of<ClientFileView>()},
      {credentials_template, render::shape_of<CredentialsFileView>()},
      {forward_template, render::shape_of<ForwardFileView>()},
      {servers_template, render::shape_of<ServersFileView>()},
      {validate_template, render::shape_of<RulesFileView>()},
      {invoke_template, render::shape_of<InvokeFileView>()},
      {unwrap_template, render::shape_of<UnwrapFileView>()},
      {umbrella_template, render::shape_of<UmbrellaFileView>()},
      {cmake_template, render::shape_of<ProjectFileView>()},
  };
}

}  // namespace bindery::cpp
