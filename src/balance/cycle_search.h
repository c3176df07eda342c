// Short unbalanced cycles through a given edge.
//
// Seen from some pair of camps, a cycle is unbalanced if it holds an odd number of frustrated
// edges. In the double cover (each actor twice, once in an even and once in an odd layer, each
// frustrated edge leading to the other layer) the unbalanced cycles through a frustrated edge are
// the paths in one layer between its ends' copies, so that shortest paths find them (Barahona and
// Mahjoub 1986). For any number of camps the layers count hostile edges instead. Tested in
// cycle_packing_test.cpp.
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
  // Graph and adjacency must outlive the search; `adjacency` is that of `graph`.
  CycleSearch(const SignedGraph& graph, const Adjacency& adjacency, const Sides& side);
  // For any number of camps: cycles with exactly one hostile edge, one edge of which is frustrated
  // in each partition (Davis 1967), here in `labels`.
  CycleSearch(const SignedGraph& graph, const Adjacency& adjacency,
              const std::vector<uint32_t>& labels);

  const std::vector<uint32_t>& frustrated() const { return frustrated_; }

  // A cycle of the fewest edges, at most `edges_max`, all of which have `residual` left; searched
  // from both ends of the edge at once.
  std::optional<Cycle> fewest_edges(uint32_t frustrated_edge, const std::vector<int64_t>& residual,
                                    uint32_t edges_max);
  // Whether `fewest_edges` keeps to cycles with a single frustrated edge: a packing that meets the
  // optimum holds no others (complementary slackness).
  void keep_to_single(bool single) { single_ = single || weak_; }
  // Whether the last `fewest_edges` found nothing only because of `edges_max`.
  bool limited() const { return limited_; }
  // A cycle of least total length (lengths >= 0) if that is below `limit`; `frustrated_edge`
  // itself need not lie on it.
  std::optional<Cycle> shortest(uint32_t frustrated_edge, const std::vector<double>& length,
                                double limit);

  uint64_t work() const { return work_; }  // elementary steps so far

 private:
  using Copy = uint32_t;  // 2 * actor + layer
  CycleSearch(const SignedGraph& graph, const Adjacency& adjacency);
  void start_anew();
  Copy goal(uint32_t frustrated_edge) const;
  // For any number of camps: whether the one hostile edge may come here, seen from either end.
  bool may_cross(Copy copy, uint32_t way, Copy to) const {
    return (to & 1) == 1 && (copy & 1) == way;
  }
  // To the copy that the edge leads to from `copy`.
  Copy across(Copy copy, uint32_t to, uint32_t edge) const {
    return 2 * to + ((copy & 1) ^ (crosses_[edge] ? 1 : 0));
  }
  bool reached(Copy copy) const { return stamp_[copy] == now_; }
  bool expand(uint32_t way, const std::vector<int64_t>& residual, uint32_t frustrated_edge);
  Copy before(Copy copy, uint32_t edge) const;
  Cycle trace(uint32_t frustrated_edge);
  Cycle trace_both(uint32_t frustrated_edge);
  Cycle innermost(const std::vector<Copy>& copies, const Cycle& path, uint32_t frustrated_edge);
  bool has_one_hostile(const Cycle& cycle) const;

  const SignedGraph& graph_;
  const Adjacency& adjacency_;
  std::vector<bool> is_frustrated_, crosses_;  // crosses_: leads from one layer to the other
  std::vector<uint32_t> frustrated_;
  std::vector<uint32_t> stamp_, by_edge_, position_;
  std::vector<double> distance_;
  uint32_t now_ = 0;
  bool limited_ = false, single_ = false, weak_ = false;
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
