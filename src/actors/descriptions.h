// Noun phrases that name no one: "the president", "the country", "both sides", "police".
#pragma once

#include <optional>

#include "actors/history.h"
#include "actors/people.h"
#include "actors/salience.h"

namespace entente {

class Descriptions {
 public:
  // Keeps references to all of them.
  Descriptions(const Reading& reading, const People& people, const WorldBook& book,
               const History& history);

  // Gives the open draft its actors, or leaves it without any.
  void resolve(Draft& draft) const;
  // A named person in an office of no known state gets the state under discussion; false if none.
  bool resolve_official(Draft& draft) const;
  // "the two", "both", "all three" at token `i`, if they stand alone.
  std::optional<Draft> resolve_number(uint32_t i) const;

 private:
  bool resolve_several(Draft& draft, std::string_view noun) const;
  bool resolve_country(Draft& draft, std::string_view noun) const;
  bool resolve_organisation(Draft& draft, std::string_view noun) const;
  bool resolve_outlet(Draft& draft) const;
  bool resolve_officer(Draft& draft, std::string_view noun) const;
  bool resolve_group(Draft& draft) const;
  bool resolve_by_owner(Draft& draft) const;
  bool resolve_own_country(Draft& draft, const Seen& owner) const;
  bool stands_for_place(const Draft& draft, const Entity& state) const;
  bool resolve_subjects_own(Draft& draft) const;
  bool is_sent(uint32_t head) const;
  bool has_field(const Draft& draft) const;
  void resolve_part(Draft& draft, std::string_view noun) const;
  // Whose part the draft may be; not the subject's in "he met the president".
  SalienceQuestion question_for(const Draft& draft) const;
  void settle_by_partner(const Draft& draft, Salience& salience) const;
  bool is_predicate(const Draft& draft) const;
  bool stands_after_in(const Draft& draft) const;
  void resolve_group_of(Draft& draft, size_t count, bool states_only) const;
  std::vector<Actor> members_on_date(const Entity& group) const;

  const Reading& reading_;
  const WorldBook& book_;
  const History& history_;
};

}  // namespace entente
