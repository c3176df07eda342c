// The tables of data/codes: what other people's codes mean here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/events.h"

namespace entente {

struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <typename Value>
using ByText = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

struct CodedDeed {
  std::string code;               // as CAMEO writes it: "042"
  std::optional<EventType> type;  // none: PLOVER drops such statements and appeals
  std::string mode;
};

struct Codes {
  ByText<CodedDeed> cameo;          // by code
  ByText<std::string> cameo_names;  // plain_name of a label -> code
  ByText<std::string> cameo_actors;
  std::vector<std::pair<std::string, std::string>> sectors;  // in order of precedence
  ByText<std::string> cow_numbers;                           // -> node
  ByText<std::string> cow_abbreviations;                     // -> number
  ByText<CodedDeed> mid_actions;
};
// Made once, never changed.
const Codes& codes();

// By code, by a code that lost its leading zero, by the code's root where its last figures are
// unknown, and by CAMEO's label of it.
const CodedDeed* find_cameo(std::string_view code_or_label);

}  // namespace entente
