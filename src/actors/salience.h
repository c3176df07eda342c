// Which state the text is about at some point, by how often and how lately it was named.
#pragma once

#include <string_view>
#include <vector>

#include "actors/history.h"

namespace entente {

struct Salience {
  const Entity* state = nullptr;
  double share = 0;  // 0-1: of all votes
};

struct SalienceQuestion {
  uint32_t token = 0;
  std::string_view noun;  // "king", "junta": only some states have one; remembered by noun, too
  std::string_view
      not_this;          // a country that it cannot be: the subject's in "he met the president"
  std::string_view own;  // the country of one who speaks to "the parliament", or ""
  std::vector<std::string_view> among;  // only these countries, if any are given
  bool of_subject = false;   // "in the country": the subject's of its sentence before others
  bool looks_ahead = false;  // names further on in the sentence count a little
  const Entity* home = nullptr;
};

Salience salient_state(const Reading& reading, const History& history,
                       const SalienceQuestion& question);

// The states that the noun is used of (styles.tsv); empty: of all.
std::vector<std::string_view> states_styled(const Facts& facts, std::string_view noun);

}  // namespace entente
