#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "documents/conllu.h"
#include "documents/documents_fixture.h"
#include "documents/score.h"

namespace entente {
namespace {

// What every document must satisfy, whatever its text.
void expect_sound(const Document& document) {
  uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    ASSERT_EQ(sentence.token_begin, next);
    ASSERT_LT(sentence.token_begin, sentence.token_end);
    next = sentence.token_end;
    int roots = 0;
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      const Token& token = document.tokens[i];
      ASSERT_TRUE(sentence.range.contains(token.range));
      ASSERT_FALSE(token.range.empty());
      ASSERT_FALSE(token.lemma.empty());
      roots += token.head == kNoToken;
      ASSERT_EQ(token.head == kNoToken, token.relation == Relation::root);
      if (token.head == kNoToken) continue;
      ASSERT_GE(token.head, static_cast<int32_t>(sentence.token_begin));
      ASSERT_LT(token.head, static_cast<int32_t>(sentence.token_end));
      // Every way up ends at the root.
      int32_t at = token.head;
      for (uint32_t step = sentence.token_begin; at != kNoToken && step <= sentence.token_end;
           ++step)
        at = document.tokens[static_cast<size_t>(at)].head;
      ASSERT_EQ(at, kNoToken);
    }
    ASSERT_EQ(roots, 1);
  }
  ASSERT_EQ(next, document.tokens.size());
}

TEST(Documents, ParsesWhoDidWhat) {
  const Document d = read("Russia rejected the deployment of American troops.");
  EXPECT_EQ(head_of(d, "rejected"), "root");
  EXPECT_EQ(head_of(d, "Russia"), "rejected");
  EXPECT_EQ(find(d, "Russia")->relation, Relation::nsubj);
  EXPECT_EQ(find(d, "deployment")->relation, Relation::obj);
  EXPECT_EQ(head_of(d, "troops"), "deployment");
  EXPECT_EQ(find(d, "rejected")->lemma, "reject");
  EXPECT_EQ(find(d, "rejected")->features.tense, Tense::past);
  EXPECT_EQ(find(d, "troops")->features.number, Number::plural);
}

TEST(Documents, ParsesPassivesAndContractions) {
  const Document d = read("The hostages were freed by rebels. Iran didn't sign the treaty.");
  EXPECT_EQ(find(d, "hostages")->relation, Relation::nsubj_pass);
  EXPECT_TRUE(find(d, "freed")->features.passive);
  EXPECT_EQ(find(d, "n't")->lemma, "not");
  EXPECT_EQ(head_of(d, "n't"), "sign");
  EXPECT_EQ(d.sentences.size(), 2u);
}

TEST(Documents, BlocksAreNeverJoined) {
  const Document d = read("Talks fail\nThe ministers left. They were angry.\n\n- First item");
  ASSERT_EQ(d.sentences.size(), 4u);
  EXPECT_TRUE(d.sentences[0].heading);
  EXPECT_FALSE(d.sentences[1].heading);
  EXPECT_FALSE(d.sentences[2].heading);
  EXPECT_TRUE(d.sentences[3].heading);
  EXPECT_EQ(slice(d.text, d.sentences[1].range), "The ministers left.");
}

TEST(Documents, EmptyAndBlankTexts) {
  for (const char* text : {"", "\n", " \t \n\n ", "\x01\x02"}) {
    EXPECT_TRUE(read(text).sentences.empty());
    EXPECT_TRUE(read(text).problems.empty());
  }
}

TEST(Documents, LongSentencesAreCutWithAProblem) {
  std::string text = "We saw";
  for (int i = 0; i < 1500; ++i) text += " a dog and";
  DocumentOptions options;
  options.sentence_tokens_max = 100;
  const Document d = make_document(text + " a cat .", model(), options);
  expect_sound(d);
  for (const Sentence& s : d.sentences) EXPECT_LE(s.token_end - s.token_begin, 100u);
  ASSERT_EQ(d.problems.size(), 1u);
  EXPECT_NE(d.problems[0].message.find("more than 100 words"), std::string::npos);
}

TEST(Documents, OfMegabytesWithoutAFullStopTheBeginningIsRead) {
  std::string words, letters(10'000'000, 'a');
  while (words.size() < 10'000'000) words += "war peace ";
  for (const std::string& text : {words, letters, std::string(1'000'000, '(')}) {
    const Document d = read(text, {.run_tokens_max = 1000});
    expect_sound(d);
    EXPECT_LE(d.tokens.size(), 1000u);
    EXPECT_EQ(d.problems.empty(), text == letters);
  }
  const Document d = read(words + "\nPeace came. War went.", {.run_tokens_max = 10});
  EXPECT_EQ(d.sentences.size(), 3u);  // what follows is read as ever
  ASSERT_EQ(d.problems.size(), 1u);
  EXPECT_EQ(d.problems[0].message,
            "2000000 words without a full stop: all but the first 10 were set aside");
}

TEST(Documents, SentencesOfAThousandWordsAreOneTree) {
  std::string text = "Iran met Iraq";
  for (int i = 0; i < 332; ++i) text += " , then Iraq";
  const Document d = read(text + ".", {.sentence_tokens_max = 2000});
  ASSERT_EQ(d.sentences.size(), 1u);
  EXPECT_EQ(d.tokens.size(), 1000u);
  expect_sound(d);
}

TEST(Documents, HeadlinesListsAndTables) {
  const Document d = read(
      "TURKEY RECONCILES WITH EGYPT\n* Iran\n* Iraq\n1. Oman\n2. Qatar\n"
      "Country | 2019 | 2020\nNiger | 12 | 15\nChad\t7\t9\n\x07\x1b[0m Talks \x02 fail\n");
  expect_sound(d);
  EXPECT_EQ(d.sentences.size(), 9u);
  EXPECT_EQ(head_of(d, "RECONCILES"), "root");
  EXPECT_EQ(find(d, "TURKEY")->relation, Relation::nsubj);
}

TEST(Documents, OtherLanguagesAreSetAside) {
  const std::string french =
      "Le ministre a déclaré que les deux pays ne sont pas d'accord sur la frontière et que cette "
      "réunion est reportée.";
  const Document all = read("Frontière\n" + french);
  EXPECT_TRUE(all.sentences.empty());
  ASSERT_EQ(all.problems.size(), 1u);
  const std::string english =
      "The ministers of both countries said on Monday that they would meet again in the spring, "
      "and that the border would stay open until then for those who want to leave.\n";
  const Document part = read(english + french + "\n" + english);
  EXPECT_EQ(part.sentences.size(), 2u);
  ASSERT_EQ(part.problems.size(), 1u);
  EXPECT_EQ(part.problems[0].where, "byte " + std::to_string(english.size()));
}

TEST(Documents, RandomBytesNeverBreakIt) {
  std::mt19937 random(13);
  constexpr std::string_view pieces[] = {"The ", "said", "n't",   ". ",   "\n", "U.S. ", "“",
                                         "-",    " ",    "NATO ", "\xE2", "5",  ", "};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (unsigned i = random() % 60; i > 0; --i) {
      if (random() % 3 == 0)
        text += static_cast<char>(random());
      else
        text += pieces[random() % std::size(pieces)];
    }
    expect_sound(read(text));
  }
}

TEST(Documents, TheSameTextGivesTheSameAnalysis) {
  const std::string text =
      "Kabul fell on Sunday. NATO's envoys, who had left, didn't return to the U.S. embassy.";
  EXPECT_EQ(to_conllu(read(text)), to_conllu(read(text)));
}

TEST(Documents, ConlluSurvivesTheWayThereAndBack) {
  const Document d = read("They don't agree. \"Russia's plan failed,\" he said.");
  const std::string conllu = to_conllu(d, "x");
  EXPECT_NE(conllu.find("# newdoc id = x\n"), std::string::npos);
  EXPECT_NE(conllu.find("# sent_id = x-2\n"), std::string::npos);
  std::vector<Problem> problems;
  const Document again = reparse_conllu(conllu, model(), &problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(to_conllu(again, "x"), conllu);
}

TEST(Documents, ReparsesGivenWordsAndReportsBadLines) {
  std::vector<Problem> problems;
  const Document d = reparse_conllu(
      "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n1\tcan\t_\t_\t_\t_\t_\t_\t_\t_\nbad line\n"
      "2\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n2.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n3\tgo\t_\t_\t_\t_\t_\t_\t_"
      "\t_\n",
      model(), &problems);
  expect_sound(d);
  ASSERT_EQ(d.tokens.size(), 3u);
  EXPECT_EQ(d.text, "cannot go\n");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "conllu:3");
}

struct Floor {
  const char* file;
  const char* only;
  double uas, las, upos, lemma, sentences, words;
};

// How the floor is called in the list of tests.
void PrintTo(const Floor& floor, std::ostream* out) { *out << floor.file << ' ' << floor.only; }

class QualityFloor : public testing::TestWithParam<Floor> {};

TEST_P(QualityFloor, HoldsOnTheTreebank) {
  const Floor floor = GetParam();
  const std::string path = std::string(ENTENTE_ROOT "/../shared/data/treebanks/") + floor.file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<ConlluSentence> gold = read_conllu(bytes, path, nullptr);
  std::erase_if(gold, [&](const ConlluSentence& s) { return !s.id.starts_with(floor.only); });
  const ParserScore raw = score_document(gold, read(text_of(gold)));
  EXPECT_GE(raw.sentences.f1(), floor.sentences);
  EXPECT_GE(raw.words.f1(), floor.words);
  std::string conllu;
  for (ConlluSentence& sentence : gold) {
    sentence.text.clear();
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      conllu +=
          std::to_string(i + 1) + "\t" + sentence.words[i].form + "\t_\t_\t_\t_\t_\t_\t_\t_\n";
      sentence.text += sentence.words[i].form + " ";
    }
    conllu += "\n";
  }
  const ParserScore score = score_document(gold, reparse_conllu(conllu, model(), nullptr));
  EXPECT_GE(score.uas.f1(), floor.uas);
  EXPECT_GE(score.las.f1(), floor.las);
  EXPECT_GE(score.upos.f1(), floor.upos);
  EXPECT_GE(score.lemma.f1(), floor.lemma);
}

INSTANTIATE_TEST_SUITE_P(
    Treebanks, QualityFloor,
    testing::Values(Floor{"en_ewt-dev.conllu", "", 88.5, 85, 95.5, 96.8, 78, 98.5},
                    Floor{"en_gum_free-dev.conllu", "", 89, 86, 97, 98, 91, 99.5},
                    Floor{"en_gum_free-dev.conllu", "GUM_news", 89, 86, 97, 98, 97, 99.3}));

TEST(Documents, KeepsTheStatesOfItsWordsWhereAskedFor) {
  const std::string text = "Oslo thanked Riga. Riga thanked Oslo.";
  const Document plain = make_document(text, model());
  EXPECT_TRUE(plain.states.empty());
  const Document kept = make_document(text, model(), {.states = true});
  ASSERT_EQ(kept.states.size(), kept.tokens.size() * kTokenStates);
  const auto row = [&](size_t token) {
    const auto at = kept.states.begin() + static_cast<std::ptrdiff_t>(token * kTokenStates);
    return std::vector<uint8_t>(at, at + kTokenStates);
  };
  EXPECT_NE(row(0), row(2));
  EXPECT_NE(row(0), row(6));  // the same word in another place
  const Document alone = make_document("Oslo thanked Riga.", model(), {.states = true});
  EXPECT_EQ(std::vector<uint8_t>(alone.states.begin(), alone.states.begin() + kTokenStates),
            row(0));
  EXPECT_TRUE(
      make_document(text, model(), {.engine = Engine::fast, .states = true}).states.empty());
}

}  // namespace
}  // namespace entente
