// Character sets other than UTF-8: as declared, or guessed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente {

// What a web page or XML file declares in its first bytes ("" where it does not): meta charset,
// http-equiv, the encoding of an XML declaration.
std::string declared_charset(std::string_view bytes);

// The charset that the bytes most probably have, "" where nothing speaks for any.
std::string guessed_charset(std::string_view bytes);

// The bytes in UTF-8; what is no character becomes U+FFFD. Nothing where the charset is unknown.
// As browsers do, Latin 1 is read as Windows-1252.
std::optional<std::string> from_charset(std::string_view bytes, std::string_view charset);

}  // namespace entente
