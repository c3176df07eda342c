#include <gtest/gtest.h>

#include "events/events.h"
#include "events/tree_fixture.h"

namespace entente {
namespace {

// "source | cue | content" of each attribution.
std::vector<std::string> attributions(const Document& document) {
  std::vector<std::string> lines;
  for (const Attribution& one : find_attributions(document, embedded_deed_lexicon())) {
    lines.push_back(std::string(slice(document.text, one.source)) + " | " +
                    std::string(slice(document.text, one.cue)) + " | " +
                    std::string(slice(document.text, one.content)));
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Attribution, AClauseUnderAVerbOfSaying) {
  const Document d = tree({{"The", "the", "DET", "DT", 2, "det"},
                           {"minister", "minister", "NOUN", "NN", 3, "nsubj"},
                           {"said", "say", "VERB", "VBD", 0, "root"},
                           {"that", "that", "SCONJ", "IN", 6, "mark"},
                           {"Mali", "Mali", "PROPN", "NNP", 6, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 3, "ccomp"}});
  EXPECT_EQ(attributions(d), Lines{"The minister | said | that Mali left"});
}

TEST(Attribution, AnInsertedSpeakerIsCutOffTheContent) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 0, "root"},
                           {",", ",", "PUNCT", ",", 5, "punct"},
                           {"officials", "official", "NOUN", "NNS", 5, "nsubj"},
                           {"said", "say", "VERB", "VBD", 2, "parataxis"}});
  EXPECT_EQ(attributions(d), Lines{"officials | said | Mali left"});
}

TEST(Attribution, AccordingToSomebody) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 0, "root"},
                           {"according", "accord", "VERB", "VBG", 5, "case"},
                           {"to", "to", "ADP", "IN", 3, "fixed"},
                           {"Reuters", "Reuters", "PROPN", "NNP", 2, "obl"}});
  EXPECT_EQ(attributions(d), Lines{"Reuters | according | Mali left"});
}

TEST(Attribution, WhatIsBackedOrAttackedIsHeldBySomebody) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"criticized", "criticize", "VERB", "VBD", 0, "root"},
                           {"the", "the", "DET", "DT", 4, "det"},
                           {"deal", "deal", "NOUN", "NN", 2, "obj"}});
  EXPECT_EQ(attributions(d), Lines{"Mali | criticized | the deal"});
  EXPECT_EQ(find_attributions(d, embedded_deed_lexicon())[0].kind, AttributionKind::stance);
}

TEST(Attribution, APassiveWithoutAgentHasNoSource) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 3, "nsubj:pass"},
                           {"was", "be", "AUX", "VBD", 3, "aux:pass"},
                           {"said", "say", "VERB", "VBN", 0, "root"},
                           {"to", "to", "PART", "TO", 5, "mark"},
                           {"leave", "leave", "VERB", "VB", 3, "xcomp"}});
  EXPECT_EQ(attributions(d), Lines{" | said | to leave"});
}

TEST(Attribution, AVerbThatSaysNothingHereIsNone) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 0, "root"},
                           {"Chad", "Chad", "PROPN", "NNP", 2, "obj"}});
  EXPECT_TRUE(attributions(d).empty());
}

}  // namespace
}  // namespace entente
