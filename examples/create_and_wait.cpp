// From a sentence to a finished video: the session that plans it, then the video itself.
#include <iostream>

#include <heygen/api/video_agent.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const heygen::Client client = service.client();

  heygen::CreateVideoAgentRequest request;
  request.prompt = "A friendly welcome for new colleagues, thirty seconds";
  const auto created = client.video_agent().create_video_agent_v3(request);
  if (!created) return example::failed(created.error());
  if (!created->data) return 1;

  bindery::WaitOptions wait = service.patience();
  wait.on_poll = [](const bindery::Poll& poll) {
    std::cout << poll.operation_id << ": " << poll.status << '\n';
  };
  // Ends with the video, with the reason of a failure, or at the deadline.
  const auto made = client.video_agent().wait_for_session_video(created->data->session_id, wait);
  if (!made) return example::failed(made.error());
  if (!made->second || !made->second->data) {
    std::cout << "the agent has a question: see chat_session.cpp\n";
    return 0;
  }
  std::cout << "finished: " << made->second->data->video_url.value_or("without a link") << '\n';
}
