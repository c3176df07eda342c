#include "cli/attribution_scoring.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const std::string kText = "\u201CNo,\u201D he said. Mali left.";
const std::string kMarks =
    "T1\tSource 6 8\the\nT2\tCue 9 13\tsaid\nT3\tContent 0 5\t\u201CNo,\u201D\n"
    "E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3\n";

Attribution found(Range source, Range content) {
  Attribution attribution;
  attribution.source = source;
  attribution.content = content;
  return attribution;
}

TEST(AttributionScoring, ReadsCharactersAsBytesOfPlainText) {
  const MarkedText marked = read_marked_text(kText, kMarks, "x.ann");
  EXPECT_EQ(marked.text, "\"No,\" he said. Mali left.");
  ASSERT_EQ(marked.attributions.size(), 1u);
  EXPECT_EQ(slice(marked.text, marked.attributions[0].source[0]), "he");
  EXPECT_EQ(slice(marked.text, marked.attributions[0].content[0]), "\"No,\"");
  ASSERT_EQ(marked.problems.size(), 1u);  // T9 is defined nowhere
  EXPECT_EQ(marked.problems[0].where, "x.ann:4");
}

TEST(AttributionScoring, RefusesRangesOutsideTheText) {
  const MarkedText marked = read_marked_text("short", "T1\tSource 3 99\tx\nT2 broken\n", "x.ann");
  ASSERT_EQ(marked.problems.size(), 2u);
  EXPECT_EQ(marked.problems[0].where, "x.ann:1");
  EXPECT_EQ(marked.problems[1].where, "x.ann:2");
}

TEST(AttributionScoring, CountsEachMarkOnce) {
  const MarkedText marked = read_marked_text(kText, kMarks, "x.ann");
  AttributionScore score;
  add(score, marked,
      {found({6, 8}, {0, 5}), found({6, 8}, {15, 19}), found({15, 19}, {}), found({}, {0, 5})});
  EXPECT_EQ(score.source.gold, 1u);
  EXPECT_EQ(score.source.found, 3u);  // one has no source and is not counted
  EXPECT_EQ(score.source.right, 1u);
  EXPECT_EQ(score.source_with_content.right, 1u);
}

TEST(AttributionScoring, TheContentCountsApart) {
  AttributionScore score;
  add(score, read_marked_text(kText, kMarks, "x.ann"), {found({6, 8}, {15, 19})});
  EXPECT_EQ(score.source.right, 1u);
  EXPECT_EQ(score.source_with_content.right, 0u);
}

}  // namespace
}  // namespace entente
