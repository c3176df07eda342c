// Morphological features, from the tags and the tree.
#pragma once

#include <string_view>
#include <vector>

#include "documents/documents.h"

namespace entente {

// Fills in the features of the tokens of one sentence; the rest of them must be final.
void add_features(std::string_view text, Token* tokens, size_t count, int32_t first_index);

}  // namespace entente
