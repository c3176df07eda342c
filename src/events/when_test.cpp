#include "events/when.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

constexpr Date kToday = {2021, 6, 30};  // a Wednesday

// "Mali met Chad WORDS", the words hanging on the verb.
EventDate date(std::vector<std::string> words, bool future = false,
               std::optional<Date> published = kToday) {
  Document d = tree(
      {{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"}, {"met", "meet", "VERB", "VBD", 0, "root"}});
  for (const std::string& word : words) {
    Token token;
    d.text += ' ';
    token.range.begin = static_cast<uint32_t>(d.text.size());
    d.text += word;
    token.range.end = static_cast<uint32_t>(d.text.size());
    token.head = 1;
    token.lemma = word;
    token.upos = Upos::noun;
    d.tokens.push_back(token);
  }
  d.sentences[0].token_end = static_cast<uint32_t>(d.tokens.size());
  return date_of(Syntax(d), 1, published, future);
}

std::string text(const EventDate& date) {
  return to_string(date.range.from) + " " + to_string(date.range.to) + " " +
         std::string(to_string(date.range.precision)) + " " + std::string(to_string(date.basis));
}

TEST(When, ReadsExplicitDates) {
  EXPECT_EQ(text(date({"on", "5", "May", "2020"})), "2020-05-05 2020-05-05 day explicit");
  EXPECT_EQ(text(date({"on", "May", "5", ",", "2020"})), "2020-05-05 2020-05-05 day explicit");
  EXPECT_EQ(text(date({"in", "May", "2020"})), "2020-05-01 2020-05-31 month explicit");
  EXPECT_EQ(text(date({"in", "2017"})), "2017-01-01 2017-12-31 year explicit");
}

TEST(When, ReadsRelativeDates) {
  EXPECT_EQ(text(date({"on", "Monday"})), "2021-06-28 2021-06-28 day relative");
  EXPECT_EQ(text(date({"on", "Monday"}, true)), "2021-07-05 2021-07-05 day relative");
  EXPECT_EQ(text(date({"yesterday"})), "2021-06-29 2021-06-29 day relative");
  EXPECT_EQ(text(date({"last", "month"})), "2021-05-01 2021-05-31 month relative");
  EXPECT_EQ(text(date({"three", "days", "ago"})), "2021-06-27 2021-06-27 day relative");
  EXPECT_EQ(text(date({"in", "August"})), "2020-08-01 2020-08-31 month relative");
  EXPECT_EQ(text(date({"in", "August"}, true)), "2021-08-01 2021-08-31 month relative");
}

TEST(When, ReadsSeasonsDecadesAndPartsOfAYear) {
  EXPECT_EQ(text(date({"in", "the", "spring", "of", "2014"})),
            "2014-03-01 2014-05-31 quarter explicit");
  EXPECT_EQ(text(date({"in", "the", "spring"})), "2021-03-01 2021-05-31 quarter relative");
  EXPECT_EQ(text(date({"in", "the", "autumn"})), "2020-09-01 2020-11-30 quarter relative");
  EXPECT_EQ(text(date({"in", "the", "autumn"}, true)), "2021-09-01 2021-11-30 quarter relative");
  EXPECT_EQ(text(date({"last", "winter"})), "2020-12-01 2021-02-28 quarter relative");
  EXPECT_EQ(text(date({"in", "the", "early", "1990s"})), "1990-01-01 1993-12-31 decade explicit");
  EXPECT_EQ(text(date({"in", "early", "2015"})), "2015-01-01 2015-04-30 quarter explicit");
  EXPECT_EQ(text(date({"at", "the", "end", "of", "2015"})),
            "2015-09-01 2015-12-31 quarter explicit");
  EXPECT_EQ(text(date({"in", "the", "second", "quarter"})),
            "2021-04-01 2021-06-30 quarter relative");
}

TEST(When, ReadsSpans) {
  EXPECT_EQ(text(date({"since", "2014"})), "2014-01-01 2021-06-30 year explicit");
  EXPECT_EQ(text(date({"between", "2014", "and", "2016"})), "2014-01-01 2016-12-31 year explicit");
  EXPECT_EQ(text(date({"over", "the", "past", "two", "weeks"})),
            "2021-06-16 2021-06-30 month relative");
  EXPECT_EQ(text(date({"in", "recent", "days"})), "2021-06-26 2021-06-30 week relative");
  EXPECT_EQ(text(date({"at", "the", "weekend"})), "2021-06-26 2021-06-27 week relative");
}

TEST(When, FallsThatAreNoSeason) {
  EXPECT_EQ(date({"after", "the", "fall", "of", "Kabul"}).basis, DateBasis::publication);
}

TEST(When, FallsBackToPublicationAndSaysSo) {
  EXPECT_EQ(text(date({"again"})), "2021-06-30 2021-06-30 day publication");
  EXPECT_EQ(date({"on", "Monday"}, false, std::nullopt).basis, DateBasis::none);
  EXPECT_EQ(date({"on", "31", "February", "2020"}).basis, DateBasis::publication);
}

}  // namespace
}  // namespace entente
