// From stored or freshly read articles and events to the network and its balance.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "cli/reading.h"
#include "exchange/exchange.h"

namespace entente {

struct LoadedSystem {
  std::vector<Article> articles;
  std::vector<Event> events;
  std::vector<Event> deeds;  // what the network is tallied from: one report of each deed
  Network network;
  Balance balance;
  ActorCounts mentions;  // of the articles read, or read again, for `actors`
  size_t failures = 0;   // of reading, already printed
};

// Opens the store, or reads options.paths into memory. Errors name the store.
Result<LoadedSystem> load_system(const Options& options, const Knowledge& knowledge);

// The stored events that the options let through, with the corrections, one after the other, in
// memory that does not grow with them. `take` may read the store.
Result<Done> each_event(const Options& options, const Knowledge& knowledge, const Store& store,
                        const std::function<void(Event&&)>& take);

// Network and balance of the events that the options let through.
void measure(const Options& options, LoadedSystem& system);

// "Uzbekistan", "UZB", "the Kremlin" -> node; the text itself where the world book does not help.
std::string node_of(const WorldBook& book, std::string_view text);

// Width and colour of the standard output.
Terminal terminal();

void print(std::string_view text);

}  // namespace entente
