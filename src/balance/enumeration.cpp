// See enumeration.h.
#include "balance/enumeration.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace entente {

namespace {

class Dolls {
 public:
  Dolls(const SignedGraph& graph, uint64_t work_max)
      : n_(graph.actors),
        work_max_(work_max),
        order_(n_),
        weight_(size_t{n_} * n_),
        cost_(size_t{n_ + 1} * n_),
        side_(n_, 1),
        inner_(n_ + 1, 0) {
    // The heaviest actors come first, where they prune most.
    std::vector<int64_t> load(n_);
    for (const SignedEdge& edge : graph.edges) {
      load[edge.a] += std::abs(edge.weight);
      load[edge.b] += std::abs(edge.weight);
    }
    std::iota(order_.begin(), order_.end(), 0u);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](uint32_t a, uint32_t b) { return load[a] > load[b]; });
    std::vector<uint32_t> rank(n_);
    for (uint32_t i = 0; i < n_; ++i) rank[order_[i]] = i;
    for (const SignedEdge& edge : graph.edges) {
      weight_[rank[edge.a] * n_ + rank[edge.b]] += edge.weight;
      weight_[rank[edge.b] * n_ + rank[edge.a]] += edge.weight;
    }
  }

  Enumeration run(const SignedGraph& graph, const Sides& known) {
    Enumeration result{known, frustration_of(graph, known), 0, 0};
    for (uint32_t first = n_; first-- > 0 && work_ < work_max_;) {
      // The actors from `first` on; not worse than adding `first` as it likes best.
      best_ = first == 0 ? result.value : INT64_MAX;
      std::fill(row(first), row(first) + 2 * size_t{n_}, Cost{});
      assign(first, first, 1, 0);
      if (work_ >= work_max_) break;
      inner_[first] = best_;
    }
    result.lower = *std::max_element(inner_.begin(), inner_.end());
    result.work = work_;
    if (!found_.empty())
      for (uint32_t i = 0; i < n_; ++i) result.side[order_[i]] = found_[i];
    result.value = frustration_of(graph, result.side);
    return result;
  }

 private:
  // What an open actor costs with the assigned ones on either side.
  struct Cost {
    int64_t plus = 0, minus = 0;
  };
  Cost* row(uint32_t depth) { return cost_.data() + size_t{depth} * n_; }

  // Puts actor `i` on `side`; actors first .. i - 1 have theirs and cost `cost`.
  void assign(uint32_t first, uint32_t i, int8_t side, int64_t cost) {
    side_[i] = side;
    cost += side > 0 ? row(i)[i].plus : row(i)[i].minus;
    int64_t bound = cost + inner_[i + 1];
    work_ += n_ - i;
    for (uint32_t j = i + 1; j < n_; ++j) {
      Cost open = row(i)[j];
      const int64_t w = side * weight_[size_t{i} * n_ + j];
      (w > 0 ? open.minus : open.plus) += std::abs(w);
      row(i + 1)[j] = open;
      bound += std::min(open.plus, open.minus);
    }
    if (bound >= best_ || work_ >= work_max_) return;
    if (i + 1 == n_) {
      best_ = bound;
      if (first == 0) found_ = side_;
      return;
    }
    const Cost next = row(i + 1)[i + 1];
    const int8_t better = next.plus <= next.minus ? 1 : -1;
    assign(first, i + 1, better, cost);
    assign(first, i + 1, static_cast<int8_t>(-better), cost);
  }

  uint32_t n_;
  uint64_t work_ = 0, work_max_;
  std::vector<uint32_t> order_;
  std::vector<int64_t> weight_;
  std::vector<Cost> cost_;  // a row a depth
  Sides side_, found_;
  std::vector<int64_t> inner_;  // optimum of the actors from here on; 0 while unknown
  int64_t best_ = 0;
};

}  // namespace

Enumeration enumerate_sides(const SignedGraph& graph, const Sides& known, uint64_t work_max) {
  return Dolls(graph, work_max).run(graph, known);
}

}  // namespace entente
