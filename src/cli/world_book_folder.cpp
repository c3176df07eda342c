// See world_book_folder.h. Tested in naming_test.cpp.
#include "cli/world_book_folder.h"

#include <filesystem>
#include <vector>

#include "cli/input.h"
#include "cli/reading.h"

namespace entente {

namespace {

// The text of the table in the folder; nothing where it has none.
Result<std::optional<std::string>> own_table(const std::string& folder, std::string_view name) {
  const std::filesystem::path path = std::filesystem::path(folder) / name;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::optional<std::string>();
  std::vector<Problem> problems;
  auto text = read_file(path.string(), problems);
  if (!text) return Error{problems.front().where + ": " + problems.front().message};
  return text;
}

}  // namespace

Result<WorldBook> world_book_of(const Options& options) {
  if (options.world_book.empty()) return embedded_world_book();
  std::vector<WorldBookFile> files = embedded_world_tables();
  std::vector<std::string> texts(files.size());
  size_t found = 0;
  for (size_t i = 0; i < files.size(); ++i) {
    auto text = own_table(options.world_book, files[i].name);
    if (!text) return Error{text.error()};
    if (!text.value()) continue;
    texts[i] = std::move(*text.value());
    files[i].text = texts[i];
    ++found;
  }
  if (found == 0) {
    return Error{options.world_book +
                 " is no folder with tables of the world book, such as states.tsv"};
  }
  auto checked = load_world_book_without_bad_rows(files);
  if (!checked) return Error{checked.error()};
  const std::vector<Problem>& problems = checked.value().problems;
  if (!problems.empty() && !options.skip_bad_rows) {
    for (size_t i = 0; i + 1 < problems.size(); ++i) print_problem(problems[i]);
    return Error{problems.back().where + ": " + problems.back().message +
                 " (--skip-bad-rows goes on without it)"};
  }
  for (const Problem& problem : problems) print_note(problem);
  return std::move(checked.value().book);
}

}  // namespace entente
