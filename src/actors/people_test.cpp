// Names of people and how they come back in a text.
#include "actors/people.h"

#include <gtest/gtest.h>

#include "actors/text_mentions.h"

namespace entente {
namespace {

People::Entry entry(std::string name, std::string office = {}) {
  People::Entry out;
  out.name = std::move(name);
  out.office = std::move(office);
  return out;
}

TEST(People, ASurnameThatTheTextIntroducesIsNoTown) {
  EXPECT_EQ(mentions_of("Tim Dresden, a Kenyan diplomat, left. Dresden warned Uganda."),
            "Tim Dresden = KEN; Kenyan diplomat = KEN; Dresden = KEN; Uganda = UGA");
}

TEST(People, KeysAreSurnameFirstNameAndMiddleName) {
  People people;
  people.add(entry("Sama Lukonde Kyenge"));
  for (const std::string_view key : {"Kyenge", "Lukonde", "Sama", "sama lukonde kyenge"}) {
    ASSERT_TRUE(people.find(key)) << key;
    EXPECT_EQ(people.find(key)->name, "Sama Lukonde Kyenge");
  }
  EXPECT_FALSE(people.find("Tshisekedi"));
}

TEST(People, TheSurnameGoesToWhoWasNamedLast) {
  People people;
  people.add(entry("Maria Silva"));
  people.add(entry("Jose Silva"));
  EXPECT_EQ(people.find("Silva")->name, "Jose Silva");
}

TEST(People, WhomTheTextGivesAnOfficeHoldsItForTheText) {
  EXPECT_EQ(
      mentions_of("David Panuelo, then president of Micronesia, wrote a letter. In it Panuelo "
                  "accused Beijing of bribery.",
                  "2023-07-17"),
      "David Panuelo = FSM; then president of Micronesia = FSM; Panuelo = FSM; "
      "Beijing = CHN");
  EXPECT_EQ(mentions_of("Raila Odinga, the opposition leader, spoke in Nairobi.", "2017-08-29"),
            "Raila Odinga = KEN OPP; opposition leader = KEN OPP; Nairobi = KEN p");
}

TEST(People, TitlesBehindTheNameMayBeLong) {
  EXPECT_EQ(mentions_of("Jane Roe, Public Outreach Minister of Kenya, met donors in Minsk."),
            "Jane Roe = KEN; Minister of Kenya = KEN; Minsk = BLR p");
  EXPECT_EQ(mentions_of("Jane Roe, chairwoman of Kenya's Legal Services Board, was pleased."),
            "Jane Roe = KEN; chairwoman of Kenya = KEN");
  EXPECT_EQ(mentions_of("UNRWA director of partnerships of the legal department, Karim Roe, wept."),
            "UNRWA director = UN; Karim Roe = UN");
  EXPECT_EQ(mentions_of("Jane Roe, the president's daughter, met the Kenyan minister."),
            "Jane Roe = ?Jane Roe; Kenyan minister = KEN");
}

TEST(People, TheNameMayStandBehindThePost) {
  EXPECT_EQ(mentions_of("Turkish Ambassador to Kenya Emre Roe met donors."),
            "Turkish Ambassador = TUR; Kenya = KEN; Emre Roe = TUR");
  EXPECT_EQ(mentions_of("Emre Roe, who heads Turkey's delegation, met donors. Roe left."),
            "Emre Roe = TUR; Turkey's delegation = TUR; Roe = TUR");
}

TEST(People, WhoIsFromABodyIsOneOfTheirs) {
  EXPECT_EQ(mentions_of("Maria Roe from the UN Children's Fund warned Ghana. Roe was angry."),
            "Maria Roe = UN; UN Children's Fund = UN; Ghana = GHA; Roe = UN");
}

TEST(People, AFirstNameWithAnotherTitleIsSomebodyElse) {
  EXPECT_EQ(mentions_of("President Theodore Roosevelt wrote to London. Emperor Theodore was dead.",
                        "2003-12-01")
                .find("Emperor Theodore = USA"),
            std::string::npos);
}

}  // namespace
}  // namespace entente
