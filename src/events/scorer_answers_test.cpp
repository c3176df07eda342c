// The built-in scorer on plain sentences: it must answer as any reader would.
#include <gtest/gtest.h>

#include "events/events.h"

namespace entente {
namespace {

Relating relation(const std::string& text, std::string_view source, std::string_view target) {
  static const EnglishModel kModel = embedded_english_model();
  const Document document = make_document(text, kModel, {.states = true});
  const auto range = [&](std::string_view phrase) {
    const auto at = static_cast<uint32_t>(text.find(phrase));
    return Range{at, at + static_cast<uint32_t>(phrase.size())};
  };
  return relate(document, range(source), range(target), embedded_deed_lexicon(), embedded_scorer());
}

TEST(ScorerAnswers, NamesTypeAndSideOfPlainSentences) {
  const Relating attack =
      relation("Rebel fighters attacked an army base on Monday, killing ten soldiers.",
               "Rebel fighters", "army base");
  EXPECT_EQ(attack.type, EventType::assault);
  EXPECT_GT(attack.confidence, 0.6);
  const Relating talks = relation("The Kenyan minister held talks with his Ugandan counterpart.",
                                  "The Kenyan minister", "his Ugandan counterpart");
  EXPECT_EQ(talks.type, EventType::consult);
}

TEST(ScorerAnswers, TellsWhoIsForOrAgainstWhomFromEitherSide) {
  const auto sentiment = [](const char* text, std::string_view source, std::string_view target) {
    return *relation(text, source, target).sentiment;
  };
  constexpr auto praise = "Senator Miller praised Governor Reed for his plan.";
  EXPECT_EQ(sentiment(praise, "Senator Miller", "Governor Reed"), Sentiment::positive);
  EXPECT_EQ(sentiment(praise, "Governor Reed", "Senator Miller"), Sentiment::positive_back);
  constexpr auto blame = "Senator Miller accused Governor Reed of lying to voters.";
  EXPECT_EQ(sentiment(blame, "Senator Miller", "Governor Reed"), Sentiment::negative);
  EXPECT_EQ(sentiment(blame, "Governor Reed", "Senator Miller"), Sentiment::negative_back);
  constexpr auto neither = "Miller was born in Texas and Reed was born in Ohio.";
  EXPECT_EQ(sentiment(neither, "Miller", "Reed"), Sentiment::neutral);
}

TEST(ScorerAnswers, AnswersWhereTheLexiconHasNoDeed) {
  const std::string text = "The mayor and the governor, one more time.";
  const Relating found = relation(text, "The mayor", "the governor");
  EXPECT_EQ(found.rule, "scorer");
  EXPECT_GT(found.confidence, 0);
  ASSERT_TRUE(found.sentiment);
}

TEST(ScorerAnswers, WithoutStatesTheLexiconAnswersAlone) {
  const std::string text = "Farmers condemned the board.";
  const Document document = make_document(text, embedded_english_model());
  const Relating found =
      relate(document, {0, 7}, {18, 27}, embedded_deed_lexicon(), embedded_scorer());
  EXPECT_EQ(found.rule, "condemn");
  EXPECT_FALSE(found.sentiment);
}

TEST(ScorerAnswers, TellsEventsFromOtherSentences) {
  const EnglishModel model = embedded_english_model();
  const auto quad_of = [&](const char* text) {
    const Document document = make_document(text, model, {.states = true});
    return sentence_class(document, {}, embedded_deed_lexicon(), embedded_scorer()).quad;
  };
  EXPECT_EQ(quad_of("Soldiers shot dead four protesters in the capital on Friday."), 4);
  EXPECT_EQ(quad_of("The report says that trade with the region depends on the weather."), 0);
}

}  // namespace
}  // namespace entente
