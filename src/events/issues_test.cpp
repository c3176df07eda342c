#include "events/issues.h"

#include <gtest/gtest.h>

#include "events/tree_fixture.h"

namespace entente {
namespace {

TEST(Issues, TheLongestPhraseBelowTheDeedWins) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"rejected", "reject", "VERB", "VBD", 0, "root"},
                           {"the", "the", "DET", "DT", 5, "det"},
                           {"military", "military", "ADJ", "JJ", 5, "amod"},
                           {"base", "base", "NOUN", "NN", 2, "obj"}});
  EXPECT_EQ(issue_of(Syntax(d), 1).name, "military bases");
}

TEST(Issues, NothingFitsNothing) {
  const Document d = tree({{"Mali", "Mali", "PROPN", "NNP", 2, "nsubj"},
                           {"smiled", "smile", "VERB", "VBD", 0, "root"}});
  EXPECT_EQ(issue_of(Syntax(d), 1).name, "");
}

}  // namespace
}  // namespace entente
