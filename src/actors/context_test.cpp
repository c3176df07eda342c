// What only the text before a word tells, on real sentences.
#include <gtest/gtest.h>

#include "actors/text_mentions.h"

namespace entente {
namespace {

TEST(Context, PronounsFindTheNearestFittingActor) {
  EXPECT_EQ(mentions_of("Russia withdrew its troops."), "Russia = RUS; its = RUS; troops = RUS");
  EXPECT_EQ(mentions_of("Theresa May met Vladimir Putin. She told him to leave.", "2018-03-10"),
            "Theresa May = GBR; Vladimir Putin = RUS; She = GBR; him = RUS");
  EXPECT_EQ(mentions_of("It is clear that Mali will vote."), "Mali = MLI");
}

TEST(Context, AnObjectIsNotTheSubjectOfItsOwnVerb) {
  EXPECT_EQ(mentions_of("Putin met Erdogan. He called him a friend."),
            "Putin = RUS; Erdogan = TUR; He = RUS; him = TUR");
}

TEST(Context, TheSubjectOfTheVerbIsNoRivalOfItsObject) {
  EXPECT_EQ(
      mentions_of("Prime Minister Sogavare sent ministers to China. Taiwan's foreign minister "
                  "accused him of a lie.",
                  "2019-11-01"),
      "Prime Minister Sogavare = SLB; China = CHN; "
      "Taiwan's foreign minister = TWN; him = SLB");
}

TEST(Context, ItsIsOfWhomTheSubjectIs) {
  EXPECT_EQ(mentions_of("Israel's main aim is to keep its lands."), "Israel = ISR; its = ISR");
  EXPECT_EQ(mentions_of("Mali is on good terms with Washington, which has resumed its aid."),
            "Mali = MLI; Washington = USA; its = USA");
  EXPECT_EQ(mentions_of("Israel is aware that uprisings will follow its steps."),
            "Israel = ISR; its = ISR");
}

TEST(Context, ItIsWhoDoesWhatThingsDoNot) {
  EXPECT_EQ(
      mentions_of("For Australia the affair came at a bad moment. It regards Fiji as a friend."),
      "Australia = AUS p; It = AUS; Fiji = FJI");
  EXPECT_EQ(mentions_of("Papua New Guinea kept out. It was among the first to recognise Beijing."),
            "Papua New Guinea = PNG; It = PNG; Beijing = CHN");
  EXPECT_EQ(mentions_of("Mali voted for it. It was in Minsk that the rest was decided."),
            "Mali = MLI; Minsk = BLR p");
}

TEST(Context, APronounBeforeTheSubjectWaitsForIt) {
  EXPECT_EQ(mentions_of("Iran's deputies met. After its defeat in Syria, Russia withdrew."),
            "Iran's deputies = IRN; its = RUS; Syria = SYR p; Russia = RUS");
  EXPECT_EQ(mentions_of("Putin was in Minsk. When he visited Kyiv, Emmanuel Macron promised arms.",
                        "2023-03-10"),
            "Putin = RUS; Minsk = BLR p; he = FRA; Kyiv = UKR; Emmanuel Macron = FRA");
  // Where the subject names nobody, who was named before; where it is a human being, he.
  EXPECT_EQ(mentions_of("Putin was in Minsk. In his speech, the word peace was missing."),
            "Putin = RUS; Minsk = BLR p; his = RUS");
  EXPECT_EQ(mentions_of("Putin was in Minsk. In his first testimony, the suspect denied it."),
            "Putin = RUS; Minsk = BLR p");
}

TEST(Context, TheVictimsFamilyIsNotTheOfficers) {
  EXPECT_EQ(mentions_of("Putin was in Minsk. The victim's family and his friends had waited."),
            "Putin = RUS; Minsk = BLR p");
}

TEST(Context, TheyAreSeveralThoughOneStateIsNearer) {
  EXPECT_EQ(mentions_of("Greek officials say that Peru attacked their ships."),
            "Greek officials = GRC; Peru = PER; their = GRC; ships = GRC");
  EXPECT_EQ(mentions_of("Greek officials say that Peru has left their country."),
            "Greek officials = GRC; Peru = PER; their = GRC; country = GRC");
}

TEST(Context, ThemIsWhomThingsAreDoneTo) {
  EXPECT_EQ(
      mentions_of("Ivorian soldiers landed in Bamako, as a minister said. Mali arrested them."),
      "Ivorian soldiers = CIV; Bamako = MLI p; Mali = MLI; them = CIV");
}

TEST(Context, APaperThatNamesNoStateWritesOfItsOwn) {
  EXPECT_EQ(mentions_of("The government approved a plan.", "2023-06-30", "The Korea Herald"),
            "government = KOR");
  EXPECT_EQ(mentions_of("The government approved a plan.", "2023-06-30", "The Star (Kenya)"),
            "government = KEN");
  EXPECT_EQ(mentions_of("The government approved a plan.", "2023-06-30", "IOL", "ZA"),
            "government = ZAF");
  EXPECT_EQ(mentions_of("The government approved a plan.", "2023-06-30", "Reuters"), "");
  EXPECT_EQ(mentions_of("Japan voted. Japan waits. The government approved a plan.", "2023-06-30",
                        "The Korea Herald"),
            "Japan = JPN; Japan = JPN; government = JPN");
}

TEST(Context, ItIsTheObjectOfTheVerbBefore) {
  EXPECT_EQ(
      mentions_of("Chad voted too. America thanked Mali for its help and promised it 60 dollars."),
      "Chad = TCD; America = USA; Mali = MLI; its = MLI; it = MLI");
}

TEST(Context, WhatIsBoughtIsAnothers) {
  EXPECT_EQ(mentions_of("Turkmenistan needs buyers. Russia stopped buying its gas."),
            "Turkmenistan = TKM; Russia = RUS; its = TKM");
}

TEST(Context, WhoIsBlamedIsBlamedForHisOwnDeeds) {
  EXPECT_EQ(mentions_of("Algeria criticised Mali for its attack."),
            "Algeria = DZA; Mali = MLI; its = MLI");
}

TEST(Context, BothCountriesAreTheTwoThatTheTextIsAbout) {
  EXPECT_EQ(mentions_of("Iran and Oman signed a treaty. Both countries trade in oil."),
            "Iran = IRN; Oman = OMN; countries = IRN OMN");
  EXPECT_EQ(mentions_of("Americans left in May. Kyrgyzstan sent tents to Tajikistan. The two "
                        "countries fought over water."),
            "Americans = USA; Kyrgyzstan = KGZ; Tajikistan = TJK; countries = KGZ TJK");
}

TEST(Context, TheTwoOfTheLastSentenceComeBeforeThoseOfEarlierOnes) {
  EXPECT_EQ(mentions_of("Bulgaria's premier met the Polish president. Sergei Lavrov called his "
                        "American counterpart. The two leaders discussed grain.",
                        "2020-03-02"),
            "Bulgaria's premier = BGR; Polish president = POL; Sergei Lavrov = RUS; his = RUS; "
            "American counterpart = USA; leaders = RUS USA");
}

TEST(Context, NeighboursAreTheStatesAround) {
  EXPECT_EQ(mentions_of("Moldova's neighbours closed ports."), "Moldova's neighbours = ROU UKR");
  EXPECT_EQ(mentions_of("A neighbour of Moldova closed a port."), "Moldova = MDA");
}

TEST(Context, BothMayBeFarWhereNoOthersAreNear) {
  EXPECT_EQ(
      mentions_of("India and Pakistan fought in May. The snow was deep. Food was short. Roads "
                  "were closed. Nobody came. Then both countries stopped."),
      "India = IND; Pakistan = PAK; countries = IND PAK");
}

TEST(Context, WhoIsAskedActs) {
  EXPECT_EQ(
      mentions_of("Clinton asked Pakistan to withdraw troops from the mountains.", "1999-07-05"),
      "Clinton = USA; Pakistan = PAK; troops = PAK");
}

TEST(Context, AListOfSoManyIsTheGroup) {
  EXPECT_EQ(mentions_of("Ethiopia watched. Angola, Botswana and Namibia share a river. The three "
                        "countries signed a treaty."),
            "Ethiopia = ETH; Angola = AGO; Botswana = BWA; Namibia = NAM; countries = AGO BWA "
            "NAM");
}

TEST(Context, TheCountryIsTheOneUnderDiscussion) {
  EXPECT_EQ(mentions_of("Uzbekistan closed the base. The country wants no foreign troops."),
            "Uzbekistan = UZB; country = UZB");
  EXPECT_EQ(mentions_of("Qatar and Egypt quarrelled. The emirate recalled its envoy."),
            "Qatar = QAT; Egypt = EGY; emirate = QAT; its = QAT; envoy = QAT");
}

TEST(Context, ANationOfARegionIsTheMemberUnderDiscussion) {
  EXPECT_EQ(
      mentions_of("Maduro flew to Algeria. The North African nation exports gas.", "2022-06-10"),
      "Maduro = VEN; Algeria = DZA p; North African nation = DZA");
}

TEST(Context, ForeignAndIndefiniteArmiesAreNobodys) {
  EXPECT_EQ(mentions_of("Kenya bans foreign soldiers. A government that came by force is none."),
            "Kenya = KEN");
}

TEST(Context, ASubjectsOwnForces) {
  EXPECT_EQ(mentions_of("Afghanistan is near. Russia keeps seven thousand soldiers in Tajikistan."),
            "Afghanistan = AFG; Russia = RUS; soldiers = RUS; Tajikistan = TJK p");
}

TEST(Context, DeedsAreNoActors) {
  EXPECT_EQ(
      mentions_of("Spain repeated its opposition to the plan and the establishment of a fund."),
      "Spain = ESP; its = ESP");
}

TEST(Context, PartnersSettleWhoseRebelsTheyAre) {
  EXPECT_EQ(mentions_of("Norway hosts talks between the Colombian government and the rebels."),
            "Norway = NOR; Colombian government = COL; rebels = COL REB");
}

TEST(Context, ItAsAnObjectIsAnotherThanTheSubject) {
  EXPECT_EQ(mentions_of("Chad paid a price for its airstrip. Sudan accused it of complicity."),
            "Chad = TCD; its = TCD; Sudan = SDN; it = TCD");
  EXPECT_EQ(mentions_of("Germany armed Ukraine. France sold it jets and broke relations with it."),
            "Germany = DEU; Ukraine = UKR; France = FRA; it = UKR; it = UKR");
  EXPECT_EQ(mentions_of("Egypt published a plan. Sudan rejected it and sold it."),
            "Egypt = EGY; Sudan = SDN");
}

TEST(Context, AnothersEnvoysAreSummoned) {
  EXPECT_EQ(mentions_of("Niger accused Nigeria of sabotage and summoned its envoy."),
            "Niger = NER; Nigeria = NGA; its = NGA; envoy = NGA");
  EXPECT_EQ(mentions_of("Niger accused Nigeria of sabotage and recalled its envoy."),
            "Niger = NER; Nigeria = NGA; its = NER; envoy = NER");
}

TEST(Context, ABlocStaysInMindOverItsDescriptions) {
  EXPECT_EQ(mentions_of("NATO met. The alliance was united. It rained in Oslo. The bloc rested."),
            "NATO = NATO; alliance = NATO; Oslo = NOR p; bloc = NATO");
}

TEST(Context, BothAreThoseListedInTheSentence) {
  EXPECT_EQ(
      mentions_of("Peru watched Chile. Nicaragua and Guatemala lend ports to exiles, and Cuba "
                  "has threatened both."),
      "Peru = PER; Chile = CHL; Nicaragua = NIC; Guatemala = GTM; Cuba = CUB; "
      "both = NIC GTM");
}

TEST(Context, OneWhoHoldsTwoOfficesActsByTheFirst) {
  EXPECT_EQ(mentions_of("Thai Commerce Minister and Democrat leader Jurin Foo spoke. Jurin left."),
            "Thai Commerce Minister and Democrat leader Jurin Foo = THA; Jurin = THA");
  EXPECT_EQ(mentions_of("French President and British opposition leader Keir Foo met."),
            "French President = FRA; British opposition leader Keir Foo = GBR OPP");
}

TEST(Context, TwoOfARegionAreTwoWhoWereSpokenOf) {
  EXPECT_EQ(mentions_of("Bolivia and Peru met. The two Latin American nations signed a deal."),
            "Bolivia = BOL; Peru = PER; Latin American nations = BOL PER");
  EXPECT_EQ(mentions_of("The three Baltic states signed a deal."), "Baltic states = EST LVA LTU");
}

TEST(Context, SurnamesMayBeWordsForPlaces) {
  EXPECT_EQ(mentions_of("Mayor Geordin Hill-Lewis of Cape Town spoke. Hill-Lewis left."),
            "Mayor Geordin Hill-Lewis of Cape Town = ZAF; Hill-Lewis = ZAF");
}

TEST(Context, BracketedLettersTellWhereANameBegins) {
  EXPECT_EQ(mentions_of("The Broadcasting and Information Technology Commission (BITC) acted."),
            "Broadcasting and Information Technology Commission = ?Broadcasting and Information "
            "Technology "
            "Commission; BITC = ?Broadcasting and Information Technology Commission");
}

}  // namespace
}  // namespace entente
