// cpp-httplib on one side, the service on the other.
// The only file of the fake that includes httplib.
#include "fake_heygen.hpp"

#include <ctime>
#include <mutex>
#include <thread>
#include <utility>

#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace fake_heygen {
namespace {

Call call_from(const httplib::Request& request) {
  Call call;
  call.method = request.method;
  call.target = request.target;
  call.query.insert(request.params.begin(), request.params.end());
  call.headers.insert(request.headers.begin(), request.headers.end());
  call.body = request.body;
  for (const auto& [name, part] : request.files)
    call.parts.push_back({part.name, part.filename, part.content_type, part.content});
  return call;
}

void copy_to(httplib::Response& response, const Answer& answer) {
  // Left unset, httplib makes it 200, or 206 for a range.
  if (answer.status != 200) response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  response.set_content(answer.body, answer.content_type);
}

/// Lower-case hexadecimal HMAC-SHA256, as HeyGen signs.
std::string signature_of(const std::string& secret, const std::string& body) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  ::HMAC(::EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest, &size);
  constexpr const char* digits = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex += digits[digest[i] >> 4];
    hex += digits[digest[i] & 15];
  }
  return hex;
}

/// Posts to http://127.0.0.1:PORT/PATH or localhost; every other host is left alone.
int post(const Announcement& announcement, const std::string& secret) {
  const std::string scheme = "http://";
  const std::size_t path = announcement.url.find('/', scheme.size());
  const std::string origin = announcement.url.substr(0, path);
  if (origin.rfind("http://127.0.0.1:", 0) != 0 && origin.rfind("http://localhost:", 0) != 0)
    return 0;
  httplib::Client client(origin);
  httplib::Headers headers{{"Heygen-Event-Id", announcement.id},
                           {"Heygen-Timestamp", std::to_string(std::time(nullptr))}};
  if (!secret.empty()) {
    headers.emplace("Heygen-Signature", signature_of(secret, announcement.body));
  }
  const auto result = client.Post(path == std::string::npos ? "/" : announcement.url.substr(path),
                                  headers, announcement.body, "application/json");
  return result ? result->status : 0;
}

}  // namespace

struct Server::Listener {
  explicit Listener(Settings settings)
      : webhook_secret(settings.webhook_secret), service(std::move(settings)) {}

  void answer(const httplib::Request& request, httplib::Response& response) {
    Call call = call_from(request);
    const Answer given = service.handle(call);
    deliver();
    copy_to(response, given);
    const std::lock_guard lock(mutex);
    seen.push_back({std::move(call), given});
  }

  void deliver() {
    for (Announcement& announcement : service.take_announcements()) {
      const int status = post(announcement, webhook_secret);
      const std::lock_guard lock(mutex);
      deliveries.push_back({std::move(announcement.url), std::move(announcement.body), status});
    }
  }

  const std::string webhook_secret;
  Service service;
  httplib::Server server;
  std::thread thread;
  int port = 0;
  mutable std::mutex mutex;
  std::vector<Seen> seen;
  std::vector<Delivery> deliveries;
};

Server::Server(Settings settings) : listener_(std::make_unique<Listener>(std::move(settings))) {
  Listener& listener = *listener_;
  const auto answer = [&listener](const httplib::Request& request, httplib::Response& response) {
    listener.answer(request, response);
  };
  // The service routes by the undecoded target: httplib's own path is decoded, `%2F` included.
  const char* anything = R"([\s\S]*)";
  listener.server.Get(anything, answer);
  listener.server.Post(anything, answer);
  listener.server.Put(anything, answer);
  listener.server.Patch(anything, answer);
  listener.server.Delete(anything, answer);
  // Above the API's limit, so that the service can say 413 itself; below the log's patience.
  listener.server.set_payload_max_length(std::size_t{48} * 1024 * 1024);
  listener.server.set_keep_alive_max_count(10000);
  listener.server.set_tcp_nodelay(true);
}

Server::~Server() { stop(); }

bool Server::start(int port) {
  Listener& listener = *listener_;
  if (port == 0) {
    port = listener.server.bind_to_any_port("127.0.0.1");
    if (port < 0) return false;
  } else if (!listener.server.bind_to_port("127.0.0.1", port)) {
    return false;
  }
  listener.port = port;
  listener.service.set_base_url(url());
  listener.thread = std::thread([&listener] { listener.server.listen_after_bind(); });
  // `stop` does nothing on a server that does not run yet, so wait until it does.
  while (!listener.server.is_running()) std::this_thread::yield();
  return true;
}

void Server::stop() {
  if (!listener_->thread.joinable()) return;
  listener_->server.stop();
  listener_->thread.join();
}

int Server::port() const { return listener_->port; }

std::string Server::url() const { return "http://127.0.0.1:" + std::to_string(listener_->port); }

Service& Server::service() { return listener_->service; }

std::vector<Seen> Server::seen() const {
  const std::lock_guard lock(listener_->mutex);
  return listener_->seen;
}

void Server::clear_seen() {
  const std::lock_guard lock(listener_->mutex);
  listener_->seen.clear();
}

std::vector<Delivery> Server::deliveries() const {
  const std::lock_guard lock(listener_->mutex);
  return listener_->deliveries;
}

}  // namespace fake_heygen
