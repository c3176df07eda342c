// The rows behind each view of the page: what /NAME.json and /NAME.csv answer.
#pragma once

#include <optional>
#include <string_view>

#include "server/collection.h"
#include "server/query.h"

namespace entente {

enum class View : uint8_t {
  network,
  map,
  timeline,
  camps,
  tensions,
  positions,
  matrix,
  outlets,
  search,
  actor,
  tie,
};
inline constexpr std::string_view kViews[] = {"network",  "map",       "timeline", "camps",
                                              "tensions", "positions", "matrix",   "outlets",
                                              "search",   "actor",     "tie"};
std::optional<View> view_from(std::string_view name);

struct ViewRows {
  ShownRows rows;
  double frustration = 0, weight = 0;  // of the selection's ties
};

// Errors are the asker's: a filter that a store of this size cannot answer, or too long a search.
Result<ViewRows> rows_of(View view, Collection& collection, const Scene& scene, const Query& query,
                         Format format);

// The pieces, one a kind of view.
std::vector<CampColumn> camp_columns(const Scene& scene, const Selection& selection);
std::vector<MonthCounts> month_counts(const Scene& scene, const Shown& shown, const Query& query);
// Of what is chosen: a tie, a tension, an article, actors or words; else all that is selected.
std::vector<size_t> chosen_events(const Scene& scene, const Query& query);
Result<ShownRows> stored_events(Collection& collection, const Scene& scene, const Query& query,
                                Format format);

}  // namespace entente
