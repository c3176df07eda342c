// Camps and a certified bound that follow a network whose ties change one at a time, in far less
// time than a new search takes: what-if, live news. Part of balance.h.
//
// The camps: what the change makes worth moving moves, one actor or a chain of neighbours. The
// bound: the packing of unbalanced cycles is mended where the tie was. Both stay true whatever
// happens (the camps cost `value`, no camps cost less than `lower_bound`), but a gap may open;
// `search_anew` closes it again where it can. To try a change, copy, change, compare.
// Tested in changing_balance_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

struct SignedGraph;
struct FrustrationOptions;

class ChangingBalance {
 public:
  // Parallel edges count as one of their sum, edges of an actor with itself not at all.
  explicit ChangingBalance(const SignedGraph& graph);
  ChangingBalance(const SignedGraph& graph, const FrustrationOptions& options);

  // Of two actors, not the same; 0 for no tie. The sum of all |weight| must stay below 2^40.
  void set_tie(uint32_t a, uint32_t b, int64_t weight);
  int64_t tie(uint32_t a, uint32_t b) const;
  // The full search, from the camps at hand.
  void search_anew(const FrustrationOptions& options);

  const std::vector<int8_t>& side() const { return side_; }  // an actor: +1 or -1
  int64_t value() const { return value_; }                   // weight of what `side` frustrates
  int64_t lower_bound() const;
  bool proven() const { return lower_bound() == value_; }
  SignedGraph graph() const;  // as it is now: simple, edges in no particular order

  // What certifies `packed_bound`: unbalanced cycles of edges of `graph()`, each with an amount,
  // so that no edge gives more than `scale` times its weight. `lower_bound` may be greater: what
  // an exact search has proven is worth what later changes cannot have taken from it.
  struct Certificate {
    std::vector<std::vector<uint32_t>> cycles;
    std::vector<int64_t> amounts;
    int64_t scale = 1;
  };
  Certificate certificate() const;
  int64_t packed_bound() const;

 private:
  struct Edge {
    uint32_t a = 0, b = 0;
    int64_t weight = 0;            // 0: free to be used for another pair
    int64_t residual = 0;          // scaled: what no cycle has taken
    std::vector<uint32_t> cycles;  // that take from it
  };
  struct Arc {
    uint32_t actor, edge;
  };
  struct PackedCycle {
    std::vector<uint32_t> edges;
    int64_t amount = 0;  // 0: free
  };

  uint32_t find_edge(uint32_t a, uint32_t b) const;
  uint32_t add_edge(uint32_t a, uint32_t b);
  void remove_edge(uint32_t edge);
  void change_cost(const Edge& edge, int64_t before, int64_t after);
  void shrink_cycles(uint32_t edge, int64_t capacity, std::vector<uint32_t>& freed);
  void take_from_cycle(uint32_t cycle, int64_t amount, std::vector<uint32_t>& freed);
  void pack(std::vector<uint32_t> edges, int64_t amount);
  void pack_through(uint32_t edge);
  bool find_cycle(uint32_t edge, std::vector<uint32_t>& cycle);
  bool simple_part(const std::vector<uint32_t>& copies, std::vector<uint32_t>& path) const;
  void switch_side(uint32_t actor);
  void improve_around(uint32_t a, uint32_t b);
  bool try_chain(uint32_t start);

  int64_t scale_ = 1;
  std::vector<Edge> edges_;
  std::vector<uint32_t> free_edges_, free_cycles_;
  std::vector<std::vector<Arc>> arcs_;
  std::vector<PackedCycle> cycles_;
  std::vector<int8_t> side_;
  std::vector<int64_t> switch_cost_;  // of each actor
  int64_t value_ = 0;
  int64_t packed_ = 0;                            // scaled: sum of the amounts
  int64_t carried_ = 0;                           // the bound that earlier ones leave
  std::vector<uint32_t> stamp_, by_edge_, from_;  // of the search for cycles, by copy of an actor
  uint32_t now_ = 0;
};

}  // namespace entente
