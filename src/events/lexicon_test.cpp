#include "events/lexicon.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr const char* kGood =
    "condemn | ACCUSE/disapprove | verb:condemn | subj > obj | Mali condemned Chad. = MLI > TCD";

std::string fault(const std::string& text) {
  const auto lexicon = load_deed_lexicon({{"deeds.txt", text}});
  return lexicon.ok() ? "" : lexicon.error();
}

TEST(Lexicon, ReadsAnEntry) {
  const auto lexicon = load_deed_lexicon({{"deeds.txt", kGood}});
  ASSERT_TRUE(lexicon.ok());
  const DeedEntry& entry = lexicon.value().entries().list.at(0);
  EXPECT_EQ(entry.type, EventType::accuse);
  EXPECT_EQ(entry.mode, "disapprove");
  EXPECT_EQ(entry.where, "deeds.txt:1");
  EXPECT_EQ(entry.example.source, "MLI");
  EXPECT_FALSE(entry.mutual);
}

TEST(Lexicon, RefusesFaultsWithTheirPlace) {
  const std::string good = kGood;
  EXPECT_EQ(fault(good), "");
  EXPECT_NE(fault(good + "\n" + good).find("deeds.txt:2: the id 'condemn' is taken"),
            std::string::npos);
  const std::array<std::pair<const char*, const char*>, 8> cases = {{
      {"a | ACCUSE | verb:x | subj > obj", "4 fields instead of 5"},
      {"a | BLAME | verb:x | subj > obj | S. = A > B", "'BLAME' is not a PLOVER type"},
      {"a | ACCUSE/visit | verb:x | subj > obj | S. = A > B", "no mode 'visit'"},
      {"a | ACCUSE | x | subj > obj | S. = A > B", "is no head"},
      {"a | ACCUSE | verb:x on | subj > obj | S. = A > B", "is no constraint"},
      {"a | ACCUSE | verb:@none | subj > obj | S. = A > B", "unknown class @none"},
      {"a | ACCUSE | verb:x | subj obj | S. = A > B", "need '>' or '<>'"},
      {"a | ACCUSE | verb:x | subj <> obj | S. = A > B", "disagree"},
  }};
  for (const auto& [line, message] : cases) {
    EXPECT_NE(fault(line).find(message), std::string::npos) << line << "\n" << fault(line);
  }
}

TEST(Lexicon, ClassesExpandWhereTheyAreUsed) {
  const std::string text =
      "@a = one two\n@b = @a three\n"
      "x | ACCUSE | verb:@b obj:@a/four | subj > obj | S. = A > B";
  const auto lexicon = load_deed_lexicon({{"deeds.txt", text}});
  ASSERT_TRUE(lexicon.ok()) << lexicon.error();
  const DeedEntry& entry = lexicon.value().entries().list.at(0);
  EXPECT_EQ(entry.heads, (std::vector<std::string>{"one", "three", "two"}));
  EXPECT_EQ(entry.constraints.at(0).lemmas.size(), 3u);
}

TEST(Lexicon, TheShippedOneCoversAllTypes) {
  const DeedLexicon lexicon = embedded_deed_lexicon();
  std::set<EventType> types;
  for (const DeedEntry& entry : lexicon.entries().list) types.insert(entry.type);
  EXPECT_EQ(types.size(), static_cast<size_t>(kEventTypes));
  EXPECT_GE(lexicon.entries().list.size(), 400u);
}

}  // namespace
}  // namespace entente
