#include "events/scorer_input.h"

#include <gtest/gtest.h>

#include <memory>
#include <numeric>

#include "events/scorer_pairs.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

Document meeting() {
  return tree({{"Oslo", "Oslo", "PROPN", "NNP", 2, "nsubj"},
               {"condemned", "condemn", "VERB", "VBD", 0, "root"},
               {"the", "the", "DET", "DT", 4, "det"},
               {"plan", "plan", "NOUN", "NN", 2, "obj"},
               {"of", "of", "ADP", "IN", 6, "case"},
               {"Riga", "Riga", "PROPN", "NNP", 4, "nmod"},
               {".", ".", "PUNCT", ".", 2, "punct"}});
}

class ScorerInputTest : public testing::Test {
 protected:
  void read(std::vector<Mention> mentions) {
    mentions_ = std::move(mentions);
    syntax_ = std::make_unique<Syntax>(document_, lexicon_.entries().words);
    participants_ = std::make_unique<Participants>(*syntax_, mentions_, lexicon_.entries());
    deeds_ = match_deeds(*syntax_, *participants_, lexicon_.entries());
    reader_ = std::make_unique<ScorerReader>(*syntax_, *participants_, lexicon_.entries(), deeds_);
  }
  Document document_ = meeting();
  DeedLexicon lexicon_ = embedded_deed_lexicon();
  std::vector<Mention> mentions_;
  std::unique_ptr<Syntax> syntax_;
  std::unique_ptr<Participants> participants_;
  std::vector<Deed> deeds_;
  std::unique_ptr<ScorerReader> reader_;
};

TEST_F(ScorerInputTest, JoinsThePairWhereItsWaysMeet) {
  read({mention(document_, 1, 1, "NOR"), mention(document_, 6, 6, "LVA")});
  const ScorerInput input = reader_->pair(Filler{0}, Filler{1});
  EXPECT_EQ(input.source, 0u);
  EXPECT_EQ(input.target, 5u);
  EXPECT_EQ(input.top, 1u);
  EXPECT_EQ(input.path, (std::vector<uint32_t>{1, 3}));
  ASSERT_EQ(input.places.size(), 7u);
  EXPECT_EQ(input.places[0][0], 0);                   // in the source
  EXPECT_EQ(input.places[5][1], 0);                   // in the target
  EXPECT_NE(input.places[3][2], input.places[2][2]);  // on the way, and beside it
  EXPECT_EQ(input.places[1][3], 1 + static_cast<int>(EventType::accuse));
}

TEST_F(ScorerInputTest, VotesOfTheLexiconHaveADirection) {
  read({mention(document_, 1, 1, "NOR"), mention(document_, 6, 6, "LVA")});
  const auto accuse = static_cast<size_t>(EventType::accuse);
  const ScorerInput ahead = reader_->pair(Filler{0}, Filler{1});
  const ScorerInput back = reader_->pair(Filler{1}, Filler{0});
  EXPECT_GT(ahead.facts[accuse], 0.5f);
  EXPECT_EQ(ahead.facts[16 + accuse], 0.0f);
  EXPECT_EQ(back.facts[accuse], 0.0f);
  EXPECT_GT(back.facts[16 + accuse], 0.5f);
}

TEST_F(ScorerInputTest, APhraseThatIsNotThereLeavesItsPlaceEmpty) {
  read({mention(document_, 1, 1, "NOR")});
  const ScorerInput input = reader_->pair(Filler{0}, std::nullopt);
  EXPECT_EQ(input.source, 0u);
  EXPECT_FALSE(input.target);
  EXPECT_EQ(input.top, 1u);
  EXPECT_EQ(input.places[0][1], 11);
}

TEST_F(ScorerInputTest, ASentenceAsSuchHasItsRoot) {
  read({});
  const ScorerInput input = reader_->sentence();
  EXPECT_FALSE(input.source);
  EXPECT_EQ(input.top, 1u);
  EXPECT_EQ(input.end, 7u);
}

TEST_F(ScorerInputTest, EachOrderedPairOfActorsIsOnePair) {
  read({mention(document_, 1, 1, "NOR"), mention(document_, 6, 6, "LVA")});
  const auto pairs = actor_pairs(*syntax_, *participants_, 0);
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_NE(pairs[0].source.mention, pairs[1].source.mention);
}

TEST_F(ScorerInputTest, UnknownNamesAndPlacesDoNotAct) {
  Mention place = mention(document_, 6, 6, "LVA");
  place.place = true;
  read({mention(document_, 1, 1, "?Oslo"), place});
  EXPECT_TRUE(actor_pairs(*syntax_, *participants_, 0).empty());
}

}  // namespace
}  // namespace entente
