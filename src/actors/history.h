// What a document has named so far, as a reader who has come to some token would recall it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/draft.h"

namespace entente {

struct Seen {
  std::vector<Actor> actors;
  uint32_t token = 0;  // where the mention begins, and ends
  uint32_t end = 0;
  uint32_t head = 0;
  uint32_t sentence = 0;
  bool subject = false;
  bool place = false;
  bool modifier = false;
  bool outlet = false;
  bool person = false;
  bool plural = false;
  Gender gender = Gender::unknown;
  double confidence = 1;
  std::string_view office;         // lower-case head noun of a title or description
  const Entity* entity = nullptr;  // the organisation, group or state itself, if it was named
};

struct Group {
  std::vector<Actor> actors;
  bool clear = false;  // no other actor comes close
};

class History {
 public:
  explicit History(const Reading& reading) : reading_(reading) {}

  void add(const Draft& draft);
  const std::vector<Seen>& seen() const { return seen_; }

  // The mention whose head is the nearest subject before token `i`, in its sentence or the one
  // before, and agrees with it in number. nullptr where the nearest that agrees is no actor.
  struct SubjectQuestion {
    bool same_clause = false;  // whether i's own clause counts ("Russia withdrew its troops")
    bool several = false;      // "they", else "it"
    bool acts = false;         // as things do not: "It accused", "It regards"
  };
  const Seen* last_subject(uint32_t i, const SubjectQuestion& asked) const;
  // The mention that is the subject of `verb`, or of the verb that it is coordinated with; nullptr
  // if there is none.
  const Seen* subject_of(uint32_t verb) const;
  // The mention that ends before the comma before token `i`: "Jacinda Ardern, his counterpart".
  const Seen* in_apposition(uint32_t i) const;
  // The mention that is the object of the verb that token `i` hangs below by "for": "criticised
  // Mali for its march".
  const Seen* object_blamed(uint32_t i) const;
  // Whom token `i` can mean as somebody else than `subject` (which may be nullptr): the single
  // state, organisation or group spoken of most clearly in its sentence or the one before; nullptr
  // where two are about equal.
  const Seen* last_other(uint32_t i, const Seen* subject) const;
  // The same for "them": those named last, in its sentence or the one before, if no other people
  // stand between.
  const Seen* last_others(uint32_t i, const Seen* subject) const;
  // The several actors named before `i` in its sentence, if no other noun in the plural stands
  // between; nullptr if there are none.
  const Seen* several_before(uint32_t i) const;
  // "China" before "and its neighbours"; nullptr if token `i` does not follow so.
  const Seen* just_before_and(uint32_t i) const;
  const Reading& reading() const { return reading_; }
  // All mentions coordinated with `first`, itself included.
  std::vector<Actor> coordinated(const Seen& first) const;
  const Seen* last_person(uint32_t i, Gender gender, bool object) const;
  // The `count` states, organisations and groups that the text is about before token `i`, by order
  // of mention; empty if there are fewer near it.
  Group salient_group(uint32_t i, size_t count, bool states_only) const;
  // The `count` actors that were coordinated last before token `i` in its sentence; none if so many
  // were not.
  Group just_listed(uint32_t i, size_t count) const;
  // The region or organisation named last that has so many members: "the five republics".
  const Entity* last_with_members(uint32_t i, size_t count) const;

 private:
  const Seen* headed_by(uint32_t head) const;
  bool is_plural(uint32_t noun) const;
  bool is_object_before(const Seen& seen, uint32_t i) const;
  const Seen* possessor_of(uint32_t subject) const;
  const Seen* antecedent_of(uint32_t pronoun) const;
  const Seen* doer_of(uint32_t verb) const;
  const Seen* topic_of(uint32_t subject) const;
  void learn_gender(Seen& seen);
  bool are_alone(uint32_t sentence, size_t count) const;
  bool is_one_of(const Seen& seen, size_t count) const;
  double weight_of_person(const Seen& seen, uint32_t i, Gender gender, bool object) const;
  bool is_listed(const Seen& seen, size_t count) const;
  Actor whole_of(const Actor& actor) const;

  const Reading& reading_;
  std::vector<Seen> seen_;
  std::unordered_map<std::string, Gender> genders_;  // by name
  std::unordered_map<std::string, double> named_;    // how often each node was named
};

bool is_subject(Relation relation);
// A noun's part in a clause or a phrase: who or what takes part, and not an apposition, a part of a
// name or the predicate.
bool is_argument(Relation relation);

}  // namespace entente
