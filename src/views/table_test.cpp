#include "views/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace entente {
namespace {

Table sample() {
  Table table;
  table.columns = {{"actor", false, true}, {"n", true}, {"note", false, true}};
  table.rows = {{{"Türkiye"}, {"7"}, {"short"}},
                {{"北京"}, {"12"}, {"a note that is longer than the rest of the table"}}};
  return table;
}

TEST(Table, Aligns) {
  EXPECT_EQ(write_table(sample(), {false, 80}),
            "actor     n  note\n"
            "─────────────────────────────────────────────────────────────\n"
            "Türkiye   7  short\n"
            "北京     12  a note that is longer than the rest of the table\n");
}

TEST(Table, FitsTheTerminal) {
  EXPECT_EQ(write_table(sample(), {false, 40}),
            "actor     n  note\n"
            "────────────────────────────────────────\n"
            "Türkiye   7  short\n"
            "北京     12  a note that is longer than…\n");
  for (int width = 40; width < 90; ++width) {
    std::istringstream lines(write_table(sample(), {true, width}, "  "));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width);
  }
}

TEST(Table, LeavesOutColumnsThatDoNotFit) {
  Table table;
  table.columns = {{"a", false, false}, {"b", false, false, 1}, {"c", false, false, 2}};
  table.rows = {{{std::string(20, 'x')}, {std::string(15, 'y')}, {std::string(15, 'z')}}};
  EXPECT_EQ(write_table(table, {false, 40}),
            "a                     b\n"
            "─────────────────────────────────────\n"
            "xxxxxxxxxxxxxxxxxxxx  yyyyyyyyyyyyyyy\n");
}

TEST(Table, LeavesOutEmptyColumnsAndEmptyTables) {
  Table table;
  table.columns = {{"a"}, {"b"}, {"c"}};
  EXPECT_EQ(write_table(table, {}), "");
  table.rows = {{{"1"}, {""}, {"3"}}};
  EXPECT_EQ(write_table(table, {}), "a  c\n────\n1  3\n");
}

}  // namespace
}  // namespace entente
