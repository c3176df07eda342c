// Whom a phrase names, on real sentences.
#include "events/participants.h"

#include <gtest/gtest.h>

#include "events/text_fixture.h"

namespace entente {
namespace {

TEST(Participants, NotButNamesTheSecond) {
  EXPECT_EQ(deeds_of("Azerbaijan was armed not by Moscow but by Ankara."), "TUR>AZE AID;");
  EXPECT_EQ(deeds_of("Azerbaijan was armed not only by Moscow but by Ankara."),
            "RUS>AZE AID;TUR>AZE AID;");
}

TEST(Participants, RatherThanLeavesTheSecondOut) {
  EXPECT_EQ(deeds_of("Kazakhstan praised Turkey rather than Russia."), "KAZ>TUR SUPPORT;");
}

TEST(Participants, AListOfThingsWithAPhraseEach) {
  EXPECT_EQ(deeds_of("Russia sold frigates to India and tanks to Egypt."),
            "RUS>IND COOPERATE;RUS>EGY COOPERATE;");
}

TEST(Participants, WhoLeadsACoalitionActs) {
  EXPECT_EQ(deeds_of("A coalition led by the United States struck Houthi positions."),
            "USA>HOUTHIS ASSAULT;");
}

TEST(Participants, WhereIsThePlaceNamedBefore) {
  EXPECT_EQ(deeds_of("The Emirates court Kigali, where Emirati companies have invested millions."),
            "ARE BUS>RWA COOPERATE;");
}

TEST(Participants, AThingBelongsToItsMaker) {
  EXPECT_EQ(deeds_of("Mali criticised the sanctions that France had imposed."), "MLI>FRA ACCUSE;");
}

TEST(Participants, APeopleIsGivenThingsAndDoesNotDescribeThem) {
  EXPECT_EQ(deeds_of("Moscow sold the Vietnamese six submarines."), "RUS>VNM COOPERATE;");
  EXPECT_EQ(deeds_of("Moscow offered the Serbs fighters."), "RUS>SRB AGREE;");
}

TEST(Participants, ANumberOfThingsAreTheThings) {
  EXPECT_EQ(deeds_of("The Poles expelled forty-five of Russia's diplomats."), "POL>RUS SANCTION;");
}

}  // namespace
}  // namespace entente
