// Every session of the account, however many pages there are; and a walk that is broken off and
// resumed.
#include <cstddef>
#include <iostream>

#include <heygen/api/video_agent.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const auto agent = service.client().video_agent();

  heygen::ListVideoAgentSessionsRequest request;
  request.limit = 3;
  std::size_t sessions = 0;
  auto walk = agent.list_video_agent_sessions_items(request);
  for (const auto& session : walk) {
    if (!session) return example::failed(session.error());  // The last there is, never the end.
    ++sessions;
  }
  std::cout << sessions << " sessions on " << walk.pages() << " pages\n";

  // The request of a page is all there is to know of it: it can be kept, and gone on from later.
  auto first = agent.list_video_agent_sessions_items(request);
  std::size_t seen = 0;
  for (const auto& session : first) {
    if (!session) return example::failed(session.error());
    if (++seen == 4) break;
  }
  std::size_t rest = 0;
  for (const auto& session :
       agent.list_video_agent_sessions_items(first.request(), first.call_options())) {
    if (!session) return example::failed(session.error());
    ++rest;
  }
  std::cout << rest << " of them from page " << first.pages() << " on\n";
}
