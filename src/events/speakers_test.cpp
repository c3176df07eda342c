#include "events/speakers.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

std::string speakers(const Document& document, uint32_t word, std::string_view outlet = "") {
  const DeedLexicon lexicon = embedded_deed_lexicon();
  std::string text;
  for (const Speaker& speaker :
       speakers_of(Syntax(document), {}, lexicon.entries(), word - 1, outlet)) {
    text += speaker.name + ";";
  }
  return text;
}

TEST(Attribution, TheOutletIsOutermost) {
  const Document d = tree(
      {{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"}, {"left", "leave", "VERB", "VBD", 0, "root"}});
  EXPECT_EQ(speakers(d, 2, "The Courier"), "The Courier;");
  EXPECT_EQ(speakers(d, 2), "");
}

TEST(Attribution, SpeechVerbsAboveAreNestedOutsideIn) {
  const Document d = tree({{"Interfax", "Interfax", "PROPN", "NNP", 2, "nsubj"},
                           {"said", "say", "VERB", "VBD", 0, "root"},
                           {"officials", "official", "NOUN", "NNS", 4, "nsubj"},
                           {"confirmed", "confirm", "VERB", "VBD", 2, "ccomp"},
                           {"Mali", "Mali", "PROPN", "NNP", 6, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 4, "ccomp"}});
  EXPECT_EQ(speakers(d, 6), "Interfax;officials;");
}

TEST(Attribution, ReadsTrailingSpeechAndAsClauses) {
  const Document d = tree({{"As", "as", "SCONJ", "IN", 3, "mark"},
                           {"Kommersant", "Kommersant", "PROPN", "NNP", 3, "nsubj"},
                           {"reported", "report", "VERB", "VBD", 6, "advcl"},
                           {",", ",", "PUNCT", ",", 3, "punct"},
                           {"Mali", "Mali", "PROPN", "NNP", 6, "nsubj"},
                           {"left", "leave", "VERB", "VBD", 0, "root"},
                           {",", ",", "PUNCT", ",", 10, "punct"},
                           {"the", "the", "DET", "DT", 9, "det"},
                           {"minister", "minister", "NOUN", "NN", 10, "nsubj"},
                           {"said", "say", "VERB", "VBD", 6, "parataxis"}});
  EXPECT_EQ(speakers(d, 6), "Kommersant;the minister;");
}

}  // namespace
}  // namespace entente
