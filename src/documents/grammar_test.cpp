#include "documents/grammar.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Grammar, NamesAreInverse) {
  for (int i = 0; i <= static_cast<int>(Upos::x); ++i) {
    EXPECT_EQ(upos_from(to_string(static_cast<Upos>(i))), static_cast<Upos>(i));
  }
  for (int i = 0; i <= static_cast<int>(Relation::xcomp); ++i) {
    EXPECT_EQ(relation_from(to_string(static_cast<Relation>(i))), static_cast<Relation>(i));
  }
  EXPECT_EQ(to_string(Relation::nsubj_pass), "nsubj:pass");
}

TEST(Grammar, UnknownNamesFallBack) {
  EXPECT_EQ(upos_from("VERBAL"), Upos::x);
  EXPECT_EQ(relation_from("obl:tmod"), Relation::obl);
  EXPECT_EQ(relation_from("nonsense:x"), Relation::dep);
}

}  // namespace
}  // namespace entente
