// Jobs and pages of two documents that know nothing of bindery.
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "bindery/memory_transport.hpp"
#include "ocean/api/actions.hpp"
#include "openai/api/batch.hpp"

namespace {

using bindery::ErrorKind;

// Answers in turn and notes what was asked.
class Script {
 public:
  explicit Script(std::vector<std::string> answers)
      : transport_(std::make_shared<bindery::MemoryTransport>(
            [answers = std::move(answers), at = std::size_t{0}](const bindery::Request&) mutable {
              return bindery::json_response(200, answers.at(at++));
            })) {}

  template <class Client>
  Client client() const {
    bindery::Options options;
    options.time.sleep = [](std::chrono::milliseconds) {};
    return Client(transport_, {}, options);
  }
  std::vector<std::string> asked() const {
    std::vector<std::string> urls;
    for (const bindery::Request& request : transport_->requests()) {
      urls.push_back(request.url.substr(request.url.find('/', 9)));
    }
    return urls;
  }

 private:
  std::shared_ptr<bindery::MemoryTransport> transport_;
};

std::string batch(const std::string& status, const std::string& more = {}) {
  return R"({"id":"batch_1","object":"batch","endpoint":"/v1/responses","input_file_id":"f",)"
         R"("completion_window":"24h","created_at":1,"status":")" +
         status + '"' + more + '}';
}

std::string action(const std::string& status) {
  return R"({"action":{"id":7,"type":"reboot","status":")" + status + R"("}})";
}

TEST(Jobs, OfOpenAi) {
  const Script script({batch("validating"), batch("in_progress"), batch("completed")});
  const auto done = script.client<openai::Client>().batch().wait_for_batch("batch_1");
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(done->id, "batch_1");
  EXPECT_EQ(script.asked().size(), 3u);
}

TEST(Jobs, OfOpenAiThatFail) {
  const Script script({batch("failed", R"(,"error_file_id":"file_9")")});
  const auto failed = script.client<openai::Client>().batch().wait_for_batch("batch_1");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind(), ErrorKind::job_failed);
  EXPECT_EQ(failed.error().message(), "retrieveBatch batch_id batch_1: failed, `failed`: file_9");
}

TEST(Jobs, OfDigitalOcean) {
  const Script script({action("in-progress"), action("completed")});
  const auto done = script.client<ocean::Client>().actions().wait_for_action(7);
  ASSERT_TRUE(done) << done.error();
  EXPECT_EQ(script.asked().size(), 2u);
}

TEST(Jobs, OfDigitalOceanThatFail) {
  const Script script({action("errored")});
  const auto failed = script.client<ocean::Client>().actions().wait_for_action(7);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message(), "actions_get action_id 7: failed, `errored`: reboot");
}

TEST(Pages, OfOpenAi) {
  const std::string head = R"({"object":"list","data":[)";
  const Script script(
      {head + batch("completed") + R"(],"first_id":"a","last_id":"b","has_more":true})",
       head + batch("failed") + R"(],"first_id":"c","last_id":"c","has_more":false})"});
  int items = 0;
  for (auto& item : script.client<openai::Client>().batch().list_batches_items()) {
    ASSERT_TRUE(item) << item.error();
    ++items;
  }
  EXPECT_EQ(items, 2);
  EXPECT_NE(script.asked().at(1).find("after=b"), std::string::npos);
}

TEST(Pages, OfDigitalOcean) {
  const Script script({R"({"actions":[{"id":1},{"id":2}],"links":{},"meta":{"total":3}})",
                       R"({"actions":[{"id":3}],"links":{},"meta":{"total":3}})",
                       R"({"actions":[],"links":{},"meta":{"total":3}})"});
  std::vector<std::int64_t> ids;
  for (auto& item : script.client<ocean::Client>().actions().actions_list_items()) {
    ASSERT_TRUE(item) << item.error();
    ids.push_back(item->id.value_or(0));
  }
  EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2, 3}));
  EXPECT_EQ(script.asked().at(1), "/v2/actions?page=2");
}

}  // namespace
