// What is served at one moment: a store's events as a network with its balance. Made beside the
// requests, never changed, shared by all that are answered from it.
//
// Of a store of some thousand events everything is in it ("whole"), and any selection of events is
// added up from them. Of a larger one the store adds up all events where they lie, so that every
// report counts; of the events themselves only the newest are here.
#pragma once

#include <memory>
#include <vector>

#include "server/query.h"
#include "server/tallied_ties.h"
#include "store/store.h"
#include "views/views.h"

namespace entente {

struct SceneOptions {
  NetworkOptions network = {};
  bool all_reports = false;   // ties count every report of a deed, not the deed once
  double claims = 0.7;        // what a deed weighs that others than its doer or the outlet tell
  bool corrected = false;     // the world book's corrections came after the events were stored
  size_t whole_max = 20'000;  // events
  size_t kept = 3'000;        // events of a store with more
};

struct Scene {
  int64_t version = 0;            // of the store
  bool whole = true;              // `events` are all
  size_t events_of = 0;           // how many are stored
  std::vector<Article> articles;  // without their texts; of the events here, if not whole
  std::vector<Event> events;      // by date, id
  std::vector<Event> deeds;       // one report of each
  EventWeights weights;
  std::vector<std::string> issues;  // of the events
  std::vector<Tally> tallies;       // of everything, if whole
  std::vector<TalliedRow> rows;     // of everything, if not whole
  std::shared_ptr<const Network> network;
  std::shared_ptr<const Balance> balance;
  const WorldBook* book = nullptr;
  SceneOptions options;
};

// The book must outlive the scene.
Result<std::shared_ptr<const Scene>> make_scene(const Store& store, const WorldBook& book,
                                                const SceneOptions& options);

// A scene as the selection lets it through. With a whole scene `events` are the indices of all
// events that pass; else of those that are here.
struct Shown {
  std::vector<size_t> events;
  std::vector<Tally> tallies;
  std::shared_ptr<const Network> network;
  std::shared_ptr<const Balance> balance;
};
// `tallies`: of a scene that is not whole, those of the selection's outlet, if it names one.
// `before`: the camps of the scene's actors to be named alike, where not as among all events.
Shown select(const Scene& scene, const Selection& selection, std::vector<Tally> tallies = {},
             const std::vector<int>* before = nullptr);

// Parts that the views need alone.
std::vector<size_t> selected_events(const Scene& scene, const Selection& selection);
Shown add_up(const Scene& scene, std::vector<size_t> events,
             const std::vector<int>* before = nullptr);
// Of each actor of the scene: 1, 2, or 0 for none.
std::vector<int> camps_of_all(const Scene& scene, const Shown& shown);
System system_of(const Scene& scene, const Shown& shown);
std::string outlet_of(const Scene& scene, const Event& event);

}  // namespace entente
