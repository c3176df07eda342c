// References from Markdown pages to files of the repository.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct FileReference {
  size_t line = 0;
  std::string path;  // relative to the repository root, normalised; may begin with ".."
};

// Links and images "[text](path)", relative to the page at `page`, and `code` that is a path from
// one of the root's `folders`. Links to the web, to a place on the same page, and what stands in
// code blocks are left out, and so is `code` with placeholders.
std::vector<FileReference> file_references(std::string_view page, std::string_view markdown,
                                           const std::vector<std::string>& folders);

}  // namespace entente
