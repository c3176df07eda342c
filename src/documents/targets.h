// The figures that the English engines must reach, beside those measured: `./dev score parser`.
#pragma once

#include <string>
#include <vector>

#include "documents/score.h"

namespace entente {

struct TargetFigures {
  ParserScore ewt, news, gum;  // words given
  ParserScore news_raw;        // from the text
  double tokens_a_second = 0;  // tags and trees on one core
  double model_bytes = 0;      // all files
};

struct Target {
  std::string measure, unit;
  double must = 0, aim = 0, measured = 0;
  bool less_is_better = false;
  bool reached(double bound) const {
    return less_is_better ? measured <= bound : measured >= bound;
  }
};

std::vector<Target> english_targets(const TargetFigures& figures);
// A line a target, with "missed" or "aim" where it is so.
std::string to_string(const std::vector<Target>& targets);

}  // namespace entente
