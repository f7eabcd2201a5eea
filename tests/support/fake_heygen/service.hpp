// The fake HeyGen itself: takes a call, changes the account, answers. Safe to use from many
// threads. No sockets; fake_heygen.hpp puts it behind a port.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "account.hpp"
#include "exchange.hpp"
#include "present.hpp"

namespace fake_heygen {

struct AssetUse;

struct Settings {
  /// The one key (or bearer token) that is let in; empty lets every non-empty one in.
  std::string api_key;
  /// How many polls see the same state before it changes.
  int polls_per_step = 1;
  /// Which create call (1 is the first POST that would make a session or video) is answered with
  /// 429 once; 0 for none.
  int rejected_create = 0;
  int retry_after_seconds = 0;
  std::size_t video_bytes = std::size_t{256} * 1024;
  /// What announcements are signed with; empty for none.
  std::string webhook_secret{};
};

/// An answer that stands in for the service's own, while `times` lasts, for calls that fit.
struct Fault {
  /// Empty fits every method.
  std::string method;
  std::string path_prefix;
  Answer answer;
  int times = 1;
  /// The call takes effect and only its answer is replaced.
  bool acts_first = false;
};

/// A 429 as HeyGen sends it.
Answer too_many_requests(int retry_after_seconds);

/// An announcement ready to be posted.
struct Announcement {
  std::string url;
  std::string body;
  std::string id;
};

class Service {
 public:
  explicit Service(Settings settings = {});

  /// The answer to one call; every answer has an X-Request-Id.
  Answer handle(const Call& call);

  /// Where links point; set once the port is known.
  void set_base_url(const std::string& base_url);

  /// Hands over what is to be announced since the last time.
  std::vector<Announcement> take_announcements();

  void add_fault(Fault fault);
  /// The next session fails before it has a video; the next video fails when it would complete.
  void fail_next_session(Failure failure);
  void fail_next_video(Failure failure);
  /// Download links given out so far answer 403 from now on; a poll gives fresh ones.
  void expire_links();

  /// Adds finished entries, `title` followed by a number from 1; the last is the newest.
  void seed_sessions(int count, const std::string& title = "Session ");
  void seed_videos(int count, const std::string& title = "Video ",
                   std::optional<std::string> folder_id = std::nullopt);
  void seed_renders(int count, const std::string& title = "Render ");

  /// How much there is, for assertions.
  std::size_t session_count() const;
  std::size_t video_count() const;
  std::size_t asset_count() const;
  /// Downloads that came with a credential, which no client may send to a file host.
  int downloads_with_credentials() const;

 private:
  using Ids = std::vector<std::string>;
  struct Route;
  static const std::vector<Route>& routes();

  Answer answer_to(const Call& call);
  Answer dispatch(const Call& call);
  Answer run(const Route& route, const Call& call, const Ids& ids);
  std::optional<Answer> refuse_credentials(const Call& call) const;
  std::optional<Answer> refuse_query(const Route& route, const Call& call) const;
  std::optional<Answer> refuse_body(const Route& route, const Call& call) const;
  std::optional<Answer> refuse_assets(const std::vector<AssetUse>& assets) const;
  Answer download(const Call& call);
  Links links() const;

  Answer list_sessions(const Call& call, const Ids& ids);
  Answer create_session(const Call& call, const Ids& ids);
  Answer list_styles(const Call& call, const Ids& ids);
  Answer get_session(const Call& call, const Ids& ids);
  Answer send_message(const Call& call, const Ids& ids);
  Answer list_session_videos(const Call& call, const Ids& ids);
  Answer list_videos(const Call& call, const Ids& ids);
  Answer create_video(const Call& call, const Ids& ids);
  Answer list_video_statuses(const Call& call, const Ids& ids);
  Answer get_video(const Call& call, const Ids& ids);
  Answer delete_video(const Call& call, const Ids& ids);
  Answer list_renders(const Call& call, const Ids& ids);
  Answer upload_asset(const Call& call, const Ids& ids);
  Answer delete_asset(const Call& call, const Ids& ids);

  mutable std::mutex mutex_;
  Settings settings_;
  Account account_;
  std::string base_url_;
  std::vector<Fault> faults_;
  std::map<std::string, Answer> answers_by_key_;
  int creates_ = 0;
  int requests_ = 0;
  int link_generation_ = 1;
  int downloads_with_credentials_ = 0;
};

}  // namespace fake_heygen
