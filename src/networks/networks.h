// networks: a file of signed ties between anybody -> a signed graph with the names of its actors.
// Tables (CSV, TSV and the like), GraphML and GEXF, plain or gzip. Whatever a row lacks or repeats
// is treated by a rule, and every rule that was needed is told with its count and first place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "balance/balance.h"
#include "base/result.h"

namespace entente {

// Rows that are not plain ties, all of one kind.
struct OddRows {
  std::string kind;  // stable name: "self_ties", "repeated", "contradicting", "without_number"...
  std::string rule;  // what was done with them, one sentence
  size_t count = 0;
  std::string first;  // the place of the first, "file:line"
};

struct SignedNetwork {
  std::vector<std::string> actors;  // ids, in the order of the file
  // Simple: one edge a pair, no loops, no weight 0; sorted, a < b.
  SignedGraph graph;
  SignedArcs arcs;  // the rows by direction, each once; filled where they are asked for
  double unit = 1;  // strength of the file that a weight of 1 in `graph` stands for
  size_t rows = 0;  // that the file has
  std::vector<OddRows> odd;
};

struct NetworkReading {
  bool arcs = false;  // also fill SignedNetwork::arcs, with times from a column time, date or year
};

// `name` is what messages call the file. Errors: no ties can be made out at all.
Result<SignedNetwork> read_network(std::string bytes, const std::string& name,
                                   const NetworkReading& options = {});

}  // namespace entente
