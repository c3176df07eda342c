// See cycle_prices.h.
#include "balance/cycle_prices.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace entente {

namespace {

uint64_t hash_of(std::span<const uint32_t> cycle) {
  uint64_t hash = cycle.size();
  for (const uint32_t edge : cycle) {
    hash = (hash ^ edge) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

CyclePrices::CyclePrices(const SignedGraph& graph, int64_t unit)
    : unit_(static_cast<double>(unit)),
      price_(graph.edges.size()),
      price_sum_(graph.edges.size()),
      load_(graph.edges.size()),
      count_(graph.edges.size()) {
  for (const SignedEdge& edge : graph.edges)
    weight_.push_back(static_cast<float>(static_cast<double>(std::abs(edge.weight)) / unit_));
}

bool CyclePrices::add(const Cycle& cycle, int64_t amount) {
  if (!known_.insert(hash_of(cycle)).second) return false;
  for (const uint32_t edge : cycle) {
    edges_.push_back(edge);
    ++count_[edge];
  }
  start_.push_back(static_cast<uint32_t>(edges_.size()));
  amount_.push_back(static_cast<float>(static_cast<double>(amount) / unit_));
  amount_sum_.push_back(0);
  return true;
}

void CyclePrices::iterate() {
  std::fill(load_.begin(), load_.end(), 0.0f);
  for (size_t i = 0; i < amount_.size(); ++i) {
    float sum = 0;
    const auto edges = cycle(i);
    for (const uint32_t edge : edges) sum += price_[edge];
    const float before = amount_[i];
    const float step = 1 / (balance_ * static_cast<float>(edges.size()));
    const float after = std::max(0.0f, before + step * (1 - sum));
    amount_[i] = after;
    amount_sum_[i] += after;
    const float ahead = 2 * after - before;
    if (ahead != 0)
      for (const uint32_t edge : edges) load_[edge] += ahead;
  }
  for (size_t edge = 0; edge < price_.size(); ++edge) {
    if (count_[edge] == 0) continue;
    const float step = balance_ / count_[edge];
    price_[edge] = std::max(0.0f, price_[edge] + step * (load_[edge] - weight_[edge]));
    price_sum_[edge] += price_[edge];
  }
  work_ += 4 * edges_.size() + 2 * price_.size();
}

void CyclePrices::optimize(uint32_t iterations, const std::atomic<bool>* stop) {
  constexpr uint32_t kRestart = 64;
  for (uint32_t done = 0; done < iterations && !(stop && *stop);) {
    const uint32_t block = std::min(kRestart, iterations - done);
    std::fill(amount_sum_.begin(), amount_sum_.end(), 0.0f);
    std::fill(price_sum_.begin(), price_sum_.end(), 0.0f);
    for (uint32_t i = 0; i < block; ++i) iterate();
    const float share = 1 / static_cast<float>(block);
    for (size_t i = 0; i < amount_.size(); ++i) amount_[i] = amount_sum_[i] * share;
    for (size_t edge = 0; edge < price_.size(); ++edge) price_[edge] = price_sum_[edge] * share;
    done += block;
  }
}

void CyclePrices::drop_dear_cycles(float above) {
  std::vector<uint32_t> start = {0}, edges;
  std::vector<float> amount;
  for (size_t i = 0; i < amount_.size(); ++i) {
    float sum = 0;
    for (const uint32_t edge : cycle(i)) sum += price_[edge];
    if (amount_[i] <= 0 && sum > above) {
      known_.erase(hash_of(cycle(i)));
      for (const uint32_t edge : cycle(i)) --count_[edge];
      continue;
    }
    edges.insert(edges.end(), cycle(i).begin(), cycle(i).end());
    start.push_back(static_cast<uint32_t>(edges.size()));
    amount.push_back(amount_[i]);
  }
  start_ = std::move(start);
  edges_ = std::move(edges);
  amount_ = std::move(amount);
  amount_sum_.assign(amount_.size(), 0);
}

double CyclePrices::price_of_all() const {
  double sum = 0;
  for (size_t edge = 0; edge < price_.size(); ++edge)
    sum += static_cast<double>(price_[edge]) * static_cast<double>(weight_[edge]);
  return sum * unit_;
}

// Each cycle is cut by its most overloaded edge; what that leaves over goes to cycles that can
// still grow, those of the least price first.
void CyclePrices::fill(CyclePacking& packing) const {
  std::vector<double> load(weight_.size());
  for (size_t i = 0; i < amount_.size(); ++i)
    for (const uint32_t edge : cycle(i)) load[edge] += static_cast<double>(amount_[i]) * unit_;
  std::vector<int64_t> given(amount_.size());
  std::vector<int64_t> before = packing.residual;
  for (size_t i = 0; i < amount_.size(); ++i) {
    if (amount_[i] <= 0) continue;
    double part = 1;
    for (const uint32_t edge : cycle(i))
      part = std::min(part, static_cast<double>(before[edge]) / load[edge]);
    int64_t amount = static_cast<int64_t>(static_cast<double>(amount_[i]) * unit_ * part);
    for (const uint32_t edge : cycle(i)) amount = std::min(amount, packing.residual[edge]);
    given[i] = amount;
    for (const uint32_t edge : cycle(i)) packing.residual[edge] -= amount;
  }
  for (size_t i = 0; i < amount_.size(); ++i) {
    int64_t more = INT64_MAX;
    for (const uint32_t edge : cycle(i)) more = std::min(more, packing.residual[edge]);
    const auto edges = cycle(i);
    for (const uint32_t edge : edges) packing.residual[edge] += given[i];
    if (given[i] + more > 0) packing.add(Cycle(edges.begin(), edges.end()), given[i] + more);
  }
}

}  // namespace entente
