// A table for a terminal: aligned columns that fit its width.
#pragma once

#include <string>
#include <vector>

#include "views/display.h"
#include "views/views.h"

namespace entente {

struct TableColumn {
  std::string title;
  bool right = false;     // align numbers to the right
  bool flexible = false;  // gives way first where the terminal is narrow
  int drop = 0;           // > 0: left out where the table would not fit, the greatest first
};

struct Cell {
  std::string text;
  Ink ink = Ink::plain;
  Range focus = {};  // a byte range of `text` that should stay visible; empty: the beginning
};

struct Table {
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

// Header, rule and rows, each within terminal.width columns (40 at the least); columns that are
// empty throughout are left out. "" where there are no rows.
std::string write_table(const Table& table, Terminal terminal, std::string_view indent = "");

}  // namespace entente
