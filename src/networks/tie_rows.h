// Gathers the rows of one file and turns them into a network: who is who, odd rows by their rules,
// repeated pairs into one tie, weights into integers; on request also their directions and times.
// Tested in networks_test.cpp.
#pragma once

#include <deque>
#include <optional>
#include <unordered_map>

#include "networks/networks.h"

namespace entente {

// "-1", "+", "0.5", "friend", "negative" -> a number; nothing for any other word.
std::optional<double> parse_weight(std::string_view text);

class TieRows {
 public:
  explicit TieRows(std::string name, bool keeps_arcs = false)
      : name_(std::move(name)), keeps_arcs_(keeps_arcs) {}

  bool keeps_arcs() const { return keeps_arcs_; }

  uint32_t actor(std::string_view id);
  // A row with `sign` or `weight` or both; nothing where the file has no such column.
  void add(std::string_view source, std::string_view target, std::optional<std::string_view> sign,
           std::optional<std::string_view> weight, size_t line,
           std::optional<std::string_view> time = std::nullopt);
  void add_incomplete(size_t line);
  // Something odd about the file itself.
  void note(const std::string& kind, const std::string& rule, size_t line);

  SignedNetwork finish();

 private:
  struct Row {
    uint32_t a, b, line;
    bool turned;  // from b to a
    double weight;
  };
  struct IdHash {
    using is_transparent = void;
    size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
  };
  void choose_unit();
  void merge_pair(size_t begin, size_t end, bool signs_only);
  void note_time(std::string_view time, size_t line);
  void merge_arcs();

  std::string name_;
  SignedNetwork network_;
  std::unordered_map<std::string, uint32_t, IdHash, std::equal_to<>> number_;
  bool keeps_arcs_;
  std::vector<Row> rows_;
  std::unordered_map<uint32_t, double> time_of_line_;
  std::vector<double> sums_;  // of the edges, before they are integers
};

}  // namespace entente
