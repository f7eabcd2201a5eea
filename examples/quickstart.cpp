// Prints the newest sessions of a HeyGen account; HEYGEN_API_KEY must be set. C++20.
// The program that README opens with.
#include <iostream>

#include <bindery/httplib_transport.hpp>  // the header that brings httplib
#include <heygen/heygen.hpp>              // no httplib, no RapidJSON in here

int main() {
  heygen::Client client{bindery::httplib_transport(heygen::default_server),
                        heygen::Credentials::from_environment()};
  auto page = client.video_agent().list_video_agent_sessions({.limit = 20});
  if (!page) {
    std::cerr << page.error() << '\n';
    return 1;
  }
  if (page->data)
    for (const auto& session : *page->data) std::cout << session.session_id << '\n';
}
