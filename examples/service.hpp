// What the examples have in common: which HeyGen they talk to, and how they say why not.
#pragma once

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <bindery/httplib_transport.hpp>
#include <bindery/waiting.hpp>
#include <heygen/client.hpp>
#include <heygen/credentials.hpp>

namespace example {

/// HeyGen itself with the key of HEYGEN_API_KEY, which costs money; or, with `--server URL`, a fake
/// one such as build/examples/fake_heygen prints, which takes any key and is quick.
class Service {
 public:
  Service(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--server") {
      url_ = argv[2];
      is_fake_ = true;
    } else if (argc != 1 || std::getenv("HEYGEN_API_KEY") == nullptr) {
      std::cerr << "usage: " << argv[0]
                << " [--server URL]; without it HEYGEN_API_KEY must be set\n";
      std::exit(2);
    }
  }

  heygen::Client client(const bindery::Options& options = {}) const {
    heygen::Credentials credentials;
    if (is_fake_) {
      credentials.api_key_auth = "any";  // A real key has no business there.
    } else {
      credentials = heygen::Credentials::from_environment();
    }
    return heygen::Client{bindery::httplib_transport(url_), credentials, options};
  }

  /// A video takes minutes; the fake's takes a few polls.
  bindery::WaitOptions patience() const {
    bindery::WaitOptions wait;
    if (is_fake_) wait.interval = std::chrono::milliseconds(20);
    return wait;
  }

 private:
  std::string url_{heygen::default_server};
  bool is_fake_ = false;
};

/// The exit status of a program that could not do its job.
inline int failed(const bindery::Error& error) {
  std::cerr << error << '\n';
  return 1;
}

}  // namespace example
