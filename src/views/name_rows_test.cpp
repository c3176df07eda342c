#include <gtest/gtest.h>

#include "views/views.h"

namespace entente {
namespace {

TEST(NameRows, TheChosenMeaningStandsFirst) {
  const WorldBook book = embedded_world_book();
  NameMeanings meanings = meanings_of(book, "Brussels", Date{2020, 1, 1});
  const std::string table = meanings_view("Brussels", meanings, book, Format::table, {});
  EXPECT_TRUE(table.starts_with("Brussels is European Union: ")) << table;
  EXPECT_NE(table.find("» "), std::string::npos);
  const std::string tsv = meanings_view("Brussels", meanings, book, Format::tsv, {});
  EXPECT_TRUE(tsv.starts_with("name\tcode\tnode\tactor\tkind\tform\t")) << tsv;
  EXPECT_NE(tsv.find("Brussels\tBEL"), std::string::npos) << tsv;
}

TEST(NameRows, UnknownActorsAreSortedByFrequency) {
  ActorCounts counts;
  for (const auto& [name, mentions] : {std::pair("Acme", 2), std::pair("Zed", 5)}) {
    ActorCount& count = counts["?" + std::string(name)];
    count.actor = {"?" + std::string(name), "", "", name, "?" + std::string(name)};
    count.mentions = static_cast<size_t>(mentions);
    count.documents = 1;
  }
  counts["?Zed"].person = true;
  counts["KEN"].actor = {"KEN", "KEN", "", "Kenya", "KEN"};
  EXPECT_EQ(unknown_actors_view(counts, Format::tsv, {}),
            "code\tname\ttype\tcountry\tmentions\tdocuments\tways\texample\n"
            "?Zed\tZed\tperson\t\t5\t1\t\t\n?Acme\tAcme\t\t\t2\t1\t\t\n");
}

}  // namespace
}  // namespace entente
