// What would be sent, without sending it: a transport in memory shows the request and answers.
// Then the same against the service, held to the document's limits before it leaves.
#include <iostream>
#include <memory>

#include <bindery/memory_transport.hpp>
#include <heygen/api/video_agent.hpp>
#include <heygen/validate.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  heygen::CreateVideoAgentRequest request;
  request.prompt = "A tour of the harbour";
  request.orientation = heygen::VideoOrientation::Portrait;

  const auto memory = std::make_shared<bindery::MemoryTransport>([](const bindery::Request&) {
    return bindery::json_response(
        200, R"({"data":{"session_id":"sess_dry","status":"thinking","created_at":0}})");
  });
  const heygen::Client rehearsal{memory};
  const auto dry = rehearsal.video_agent().create_video_agent_v3(request);
  if (!dry) return example::failed(dry.error());
  const bindery::Request sent = memory->requests().front();
  std::cout << sent.method << ' ' << sent.url << '\n' << sent.body.text().value_or("") << '\n';

  const example::Service service(argc, argv);
  bindery::Options options;
  options.validator = heygen::validator();
  const auto agent = service.client(options).video_agent();
  heygen::CreateVideoAgentRequest empty;
  const auto refused = agent.create_video_agent_v3(empty);
  if (refused) return 1;
  std::cout << "not sent: " << refused.error() << '\n';
  const auto real = agent.create_video_agent_v3(request);
  if (!real) return example::failed(real.error());
  std::cout << "sent: " << real.status() << '\n';
}
