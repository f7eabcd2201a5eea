// The way of a call: faults, credential, route, query, body, idempotency key, operation.
// The operations themselves are in operations.cpp.
#include "service.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <tuple>
#include <utility>

#include "body_reader.hpp"
#include "file_kind.hpp"
#include "routes.hpp"

namespace fake_heygen {
namespace {

/// Percent-decodes one path segment; nothing when an escape is broken.
std::optional<std::string> decoded(std::string_view segment) {
  std::string text;
  for (std::size_t i = 0; i < segment.size(); ++i) {
    if (segment[i] != '%') {
      text += segment[i];
      continue;
    }
    unsigned value = 0;
    const char* begin = segment.data() + i + 1;
    if (i + 2 >= segment.size()) return std::nullopt;
    if (std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2) return std::nullopt;
    text += static_cast<char>(value);
    i += 2;
  }
  return text;
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    segments.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

/// The ids in `path` when it fits `pattern`, where `{}` stands for one non-empty segment.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
  const auto wanted = segments_of(pattern);
  const auto found = segments_of(path);
  if (wanted.size() != found.size()) return std::nullopt;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto segment = decoded(found[i]);
    if (!segment) return std::nullopt;
    if (wanted[i] == "{}") {
      if (segment->empty()) return std::nullopt;
      ids.push_back(*segment);
    } else if (wanted[i] != *segment) {
      return std::nullopt;
    }
  }
  return ids;
}

bool is_idempotency_key(std::string_view key) {
  return !key.empty() && key.size() <= 255 && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-:.").find(c) != std::string_view::npos;
  });
}

bool is_success(const Answer& answer) { return answer.status >= 200 && answer.status < 300; }

}  // namespace

Answer too_many_requests(int retry_after_seconds) {
  Answer answer = error_answer(429, "rate_limit_exceeded", "too many requests");
  answer.headers.emplace("Retry-After", std::to_string(retry_after_seconds));
  return answer;
}

Service::Service(Settings settings) : settings_(std::move(settings)) {
  account_.polls_per_step = settings_.polls_per_step;
  for (const auto& [name, tag, ratio] :
       {std::tuple("Night City", "cinematic", "16:9"), std::tuple("Phosphor", "retro-tech", "16:9"),
        std::tuple("Paper Cuts", "handmade", "1:1"), std::tuple("Front Page", "print", "9:16"),
        std::tuple("Slow Dolly", "cinematic", "9:16")}) {
    const auto sequence = next_sequence(account_);
    account_.styles.push_back({sequence, "style_" + std::to_string(sequence), name, {tag}, ratio});
  }
}

Answer Service::handle(const Call& call) {
  const std::lock_guard lock(mutex_);
  Answer answer = answer_to(call);
  answer.headers.emplace("X-Request-Id", "req_" + std::to_string(++requests_));
  return answer;
}

Answer Service::answer_to(const Call& call) {
  const std::string path = call.path();
  const auto fault = std::find_if(faults_.begin(), faults_.end(), [&](const Fault& candidate) {
    return candidate.times > 0 && (candidate.method.empty() || candidate.method == call.method) &&
           path.rfind(candidate.path_prefix, 0) == 0;
  });
  if (fault != faults_.end()) {
    --fault->times;
    if (fault->acts_first) dispatch(call);
    return fault->answer;
  }
  return dispatch(call);
}

Answer Service::dispatch(const Call& call) {
  const std::string path = call.path();
  if (path.rfind("/files/", 0) == 0) return download(call);
  if (auto refused = refuse_credentials(call)) return *refused;
  std::string allowed;
  for (const Route& route : routes()) {
    const auto ids = match(route.pattern, path);
    if (!ids) continue;
    if (route.method == call.method) return run(route, call, *ids);
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return error_answer(404, "not_found", "there is no such path");
  Answer answer = error_answer(405, "method_not_allowed", "the path takes " + allowed);
  answer.headers.emplace("Allow", allowed);
  return answer;
}

Answer Service::run(const Route& route, const Call& call, const Ids& ids) {
  if (auto refused = refuse_query(route, call)) return *refused;
  if (auto refused = refuse_body(route, call)) return *refused;
  if (route.is_create && ++creates_ == settings_.rejected_create)
    return too_many_requests(settings_.retry_after_seconds);
  if (route.body == RouteBody::none || call.headers.count("Idempotency-Key") == 0)
    return (this->*route.operation)(call, ids);

  const std::string key = call.header("Idempotency-Key");
  if (!is_idempotency_key(key))
    return error_answer(400, "invalid_parameter", "Idempotency-Key is malformed",
                        "Idempotency-Key");
  const std::string scope = call.method + " " + call.path() + " " + key;
  if (const auto known = answers_by_key_.find(scope); known != answers_by_key_.end())
    return known->second;
  Answer answer = (this->*route.operation)(call, ids);
  if (is_success(answer)) answers_by_key_.emplace(scope, answer);
  return answer;
}

std::optional<Answer> Service::refuse_credentials(const Call& call) const {
  std::string credential = call.header("x-api-key");
  const std::string authorization = call.header("Authorization");
  if (credential.empty() && authorization.rfind("Bearer ", 0) == 0)
    credential = authorization.substr(7);
  if (!credential.empty() && (settings_.api_key.empty() || credential == settings_.api_key))
    return std::nullopt;
  return error_answer(401, "authentication_failed", "the API key is missing or not valid");
}

std::optional<Answer> Service::refuse_query(const Route& route, const Call& call) const {
  for (const auto& [name, value] : call.query) {
    if (std::find(route.query.begin(), route.query.end(), name) == route.query.end())
      return error_answer(400, "invalid_parameter", name + " is not a known parameter", name);
    if (call.query.count(name) > 1)
      return error_answer(400, "invalid_parameter", name + " is given twice", name);
  }
  return std::nullopt;
}

std::optional<Answer> Service::refuse_body(const Route& route, const Call& call) const {
  const std::string type = call.header("Content-Type");
  if (route.body == RouteBody::json && type.rfind("application/json", 0) != 0)
    return error_answer(415, "unsupported_media_type", "the body must be application/json");
  if (route.body == RouteBody::multipart && type.rfind("multipart/form-data", 0) != 0)
    return error_answer(400, "invalid_parameter", "a file in multipart/form-data is required",
                        "file");
  if (route.body == RouteBody::none && !call.body.empty())
    return error_answer(400, "invalid_parameter", "no body is expected");
  return std::nullopt;
}

std::optional<Answer> Service::refuse_assets(const std::vector<AssetUse>& assets) const {
  for (const AssetUse& use : assets)
    if (!find_asset(account_, use.id))
      return error_answer(400, "asset_not_found", "there is no asset " + use.id, use.param);
  return std::nullopt;
}

Answer Service::download(const Call& call) {
  if (call.headers.count("x-api-key") > 0 || call.headers.count("Authorization") > 0)
    ++downloads_with_credentials_;
  Answer answer;
  answer.content_type = "text/plain";
  if (call.method != "GET") {
    answer.status = 405;
    return answer;
  }
  const std::string path = call.path();
  if (const auto ids = match("/files/assets/{}", path)) {
    if (const Asset* asset = find_asset(account_, ids->front())) {
      answer.content_type = asset->mime_type;
      answer.body = asset->content;
      return answer;
    }
  }
  if (const auto ids = match("/files/videos/{}", path)) {
    const std::string id = ids->front().substr(0, ids->front().rfind(".mp4"));
    const Video* video = find_video(account_, id);
    if (video && video->state == VideoState::completed) {
      const auto signature = call.query.find("signature");
      if (signature == call.query.end() || signature->second != links().signature) {
        answer.status = 403;
        answer.body = "the link has expired";
        return answer;
      }
      answer.content_type = "video/mp4";
      answer.body = video_content(id, settings_.video_bytes);
      return answer;
    }
  }
  answer.status = 404;
  answer.body = "there is no such file";
  return answer;
}

Links Service::links() const { return {base_url_, "s" + std::to_string(link_generation_)}; }

void Service::set_base_url(const std::string& base_url) {
  const std::lock_guard lock(mutex_);
  base_url_ = base_url;
}

std::vector<Announcement> Service::take_announcements() {
  const std::lock_guard lock(mutex_);
  std::vector<Announcement> announcements;
  for (const Event& event : account_.events)
    announcements.push_back({event.url, event_json(event, links()), event.id});
  account_.events.clear();
  return announcements;
}

void Service::add_fault(Fault fault) {
  const std::lock_guard lock(mutex_);
  faults_.push_back(std::move(fault));
}

void Service::fail_next_session(Failure failure) {
  const std::lock_guard lock(mutex_);
  account_.session_failures.push_back(std::move(failure));
}

void Service::fail_next_video(Failure failure) {
  const std::lock_guard lock(mutex_);
  account_.video_failures.push_back(std::move(failure));
}

void Service::expire_links() {
  const std::lock_guard lock(mutex_);
  ++link_generation_;
}

void Service::seed_sessions(int count, const std::string& title) {
  const std::lock_guard lock(mutex_);
  for (int i = 1; i <= count; ++i) {
    Session session;
    session.sequence = next_sequence(account_);
    session.id = "sess_" + std::to_string(session.sequence);
    session.title = title + std::to_string(i);
    session.state = SessionState::completed;
    session.created_at = time_of(session.sequence);
    account_.sessions.push_back(std::move(session));
  }
}

void Service::seed_videos(int count, const std::string& title,
                          std::optional<std::string> folder_id) {
  const std::lock_guard lock(mutex_);
  for (int i = 1; i <= count; ++i) {
    Video& video = add_video(account_, title + std::to_string(i), {});
    video.folder_id = folder_id;
    video.state = VideoState::completed;
    video.completed_at = video.created_at;
  }
}

void Service::seed_renders(int count, const std::string& title) {
  const std::lock_guard lock(mutex_);
  for (int i = 1; i <= count; ++i) {
    const auto sequence = next_sequence(account_);
    account_.renders.push_back({sequence, "hf_" + std::to_string(sequence), "queued",
                                title + std::to_string(i), time_of(sequence)});
  }
}

std::size_t Service::session_count() const {
  const std::lock_guard lock(mutex_);
  return account_.sessions.size();
}

std::size_t Service::video_count() const {
  const std::lock_guard lock(mutex_);
  return account_.videos.size();
}

std::size_t Service::asset_count() const {
  const std::lock_guard lock(mutex_);
  return account_.assets.size();
}

int Service::downloads_with_credentials() const {
  const std::lock_guard lock(mutex_);
  return downloads_with_credentials_;
}

}  // namespace fake_heygen
