// The fake HeyGen behind a port of 127.0.0.1, with a log of what it was asked and what it said.
// What it answers is decided in service.hpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "exchange.hpp"
#include "service.hpp"

namespace fake_heygen {

/// One request and its answer, in the order in which they were answered.
struct Seen {
  Call call;
  Answer answer;
};

/// An announcement that was posted to a callback URL.
struct Delivery {
  std::string url;
  std::string body;
  /// What the receiver answered; 0 when it could not be reached or is not on this machine.
  int status = 0;
};

/// Listens from `start` to `stop` or destruction. Let clients go first: a connection they keep open
/// holds up `stop` for the seconds of keep-alive.
class Server {
 public:
  explicit Server(Settings settings = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds 127.0.0.1 (port 0 takes a free one) and returns once calls are answered; false when the
  /// port is taken.
  bool start(int port = 0);
  void stop();

  /// 0 before `start`.
  int port() const;
  /// `http://127.0.0.1:PORT`
  std::string url() const;

  /// The account behind the port: seeds, faults, counts.
  Service& service();

  std::vector<Seen> seen() const;
  void clear_seen();
  /// A poll that ends a job answers only after its announcement was delivered.
  std::vector<Delivery> deliveries() const;

 private:
  struct Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace fake_heygen
