// What a HeyGen account holds and how its jobs move on: one step a poll, never by the clock.
// No JSON and no HTTP.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fake_heygen {

/// Why a job fails; both empty is a failure without a reason, which HeyGen does send.
struct Failure {
  std::optional<std::string> code;
  std::optional<std::string> message;
};

/// Where the end of a job is announced.
struct Callback {
  std::optional<std::string> url;
  std::optional<std::string> id;
};

enum class VideoState { pending, processing, completed, failed };

struct Video {
  std::uint64_t sequence = 0;
  std::string id;
  std::optional<std::string> title;
  std::optional<std::string> folder_id;
  VideoState state = VideoState::pending;
  std::int64_t created_at = 0;
  std::optional<std::int64_t> completed_at;
  /// Set when an agent session makes the video.
  std::optional<std::string> session_id;
  Callback callback;
  /// Known from the start, applied when the video would complete.
  std::optional<Failure> failure;
  int polls = 0;

  bool is_final() const { return state == VideoState::completed || state == VideoState::failed; }
};

enum class SessionState { thinking, waiting_for_input, generating, completed, failed };

struct Message {
  std::string role;
  std::string content;
  std::string type = "text";
  std::int64_t created_at = 0;
};

struct Session {
  std::uint64_t sequence = 0;
  std::string id;
  std::optional<std::string> title;
  bool is_chat = false;
  SessionState state = SessionState::thinking;
  std::int64_t created_at = 0;
  std::vector<Message> messages;
  /// The video of the run under way, or of the last one.
  std::optional<std::string> video_id;
  Callback callback;
  std::optional<Failure> failure;
  /// In chat mode the agent asks once before it renders.
  bool was_answered = false;
  int runs = 0;
  int polls = 0;

  bool is_final() const {
    return state == SessionState::completed || state == SessionState::failed;
  }
};

struct Style {
  std::uint64_t sequence = 0;
  std::string id;
  std::string name;
  std::vector<std::string> tags;
  std::string aspect_ratio;
};

struct Render {
  std::uint64_t sequence = 0;
  std::string id;
  std::string status;
  std::optional<std::string> title;
  std::int64_t created_at = 0;
};

struct Asset {
  std::uint64_t sequence = 0;
  std::string id;
  std::string filename;
  std::string mime_type;
  std::string content;
};

/// The end of a job, still to be announced to `url`.
struct Event {
  std::string url;
  std::string id;
  std::string type;
  std::optional<std::string> callback_id;
  std::optional<std::string> session_id;
  std::optional<std::string> video_id;
  std::optional<std::string> message;
};

/// Everything, in order of creation.
struct Account {
  std::vector<Session> sessions;
  std::vector<Video> videos;
  std::vector<Style> styles;
  std::vector<Render> renders;
  std::vector<Asset> assets;
  std::vector<Event> events;
  std::deque<Failure> session_failures;
  std::deque<Failure> video_failures;
  std::uint64_t last_sequence = 0;
  /// How many polls see the same state before it changes, at least 1.
  int polls_per_step = 1;
};

/// The account's next number; ids and times are made from it, so a run repeats exactly.
std::uint64_t next_sequence(Account& account);

/// Unix seconds of a sequence number.
std::int64_t time_of(std::uint64_t sequence);

/// Adds a video that waits to be rendered, and takes up a planned failure.
Video& add_video(Account& account, std::optional<std::string> title, Callback callback);

/// Null when nothing has this id.
Session* find_session(Account& account, const std::string& id);
Video* find_video(Account& account, const std::string& id);
const Asset* find_asset(const Account& account, const std::string& id);

/// What one poll does after it was answered: pending, processing, then completed or failed.
void advance(Account& account, Video& video);

/// What one poll does after it was answered: thinking, generating, generating with a video, and
/// from there as the video goes. A chat session stops at waiting_for_input until it is answered.
void advance(Account& account, Session& session);

/// Takes a message: a waiting session goes on, a finished one makes another video.
void answer(Account& account, Session& session, const std::string& text);

}  // namespace fake_heygen
