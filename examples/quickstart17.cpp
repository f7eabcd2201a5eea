// quickstart.cpp in C++17: a request is a struct with named members, filled one by one.
// Both are compiled by the tests.
#include <iostream>

#include <bindery/httplib_transport.hpp>
#include <heygen/heygen.hpp>

int main() {
  heygen::Client client{bindery::httplib_transport(heygen::default_server),
                        heygen::Credentials::from_environment()};
  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 20;
  auto page = client.video_agent().list_video_agent_sessions(request);
  if (!page) {
    std::cerr << page.error() << '\n';
    return 1;
  }
  if (page->data)
    for (const auto& session : *page->data) std::cout << session.session_id << '\n';
}
