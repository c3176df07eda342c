#include "events/companions.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

TEST(Companions, WhoGoesAlongActsToo) {
  EXPECT_EQ(deeds_of("France, along with Germany, condemned Russia."),
            "FRA>RUS ACCUSE;DEU>RUS ACCUSE;");
  EXPECT_EQ(deeds_of("Kenya, together with Uganda, has expelled Rwandan diplomats."),
            "KEN>RWA SANCTION;UGA>RWA SANCTION;");
  EXPECT_EQ(deeds_of("Poland condemned Belarus together with Lithuania."),
            "POL>BLR ACCUSE;LTU>BLR ACCUSE;POL>LTU COOPERATE;");
}

TEST(Companions, AsWellAsJoins) {
  EXPECT_EQ(deeds_of("Greece as well as Cyprus condemned Turkey."),
            "GRC>TUR ACCUSE;CYP>TUR ACCUSE;");
  EXPECT_EQ(deeds_of("France as well as Germany condemned Russia."),
            "FRA>RUS ACCUSE;DEU>RUS ACCUSE;");
}

TEST(Companions, WhoIsLikenedToTheDoerActsToo) {
  EXPECT_EQ(deeds_of("Egypt, like Sudan, condemned Ethiopia."), "EGY>ETH ACCUSE;SDN>ETH ACCUSE;");
  EXPECT_EQ(deeds_of("Like Moscow, Beijing backs Tehran."), "RUS>IRN SUPPORT;CHN>IRN SUPPORT;");
}

TEST(Companions, WhoJoinsInActsToo) {
  EXPECT_NE(deeds_of("Russia was joined by China in condemning Israel.")
                .find("RUS>ISR ACCUSE;CHN>ISR ACCUSE;"),
            std::string::npos);
}

TEST(Companions, WithAloneIsNoCompanion) {
  EXPECT_EQ(deeds_of("Egypt attacked Ethiopia with Sudan."), "EGY>ETH ASSAULT;");
  EXPECT_EQ(deeds_of("Unlike Hungary, Poland condemned Russia."), "POL>RUS ACCUSE;");
}

}  // namespace
}  // namespace entente
