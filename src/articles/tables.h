// CSV and TSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/articles.h"

namespace entente {

// Whether the input is a table of articles: its first line names columns that hold text, or its
// name says so (.csv, .tsv, .tab). `head` are its first bytes.
bool looks_like_table(std::string_view head, std::string_view name, const ArticleOptions& options);

// The separator that the first line is cut by.
char separator_of(std::string_view line);

// The bytes of the row that `text` begins with, its line end included; a field in quotes may hold
// line ends. npos where the row does not end in `text`.
size_t row_size(std::string_view text, char separator);

std::vector<std::string> fields_of(std::string_view row, char separator);

// Some rows of a table.
ReadArticles read_rows(const Record& record, const ArticleOptions& options);

}  // namespace entente
