// Every entry of the shipped lexicon is executed on its own example, from text to event.
#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

TEST(LexiconExamples, EachEntryFiresOnItsExample) {
  const auto problems =
      check_deed_lexicon(embedded_deed_lexicon(), embedded_english_model(), embedded_world_book());
  for (const Problem& problem : problems) ADD_FAILURE() << problem.where << ": " << problem.message;
}

TEST(LexiconExamples, AnEntryThatMissesItsExampleIsNamed) {
  const auto lexicon = load_deed_lexicon(
      {{"mine.txt",
        "warn | THREATEN | verb:warn | subj > obj | Russia sang to Georgia. = RUS > GEO"}});
  ASSERT_TRUE(lexicon.ok());
  const auto problems =
      check_deed_lexicon(lexicon.value(), embedded_english_model(), embedded_world_book());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "mine.txt:1");
}

}  // namespace
}  // namespace entente
