#include "actors/folding.h"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

std::vector<uint64_t> keys(std::string_view text) {
  std::vector<uint64_t> out;
  AtomHasher::walk(text, AtomHasher::kSeed, [&](uint64_t key) {
    out.push_back(key);
    return true;
  });
  return out;
}

TEST(Folding, DropsDotsAndAccents) {
  EXPECT_EQ(fold("U.S."), "US");
  EXPECT_EQ(fold("Türkiye"), "Turkiye");
  EXPECT_EQ(fold("Erdoğan"), "Erdogan");
  EXPECT_EQ(fold("Łódź"), "Lodz");
}

TEST(Folding, SetsMarksOff) {
  EXPECT_EQ(fold("Guinea-Bissau"), "Guinea - Bissau");
  EXPECT_EQ(fold("Côte  d’Ivoire"), "Cote d ' Ivoire");
}

TEST(Folding, KeepsOtherScripts) { EXPECT_EQ(fold("Россия"), "Россия"); }

TEST(Folding, SurvivesBrokenBytes) {
  for (int lead = 0x80; lead < 0x100; ++lead) {
    const std::string text = {static_cast<char>(lead)};
    EXPECT_LE(fold(text).size(), 1u);
    EXPECT_LE(keys(text + "a").size(), 3u);
  }
}

TEST(Folding, KeysIgnoreCaseAndGrowByAtom) {
  EXPECT_EQ(keys("African Union"), keys("AFRICAN UNION"));
  EXPECT_EQ(keys("African Union").size(), 2u);
  EXPECT_EQ(keys("African Union")[0], keys("African")[0]);
  EXPECT_NE(keys("African Union")[1], keys("Union African")[1]);
  EXPECT_NE(keys("ab c")[1], keys("a bc")[1]);
  EXPECT_EQ(keys("Guinea-Bissau").size(), 3u);
}

}  // namespace
}  // namespace entente
