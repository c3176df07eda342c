// Sizes, names, file heads and machine paths.
#pragma once

#include <string_view>

#include "violation.h"

namespace entente {

// At most 500 lines a file, 100 columns a line.
Violations size_violations(std::string_view path, std::string_view code);

// At most 60 lines a function body; C++ formatted by clang-format.
Violations function_violations(std::string_view path, std::string_view code);

// lower_snake_case (names of custom such as README.md apart), and no word that names nothing.
Violations name_violations(std::string_view path);

// The first line is a comment that says what the file does.
Violations head_violations(std::string_view path, std::string_view code);

// Absolute paths of the machine on which somebody worked.
Violations machine_path_violations(std::string_view path, std::string_view text);

}  // namespace entente
