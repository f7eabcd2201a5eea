// The operations of the API, one function each, and the table of their routes.
// Called with the service's lock held.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <variant>

#include "body_reader.hpp"
#include "file_kind.hpp"
#include "routes.hpp"

namespace fake_heygen {
namespace {

constexpr std::size_t max_upload_bytes = std::size_t{32} * 1024 * 1024;

Answer json_answer(std::string body) {
  Answer answer;
  answer.body = std::move(body);
  return answer;
}

Answer refuse(const Problem& problem) {
  return error_answer(400, "invalid_parameter", problem.message, problem.param);
}

Answer no_such(const std::string& kind) {
  return error_answer(404, "not_found", "there is no such " + kind);
}

std::optional<std::string> query_value(const Call& call, const std::string& name) {
  const auto found = call.query.find(name);
  if (found == call.query.end()) return std::nullopt;
  return found->second;
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The page a call asks for, or why it cannot have it. A token names the list and the entry before
/// the page, so it stays right when entries come and go.
template <class Item, class Keep>
std::variant<Page<Item>, Problem> page_of(const std::vector<Item>& items, const Call& call,
                                          const std::string& list, std::size_t default_limit,
                                          Keep keep) {
  std::size_t limit = default_limit;
  if (const auto text = query_value(call, "limit")) {
    const auto number = whole_number<std::size_t>(*text);
    if (!number || *number < 1 || *number > 100)
      return Problem{"limit must be between 1 and 100", "limit"};
    limit = *number;
  }
  std::uint64_t before = UINT64_MAX;
  if (const auto token = query_value(call, "token")) {
    const std::string prefix = "cur_" + list + "_";
    const auto number = token->rfind(prefix, 0) == 0
                            ? whole_number<std::uint64_t>(token->substr(prefix.size()))
                            : std::nullopt;
    if (!number) return Problem{"token is not one of this list", "token"};
    before = *number;
  }
  Page<Item> page;
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    if (item->sequence >= before || !keep(*item)) continue;
    if (page.items.size() == limit) {
      page.next_token = "cur_" + list + "_" + std::to_string(page.items.back()->sequence);
      break;
    }
    page.items.push_back(&*item);
  }
  return page;
}

constexpr auto keep_all = [](const auto&) { return true; };

}  // namespace

const std::vector<Service::Route>& Service::routes() {
  static const std::vector<Route> table = {
      {"GET",
       "/v3/video-agents",
       {"limit", "token"},
       RouteBody::none,
       false,
       &Service::list_sessions},
      {"POST", "/v3/video-agents", {}, RouteBody::json, true, &Service::create_session},
      {"GET",
       "/v3/video-agents/styles",
       {"tag", "limit", "token"},
       RouteBody::none,
       false,
       &Service::list_styles},
      {"GET", "/v3/video-agents/{}", {}, RouteBody::none, false, &Service::get_session},
      {"POST", "/v3/video-agents/{}", {}, RouteBody::json, false, &Service::send_message},
      {"GET",
       "/v3/video-agents/{}/videos",
       {},
       RouteBody::none,
       false,
       &Service::list_session_videos},
      {"GET",
       "/v3/videos",
       {"limit", "token", "folder_id", "title"},
       RouteBody::none,
       false,
       &Service::list_videos},
      {"POST", "/v3/videos", {}, RouteBody::json, true, &Service::create_video},
      {"GET",
       "/v3/videos/statuses",
       {"video_ids"},
       RouteBody::none,
       false,
       &Service::list_video_statuses},
      {"GET", "/v3/videos/{}", {}, RouteBody::none, false, &Service::get_video},
      {"DELETE", "/v3/videos/{}", {}, RouteBody::none, false, &Service::delete_video},
      {"GET",
       "/v3/hyperframes/renders",
       {"limit", "token"},
       RouteBody::none,
       false,
       &Service::list_renders},
      {"POST", "/v3/assets", {}, RouteBody::multipart, false, &Service::upload_asset},
      {"DELETE", "/v3/assets/{}", {}, RouteBody::none, false, &Service::delete_asset},
  };
  return table;
}

Answer Service::list_sessions(const Call& call, const Ids&) {
  const auto page = page_of(account_.sessions, call, "sessions", 20, keep_all);
  if (const auto* problem = std::get_if<Problem>(&page)) return refuse(*problem);
  return json_answer(page_json(std::get<Page<Session>>(page)));
}

Answer Service::create_session(const Call& call, const Ids&) {
  const auto read = read_new_session(call.body);
  if (const auto* problem = std::get_if<Problem>(&read)) return refuse(*problem);
  const NewSession& wanted = std::get<NewSession>(read);
  if (auto refused = refuse_assets(wanted.assets)) return *refused;
  Session session;
  session.sequence = next_sequence(account_);
  session.id = "sess_" + std::to_string(session.sequence);
  session.is_chat = wanted.is_chat;
  session.created_at = time_of(session.sequence);
  session.callback = wanted.callback;
  session.messages.push_back({"user", wanted.prompt, "text", session.created_at});
  if (!account_.session_failures.empty()) {
    session.failure = std::move(account_.session_failures.front());
    account_.session_failures.pop_front();
  }
  return json_answer(created_json(account_.sessions.emplace_back(std::move(session))));
}

Answer Service::list_styles(const Call& call, const Ids&) {
  const auto tag = query_value(call, "tag");
  const auto page = page_of(account_.styles, call, "styles", 20, [&](const Style& style) {
    return !tag || std::find(style.tags.begin(), style.tags.end(), *tag) != style.tags.end();
  });
  if (const auto* problem = std::get_if<Problem>(&page)) return refuse(*problem);
  return json_answer(page_json(std::get<Page<Style>>(page)));
}

Answer Service::get_session(const Call&, const Ids& ids) {
  Session* session = find_session(account_, ids.front());
  if (!session) return no_such("session");
  const Video* video = session->video_id ? find_video(account_, *session->video_id) : nullptr;
  Answer answer = json_answer(session_json(*session, video));
  advance(account_, *session);
  return answer;
}

Answer Service::send_message(const Call& call, const Ids& ids) {
  const auto read = read_new_message(call.body);
  if (const auto* problem = std::get_if<Problem>(&read)) return refuse(*problem);
  const NewMessage& message = std::get<NewMessage>(read);
  Session* session = find_session(account_, ids.front());
  if (!session) return no_such("session");
  if (!session->is_chat)
    return error_answer(400, "invalid_parameter", "only a session in chat mode takes messages");
  if (auto refused = refuse_assets(message.assets)) return *refused;
  fake_heygen::answer(account_, *session, message.message);
  return json_answer(message_taken_json(*session));
}

Answer Service::list_session_videos(const Call&, const Ids& ids) {
  const Session* session = find_session(account_, ids.front());
  if (!session) return no_such("session");
  Page<Video> page;
  for (auto video = account_.videos.rbegin(); video != account_.videos.rend(); ++video)
    if (video->session_id == session->id) page.items.push_back(&*video);
  return json_answer(page_json(page, links()));
}

Answer Service::list_videos(const Call& call, const Ids&) {
  const auto folder = query_value(call, "folder_id");
  const auto title = query_value(call, "title");
  const auto page = page_of(account_.videos, call, "videos", 10, [&](const Video& video) {
    return (!folder || video.folder_id == folder) &&
           (!title || video.title.value_or("").find(*title) != std::string::npos);
  });
  if (const auto* problem = std::get_if<Problem>(&page)) return refuse(*problem);
  return json_answer(page_json(std::get<Page<Video>>(page), links()));
}

Answer Service::create_video(const Call& call, const Ids&) {
  const auto read = read_new_video(call.body);
  if (const auto* problem = std::get_if<Problem>(&read)) return refuse(*problem);
  const NewVideo& wanted = std::get<NewVideo>(read);
  if (auto refused = refuse_assets(wanted.assets)) return *refused;
  const Video& video = add_video(account_, wanted.title, wanted.callback);
  return json_answer(created_json(video, wanted.output_format));
}

Answer Service::list_video_statuses(const Call& call, const Ids&) {
  std::vector<std::pair<std::string, const Video*>> videos;
  std::string rest = query_value(call, "video_ids").value_or("");
  while (!rest.empty()) {
    const std::string id = rest.substr(0, rest.find(','));
    rest.erase(0, id.size() + 1);
    videos.emplace_back(id, find_video(account_, id));
  }
  if (videos.empty()) return refuse({"name at least one video", "video_ids"});
  return json_answer(statuses_json(videos));
}

Answer Service::get_video(const Call&, const Ids& ids) {
  Video* video = find_video(account_, ids.front());
  if (!video) return no_such("video");
  Answer answer = json_answer(video_json(*video, links()));
  advance(account_, *video);
  return answer;
}

Answer Service::delete_video(const Call&, const Ids& ids) {
  const Video* video = find_video(account_, ids.front());
  if (!video) return no_such("video");
  account_.videos.erase(account_.videos.begin() + (video - account_.videos.data()));
  return json_answer(deleted_video_json(ids.front()));
}

Answer Service::list_renders(const Call& call, const Ids&) {
  const auto page = page_of(account_.renders, call, "renders", 10, keep_all);
  if (const auto* problem = std::get_if<Problem>(&page)) return refuse(*problem);
  return json_answer(page_json(std::get<Page<Render>>(page)));
}

Answer Service::upload_asset(const Call& call, const Ids&) {
  const auto named_file = [](const Part& part) { return part.name == "file"; };
  const auto file = std::find_if(call.parts.begin(), call.parts.end(), named_file);
  if (file == call.parts.end()) return refuse({"file is required", "file"});
  if (call.parts.size() > 1) return refuse({"only file is expected", "file"});
  if (file->content.size() > max_upload_bytes)
    return error_answer(413, "payload_too_large", "the file has more than 32 MB", "file");
  const std::string mime_type = mime_type_of(file->content);
  if (mime_type.empty()) return refuse({"file is of a kind that is not taken", "file"});
  const auto sequence = next_sequence(account_);
  account_.assets.push_back(
      {sequence, "asset_" + std::to_string(sequence), file->filename, mime_type, file->content});
  return json_answer(asset_json(account_.assets.back(), links()));
}

Answer Service::delete_asset(const Call&, const Ids& ids) {
  const Asset* asset = find_asset(account_, ids.front());
  if (!asset) return no_such("asset");
  account_.assets.erase(account_.assets.begin() + (asset - account_.assets.data()));
  return json_answer(deleted_asset_json(ids.front()));
}

}  // namespace fake_heygen
