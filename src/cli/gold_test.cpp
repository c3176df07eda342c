#include "cli/gold.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace entente {

namespace {

TEST(Gold, BlocksAreRead) {
  const GoldSet set = read_gold(
      "# a comment\n\n[2021-08-30] Minsk refused, a paper said.\n"
      "  REJECT/assist denied BLR CVL -> RUS | said_by: A > B | issue: military bases\n"
      "  CONSULT happened BLR <-> RUS\n\nNothing here.\n  none\n",
      "g.txt");
  EXPECT_TRUE(set.problems.empty());
  ASSERT_EQ(set.sentences.size(), 2u);
  const GoldSentence& first = set.sentences[0];
  EXPECT_EQ(first.text, "Minsk refused, a paper said.");
  EXPECT_EQ(first.place, "g.txt:3");
  EXPECT_EQ(to_string(*first.published), "2021-08-30");
  ASSERT_EQ(first.events.size(), 2u);
  EXPECT_EQ(first.events[0].type, EventType::reject);
  EXPECT_EQ(first.events[0].mode, "assist");
  EXPECT_EQ(first.events[0].status, EventStatus::denied);
  EXPECT_EQ(first.events[0].source, "BLR CVL");
  EXPECT_EQ(first.events[0].target, "RUS");
  EXPECT_EQ(first.events[0].said_by, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(first.events[0].issue, "military bases");
  EXPECT_TRUE(first.events[1].mutual);
  EXPECT_TRUE(set.sentences[1].events.empty());
}

TEST(Gold, MistakesAreReportedWithTheirLines) {
  const GoldSet set = read_gold(
      "  AID happened A -> B\nForgotten.\n\nOne.\n  GIFT happened A -> B\n  AID once A -> B\n"
      "  AID happened A B\n  AID/phone happened A -> B\n  AID happened A -> B | by: C\n",
      "g");
  std::vector<std::string> places;
  for (const Problem& problem : set.problems) places.push_back(problem.where);
  EXPECT_EQ(places, (std::vector<std::string>{"g:1", "g:2", "g:5", "g:6", "g:7", "g:8", "g:9"}));
  EXPECT_EQ(set.sentences.size(), 1u);
}

TEST(Gold, TheProjectsOwnFilesFollowTheFormat) {
  size_t sentences = 0, silent = 0;
  for (const char* name : {"events.txt", "analysis.txt"}) {
    std::ostringstream text;
    text << std::ifstream(std::string(ENTENTE_ROOT "/gold/") + name).rdbuf();
    const GoldSet set = read_gold(text.str(), name);
    for (const Problem& problem : set.problems) ADD_FAILURE() << problem.where << problem.message;
    sentences += set.sentences.size();
    for (const GoldSentence& sentence : set.sentences) silent += sentence.events.empty();
  }
  EXPECT_GE(sentences, 150u);
  EXPECT_GE(silent, 40u);
}

}  // namespace

}  // namespace entente
