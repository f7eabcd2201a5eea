// Takes what HeyGen delivers: proven by its signature, told apart by type, each event once.
// With `--server` it makes a video at the fake and waits for the announcement of its end.
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>
#include <string>
#include <thread>
#include <variant>

#include <bindery/deliveries.hpp>
#include <heygen/api/video_agent.hpp>
#include <heygen/unwrap.hpp>

#include "service.hpp"

namespace {

/// At HeyGen `hook` is an address that the internet reaches.
int make_video(const example::Service& service, const std::string& hook) {
  const auto agent = service.client().video_agent();
  heygen::CreateVideoAgentRequest request;
  request.prompt = "A tour of the harbour";
  request.callback_url = hook;
  request.callback_id = "tour-1";
  const auto created = agent.create_video_agent_v3(request);
  if (!created) return example::failed(created.error());
  if (!created->data) return 1;
  // The fake goes on when it is asked; HeyGen does by itself.
  const auto made = agent.wait_for_session_video(created->data->session_id, service.patience());
  return made ? 0 : example::failed(made.error());
}

}  // namespace

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  const char* const given = std::getenv("HEYGEN_WEBHOOK_SECRET");
  const bindery::Secret secret(given != nullptr ? given : "");

  bindery::Deliveries deliveries;
  std::promise<std::string> finished;
  std::atomic<bool> is_finished{false};
  httplib::Server receiver;
  receiver.Post("/hook", [&](const httplib::Request& request, httplib::Response& response) {
    bindery::Headers headers;
    for (const auto& [name, value] : request.headers) headers.add(name, value);
    // The body as it came: a signature is of bytes, not of what they mean.
    const auto event = heygen::webhooks::unwrap(headers, request.body, secret);
    if (!event) {
      std::cerr << event.error() << '\n';
      response.status = 401;
      return;
    }
    response.status = 204;  // Soon: who waits for longer than 10 s delivers again.
    const auto id = event.headers().find(heygen::webhooks::scheme().id_header);
    if (!deliveries.is_first(id.value_or(""))) return;
    if (const auto* done = std::get_if<heygen::VideoAgentSuccessEvent>(&*event)) {
      const std::string video = done->event_data.video_id.value_or("?");
      if (!is_finished.exchange(true)) finished.set_value(video);
    } else if (const auto* unknown = std::get_if<bindery::Json>(&*event)) {
      std::cout << "an event that is newer than this program: " << unknown->text() << '\n';
    }
  });
  const int port = receiver.bind_to_any_port("127.0.0.1");
  std::thread listening([&] { receiver.listen_after_bind(); });

  const std::string hook = "http://127.0.0.1:" + std::to_string(port) + "/hook";
  const int status = make_video(service, hook);
  // The fake has announced the end before it told us; HeyGen may take a moment.
  auto announced = finished.get_future();
  const bool is_there =
      status == 0 && announced.wait_for(std::chrono::seconds(60)) == std::future_status::ready;
  if (is_there) std::cout << "announced: " << announced.get() << '\n';
  receiver.stop();
  listening.join();
  return is_there ? 0 : 1;
}
