// The best tree over the words of a sentence, given a score for each pair of words.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

// scores[d * (size + 1) + h]: how well word d hangs on head h; h == 0 is the root, words count from
// 1; the entry of a word and itself is not read. Scores within +-2^40. Returns for each word its
// head, 0 for exactly one. Among equal trees the choice is fixed.
std::vector<int> best_tree(const std::vector<int64_t>& scores, int size);

}  // namespace entente
