// The characters of a text as the later stages expect them.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// Valid UTF-8 -> valid UTF-8 with straight quotes, plain spaces, "..." for the ellipsis, '-' for
// hyphens of every kind and between letters or digits, "—" for "--", entities decoded, ligatures
// spelled out, text that was encoded twice repaired; soft hyphens, zero-width and control
// characters are gone; every line end is '\n'.
std::string plain_characters(std::string_view text);

}  // namespace entente
