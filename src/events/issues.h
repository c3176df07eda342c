// What a deed is about, by the phrases of data/issues.txt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "events/syntax.h"

namespace entente {

// "key = phrase; phrase" lines; a phrase is lemmas between blanks. Sought first in the deed's own
// phrase, then in its sentence.
struct Issue {
  std::string name;               // "" where none fits
  std::optional<uint32_t> token;  // the phrase's last word
};
Issue issue_of(const Syntax& syntax, uint32_t head);

}  // namespace entente
