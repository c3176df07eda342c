// Test support: what the whole chain, from the English model on, makes of a text. Not part of the
// library.
#pragma once

#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"

namespace entente {

inline std::vector<Event> events_of(const char* text) {
  static const EnglishModel model = embedded_english_model();
  static const WorldBook book = embedded_world_book();
  static const DeedLexicon lexicon = embedded_deed_lexicon();
  const Document document = make_document(text, model);
  return extract_events({}, document, find_mentions(document, book, {}), lexicon);
}

// "POL>UKR AID;" for each event, in their order.
inline std::string deeds_of(const char* text) {
  std::string found;
  for (const Event& event : events_of(text)) {
    found += event.source.actor.node + ">" + event.target.actor.node + " " +
             std::string(to_string(event.type)) + ";";
  }
  return found;
}

// Of the first event between the two; empty if there is none.
inline std::string status_of(const char* text, const char* source, const char* target) {
  for (const Event& event : events_of(text)) {
    if (event.source.actor.node != source || event.target.actor.node != target) continue;
    return std::string(to_string(event.status));
  }
  return {};
}

}  // namespace entente
