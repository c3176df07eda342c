// Who fills which role of a predicate: a dependency tree read as predicate and arguments.
// Voice, coordination, control, relative clauses, participles, light verbs and nominal deeds are
// undone here, so that a lexicon entry says "subj > obj" once and fits them all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "documents/documents.h"

namespace entente {

class Syntax {
 public:
  // Keeps a reference to `document`. Lemmas are brought into the spelling of `words`.
  explicit Syntax(const Document& document, const std::unordered_set<std::string>& words = {});

  const Document& document() const { return document_; }
  const Token& token(uint32_t index) const { return document_.tokens[index]; }
  uint32_t sentence_of(uint32_t index) const { return sentence_[index]; }
  // Direct dependents in order of place.
  const std::vector<uint32_t>& children(uint32_t index) const { return children_[index]; }
  // Lower-cased lemma.
  std::string_view lemma(uint32_t index) const { return lemma_[index]; }
  // Also what the tagger took for a noun although it has a subject ("Beijing lent Laos money").
  bool is_verb(uint32_t index) const;
  bool is_noun(uint32_t index) const;
  bool is_finite(uint32_t verb) const;  // a tense of its own, without an auxiliary

  // The tokens that fill `role` of the predicate `head`, best first. Roles:
  //   subj obj iobj      logical subject, object, indirect object (voice undone)
  //   clause xcomp       clausal complement (any, or without own subject)
  //   rel           relative clause of a noun
  //   poss mod           possessor; adjectival or compound modifier
  //   adv                adverb
  //   neg case cop       negating word ("not", "no"); own preposition ("against" the plan); "is"
  //   aux                "must", "will"
  //   prt                verb particle
  //   gov                the word that governs the predicate
  //   light              the light verb that carries a nominal deed ("launch" of "attack")
  //   agent              of a nominal deed: light verb's subject, possessor, by, modifier, of
  //   any preposition    "on", "against": of the predicate, its object or its light verb
  // Where no phrase with the preposition stands by the predicate, Reach::below takes one that the
  // parser hung on a noun further down.
  enum class Reach : uint8_t { own, below };
  std::vector<uint32_t> fillers(uint32_t head, std::string_view role,
                                Reach reach = Reach::below) const;

  std::optional<uint32_t> surface_subject(uint32_t head, int depth = 0) const;
  bool is_passive(uint32_t head) const;
  // "which" in a relative clause -> the noun it stands for; else the token itself.
  uint32_t referent(uint32_t index) const;
  std::optional<uint32_t> child(uint32_t head, Relation relation) const;
  bool has_child_lemma(uint32_t head, Relation relation, std::string_view lemma) const;
  // The preposition or marker of an oblique, nominal or clausal dependent: "on", "because of".
  std::string_view preposition(uint32_t dependent) const;

 private:
  void add_prepositional(uint32_t head, std::string_view role, std::vector<uint32_t>& out) const;
  // "aid worth a million to Kenya": the parser hung the phrase on a noun further down.
  void add_attached_below(uint32_t head, std::string_view role, std::vector<uint32_t>& out) const;
  bool is_whole_sentence(uint32_t participle) const;
  bool is_listed(uint32_t verb) const;
  uint32_t noun_before(uint32_t pronoun) const;
  uint32_t named_by(uint32_t noun) const;
  uint32_t doer_of_cleft(uint32_t subject) const;
  bool is_in_time_phrase(uint32_t index) const;
  std::optional<uint32_t> own_subject(uint32_t head) const;
  std::optional<uint32_t> sender_of(uint32_t message, int depth) const;
  // "lets the Americans use": parsers hang the Americans on the verb below.
  std::optional<uint32_t> raised_object(uint32_t verb) const;
  // "gave them access", "access" taken for a verb.
  std::optional<uint32_t> thing_given(uint32_t head) const;
  std::optional<uint32_t> first_object(uint32_t head) const;
  void add_counted(std::vector<uint32_t>& out) const;
  bool is_people(uint32_t index) const;
  std::optional<uint32_t> infinitive(uint32_t head) const;
  std::optional<uint32_t> second_object(uint32_t head) const;
  void add_objects(uint32_t head, std::vector<uint32_t>& out) const;
  void add_indirect_objects(uint32_t head, std::vector<uint32_t>& out) const;
  std::optional<uint32_t> lost_subject(uint32_t verb) const;
  std::optional<uint32_t> object(uint32_t head) const;
  std::optional<uint32_t> particle(uint32_t head) const;
  std::optional<uint32_t> subject_of_clause_modifier(uint32_t head, int depth) const;
  std::optional<uint32_t> light_verb(uint32_t noun) const;
  void add_modifiers(uint32_t head, std::string_view role, std::vector<uint32_t>& out) const;
  void add_agents(uint32_t noun, std::vector<uint32_t>& out) const;

  const Document& document_;
  std::vector<std::vector<uint32_t>> children_;
  std::vector<std::string> lemma_;
  std::vector<uint32_t> sentence_;
  std::vector<std::string> preposition_;  // of each token that has one
};

}  // namespace entente
