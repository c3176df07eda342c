// From a token that fills a slot to the actors it stands for.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "events/actor_lists.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

// One actor of one mention that takes part in a deed.
struct Filler {
  uint32_t mention = 0;  // index into the mentions
  uint32_t actor = 0;    // index into Mention::actors
  double confidence = 1;
  // Token that stands for the actor: it points back to his deed, or rules in the place he is named
  // by.
  std::optional<uint32_t> stand_in = {};
};

class Participants {
 public:
  // Keeps references to all three.
  Participants(const Syntax& syntax, const std::vector<Mention>& mentions,
               const DeedLexicon::Entries& lexicon);

  const std::vector<Mention>& mentions() const { return mentions_; }
  const Actor& actor(const Filler& filler) const {
    return mentions_[filler.mention].actors[filler.actor];
  }

  // The actors that the phrase headed by `token` names, its conjuncts and appositions included.
  std::vector<Filler> named(uint32_t token) const;

  // "the North American Free *Trade* Agreement": the word is no deed.
  bool is_part_of_name(uint32_t token) const;
  // The actors to whom the thing or clause headed by `token` belongs: "the deployment of American
  // troops", "hosting Russian bases", "Tehran's plan". Nearest first found counts. With `places`,
  // also the state in which it lies
  // ("three Armenian villages").
  std::vector<Filler> owners(uint32_t token, bool places = false, int depth = 0) const;

  // The actor named right before a finite verb, for verbs whose subject the parser missed.
  std::vector<Filler> before_verb(uint32_t verb, int depth = 0) const;

 private:
  std::optional<uint32_t> mention_ending_at(uint32_t end, uint32_t first) const;
  void add_mention(uint32_t mention, double confidence, std::vector<Filler>& out) const;
  void add_named(uint32_t token, int depth, std::vector<Filler>& out) const;
  std::vector<Filler> named_or_owners(uint32_t token, bool places, int depth) const;
  bool names_patient_by_of(uint32_t noun) const;
  void add_second_phrase(uint32_t first, uint32_t thing, int depth, std::vector<Filler>& out) const;
  bool says(uint32_t phrase, std::initializer_list<std::string_view> words) const;
  bool is_replaced(uint32_t phrase) const;
  bool is_excluded(uint32_t conjunct) const;
  std::vector<Filler> makers_of(uint32_t thing) const;
  std::vector<Filler> leaders_of(uint32_t noun, int depth) const;
  std::vector<Filler> firers_of(uint32_t thing, int depth) const;
  std::vector<Filler> rulers_in(uint32_t noun) const;
  std::vector<Filler> doers_told_before(uint32_t noun, int depth) const;

  const Syntax& syntax_;
  const std::vector<Mention>& mentions_;
  const DeedLexicon::Entries& lexicon_;
  std::vector<std::vector<uint32_t>> at_head_;  // mentions by head token, outermost first
  std::vector<int64_t> innermost_;              // the mention that covers a token, or -1
  std::vector<std::vector<uint32_t>> lists_;    // of each mention: those of its list
};

}  // namespace entente
