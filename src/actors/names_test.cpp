// When letters in a text may be read as a name of the book.
#include "actors/names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "actors/folding.h"

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
  table.index();
  EXPECT_EQ(table.size(), 3u);
  EXPECT_TRUE(table.alias(0).article);
  EXPECT_EQ(table.alias(0).next, 1);
  EXPECT_EQ(table.alias(1).next, -1);
}

// The key that `find` is asked for: that of the last atom.
const NameTable::Slot* slot_of(const NameTable& table, std::string_view name) {
  const NameTable::Slot* slot = nullptr;
  AtomHasher::walk(name, AtomHasher::kSeed, [&](uint64_t key) {
    slot = table.find(key);
    return true;
  });
  return slot;
}

TEST(Names, ManyAreFoundWhetherAddedTogetherOrLater) {
  std::vector<std::string> names;
  for (int i = 0; i < 5000; ++i) names.push_back("Xy" + std::to_string(i * 7919 % 5003) + " Zw");
  NameTable table;
  for (uint32_t i = 0; i < names.size(); ++i) {
    table.add(names[i], i, NameForm::name);
    if (i % 1000 == 0) table.index();
  }
  table.index();
  for (uint32_t i = 0; i < names.size(); ++i) {
    const NameTable::Slot* slot = slot_of(table, names[i]);
    ASSERT_TRUE(slot && slot->first >= 0) << names[i];
    EXPECT_EQ(table.alias(slot->first).entity, i);
  }
  EXPECT_FALSE(slot_of(table, "Xy5003 Zw"));
}

}  // namespace
}  // namespace entente
