// Words and mentions in every format.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "views/text_lines.h"
#include "views/views.h"

namespace entente {
namespace {

using Json = nlohmann::json;

struct Mentioned {
  Document document;
  std::vector<Mention> mentions;
};

Mentioned both_countries() {
  Mentioned result;
  result.document.text = "Both countries met near Kabul.";
  Mention both;
  both.range = {0, 14};
  both.actors = {{"RUS", "RUS", "", "Russia", "RUS"}, {"?Bo Li", "", "", "Bo Li", "?Bo Li"}};
  both.how = Resolution::description;
  both.confidence = 0.5;
  Mention kabul;
  kabul.range = {24, 29};
  kabul.actors = {{"AFG", "AFG", "", "Afghanistan", "AFG"}};
  kabul.place = true;
  result.mentions = {both, kabul};
  return result;
}

TEST(MentionsView, Table) {
  const auto [document, mentions] = both_countries();
  EXPECT_EQ(mentions_view({{"a", document, mentions}}, Format::table, {false, 80}),
            "sentence  mention         actor              resolved by  use\n"
            "───────────────────────────────────────────────────────────────\n"
            "       1  Both countries  RUS Russia, Bo Li  description\n"
            "       1  Kabul           AFG Afghanistan    name         place\n");
}

TEST(MentionsView, OneRowAnActor) {
  const auto [document, mentions] = both_countries();
  const auto rows = lines_of(mentions_view({{"a", document, mentions}}, Format::jsonl, {}));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(
      rows[1],
      R"({"document":"a","sentence":0,"begin":0,"end":14,"text":"Both countries",)"
      R"("code":"?Bo Li","country":"","sector":"","name":"Bo Li","node":"?Bo Li",)"
      R"("how":"description","place":false,"outlet":false,"modifier":false,"confidence":0.5})");
}

TEST(MentionsView, SeveralDocumentsAreOneWhole) {
  const auto [document, mentions] = both_countries();
  const std::vector<ReadDocument> two = {{"a", document, mentions}, {"b", document, mentions}};
  EXPECT_EQ(Json::parse(mentions_view(two, Format::json, {})).size(), 6u);
  EXPECT_EQ(lines_of(mentions_view(two, Format::csv, {})).size(), 7u);
  const std::string table = mentions_view(two, Format::table, {false, 80});
  EXPECT_TRUE(table.starts_with("a\nsentence")) << table;
  EXPECT_NE(table.find("\n\nb\nsentence"), std::string::npos) << table;
}

Document two_sentences() {
  Document document;
  document.text = "Troops left. Good.";
  document.sentences = {{{0, 12}, 0, 3, false}, {{13, 18}, 3, 5, false}};
  document.tokens.resize(5);
  const std::vector<Range> ranges = {{0, 6}, {7, 11}, {11, 12}, {13, 17}, {17, 18}};
  const std::vector<int32_t> heads = {1, kNoToken, 1, kNoToken, 3};
  for (size_t i = 0; i < 5; ++i) {
    document.tokens[i].range = ranges[i];
    document.tokens[i].head = heads[i];
    document.tokens[i].relation = heads[i] == kNoToken ? Relation::root : Relation::punct;
  }
  return document;
}

TEST(WordsView, HeadsAreIdsWithinTheSentence) {
  const Document document = two_sentences();
  const std::vector<Mention> none;
  const Json words = Json::parse(words_view({{"a", document, none}}, Format::json));
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(words[0]["head"], 2);
  EXPECT_EQ(words[1]["head"], 0);
  EXPECT_EQ(words[4]["sentence"], 1);
  EXPECT_EQ(words[4]["id"], 2);
  EXPECT_EQ(words[4]["head"], 1);
  EXPECT_EQ(words[4]["form"], ".");
  EXPECT_NE(words_view({{"a", document, none}}, Format::table).find("# newdoc id = a"),
            std::string::npos);
}

}  // namespace
}  // namespace entente
