// Webhook endpoints: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/webhooks.hpp"

namespace heygen_whole {
namespace {

TEST(Webhooks, ListWebhookEndpoints) {
  heygen::ListWebhookEndpointsRequest request;
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().webhooks().list_webhook_endpoints(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().endpoint_id, "ep_1");
  EXPECT_EQ(answer->data->front().url, "https://example.com/hooks/heygen");
  EXPECT_EQ(answer->data->front().status, "enabled");
  ASSERT_TRUE(answer->data->front().events.has_value());
  ASSERT_EQ(answer->data->front().events->size(), 2u);
  EXPECT_TRUE(answer->data->front().secret.is_null());
}

heygen::CreateWebhookEndpointRequestBody create_webhook_endpoint_request_body() {
  heygen::CreateWebhookEndpointRequestBody value;
  value.url = "https://example.com/url?a=1&b=%20";
  value.events =
      std::vector<bindery::Open<heygen::WebhookEventType>>{heygen::WebhookEventType::BatchFinished};
  value.entity_id = "entity_id_1";
  return value;
}

TEST(Webhooks, CreateWebhookEndpoint) {
  heygen::CreateWebhookEndpointRequest request;
  request.idempotency_key = "key-1:xxx";
  request.body = create_webhook_endpoint_request_body();
  const auto answer = client().webhooks().create_webhook_endpoint(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->endpoint_id, "ep_1");
  EXPECT_EQ(answer->data->url, "https://example.com/hooks/heygen");
  EXPECT_EQ(answer->data->status, "enabled");
  ASSERT_TRUE(answer->data->events.has_value());
  ASSERT_EQ(answer->data->events->size(), 2u);
  EXPECT_EQ(answer->data->secret, "whsec_example");
  EXPECT_EQ(answer->data->created_at, "2024-03-25T16:00:00Z");
}

heygen::UpdateWebhookEndpointRequestBody update_webhook_endpoint_request_body() {
  heygen::UpdateWebhookEndpointRequestBody value;
  value.url = "https://example.com/url?a=1&b=%20";
  value.events =
      std::vector<bindery::Open<heygen::WebhookEventType>>{heygen::WebhookEventType::BatchFinished};
  return value;
}

TEST(Webhooks, UpdateWebhookEndpoint) {
  heygen::UpdateWebhookEndpointRequest request;
  request.endpoint_id = "endpoint_id/1 ?#%2F";
  request.body = update_webhook_endpoint_request_body();
  const auto answer = client().webhooks().update_webhook_endpoint(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->endpoint_id, "ep_1");
  EXPECT_EQ(answer->data->url, "https://example.com/hooks/heygen");
  EXPECT_EQ(answer->data->status, "enabled");
  ASSERT_TRUE(answer->data->events.has_value());
  ASSERT_EQ(answer->data->events->size(), 2u);
  EXPECT_TRUE(answer->data->secret.is_null());
  EXPECT_EQ(answer->data->created_at, "2024-03-25T16:00:00Z");
}

TEST(Webhooks, DeleteWebhookEndpoint) {
  heygen::DeleteWebhookEndpointRequest request;
  request.endpoint_id = "endpoint_id/1 ?#%2F";
  const auto answer = client().webhooks().delete_webhook_endpoint(request);
  ASSERT_TRUE(answer) << answer.error();
  EXPECT_TRUE(answer->error.is_null());
}

TEST(Webhooks, RotateWebhookEndpointSecret) {
  heygen::RotateWebhookEndpointSecretRequest request;
  request.endpoint_id = "endpoint_id/1 ?#%2F";
  request.idempotency_key = "key-1:xxx";
  const auto answer = client().webhooks().rotate_webhook_endpoint_secret(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->endpoint_id, "ep_1");
  EXPECT_EQ(answer->data->secret, "whsec_example_2");
}

TEST(Webhooks, ListWebhookEventTypes) {
  const auto answer = client().webhooks().list_webhook_event_types();
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 2u);
  EXPECT_EQ(answer->data->front().event_type, "avatar_video.success");
  EXPECT_EQ(answer->data->front().description, "A video is ready");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

TEST(Webhooks, ListWebhookEvents) {
  heygen::ListWebhookEventsRequest request;
  request.event_type = heygen::WebhookEventType::BatchFinished;
  request.entity_id = "entity_id +&=\303\251";
  request.limit = 7;
  request.token = "token +&=\303\251";
  const auto answer = client().webhooks().list_webhook_events(request);
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  ASSERT_EQ(answer->data->size(), 1u);
  EXPECT_EQ(answer->data->front().event_id, "evt_1");
  EXPECT_EQ(answer->data->front().event_type, "avatar_video.success");
  EXPECT_EQ(answer->data->front().created_at, "2024-03-25T16:04:40Z");
  EXPECT_EQ(answer->has_more, false);
  EXPECT_TRUE(answer->next_token.is_null());
}

}  // namespace
}  // namespace heygen_whole
