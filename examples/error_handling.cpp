// What goes wrong, and how to tell: by kind, by status, by the code in the body.
#include <iostream>
#include <string>

#include <heygen/api/video_agent.hpp>
#include <heygen/api/videos.hpp>

#include "service.hpp"

namespace {

/// What to do about an error is a matter of its kind.
std::string advice(const bindery::Error& error) {
  switch (error.kind()) {
    case bindery::ErrorKind::transport:
    case bindery::ErrorKind::timeout:
      return "the server may have acted all the same: look before you create again";
    case bindery::ErrorKind::documented_error:
      if (error.status() == 401) return "the key is none";
      if (error.status() == 404) return "it is gone: stop asking";
      if (error.retry_after()) return "come back later";
      return "mend the request";
    case bindery::ErrorKind::job_failed:
      return "make it anew, or another";
    default:
      return "report it with the request id " + error.request_id();
  }
}

void tell(const char* what, const bindery::Error& error) {
  std::cout << what << ": " << to_string(error.kind()) << ' ' << error.status();
  // The body that the document promises for errors, typed.
  if (const auto body = error.body_as<heygen::ErrorEnvelope>(); body && body->error) {
    std::cout << ' ' << body->error->code;
    if (body->error->param) std::cout << " at " << *body->error->param;
  }
  std::cout << ": " << advice(error) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const heygen::Client client = service.client();

  if (const auto gone = client.videos().get_video_v3("v_that_never_was"); !gone) {
    tell("a video that is not there", gone.error());
  }
  heygen::CreateVideoAgentRequest empty;
  if (const auto refused = client.video_agent().create_video_agent_v3(empty); !refused) {
    tell("a prompt that says nothing", refused.error());
  }
  heygen::ListVideosV3Request page;
  page.limit = 100000;
  if (const auto refused = client.videos().list_videos_v3(page); !refused) {
    tell("a page that is too large", refused.error());
  }
  // Nobody listens there.
  const heygen::Client lost{bindery::httplib_transport("http://127.0.0.1:9")};
  bindery::CallOptions once;
  once.max_retries = 0;
  if (const auto nothing = lost.videos().list_videos_v3({}, once); !nothing) {
    tell("a server that is not there", nothing.error());
  }
}
