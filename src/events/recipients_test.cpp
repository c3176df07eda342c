#include "events/recipients.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

TEST(Recipients, ARowOfHelpersHelpsTheOneNamedFirst) {
  EXPECT_EQ(deeds_of("Poland sent tanks to Ukraine. Germany has delivered missiles. France has "
                     "sold lorries."),
            "POL>UKR AID;DEU>UKR AID;FRA>UKR COOPERATE;");
}

TEST(Recipients, AnotherRecipientAQuarrelOrAHeadingBreaksTheRow) {
  EXPECT_EQ(
      deeds_of("Poland sent tanks to Ukraine. Germany has delivered missiles to its friends."),
      "POL>UKR AID;");
  EXPECT_EQ(deeds_of("Poland condemned Russia. Germany has delivered missiles."),
            "POL>RUS ACCUSE;");
}

}  // namespace
}  // namespace entente
