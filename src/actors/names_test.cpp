// When letters in a text may be read as a name of the book.
#include "actors/names.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Names, CapitalsMatter) {
  EXPECT_TRUE(reads_as("Uzbekistan", "UZBEKISTAN", true));
  EXPECT_TRUE(reads_as("NATO", "Nato", false));
  EXPECT_FALSE(reads_as("US", "us", false));
  EXPECT_FALSE(reads_as("PLAN", "Plan", false));
}

TEST(Names, AliasesOfOneNameKeepTheOrderOfTheBook) {
  NameTable table;
  table.add("the Sun", 1, NameForm::name);
  table.add("Sun", 2, NameForm::name);
  table.add("Sun Daily", 3, NameForm::name);
  EXPECT_EQ(table.size(), 3u);
  EXPECT_TRUE(table.alias(0).article);
  EXPECT_EQ(table.alias(0).next, 1);
  EXPECT_EQ(table.alias(1).next, -1);
}

}  // namespace
}  // namespace entente
