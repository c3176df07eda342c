#include "events/aimed_at.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

const std::string kCondemned =
    "Chad condemned Sudan. Kenya condemned Sudan. Uganda condemned Sudan. ";

TEST(AimedAt, SanctionsFallOnTheOneWhomTheArticleIsAbout) {
  EXPECT_EQ(deeds_of((kCondemned + "Peru recalled its ambassador.").c_str()),
            "TCD>SDN ACCUSE;KEN>SDN ACCUSE;UGA>SDN ACCUSE;PER>SDN SANCTION;");
}

TEST(AimedAt, NobodyIsMeantWhereTwoAreOrOneAloneIsAngry) {
  EXPECT_EQ(deeds_of((kCondemned + "Kenya condemned Togo. Uganda condemned Togo. "
                                   "Peru recalled its ambassador.")
                         .c_str()),
            "TCD>SDN ACCUSE;KEN>SDN ACCUSE;UGA>SDN ACCUSE;KEN>TGO ACCUSE;UGA>TGO ACCUSE;");
  EXPECT_EQ(deeds_of("Chad condemned Sudan. Chad accused Sudan. Chad denounced Sudan. "
                     "Peru recalled its ambassador."),
            "TCD>SDN ACCUSE;TCD>SDN ACCUSE;TCD>SDN ACCUSE;");
}

TEST(AimedAt, GiftsGoToTheOneWhoIsHelped) {
  const std::string text =
      "France sent tanks to Moldova. Romania sent fuel to Moldova. Poland sent tents to Moldova. "
      "It rained for days. Nobody came. The roads were closed. Norway sent generators.";
  EXPECT_EQ(deeds_of(text.c_str()), "FRA>MDA AID;ROU>MDA AID;POL>MDA AID;NOR>MDA AID;");
}

}  // namespace
}  // namespace entente
