// Bytes small enough to travel inside a page.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// zlib's format (RFC 1950) in base64 (RFC 4648): what a browser's DecompressionStream("deflate")
// reads. The same bytes give the same text.
std::string packed(std::string_view bytes);

}  // namespace entente
