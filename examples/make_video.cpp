// The whole job: upload a file, have the agent make a video of it, wait, download, list, delete.
// Uses nothing but the generated client; `--live` does it on the real service.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <variant>
#include <vector>

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

/// Polls the session until rendering begins. It can end before: failed, or with a question.
bool wait_for_video_id(const heygen::Client& client, const Options& options,
                       const std::string& session_id, Created& created) {
  ProgressLine line("Session " + session_id);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(30);
  while (std::chrono::steady_clock::now() < deadline) {
    const auto session = client.video_agent().get_video_agent_session(session_id);
    if (!session) return failed("session", session.error());
    if (!session->data) return false;
    line.show(std::string(session->data->status.wire()));
    if (session->data->video_id) {
      created.video_id = *session->data->video_id;
      line.show("video " + *created.video_id);
      return true;
    }
    if (session->data->status == heygen::SessionStatus::Failed ||
        session->data->status == heygen::SessionStatus::WaitingForInput)
      return false;
    std::this_thread::sleep_for(options.interval);
  }
  return false;
}

/// Polls the video until it is done; its download link, or nothing when there will be none.
std::optional<std::string> wait_for_video(const heygen::Client& client, const Options& options,
                                          const std::string& video_id) {
  ProgressLine line("Video " + video_id);
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(30);
  while (std::chrono::steady_clock::now() < deadline) {
    const auto video = client.videos().get_video_v3(video_id);
    if (!video) {
      failed("video", video.error());
      return std::nullopt;
    }
    if (!video->data) return std::nullopt;
    line.show(std::string(video->data->status.wire()));
    if (video->data->status == heygen::VideoStatus::Completed && video->data->video_url)
      return *video->data->video_url;
    if (video->data->status == heygen::VideoStatus::Failed) {
      line.show(video->data->failure_message ? *video->data->failure_message
                                             : "for no given reason");
      return std::nullopt;
    }
    std::this_thread::sleep_for(options.interval);
  }
  return std::nullopt;
}

/// Fetches the presigned link by the bare transport, so that no key travels to the file host, into
/// a temporary file that takes its name when it is whole.
bool download(bindery::Transport& transport, const std::string& url, const Options& options) {
  bindery::Request request;
  request.url = url;
  bindery::TransportOptions limits;
  limits.max_body_bytes = std::size_t{1024} * 1024 * 1024;
  const auto result = transport.send(request, limits);
  const auto* response = std::get_if<bindery::Response>(&result);
  if (!response || response->status != 200) {
    std::cerr << "download: "
              << (response ? "status " + std::to_string(response->status)
                           : std::get<bindery::TransportError>(result).message)
              << '\n';
    return false;
  }
  const std::string part = options.out + ".part";
  std::ofstream file(part, std::ios::binary);
  file << response->body;
  file.close();
  if (!file || std::rename(part.c_str(), options.out.c_str()) != 0) {
    std::cerr << "download: cannot write " << options.out << '\n';
    return false;
  }
  std::cout << "Saved " << options.out << ", " << response->body.size() << " bytes\n";
  return true;
}

/// Walks the sessions page by page.
bool count_sessions(const heygen::Client& client) {
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 3;
  std::size_t sessions = 0;
  int pages = 0;
  do {
    const auto page = client.video_agent().list_video_agent_sessions(request);
    if (!page) return failed("list", page.error());
    ++pages;
    if (page->data) sessions += page->data->size();
    request.token.reset();
    if (page->has_more.value_or(false) && page->next_token) request.token = *page->next_token;
  } while (request.token && pages < 100);
  std::cout << "The account has " << sessions << " sessions on " << pages << " pages of 3\n";
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

bool run(const heygen::Client& client, bindery::Transport& transport, const Options& options,
         Created& created) {
  if (!upload(client, options, created)) return false;
  const auto session_id = create_session(client, created);
  if (!session_id || !wait_for_video_id(client, options, *session_id, created)) return false;
  const auto url = wait_for_video(client, options, *created.video_id);
  return url && download(transport, *url, options) && count_sessions(client);
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
  const std::shared_ptr<bindery::Transport> transport = bindery::httplib_transport(options->server);
  const heygen::Client client(transport, credentials);
  Created created;
  const bool is_done = run(client, *transport, *options, created);
  const bool is_clean = delete_created(client, created);
  return is_done && is_clean ? 0 : 1;
}
