// The built-in scorer on the events of short texts.
#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

std::vector<Event> events_of(const std::string& text, const Scorer* scorer,
                             const ScoringOptions& options = {}) {
  static const EnglishModel kModel = embedded_english_model();
  static const WorldBook kBook = embedded_world_book();
  static const DeedLexicon kLexicon = embedded_deed_lexicon();
  Article article;
  article.text = text;
  const Document document = make_document(text, kModel, {.states = true});
  const auto mentions = find_mentions(document, kBook);
  if (!scorer) return extract_events(article, document, mentions, kLexicon);
  return extract_events(article, document, mentions, kLexicon, *scorer, options);
}

constexpr const char* kStory =
    "France condemned the Iranian missile test on Monday. "
    "The minister said that Germany would send weapons to Ukraine.";

TEST(ScorerEvents, ConfidenceIsAChanceAndTheEvidenceStays) {
  const Scorer scorer = embedded_scorer();
  const auto plain = events_of(kStory, nullptr);
  const auto scored = events_of(kStory, &scorer, {.confidence_min = 0, .unseen_min = 2});
  ASSERT_FALSE(plain.empty());
  ASSERT_EQ(scored.size(), plain.size());
  for (size_t i = 0; i < plain.size(); ++i) {
    EXPECT_EQ(scored[i].rule, plain[i].rule);
    EXPECT_EQ(scored[i].deed, plain[i].deed);
    EXPECT_EQ(scored[i].id, plain[i].id);
    EXPECT_GT(scored[i].confidence, 0);
    EXPECT_LT(scored[i].confidence, 1);
  }
}

TEST(ScorerEvents, OnlyWhatIsSureEnoughIsKept) {
  const Scorer scorer = embedded_scorer();
  const ScoringOptions strict = {.confidence_min = 1.1, .unseen_min = 2};
  EXPECT_TRUE(events_of(kStory, &scorer, strict).empty());
}

TEST(ScorerEvents, DeedsThatTheLexiconLacksNameTheScorerAndTheirWords) {
  const Scorer scorer = embedded_scorer();
  const ScoringOptions all = {.confidence_min = 0, .unseen_min = 0};
  const auto found = events_of("Norway zabbled Sweden on Friday.", &scorer, all);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].rule, "scorer");
  EXPECT_FALSE(found[0].deed.empty());
  EXPECT_EQ(slice(found[0].sentence, found[0].source.range), found[0].source.text);
}

}  // namespace
}  // namespace entente
