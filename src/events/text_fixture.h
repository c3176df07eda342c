// Test support: what the whole chain, from the English model on, makes of a text. Not part of the
// library.
#pragma once

#include <string>

#include "actors/actors.h"
#include "events/events.h"

namespace entente {

// "POL>UKR AID;" for each event, in their order.
inline std::string deeds_of(const char* text) {
  static const EnglishModel model = embedded_english_model();
  static const WorldBook book = embedded_world_book();
  static const DeedLexicon lexicon = embedded_deed_lexicon();
  const Document document = make_document(text, model);
  const std::vector<Mention> mentions = find_mentions(document, book, {});
  std::string found;
  for (const Event& event : extract_events({}, document, mentions, lexicon)) {
    found += event.source.actor.node + ">" + event.target.actor.node + " " +
             std::string(to_string(event.type)) + ";";
  }
  return found;
}

}  // namespace entente
