#include "documents/conllu.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

constexpr std::string_view kText =
    "# newdoc id = d\n"
    "# sent_id = d-1\n"
    "# text = They don't.\n"
    "1\tThey\tthey\tPRON\tPRP\tNumber=Plur|Person=3\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVBP\tMood=Ind|Tense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
    "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

TEST(Conllu, ReadsWordsOfContractionsAndSkipsEmptyNodes) {
  std::vector<Problem> problems;
  const auto sentences = read_conllu(kText, "x", &problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(sentences.size(), 1u);
  const ConlluSentence& s = sentences[0];
  EXPECT_EQ(s.id, "d-1");
  EXPECT_EQ(s.text, "They don't.");
  EXPECT_TRUE(s.new_document);
  ASSERT_EQ(s.words.size(), 4u);
  EXPECT_EQ(s.words[1].head, 4);  // the root
  EXPECT_EQ(s.words[2].lemma, "not");
  EXPECT_EQ(s.words[0].relation, Relation::nsubj);
  EXPECT_EQ(s.words[0].features.person, 3);
  EXPECT_TRUE(s.words[0].space_after);
  EXPECT_FALSE(s.words[1].space_after);
  EXPECT_FALSE(s.words[2].space_after);
}

TEST(Conllu, ReportsMalformedLinesWithTheirPlace) {
  std::vector<Problem> problems;
  const auto sentences = read_conllu(
      "1\tA\ta\tX\tFW\t_\t0\troot\t_\t_\nnonsense\n3\tB\tb\tX\tFW\t_\t1\tdep\t_\t_\n"
      "2\tC\tc\tX\tFW\t_\tone\tdep\t_\t_\n3\tD\td\tX\tFW\t_\t99\tdep\t_\t_\n",
      "file", &problems);
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(sentences[0].words.size(), 3u);
  EXPECT_EQ(sentences[0].words[2].head, 3);
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].where, "file:2");
  EXPECT_EQ(problems[1].where, "file:3");
  EXPECT_EQ(problems[2].where, "file:4");
}

TEST(Conllu, FeaturesAreInverse) {
  for (const std::string_view text : {"_", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
                                      "Tense=Past|VerbForm=Part|Voice=Pass",
                                      "Mood=Imp|VerbForm=Fin", "Number=Plur", "VerbForm=Ger"}) {
    EXPECT_EQ(to_string(features_from(text)), text);
  }
}

}  // namespace
}  // namespace entente
