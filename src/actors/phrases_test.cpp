// Phrases around common nouns, and names that are parts of longer ones, on real sentences.
#include <gtest/gtest.h>

#include "actors/text_mentions.h"

namespace entente {
namespace {

TEST(Phrases, OwnersStandBeforeOrBehindTheNoun) {
  EXPECT_EQ(mentions_of("The Uzbek foreign minister met the king of Jordan."),
            "Uzbek foreign minister = UZB; king of Jordan = JOR");
  EXPECT_EQ(mentions_of("American and British aircraft bombed the Houthis."),
            "American and British aircraft = USA GBR; Houthis = HOUTHIS");
}

TEST(Phrases, FightersThatFlyAreNoRebels) {
  EXPECT_EQ(mentions_of("A Zambian fighter shot down a plane over Peru."),
            "Zambian fighter = ZMB; Peru = PER p");
  EXPECT_EQ(mentions_of("Zambian fighters took a village in Peru."),
            "Zambian fighters = ZMB REB; Peru = PER p");
  EXPECT_EQ(mentions_of("Peru was promised American F-35 fighters."),
            "Peru = PER; American F-35 fighters = USA");
  EXPECT_EQ(mentions_of("Moscow offered the Serbs fighters."),
            "Moscow = RUS; Serbs fighters = SRB");
}

TEST(Phrases, WhoDoesNotHoldTheOfficeIsOfTheElite) {
  EXPECT_EQ(mentions_of("The Zambian president-elect thanked Peru."),
            "Zambian president-elect = ZMB ELI; Peru = PER");
  EXPECT_EQ(mentions_of("Latvia's prime minister-designate Juris Roe flew to Oslo."),
            "Latvia's prime minister-designate Juris Roe = LVA ELI; Oslo = NOR p");
  EXPECT_EQ(mentions_of("The ousted Malian president met the former Peruvian envoy."),
            "ousted Malian president = MLI ELI; former Peruvian envoy = PER ELI");
  EXPECT_EQ(mentions_of("John Roe, the former vice president of Uganda, blamed the army."),
            "John Roe = UGA ELI; former vice president of Uganda = UGA ELI; army = UGA");
  EXPECT_EQ(mentions_of("The acting president of Peru and the outgoing Chilean premier spoke."),
            "acting president of Peru = PER; Chilean premier = CHL");
}

TEST(Phrases, AClubIsNoTownAndAHouseNone) {
  EXPECT_NE(mentions_of("Former Liverpool chairman Martin Roe sold shares.")
                .find("chairman Martin Roe = ?Martin Roe"),
            std::string::npos);
  EXPECT_EQ(
      mentions_of("He spoke at Jericho Social Hall and at University College London.").find("PSE"),
      std::string::npos);
}

TEST(Phrases, ExileIsNobody) {
  EXPECT_EQ(mentions_of("The general flew into exile in Nigeria."), "Nigeria = NGA p");
}

TEST(Phrases, OfTwoWithOneNameTheFirstIsMeant) {
  EXPECT_EQ(mentions_of("Wang Sicong, son of Chinese tycoon Wang Jianlin, left. Wang was tired."),
            "Wang Sicong = ?Wang Sicong; Chinese tycoon Wang Jianlin = CHN BUS; "
            "Wang = ?Wang Sicong");
}

TEST(Phrases, PeopleHaveTheirSector) {
  EXPECT_EQ(mentions_of("Canada accepted Syrian refugees."),
            "Canada = CAN; Syrian refugees = SYR REF");
  EXPECT_EQ(mentions_of("Polish farmers met Thai workers and Chinese students."),
            "Polish farmers = POL AGR; Thai workers = THA LAB; Chinese students = CHN EDU");
  EXPECT_EQ(mentions_of("Belarus pushed back migrants from Iraq."),
            "Belarus = BLR; migrants from Iraq = IRQ REF");
}

TEST(Phrases, ARegionsNationIsNotTheStateOfThatName) {
  EXPECT_EQ(mentions_of("Congo's parliament met. The Central African nation refused the aid."),
            "Congo's parliament = COD; Central African nation = COD");
}

TEST(Phrases, PeoplesWithoutAStateBelongToTheStateUnderDiscussion) {
  EXPECT_EQ(mentions_of("The Turkish army oppressed Kurdish activists."),
            "Turkish army = TUR; activists = TUR CVL");
}

TEST(Phrases, BareDemonymsAsObjectsArePeople) {
  EXPECT_EQ(mentions_of("The ethnic cleansing of Bosnians by Serbia lasted years."),
            "Bosnians = BIH CVL; Serbia = SRB");
  EXPECT_EQ(mentions_of("Tashkent expelled the Americans."), "Tashkent = UZB; Americans = USA");
}

TEST(Phrases, ACapitalIsItsState) {
  EXPECT_EQ(mentions_of("The Afghan capital fell to the Taliban."),
            "Afghan capital = AFG; Taliban = TALIBAN");
}

TEST(Phrases, NamesInsideLongerNames) {
  EXPECT_EQ(mentions_of("Journalist Abed Khan spoke in Dhaka yesterday.", "2021-07-01"),
            "Journalist Abed Khan = ?Abed Khan; Dhaka = BGD p");
  EXPECT_EQ(mentions_of("The president of Bangladesh Mahila Parishad spoke to the women there."),
            "");
}

TEST(Phrases, ASurnameIsNoParliament) {
  EXPECT_EQ(mentions_of("Sboniso Duma won the vote on Saturday. On Sunday Duma thanked them."),
            "Sboniso Duma = ?Sboniso Duma; Duma = ?Sboniso Duma");
  EXPECT_EQ(mentions_of("The Duma passed the law on Saturday."), "Duma = RUS");
}

TEST(Phrases, SharedPartyNamesNeedTheirState) {
  EXPECT_EQ(mentions_of("In Uganda the Democratic Party signed a pact.").find("DEMOCRATS"),
            std::string::npos);
  EXPECT_NE(mentions_of("In the United States the Democratic Party lost.").find("DEMOCRATS"),
            std::string::npos);
  EXPECT_EQ(
      mentions_of("Pakistan has protested. The Foreign Office in Islamabad summoned the envoy."),
      "Pakistan = PAK; Foreign Office in Islamabad = PAK; envoy = PAK");
}

TEST(Phrases, CongressIsAPartyWhereTheTextIsAboutIndia) {
  EXPECT_EQ(mentions_of("India voted. Congress leader Zameer Khan met the BJP."),
            "India = IND; Congress leader Zameer Khan = INC; BJP = BJP");
  EXPECT_EQ(mentions_of("India waits. The United States waits. A Congress leader spoke."),
            "India = IND; United States = USA");
}

TEST(Phrases, SocietiesAreActorsAsPartsOfNames) {
  EXPECT_EQ(mentions_of("The Uganda Law Society sued Peru."),
            "Uganda Law Society = UGA SOC; Peru = PER");
  EXPECT_EQ(mentions_of("Ugandan society sued Peru."), "Ugandan = UGA; Peru = PER");
  EXPECT_EQ(mentions_of("The Hiroshima Alliance for Nuclear Peace sued Peru."),
            "Hiroshima Alliance for Nuclear Peace = JPN SOC; Peru = PER");
}

TEST(Phrases, ABodyNamedAfterARegionIsNotTheRegion) {
  EXPECT_EQ(mentions_of("The Reconstruction Bank of Central Africa lent money."),
            "Reconstruction Bank of Central Africa = ?Reconstruction Bank of Central Africa");
}

}  // namespace
}  // namespace entente
