// The mentions of gold/actors.txt, from text to actor, with floors.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "actors/gold_mentions.h"

namespace entente {
namespace {

constexpr double kFloor = 0.92;
constexpr double kWrongStateMax = 0.03;

const std::vector<GoldBlock>& gold() {
  static const std::vector<GoldBlock> blocks = [] {
    std::ifstream file(ENTENTE_ROOT "/gold/actors.txt");
    std::ostringstream text;
    text << file.rdbuf();
    return read_gold_mentions(text.str());
  }();
  return blocks;
}

MentionScore score_half(bool test) {
  static const WorldBook book = embedded_world_book();
  static const EnglishModel model = embedded_english_model();
  MentionScore score;
  for (const GoldBlock& block : gold()) {
    if (block.test == test) score_block(block, book, model, score);
  }
  return score;
}

void expect_floors(const MentionScore& score, const char* half) {
  std::printf("gold/actors.txt, %s: %zu of %zu right (%.1f %%); %zu of %zu states wrong\n", half,
              score.right, score.asked, 100 * score.accuracy(), score.wrong_state, score.states);
  std::string faults;
  for (const std::string& fault : score.faults) faults += fault + "\n";
  std::printf("%s", faults.c_str());
  EXPECT_GE(score.accuracy(), kFloor) << faults;
  EXPECT_LE(static_cast<double>(score.wrong_state),
            kWrongStateMax * static_cast<double>(score.states));
}

TEST(GoldMentions, IsLarge) {
  size_t dev = 0, test = 0;
  for (const GoldBlock& block : gold()) {
    EXPECT_TRUE(block.published) << "line " << block.line;
    (block.test ? test : dev) += block.mentions.size();
  }
  EXPECT_GE(dev, 200u);
  EXPECT_GE(test, 200u);
}

TEST(GoldMentions, Dev) { expect_floors(score_half(false), "dev"); }
TEST(GoldMentions, Test) { expect_floors(score_half(true), "test"); }

TEST(GoldMentions, ReadsItsFormat) {
  const auto blocks = read_gold_mentions(
      "# no block\n[2020-01-02 test] Oslo and Rome met in Bonn.\n  Oslo and Rome = NOR ITA CVL\n"
      "  Bonn = DEU place\n  met = -\n");
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_TRUE(blocks[0].test);
  ASSERT_EQ(blocks[0].mentions.size(), 3u);
  EXPECT_EQ(blocks[0].mentions[0].nodes, (std::vector<std::string>{"ITA CVL", "NOR"}));
  EXPECT_TRUE(blocks[0].mentions[1].place);
  EXPECT_TRUE(blocks[0].mentions[2].nodes.empty());
}

}  // namespace
}  // namespace entente
