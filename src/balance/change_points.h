// Where a series of values changes its level.
// The values are ranked, so that one outlier is no change; of all places to cut, the one where the
// sums of ranks on both sides differ most from chance is tested against permutations (Pettitt 1979;
// Scott and Knott 1974). Significance thus needs no distribution, and a series without a change
// raises a false alarm as seldom as `level` says. Both parts are then searched on their own (binary
// segmentation). Tested in change_points_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "balance/random.h"

namespace entente {

struct Shift {
  size_t at = 0;                 // the first value of the new level
  double before = 0, after = 0;  // means of the two parts
  double p = 1;
};

struct ShiftOptions {
  double level = 0.05;
  size_t part_min = 3;  // values on either side
  uint32_t permutations_max = 9999;
};

// The strongest cut of the whole series whatever its p; nothing for a series that is too short or
// whose values are all the same.
std::optional<Shift> strongest_shift(const std::vector<double>& values, Random& random,
                                     const ShiftOptions& options = {});

// `first` as found by strongest_shift and held to be significant, and all further ones inside the
// parts, in the order of the series.
std::vector<Shift> further_shifts(const std::vector<double>& values, const Shift& first,
                                  Random& random, const ShiftOptions& options = {});

// Which of the p-values are significant together, so that of those named so at most the share
// `rate` is false on the average (Benjamini and Hochberg 1995).
std::vector<bool> significant_together(const std::vector<double>& p, double rate);

}  // namespace entente
