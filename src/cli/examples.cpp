// Tested in serve_command_test.cpp.
#include "cli/examples.h"

#include <fmt/format.h>

#include <algorithm>

extern "C" {
extern const char entente_examples[], entente_examples_end[];
}

namespace entente {

std::string title_of_name(std::string_view name) {
  std::string title;
  for (const char c : name) {
    const bool first = title.empty() || title.back() == ' ';
    const bool small = c >= 'a' && c <= 'z';
    title += c == '_' ? ' ' : first && small ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return title;
}

std::vector<ExampleDossier> embedded_examples() {
  constexpr std::string_view kMark = "#file examples/";
  std::string_view rest(entente_examples,
                        static_cast<size_t>(entente_examples_end - entente_examples));
  std::vector<ExampleDossier> dossiers;
  while (rest.starts_with(kMark)) {
    const size_t line_end = rest.find('\n');
    const std::string_view path = rest.substr(6, line_end - 6);
    const size_t next = rest.find(fmt::format("\n{}", kMark), line_end);
    const size_t end = next == std::string_view::npos ? rest.size() : next + 1;
    const std::string_view folder = path.substr(path.find('/') + 1);
    const std::string name(folder.substr(0, folder.find('/')));
    auto dossier = std::ranges::find(dossiers, name, &ExampleDossier::name);
    if (dossier == dossiers.end())
      dossier = dossiers.insert(dossier, {name, title_of_name(name), {}});
    const std::string_view bytes = rest.substr(line_end + 1, end - line_end - 1);
    if (path.ends_with("/README.md"))
      dossier->title = bytes.substr(2, bytes.find('\n') - 2);  // "# Suez ..."
    else
      dossier->files.push_back({path, bytes});
    rest.remove_prefix(end);
  }
  return dossiers;
}

}  // namespace entente
