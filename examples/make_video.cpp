// The whole job: upload a file, have the agent make a video of it, wait, download, list, delete.
// Uses nothing but the generated client; `--live` does it on the real service.
#include <chrono>
#include <cstddef>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bindery/download.hpp>
#include <bindery/httplib_transport.hpp>
#include <heygen/heygen.hpp>

namespace {

constexpr const char* usage =
    "usage: make_video (--server URL | --live) [--file PATH] [--out PATH]\n"
    "  --server  a fake HeyGen, such as build/examples/fake_heygen prints\n"
    "  --live    the real one: costs money, asks first, needs HEYGEN_API_KEY\n"
    "  --file    what the video is about (pdf, png, jpeg, mp4, webm, mp3 or wav)\n"
    "  --out     where the video goes (default: video.mp4)\n";

struct Options {
  std::string server;
  bool is_live = false;
  std::string file = "examples/brief.pdf";
  std::string out = "video.mp4";
  /// Between two polls: a video takes minutes, the fake's takes a handful of polls.
  std::chrono::milliseconds interval{50};
};

/// What is ours to delete.
struct Created {
  std::optional<std::string> asset_id;
  std::optional<std::string> video_id;
};

std::optional<Options> read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    const char* value = i + 1 < argc ? argv[i + 1] : nullptr;
    if (name == "--live") {
      options.is_live = true;
      options.server = std::string(heygen::default_server);
      options.interval = std::chrono::seconds(10);
      continue;
    }
    if (!value) return std::nullopt;
    if (name == "--server") {
      options.server = value;
    } else if (name == "--file") {
      options.file = value;
    } else if (name == "--out") {
      options.out = value;
    } else {
      return std::nullopt;
    }
    ++i;
  }
  if (options.server.empty()) return std::nullopt;
  return options;
}

bool is_confirmed(const Options& options) {
  std::cout << "This makes a real video at " << options.server
            << " and costs money. Type yes to go on: " << std::flush;
  std::string answer;
  return std::getline(std::cin, answer) && answer == "yes";
}

/// Says why a call failed, and that it did.
bool failed(const char* what, const bindery::Error& error) {
  std::cerr << what << ": " << error;
  if (const auto body = error.body_as<heygen::ErrorEnvelope>(); body && body->error)
    std::cerr << " (" << body->error->message << ')';
  std::cerr << '\n';
  return false;
}

/// One line that grows: a word when the state changes, a dot for every further poll.
class ProgressLine {
 public:
  explicit ProgressLine(const std::string& subject) { std::cout << subject << ':' << std::flush; }
  ~ProgressLine() { std::cout << std::endl; }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const std::string& state) {
    if (state == last_) {
      std::cout << '.' << std::flush;
    } else {
      std::cout << ' ' << state << std::flush;
    }
    last_ = state;
  }

 private:
  std::string last_;
};

bool upload(const heygen::Client& client, const Options& options, Created& created) {
  heygen::UploadAssetRequest request;
  request.body.file = bindery::File::from_path(options.file);
  const auto stored = client.assets().upload_asset(request);
  if (!stored) return failed("upload", stored.error());
  if (!stored->data) return false;
  created.asset_id = stored->data->asset_id;
  std::cout << "Uploaded " << options.file << " as " << *created.asset_id << ", "
            << stored->data->size_bytes << " bytes of " << stored->data->mime_type << '\n';
  return true;
}

/// Starts the session. A 429 is not seen here: the client waits as long as the server asks.
std::optional<std::string> create_session(const heygen::Client& client, const Created& created) {
  heygen::AssetId attachment;
  attachment.asset_id = *created.asset_id;
  heygen::CreateVideoAgentRequest request;
  request.prompt = "A short, friendly video about the attached page";
  request.orientation = heygen::VideoOrientation::Landscape;
  request.files = std::vector<heygen::AssetInput>{attachment};
  const auto session = client.video_agent().create_video_agent_v3(request);
  if (!session) {
    failed("create", session.error());
    return std::nullopt;
  }
  if (!session->data) return std::nullopt;
  std::cout << "Created session " << session->data->session_id << '\n';
  return session->data->session_id;
}

/// Waits for the session and for its video; the download link, or nothing when there will be none.
std::optional<std::string> wait_for_video(const heygen::Client& client, const Options& options,
                                          const std::string& session_id, Created& created) {
  ProgressLine line("Session " + session_id);
  bindery::WaitOptions wait;
  wait.interval = options.interval;
  wait.deadline = std::chrono::minutes(30);
  wait.on_poll = [&](const bindery::Poll& poll) {
    line.show(std::string(poll.status));
    // Ours to delete, whatever comes of it.
    const auto* session = poll.answer_as<heygen::GetVideoAgentSessionResponse>();
    if (session && session->data && session->data->video_id)
      created.video_id = *session->data->video_id;
  };
  const auto made = client.video_agent().wait_for_session_video(session_id, wait);
  if (!made) {
    failed("wait", made.error());
    return std::nullopt;
  }
  if (!made->second || !made->second->data || !made->second->data->video_url) {
    std::cerr << "wait: the agent wants an answer, or there is no link\n";
    return std::nullopt;
  }
  return *made->second->data->video_url;
}

/// Fetches the presigned link: no key travels to the file host, and the file is whole or not there.
bool download(const heygen::Client& client, const std::string& url, const Options& options) {
  const auto file = client.download(url, options.out);
  if (!file) return failed("download", file.error());
  std::cout << "Saved " << file->path << ", " << file->bytes << " bytes\n";
  return true;
}

/// Walks the sessions page by page.
bool count_sessions(const heygen::Client& client) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 3;
  auto sessions = client.video_agent().list_video_agent_sessions_items(request);
  std::size_t count = 0;
  for (const auto& session : sessions) {
    if (!session) return failed("list", session.error());
    ++count;
  }
  std::cout << "The account has " << count << " sessions on " << sessions.pages()
            << " pages of 3\n";
  return true;
}

bool delete_created(const heygen::Client& client, const Created& created) {
  bool all_gone = true;
  if (created.video_id) {
    const auto deleted = client.videos().delete_video_v3(*created.video_id);
    all_gone = deleted ? all_gone : failed("delete video", deleted.error());
    if (deleted) std::cout << "Deleted video " << *created.video_id << '\n';
  }
  if (created.asset_id) {
    const auto deleted = client.assets().delete_asset(*created.asset_id);
    all_gone = deleted ? all_gone : failed("delete file", deleted.error());
    if (deleted) std::cout << "Deleted file " << *created.asset_id << '\n';
  }
  return all_gone;
}

bool run(const heygen::Client& client, const Options& options, Created& created) {
  if (!upload(client, options, created)) return false;
  const auto session_id = create_session(client, created);
  if (!session_id) return false;
  const auto url = wait_for_video(client, options, *session_id, created);
  return url && download(client, *url, options) && count_sessions(client);
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = read_options(argc, argv);
  if (!options) {
    std::cerr << usage;
    return 2;
  }
  heygen::Credentials credentials = heygen::Credentials::from_environment();
  if (!options->is_live) {
    // A key that is real has no business at a fake.
    credentials = {};
    credentials.api_key_auth = "any key will do";
  } else if (!credentials.api_key_auth && !credentials.bearer_auth) {
    std::cerr << "make_video: --live needs HEYGEN_API_KEY\n";
    return 2;
  } else if (!is_confirmed(*options)) {
    std::cout << "Nothing was done.\n";
    return 0;
  }
  const heygen::Client client(bindery::httplib_transport(options->server), credentials);
  Created created;
  const bool is_done = run(client, *options, created);
  const bool is_clean = delete_created(client, created);
  return is_done && is_clean ? 0 : 1;
}
