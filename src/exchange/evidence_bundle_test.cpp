// Bundles of evidence: numbers, quotes, outlets, dates.
#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/holdings_fixture.h"

namespace entente {
namespace {

TEST(EvidenceBundle, OfAPairHoldsItsSentencesInBothForms) {
  const HeldEvents held = held_system();
  const EvidenceBundle bundle = evidence_bundle(held.holdings(), {"USA", "RUS"});
  EXPECT_EQ(bundle.items, 2u);
  for (const std::string& part :
       {std::string("# Evidence: United States and Russia"), std::string("enemies, strength"),
        std::string("1. **2021-05-05** United States → Russia · SANCTION -6.0"),
        std::string("> Russia did it to United States."), std::string("Gazette"),
        std::string("2021-07-02"), std::string("https://gazette.example/1?a=b&c=d")})
    EXPECT_NE(bundle.markdown.find(part), std::string::npos) << part << "\n" << bundle.markdown;
  EXPECT_NE(bundle.csv.find("2,Russia and United States,"), std::string::npos) << bundle.csv;
  EXPECT_EQ(std::ranges::count(bundle.csv, '\n'), 3);
}

TEST(EvidenceBundle, OfATriadHoldsItsThreeTies) {
  const HeldEvents held = held_system();
  const EvidenceBundle bundle = evidence_bundle(held.holdings(), {"USA", "RUS", "CHN"});
  EXPECT_EQ(bundle.items, 5u);
  EXPECT_NE(bundle.markdown.find("5 items about 3 ties"), std::string::npos) << bundle.markdown;
}

TEST(EvidenceBundle, OfAllHoldsEachEventOnce) {
  const HeldEvents held = held_system();
  EXPECT_EQ(evidence_bundle(held.holdings(), {}).items, held.events.size());
  EXPECT_EQ(evidence_bundle(held.holdings(), {"USA", "FRA"}).items, 0u);
}

TEST(EvidenceBundle, SaysWhereNoSentenceWasSeenAndHidesNoMarkup) {
  Event foreign = held_event("1", "USA", "RUS", EventType::accuse, {2021, 5, 3});
  foreign.sentence = "";
  foreign.elsewhere = {"ICEWS", "7", "112"};
  Event odd = held_event("2", "USA", "RUS", EventType::accuse, {2021, 5, 4});
  odd.sentence = "<script> *bold* \n# title";
  const HeldEvents held({held_article()}, {foreign, odd});
  const EvidenceBundle bundle = evidence_bundle(held.holdings(), {"RUS", "USA"});
  EXPECT_NE(bundle.markdown.find("coded elsewhere, by ICEWS as 112; sentence not seen"),
            std::string::npos);
  EXPECT_NE(bundle.markdown.find("\\<script\\> \\*bold\\*  \\# title"), std::string::npos)
      << bundle.markdown;
}

}  // namespace
}  // namespace entente
