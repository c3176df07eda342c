// The closed sets of Universal Dependencies 2 as used by the English treebanks.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

enum class Upos : uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

// Universal relations and the subtypes that English uses.
enum class Relation : uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};

enum class Tense : uint8_t { none, past, present };
enum class VerbForm : uint8_t { none, finite, infinitive, participle, gerund };
enum class Mood : uint8_t { none, indicative, imperative, subjunctive };
enum class Number : uint8_t { none, singular, plural };

struct Features {
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  Mood mood = Mood::none;
  Number number = Number::none;
  bool passive = false;  // Voice=Pass
  uint8_t person = 0;    // 1-3, 0 none
};

std::string_view to_string(Upos upos);          // "PROPN"
std::string_view to_string(Relation relation);  // "nsubj:pass"
// Unknown names give Upos::x; an unknown subtype its base relation, an unknown base Relation::dep.
Upos upos_from(std::string_view name);
Relation relation_from(std::string_view name);

}  // namespace entente
