// Text in XML.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// With &, <, > and " as entities; what XML 1.0 forbids (control characters, broken UTF-8) becomes
// '?'.
std::string xml_text(std::string_view text);

}  // namespace entente
