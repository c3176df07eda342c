// See change_points.h.
#include "balance/change_points.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

namespace {

// Less their mean; equal values share the mean of their ranks.
std::vector<double> centred_ranks(const std::vector<double>& values) {
  std::vector<uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](uint32_t i) { return values[i]; });
  std::vector<double> ranks(values.size());
  const double middle = (static_cast<double>(values.size()) - 1) / 2;
  for (size_t begin = 0; begin < order.size();) {
    size_t end = begin;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    const double rank = (static_cast<double>(begin) + static_cast<double>(end) - 1) / 2 - middle;
    for (; begin < end; ++begin) ranks[order[begin]] = rank;
  }
  return ranks;
}

struct Cut {
  size_t at = 0;
  double strength = -1;
};

Cut best_cut(const std::vector<double>& ranks, size_t part_min) {
  Cut best;
  double sum = 0;
  const auto count = static_cast<double>(ranks.size());
  for (size_t at = 1; at + part_min <= ranks.size(); ++at) {
    sum += ranks[at - 1];
    if (at < part_min) continue;
    const auto left = static_cast<double>(at);
    const double strength = std::fabs(sum) / std::sqrt(left * (count - left) / count);
    if (strength > best.strength + 1e-12) best = {at, strength};
  }
  return best;
}

// The share of permutations that are cut as strongly, the series itself counted as one. Ends early
// where it is plain that this is chance (Besag and Clifford 1991).
double p_of(std::vector<double> ranks, double strength, Random& random,
            const ShiftOptions& options) {
  constexpr uint32_t kEnough = 30;
  uint32_t as_strong = 0;
  for (uint32_t done = 1; done <= options.permutations_max; ++done) {
    for (auto left = static_cast<uint32_t>(ranks.size()); left > 1; --left)
      std::swap(ranks[left - 1], ranks[random.below(left)]);
    as_strong += best_cut(ranks, options.part_min).strength >= strength - 1e-9;
    if (as_strong == kEnough) return static_cast<double>(as_strong) / done;
  }
  return (as_strong + 1.0) / (options.permutations_max + 1.0);
}

double mean(const std::vector<double>& values, size_t begin, size_t end) {
  return std::accumulate(values.begin() + static_cast<ptrdiff_t>(begin),
                         values.begin() + static_cast<ptrdiff_t>(end), 0.0) /
         static_cast<double>(end - begin);
}

// Appends the shifts inside of begin .. end, which are counted from the whole series.
void search(const std::vector<double>& values, size_t begin, size_t end, Random& random,
            const ShiftOptions& options, std::vector<Shift>& shifts) {
  const std::vector<double> part(values.begin() + static_cast<ptrdiff_t>(begin),
                                 values.begin() + static_cast<ptrdiff_t>(end));
  auto shift = strongest_shift(part, random, options);
  if (!shift || shift->p > options.level) return;
  shift->at += begin;
  search(values, begin, shift->at, random, options, shifts);
  shifts.push_back(*shift);
  search(values, shift->at, end, random, options, shifts);
}

}  // namespace

std::optional<Shift> strongest_shift(const std::vector<double>& values, Random& random,
                                     const ShiftOptions& options) {
  if (values.size() < 2 * options.part_min) return std::nullopt;
  const std::vector<double> ranks = centred_ranks(values);
  if (std::ranges::all_of(ranks, [](double rank) { return rank == 0; })) return std::nullopt;
  const Cut cut = best_cut(ranks, options.part_min);
  return Shift{cut.at, mean(values, 0, cut.at), mean(values, cut.at, values.size()),
               p_of(ranks, cut.strength, random, options)};
}

std::vector<Shift> further_shifts(const std::vector<double>& values, const Shift& first,
                                  Random& random, const ShiftOptions& options) {
  std::vector<Shift> shifts;
  search(values, 0, first.at, random, options, shifts);
  shifts.push_back(first);
  search(values, first.at, values.size(), random, options, shifts);
  // Between its neighbours each shift has the means of the parts next to it.
  for (size_t i = 0; i < shifts.size(); ++i) {
    const size_t begin = i > 0 ? shifts[i - 1].at : 0;
    const size_t end = i + 1 < shifts.size() ? shifts[i + 1].at : values.size();
    shifts[i].before = mean(values, begin, shifts[i].at);
    shifts[i].after = mean(values, shifts[i].at, end);
  }
  return shifts;
}

std::vector<bool> significant_together(const std::vector<double>& p, double rate) {
  std::vector<double> sorted = p;
  std::ranges::sort(sorted);
  double threshold = -1;
  for (size_t i = 0; i < sorted.size(); ++i)
    if (sorted[i] <= rate * static_cast<double>(i + 1) / static_cast<double>(sorted.size()))
      threshold = sorted[i];
  std::vector<bool> significant;
  for (const double one : p) significant.push_back(one <= threshold);
  return significant;
}

}  // namespace entente
