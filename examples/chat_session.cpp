// A session in chat mode: the agent asks, we answer, and then there is a video.
#include <iostream>

#include <heygen/api/video_agent.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const auto agent = service.client().video_agent();

  heygen::CreateVideoAgentRequest request;
  request.prompt = "Explain our new tariff";
  request.mode = heygen::SessionMode::Chat;
  const auto created = agent.create_video_agent_v3(request);
  if (!created) return example::failed(created.error());
  if (!created->data) return 1;
  const std::string session_id = created->data->session_id;

  for (int turn = 0; turn < 5; ++turn) {
    const auto outcome = agent.wait_for_session_video(session_id, service.patience());
    if (!outcome) return example::failed(outcome.error());
    if (outcome->second) {
      std::cout << "finished after " << turn << " answers\n";
      return 0;
    }
    const auto& session = outcome->first.data;
    if (session && session->messages && !session->messages->empty()) {
      std::cout << "agent: " << session->messages->back().content << '\n';
    }
    heygen::ContinueVideoAgentSessionRequest answer;
    answer.session_id = session_id;
    answer.body.message = "Yes, and keep it short";
    std::cout << "we: " << answer.body.message << '\n';
    const auto sent = agent.continue_video_agent_session(answer);
    if (!sent) return example::failed(sent.error());
  }
  std::cerr << "five answers, and no video\n";
  return 1;
}
