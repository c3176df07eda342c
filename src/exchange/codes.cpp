// CAMEO -> PLOVER follows CAMEO2PLOVER-2021 of openeventdata/PLOVER. Tested in import_test.cpp,
// which also holds the tables to the ontology.
#include "exchange/codes.h"

#include "base/ascii.h"
#include "base/check.h"
#include "exchange/delimited_rows.h"

extern "C" const char entente_codes_cameo[], entente_codes_cameo_end[];
extern "C" const char entente_codes_cameo_actors[], entente_codes_cameo_actors_end[];
extern "C" const char entente_codes_sectors[], entente_codes_sectors_end[];
extern "C" const char entente_codes_cow[], entente_codes_cow_end[];
extern "C" const char entente_codes_mid[], entente_codes_mid_end[];

namespace entente {

namespace {

// Calls `take` with the cells of each row but the header and the comments.
template <typename Take>
void each_row(const char* begin, const char* end, size_t columns, Take take) {
  RowReader reader({begin, static_cast<size_t>(end - begin)}, {}, 4096);
  Row row;
  CHECK(reader.next(row));
  while (reader.next(row)) {
    if (row.whole.starts_with('#')) continue;
    CHECK(row.cells.size() == columns);
    take(row.cells);
  }
}

CodedDeed deed_of(std::string_view code, std::string_view type, std::string_view mode) {
  CodedDeed deed{std::string(code), event_type_from(type), std::string(mode)};
  CHECK(type.empty() || deed.type);
  return deed;
}

Codes read_codes() {
  Codes codes;
  using Cells = std::vector<std::string_view>;
  each_row(entente_codes_cameo, entente_codes_cameo_end, 4, [&](const Cells& cells) {
    codes.cameo.emplace(cells[0], deed_of(cells[0], cells[1], cells[2]));
    for (const std::string_view name : split(cells[3], ';'))
      codes.cameo_names.emplace(plain_name(name), cells[0]);
  });
  each_row(entente_codes_cameo_actors, entente_codes_cameo_actors_end, 2,
           [&](const Cells& cells) { codes.cameo_actors.emplace(cells[0], cells[1]); });
  each_row(entente_codes_sectors, entente_codes_sectors_end, 2,
           [&](const Cells& cells) { codes.sectors.emplace_back(cells[0], cells[1]); });
  each_row(entente_codes_cow, entente_codes_cow_end, 3, [&](const Cells& cells) {
    codes.cow_numbers.emplace(cells[0], cells[2]);
    codes.cow_abbreviations.emplace(cells[1], cells[0]);
  });
  each_row(entente_codes_mid, entente_codes_mid_end, 4, [&](const Cells& cells) {
    codes.mid_actions.emplace(cells[0], deed_of(cells[0], cells[1], cells[2]));
  });
  return codes;
}

const CodedDeed* by_code(std::string_view code) {
  const auto found = codes().cameo.find(code);
  return found == codes().cameo.end() ? nullptr : &found->second;
}

bool begins_with_figure(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

}  // namespace

const Codes& codes() {
  static const Codes read = read_codes();
  return read;
}

const CodedDeed* find_cameo(std::string_view text) {
  if (!begins_with_figure(text)) {
    const auto found = codes().cameo_names.find(plain_name(text));
    return found == codes().cameo_names.end() ? nullptr : by_code(found->second);
  }
  if (text.size() > 4) return nullptr;
  if (const CodedDeed* deed = by_code(text)) return deed;
  const std::string padded = "0" + std::string(text);
  if (const CodedDeed* deed = by_code(padded)) return deed;
  if (text.size() < 3) return nullptr;
  // Figures that are not known, or no figures ("13y"): what is left of it, down to the root.
  const bool number = text.find_first_not_of("0123456789") == std::string_view::npos;
  for (const std::string& code :
       {std::string(text.substr(0, 3)),
        number ? padded.substr(0, 3) : std::string(text.substr(0, 2)) + "0"})
    if (const CodedDeed* deed = by_code(code)) return deed;
  return nullptr;
}

}  // namespace entente
