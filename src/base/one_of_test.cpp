#include "base/one_of.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(OneOf, TellsWhetherAWordIsAmongThem) {
  EXPECT_TRUE(one_of("stop", {"fail", "stop"}));
  EXPECT_FALSE(one_of("sto", {"fail", "stop"}));
  EXPECT_FALSE(one_of("", {"fail"}));
}

}  // namespace
}  // namespace entente
