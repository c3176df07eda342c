// A given phrase as a mention, whoever it names.
#pragma once

#include <optional>
#include <string_view>

#include "actors/actors.h"
#include "base/range.h"
#include "documents/documents.h"

namespace entente {

// The tokens that `range` touches, as an actor of the node `node`; none where it touches none.
std::optional<Mention> phrase_mention(const Document& document, Range range, std::string_view node);

}  // namespace entente
