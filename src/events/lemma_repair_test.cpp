#include "events/lemma_repair.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

const std::unordered_set<std::string> kWords = {"blockade", "annul", "bomb", "deny", "shoot"};

TEST(LemmaRepair, BasesAreOfABase) {
  EXPECT_EQ(repaired_lemma("bases", "basis", "NNS", {"base", "basis"}), "base");
}

TEST(LemmaRepair, ABaseFormThatTheLexiconHasReplacesAGuess) {
  EXPECT_EQ(repaired_lemma("blockaded", "blockad", "VBN", kWords), "blockade");
  EXPECT_EQ(repaired_lemma("annulled", "annull", "VBD", kWords), "annul");
  EXPECT_EQ(repaired_lemma("bombing", "bombe", "VBG", kWords), "bomb");
  EXPECT_EQ(repaired_lemma("denies", "denie", "VBZ", kWords), "deny");
  EXPECT_EQ(repaired_lemma("shot", "shot", "VBD", kWords), "shoot");
  EXPECT_EQ(repaired_lemma("shot", "shet", "VBD", kWords), "shoot");
}

TEST(LemmaRepair, WhatTheLexiconHasOrDoesNotKnowStays) {
  EXPECT_EQ(repaired_lemma("bombed", "bomb", "VBD", kWords), "bomb");
  EXPECT_EQ(repaired_lemma("walked", "walk", "VBD", kWords), "walk");
  EXPECT_EQ(repaired_lemma("bombs", "bombs", "NN", kWords), "bombs");
}

}  // namespace
}  // namespace entente
