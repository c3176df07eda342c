#include "events/retaliation.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

TEST(Retaliation, WhoWasStruckStrikesBackAtTheOneWhoStruck) {
  EXPECT_EQ(deeds_of("Chad accused Sudan of sabotage. Khartoum recalled its ambassador."),
            "TCD>SDN ACCUSE;SDN>TCD SANCTION;");
}

TEST(Retaliation, NobodyIsStruckBackAtWithoutABlowOrWhereSeveralStruck) {
  EXPECT_EQ(deeds_of("Chad praised Sudan. Khartoum recalled its ambassador."), "TCD>SDN SUPPORT;");
  EXPECT_EQ(deeds_of("Chad and Niger accused Sudan of sabotage. Khartoum recalled its ambassador."),
            "TCD>SDN ACCUSE;NER>SDN ACCUSE;");
}

}  // namespace
}  // namespace entente
