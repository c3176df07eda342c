// The files of the repository as they are in the working tree.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

// Paths relative to `root`, with '/', sorted. Without what is built or downloaded (build,
// node_modules), the version control's own folder, links, and databases and reports that the
// program writes.
std::vector<std::string> repository_files(const std::filesystem::path& root);

// All bytes; "" where the file cannot be read.
std::string content_of(const std::filesystem::path& root, std::string_view path);

bool is_cpp(std::string_view path);
bool is_code(std::string_view path);  // C++, JavaScript, TypeScript, CSS
bool is_text(std::string_view content);

}  // namespace entente
