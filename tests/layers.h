// Who may include whom: the order of the stages, and the folders of third-party libraries.
#pragma once

#include <string_view>

#include "violation.h"

namespace entente {

// `path` is src/<stage>/...; a file includes with quotes its own folder, base/* and the one public
// header <stage>/<stage>.h of a stage it may use.
Violations layer_violations(std::string_view path, std::string_view code);

// Third-party headers stand in .cpp files of the folders fenced for them, in no header.
Violations fence_violations(std::string_view path, std::string_view code);

}  // namespace entente
