// HTML entities that were left in a text.
#pragma once

#include <optional>
#include <string_view>

namespace entente {

struct HtmlEntity {
  char32_t code = 0;
  size_t size = 0;  // bytes of the entity in the text, '&' and ';' included
};

// The entity that begins at text[at] == '&' ("&amp;", "&#8217;", "&#x2019;"), if it is one.
std::optional<HtmlEntity> html_entity_at(std::string_view text, size_t at);

}  // namespace entente
