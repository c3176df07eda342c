// A small world for the tests of this folder: Central Asia in the summer of 2021, told by four
// made-up outlets in made-up sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "views/views.h"

namespace entente {

// The embedded world book, read once.
const WorldBook& sample_book();

struct Sample {
  std::vector<Article> articles;
  std::vector<Event> events;
  Network network;
  Balance balance;
  WorldBook book = sample_book();

  System system() const { return {articles, events, network, balance, book}; }
};

// What a hand-made event consists of. In `text`, {s:...} marks the source, {d:...} the deed,
// {t:...} the target and {w:...} each named speaker after the outlet, in the order of `said_by`.
struct SampleEvent {
  int article = 1;  // article's number, from 1
  std::string_view date;
  std::string_view source, target;  // node, or "CODE name" for one that is not a state
  EventType type;
  std::string_view mode;
  std::string_view text;
  EventStatus status = EventStatus::happened;
  std::vector<std::string> said_by = {};
  std::string_view issue = "";
  double confidence = 0.9;
};
Event sample_event(const SampleEvent& row);

// A dozen actors, four articles, some forty events; network and balance as the stages make them.
Sample large_sample();
// Four actors with a network and balance set by hand, so that exact texts stay as they are.
Sample small_sample();

}  // namespace entente
