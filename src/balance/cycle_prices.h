// The linear program of cycle_relaxation.h for networks that are too large for the simplex method:
// the best fractional packing of the cycles at hand, and a price for each edge, by the primal-dual
// hybrid gradient method (Chambolle and Pock 2011; with the diagonal steps of Pock and Chambolle
// 2011 and restarts to the average as in Applegate and others 2021).
//
// Floating point: nothing here is a proof. Amounts are cut to a true packing and prices only guide
// the search for further cycles. Tested in price_bound_test.cpp.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <unordered_set>
#include <vector>

#include "balance/cycle_packing.h"

namespace entente {

class CyclePrices {
 public:
  // Of the edges of a graph whose weights are multiples of `unit`, mostly small ones.
  CyclePrices(const SignedGraph& graph, int64_t unit);

  // False where it is known already. `amount` (in weight) is where the search starts.
  bool add(const Cycle& cycle, int64_t amount);
  void optimize(uint32_t iterations, const std::atomic<bool>* stop);
  // Forgets cycles without an amount whose prices sum up to more than `above`.
  void drop_dear_cycles(float above);

  size_t cycles() const { return amount_.size(); }
  const std::vector<float>& prices() const { return price_; }
  // Adds what the amounts, scaled to fit into the residuals, give to `packing`.
  void fill(CyclePacking& packing) const;
  double price_of_all() const;  // an upper bound of the packing if no cycle's prices are below 1
  uint64_t work() const { return work_; }

 private:
  std::span<const uint32_t> cycle(size_t i) const {
    return {edges_.data() + start_[i], edges_.data() + start_[i + 1]};
  }
  void iterate();

  double unit_;
  std::vector<float> weight_, price_, price_sum_, load_, count_;
  std::vector<uint32_t> start_ = {0}, edges_;
  std::vector<float> amount_, amount_sum_;
  std::unordered_set<uint64_t> known_;
  float balance_ = 1;
  uint64_t work_ = 0;
};

}  // namespace entente
