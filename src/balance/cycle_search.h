// Short unbalanced cycles through a given edge.
//
// Seen from some pair of camps, a cycle is unbalanced if it holds an odd number of frustrated
// edges. In the double cover (each actor twice, once in an even and once in an odd layer, each
// frustrated edge leading to the other layer) the unbalanced cycles through a frustrated edge are
// the paths in one layer between its ends' copies, so that shortest paths find them (Barahona and
// Mahjoub 1986). Tested in cycle_packing_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "balance/signed_graph.h"

namespace entente {

using Cycle = std::vector<uint32_t>;  // edges of the graph, each once

class CycleSearch {
 public:
  // All three must outlive the search; `adjacency` is that of `graph`.
  CycleSearch(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side);

  const std::vector<uint32_t>& frustrated() const { return frustrated_; }

  // A cycle of the fewest edges, at most `edges_max`, all of which have `residual` left; searched
  // from both ends of the edge at once.
  std::optional<Cycle> fewest_edges(uint32_t frustrated_edge, const std::vector<int64_t>& residual,
                                    uint32_t edges_max);
  // Whether `fewest_edges` keeps to cycles with a single frustrated edge: a packing that meets the
  // optimum holds no others (complementary slackness).
  void keep_to_single(bool single) { single_ = single; }
  // Whether the last `fewest_edges` found nothing only because of `edges_max`.
  bool limited() const { return limited_; }
  // A cycle of least total length (lengths >= 0) if that is below `limit`; `frustrated_edge`
  // itself need not lie on it.
  std::optional<Cycle> shortest(uint32_t frustrated_edge, const std::vector<double>& length,
                                double limit);

  uint64_t work() const { return work_; }  // elementary steps so far

 private:
  using Copy = uint32_t;  // 2 * actor + layer
  void start_anew();
  bool reached(Copy copy) const { return stamp_[copy] == now_; }
  bool expand(uint32_t way, const std::vector<int64_t>& residual, uint32_t frustrated_edge);
  Copy before(Copy copy, uint32_t edge) const;
  Cycle trace(uint32_t frustrated_edge);
  Cycle trace_both(uint32_t frustrated_edge);
  Cycle innermost(const std::vector<Copy>& copies, const Cycle& path, uint32_t frustrated_edge);

  const SignedGraph& graph_;
  const Adjacency& adjacency_;
  std::vector<bool> is_frustrated_;
  std::vector<uint32_t> frustrated_;
  std::vector<uint32_t> stamp_, by_edge_, position_;
  std::vector<double> distance_;
  uint32_t now_ = 0;
  bool limited_ = false, single_ = false;
  uint64_t work_ = 0;
  // Of the search from both ends: what each has reached, by which edge, and its outermost copies.
  std::array<std::vector<uint32_t>, 2> stamps_, by_edges_;
  std::array<std::vector<Copy>, 2> outermost_;
  std::vector<Copy> next_;
  uint32_t bridge_ = 0;  // the edge where the two met, from this copy on the expanding side
  std::array<Copy, 2> met_ = {};
  std::vector<std::pair<double, Copy>> heap_;
};

}  // namespace entente
