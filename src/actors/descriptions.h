// Noun phrases that name no one: "the president", "the country", "both sides", "police".
#pragma once

#include "actors/history.h"
#include "actors/people.h"

namespace entente {

class Descriptions {
 public:
  // Keeps references to all of them.
  Descriptions(const Reading& reading, const People& people, const WorldBook& book,
               const History& history);

  // Gives the open draft its actors, or leaves it without any.
  void resolve(Draft& draft) const;

 private:
  bool resolve_several(Draft& draft, std::string_view noun) const;
  bool resolve_country(Draft& draft, std::string_view noun) const;
  bool resolve_organisation(Draft& draft, std::string_view noun) const;
  bool resolve_outlet(Draft& draft) const;
  bool resolve_officer(Draft& draft, std::string_view noun) const;
  bool resolve_group(Draft& draft) const;
  bool resolve_by_owner(Draft& draft) const;
  void resolve_part(Draft& draft, std::string_view noun) const;
  // The state that the text is about at token `i`, and how sure that is (0-1).
  const Entity* salient_state(uint32_t i, double& share) const;

  const Reading& reading_;
  const WorldBook& book_;
  const History& history_;
  const Entity* home_;
};

// "CSTO members", "the Baltic states": the members where they are few, with less confidence.
void expand_collective(const Reading& reading, const WorldBook& book, Draft& draft);

}  // namespace entente
