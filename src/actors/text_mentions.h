// For tests: mentions of real sentences as one line, "Uzbek troops = UZB; its = UZB". Marks behind
// the nodes: "p" for the place, "o" for an outlet. Modifiers inside larger phrases are left out.
#pragma once

#include <string>
#include <string_view>

#include "actors/actors.h"

namespace entente {

inline const WorldBook& shipped_book() {
  static const WorldBook book = embedded_world_book();
  return book;
}

inline std::string mentions_of(std::string_view text, std::string_view date = "2023-06-30",
                               std::string_view outlet = "", std::string_view country = "") {
  static const EnglishModel model = embedded_english_model();
  const Document document = make_document(std::string(text), model);
  MentionOptions options;
  options.published = parse_iso_date(date);
  options.outlet = outlet;
  options.outlet_country = country;
  std::string out;
  uint32_t covered = 0;
  for (const Mention& mention : find_mentions(document, shipped_book(), options)) {
    if (mention.token_begin < covered) continue;
    covered = mention.token_end;
    if (!out.empty()) out += "; ";
    out += slice(document.text, mention.range);
    out += " =";
    for (const Actor& actor : mention.actors) out += " " + actor.node;
    out += mention.place ? " p" : "";
    out += mention.outlet ? " o" : "";
  }
  return out;
}

}  // namespace entente
