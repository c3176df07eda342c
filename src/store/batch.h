// What one put() takes, checked and brought into the form that both stores keep.
#pragma once

#include <vector>

#include "store/store.h"

namespace entente {

struct Batch {
  std::vector<const Article*> articles;  // by id; of several with one id the last
  std::vector<const Event*> events;      // by document, id; of several with one id the last
  std::vector<double> weights;           // of each event, see event_weights
};

// An error where an event's article is not in the batch. Both must outlive the Batch.
Result<Batch> make_batch(const std::vector<Article>& articles, const std::vector<Event>& events);

}  // namespace entente
