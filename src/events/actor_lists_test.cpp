#include "events/actor_lists.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

using Lists = std::vector<std::vector<uint32_t>>;

TEST(ActorLists, MembersThatTheParserLostAreInTheList) {
  const Document d = tree({{"Mexico", "Mexico", "PROPN", "NNP", 0, "root"},
                           {",", ",", "PUNCT", ",", 3, "punct"},
                           {"Cuba", "Cuba", "PROPN", "NNP", 7, "nsubj"},
                           {"and", "and", "CCONJ", "CC", 6, "cc"},
                           {"the", "the", "DET", "DT", 6, "det"},
                           {"Bahamas", "Bahamas", "PROPN", "NNP", 3, "conj"},
                           {"agreed", "agree", "VERB", "VBD", 1, "parataxis"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "MEX"), mention(d, 3, 3, "CUB"),
                                  mention(d, 6, 6, "BHS")};
  EXPECT_EQ(actor_lists(Syntax(d), m), (Lists{{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}));
}

TEST(ActorLists, ASubjectAfterAnObjectBeginsAnew) {
  const Document d = tree({{"Kenya", "Kenya", "PROPN", "NNP", 2, "nsubj"},
                           {"accused", "accuse", "VERB", "VBD", 0, "root"},
                           {"Iran", "Iran", "PROPN", "NNP", 2, "obj"},
                           {"and", "and", "CCONJ", "CC", 6, "cc"},
                           {"Oman", "Oman", "PROPN", "NNP", 6, "nsubj"},
                           {"objected", "object", "VERB", "VBD", 2, "conj"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "KEN"), mention(d, 3, 3, "IRN"),
                                  mention(d, 5, 5, "OMN")};
  EXPECT_EQ(actor_lists(Syntax(d), m), (Lists{{}, {}, {}}));
}

TEST(ActorLists, APlaceBeforeACommaIsNoMember) {
  const Document d = tree({{"In", "in", "ADP", "IN", 2, "case"},
                           {"Moscow", "Moscow", "PROPN", "NNP", 7, "obl"},
                           {",", ",", "PUNCT", ",", 7, "punct"},
                           {"Putin", "Putin", "PROPN", "NNP", 7, "nsubj"},
                           {"and", "and", "CCONJ", "CC", 6, "cc"},
                           {"Xi", "Xi", "PROPN", "NNP", 4, "conj"},
                           {"met", "meet", "VERB", "VBD", 0, "root"}});
  const std::vector<Mention> m = {mention(d, 2, 2, "RUS"), mention(d, 4, 4, "RUS"),
                                  mention(d, 6, 6, "CHN")};
  EXPECT_EQ(actor_lists(Syntax(d), m), (Lists{{}, {1, 2}, {1, 2}}));
}

TEST(ActorLists, CommasAloneMakeNoList) {
  const Document d = tree({{"Astana", "Astana", "PROPN", "NNP", 0, "root"},
                           {",", ",", "PUNCT", ",", 3, "punct"},
                           {"Kazakhstan", "Kazakhstan", "PROPN", "NNP", 1, "appos"}});
  const std::vector<Mention> m = {mention(d, 1, 1, "KAZ"), mention(d, 3, 3, "KAZ")};
  EXPECT_EQ(actor_lists(Syntax(d), m), (Lists{{}, {}}));
}

}  // namespace
}  // namespace entente
