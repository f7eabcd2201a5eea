// The life of sessions and videos.
// Nothing here looks at a clock: a step is a poll.
#include "account.hpp"

#include <algorithm>
#include <utility>

namespace fake_heygen {
namespace {

template <class Item>
Item* find(std::vector<Item>& items, const std::string& id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool step_is_due(const Account& account, int& polls) {
  if (++polls < std::max(1, account.polls_per_step)) return false;
  polls = 0;
  return true;
}

void announce(Account& account, const Callback& callback, const char* type,
              std::optional<std::string> session_id, std::optional<std::string> video_id,
              std::optional<std::string> message) {
  if (!callback.url) return;
  account.events.push_back({*callback.url, "evt_" + std::to_string(next_sequence(account)), type,
                            callback.id, std::move(session_id), std::move(video_id),
                            std::move(message)});
}

void finish(Account& account, Video& video) {
  video.completed_at = time_of(next_sequence(account));
  video.state = video.failure ? VideoState::failed : VideoState::completed;
  const char* type = video.session_id
                         ? (video.failure ? "video_agent.fail" : "video_agent.success")
                         : (video.failure ? "avatar_video.fail" : "avatar_video.success");
  announce(account, video.callback, type, video.session_id, video.id,
           video.failure ? video.failure->message : std::nullopt);
}

void fail(Account& account, Session& session) {
  session.state = SessionState::failed;
  const auto message = session.failure->message.value_or("The agent gave up");
  session.messages.push_back({"model", message, "error", time_of(next_sequence(account))});
  announce(account, session.callback, "video_agent.fail", session.id, std::nullopt, message);
}

}  // namespace

std::uint64_t next_sequence(Account& account) { return ++account.last_sequence; }

std::int64_t time_of(std::uint64_t sequence) {
  return 1711382400 + static_cast<std::int64_t>(sequence);
}

Video& add_video(Account& account, std::optional<std::string> title, Callback callback) {
  Video video;
  video.sequence = next_sequence(account);
  video.id = "v_" + std::to_string(video.sequence);
  video.title = std::move(title);
  video.created_at = time_of(video.sequence);
  video.callback = std::move(callback);
  if (!account.video_failures.empty()) {
    video.failure = std::move(account.video_failures.front());
    account.video_failures.pop_front();
  }
  return account.videos.emplace_back(std::move(video));
}

Session* find_session(Account& account, const std::string& id) {
  return find(account.sessions, id);
}

Video* find_video(Account& account, const std::string& id) { return find(account.videos, id); }

const Asset* find_asset(const Account& account, const std::string& id) {
  const auto found = std::find_if(account.assets.begin(), account.assets.end(),
                                  [&](const Asset& asset) { return asset.id == id; });
  return found == account.assets.end() ? nullptr : &*found;
}

void advance(Account& account, Video& video) {
  if (video.is_final() || !step_is_due(account, video.polls)) return;
  if (video.state == VideoState::pending) {
    video.state = VideoState::processing;
  } else {
    finish(account, video);
  }
}

void advance(Account& account, Session& session) {
  if (session.video_id) {
    Video* video = find_video(account, *session.video_id);
    if (!video) {  // deleted while it was made
      session.state = SessionState::failed;
      return;
    }
    if (!video->is_final()) advance(account, *video);
    if (video->state == VideoState::completed) session.state = SessionState::completed;
    if (video->state == VideoState::failed) session.state = SessionState::failed;
    return;
  }
  if (session.is_final() || session.state == SessionState::waiting_for_input) return;
  if (!step_is_due(account, session.polls)) return;
  if (session.state == SessionState::thinking) {
    if (session.failure) {
      fail(account, session);
    } else if (session.is_chat && !session.was_answered) {
      session.state = SessionState::waiting_for_input;
      session.messages.push_back(
          {"model", "Which voice shall I use?", "text", time_of(next_sequence(account))});
    } else {
      session.state = SessionState::generating;
      session.title = "A video about your prompt";
    }
    return;
  }
  Video& video = add_video(account, session.title, session.callback);
  video.session_id = session.id;
  session.video_id = video.id;
}

void answer(Account& account, Session& session, const std::string& text) {
  session.messages.push_back({"user", text, "text", time_of(next_sequence(account))});
  session.was_answered = true;
  session.video_id.reset();
  session.state = SessionState::thinking;
  session.polls = 0;
  ++session.runs;
}

}  // namespace fake_heygen
