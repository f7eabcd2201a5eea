// Users: each operation with all that it takes.
#include "heygen_whole.hpp"

#include "heygen/api/user.hpp"

namespace heygen_whole {
namespace {

TEST(User, GetCurrentUser) {
  const auto answer = client().user().get_current_user();
  ASSERT_TRUE(answer) << answer.error();
  ASSERT_TRUE(answer->data.has_value());
  EXPECT_EQ(answer->data->username, "ana");
  EXPECT_EQ(answer->data->email, "ana@example.com");
  EXPECT_EQ(answer->data->first_name, "Ana");
  EXPECT_TRUE(answer->data->last_name.is_null());
  EXPECT_EQ(answer->data->billing_type, heygen::BillingType::Wallet);
  ASSERT_TRUE(answer->data->wallet.has_value());
  EXPECT_EQ(answer->data->wallet->currency, heygen::WalletCurrency::Usd);
}

}  // namespace
}  // namespace heygen_whole
