// Rows of named values, as a program reads them: JSON, JSON Lines, CSV and TSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "views/views.h"

namespace entente {

using Value =
    std::variant<std::monostate, bool, int64_t, double, std::string, std::vector<std::string>>;

struct Records {
  std::vector<std::string> fields;
  std::vector<std::vector<Value>> rows;  // each as long as `fields`
};

// json: one array. jsonl: one object a line. csv: RFC 4180, with header, lines end with CRLF.
// tsv: with header; tab, line breaks and backslash inside a value are \t, \n, \r and \\.
// In csv and tsv a list is joined with "; " and a missing value is empty. Not for Format::table.
std::string write_records(const Records& records, Format format);

// Ties by their indices in the network, in the order given.
Records tie_records(const System& system, const std::vector<uint32_t>& ties);

// At most four decimals, so that sums of decimals print as a person would write them.
double rounded(double value);

}  // namespace entente
