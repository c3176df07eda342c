// Words that a newspaper column split with a hyphen.
#pragma once

#include <string>
#include <string_view>

namespace entente {

// "govern-ment" -> "government", "Tajiki-stan" -> "Tajikistan", "govern- ment" likewise; true
// hyphens stay ("US-led", "al-Assad", "well-known"). `text` has plain characters.
std::string join_split_words(std::string_view text);

}  // namespace entente
