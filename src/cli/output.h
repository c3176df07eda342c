// Files that commands write.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

// "-" is the standard output. A file is there as a whole or not at all. Errors name the file.
Result<Done> write_output(const std::string& path, std::string_view bytes);

}  // namespace entente
