#include "actors/corrections.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const WorldBook& plain_book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

CorrectedBook with(std::string_view rows) {
  return correct_book(plain_book(), {"my.corrections", rows});
}

std::string node_in(const WorldBook& book, const std::string& text, std::string_view words) {
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(text, model);
  MentionOptions options;
  options.published = Date{2021, 7, 17};
  for (const Mention& mention : find_mentions(document, book, options)) {
    if (slice(document.text, mention.range).find(words) != std::string_view::npos) {
      return mention.actors[0].node;
    }
  }
  return "";
}

TEST(Corrections, UnknownNamesAreMergedIntoPartsOfStatesAndIntoEachOther) {
  const std::string text =
      "Ondiek Obura criticised the government of Kenya. The alliance Umoja Mpya protested in "
      "Nairobi.";
  EXPECT_EQ(node_in(plain_book(), text, "Ondiek Obura"), "?Ondiek Obura");
  const CorrectedBook fixed = with(
      "# mine\n\nmerge ?Ondiek Obura = KEN OPP\nmerge O. Obura; Obura Ondiek = ?Ondiek Oburu\n");
  EXPECT_TRUE(fixed.problems.empty()) << fixed.problems[0].message;
  EXPECT_EQ(fixed.corrections, 2u);
  EXPECT_EQ(node_in(fixed.book, text, "Ondiek Obura"), "KEN OPP");
  EXPECT_EQ(find_actor(fixed.book, "Obura Ondiek")->node, "?Ondiek Oburu");
}

TEST(Corrections, AnActorIsAddedRenamedRetypedAndDropped) {
  const CorrectedBook fixed = with(
      "add UMOJA = Umoja Mpya; UM-KE | sector PTY | country KEN | from 2019\n"
      "rename MSF = Physicians Unbound\n"
      "retype HAMAS = GOV PSE\n"
      "drop Boko Haram\n");
  ASSERT_TRUE(fixed.problems.empty()) << fixed.problems[0].where << fixed.problems[0].message;
  const auto added = find_actor(fixed.book, "UM-KE");
  ASSERT_TRUE(added);
  EXPECT_EQ(added->code, "UMOJA");
  EXPECT_EQ(added->sector, "PTY");
  EXPECT_EQ(node_name(fixed.book, "MSF"), "Physicians Unbound");
  EXPECT_EQ(find_actor(fixed.book, "Hamas")->sector, "GOV");
  EXPECT_EQ(node_in(fixed.book, "Nigeria said Boko Haram attacked the town.", "Boko Haram"), "");
}

TEST(Corrections, MergingKnownActorsMovesTheirNamesAndWhatWasReadBefore) {
  const CorrectedBook fixed = with("merge XDP; XLP = RUS\n");
  ASSERT_TRUE(fixed.problems.empty());
  EXPECT_EQ(find_actor(fixed.book, "Donetsk People's Republic")->node, "RUS");
  EXPECT_EQ(node_in(fixed.book, "Kiev accused the Luhansk People's Republic of theft.", "Luhansk"),
            "RUS");
  const Actor before = *find_actor(plain_book(), "XDP");
  EXPECT_EQ(corrected(fixed.book, before).node, "RUS");
  EXPECT_EQ(corrected(plain_book(), before), before);
  EXPECT_EQ(corrected(fixed.book, {"?Umoja", "", "", "Umoja", "?Umoja"}).node, "?Umoja");
}

TEST(Corrections, TheOrderOfLinesDoesNotMatter) {
  const CorrectedBook fixed = with("merge ?Umoja Wetu = UMOJA\nadd UMOJA = Umoja Mpya\n");
  ASSERT_TRUE(fixed.problems.empty());
  EXPECT_EQ(find_actor(fixed.book, "Umoja Wetu")->node, "UMOJA");
}

TEST(Corrections, EachBadRowIsNamedWithItsLineAndARemedy) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"join A = B", ":1: 'join' is no correction"},
      {"merge KEN", ":1: `merge` needs ` = `"},
      {"merge = KEN", ":1: the row names no actor"},
      {"rename KEN =", ":1: nothing stands behind `=`"},
      {"drop A = B", ":1: `drop` takes one name"},
      {"merge ?A = NOSUCH", ":1: no actor is called 'NOSUCH'"},
      {"merge ?A = KEN XYZ", ":1: 'XYZ' is no sector"},
      {"retype HAMAS = FOO", ":1: 'FOO' is no sector"},
      {"retype KEN = GOV", ":1: a state has no sector"},
      {"add KEN = Kenia", ":1: the code KEN is taken by Kenya"},
      {"add ZZZ = Kenya", ":1: 'Kenya' already names Kenya (KEN)"},
      {"add ZZZ = Zed | from 2020 | to 2019", ":1: `to` lies before `from`"},
      {"add ZZZ = Zed | colour red", ":1: 'colour red' is not understood"},
      {"merge KEN = KEN", "circle"},
      {"merge ?A = ?B\nmerge ?B = ?C\nmerge ?C = ?A",
       ":3: merging '?C' into '?A' leads in a circle"},
      {"merge ?A = KEN\nmerge ?a = UGA", ":2: line 1 says otherwise of '?a'"},
      {"drop Umoja\nmerge ?Umoja = KEN", ":2: line 1 merges or drops"},
  };
  for (const auto& [rows, message] : cases) {
    const CorrectedBook result = with(rows);
    ASSERT_EQ(result.problems.size(), 1u) << rows;
    const Problem& problem = result.problems[0];
    EXPECT_NE((problem.where + ": " + problem.message).find(message), std::string::npos)
        << problem.where << ": " << problem.message;
  }
}

TEST(Corrections, TheOtherRowsOfABadFileAreApplied) {
  const CorrectedBook result = with("nonsense\nmerge ?Umoja Wetu = KEN OPP\n");
  EXPECT_EQ(result.problems.size(), 1u);
  EXPECT_EQ(result.corrections, 1u);
  EXPECT_EQ(find_actor(result.book, "Umoja Wetu")->node, "KEN OPP");
}

}  // namespace
}  // namespace entente
