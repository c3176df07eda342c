// Whether a name stands for the ground or for the government, on real sentences.
#include <gtest/gtest.h>

#include "actors/text_mentions.h"

namespace entente {
namespace {

TEST(Places, PressureComesFromSomebody) {
  EXPECT_EQ(mentions_of("Greece came under criticism from Turkey."), "Greece = GRC; Turkey = TUR");
  EXPECT_EQ(mentions_of("The minister came from Turkey."), "Turkey = TUR p");
}

TEST(Places, PrepositionsOfPlace) {
  EXPECT_EQ(mentions_of("The talks in Almaty and Moscow failed."),
            "Almaty = KAZ p; Moscow = RUS p");
  EXPECT_EQ(mentions_of("Warsaw complained to Minsk about the fence."),
            "Warsaw = POL; Minsk = BLR");
}

TEST(Places, MotionLeadsToPlaces) {
  EXPECT_EQ(mentions_of("Refugees walked along the road to Austria."), "Austria = AUT p");
  EXPECT_EQ(mentions_of("Lavrov flew to Tehran."), "Lavrov = RUS; Tehran = IRN p");
}

TEST(Places, TownsThatAreLeft) {
  EXPECT_EQ(mentions_of("Japanese envoys left Moscow on Monday."),
            "Japanese envoys = JPN; Moscow = RUS p");
  EXPECT_EQ(mentions_of("The vote left Moscow isolated."), "Moscow = RUS");
  EXPECT_EQ(mentions_of("Soldiers put him on a plane to Costa Rica."), "Costa Rica = CRI p");
}

TEST(Places, NobodyIsAtAState) {
  EXPECT_EQ(mentions_of("Hezbollah fired rockets at Israel."),
            "Hezbollah = HEZBOLLAH; Israel = ISR");
}

TEST(Places, TownsAreAlwaysPlaces) {
  EXPECT_EQ(mentions_of("Bombs fell on Aden and Kharkiv.", "2022-04-01"),
            "Aden = YEM p; Kharkiv = UKR p");
}

}  // namespace
}  // namespace entente
