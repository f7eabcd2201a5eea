// Many videos at once with one client, and no more under way than the account may have.
#include <cstddef>
#include <future>
#include <iostream>
#include <string>
#include <vector>

#include <bindery/async.hpp>
#include <heygen/api/video_agent.hpp>

#include "service.hpp"

int main(int argc, char** argv) {
  const example::Service service(argc, argv);
  // Connections and limits are shared by all threads.
  const heygen::Client client = service.client();

  const std::vector<std::string> cities{"Oslo",   "Lisbon", "Vienna", "Dublin",
                                        "Athens", "Prague", "Riga",   "Tallinn"};
  // Ten jobs may be under way; a 429 beyond them would be waited for, and never billed twice.
  bindery::ThreadExecutor executor(4);
  std::vector<std::future<std::string>> jobs;
  for (const std::string& city : cities) {
    jobs.push_back(bindery::async(executor, [&client, &service, city]() -> std::string {
      heygen::CreateVideoAgentRequest request;
      request.prompt = "Thirty seconds on " + city;
      const auto created = client.video_agent().create_video_agent_v3(request);
      if (!created) return city + ": " + created.error().message();
      if (!created->data) return city + ": no session";
      const auto made = client.video_agent().wait_for_session_video(created->data->session_id,
                                                                    service.patience());
      if (!made) return city + ": " + made.error().message();
      return made->second ? "" : city + ": the agent has a question";
    }));
  }
  std::size_t finished = 0;
  for (auto& job : jobs) {
    const std::string problem = job.get();
    if (problem.empty()) ++finished;
    if (!problem.empty()) std::cerr << problem << '\n';
  }
  std::cout << finished << " of " << cities.size() << " videos are finished\n";
  return finished == cities.size() ? 0 : 1;
}
