// The roles that lexicon entries name, read off the surface subject and object that syntax.cpp
// finds. Prepositional roles look at the predicate first and then at its object, because parsers
// attach "sanctions on Iran" to either. Where parsers often err, both readings count: "gave Kenya
// aid" with Kenya as object, indirect object or modifier of the aid. Tested in syntax_test.cpp.
#include <algorithm>
#include <array>

#include "events/syntax.h"

namespace entente {

namespace {

constexpr int kDepthMax = 8;

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "no" ||
         lemma == "hardly" || lemma == "neither" || lemma == "nor";
}

bool gives(std::string_view verb) {
  constexpr std::array<std::string_view, 26> verbs = {
      "give",  "sell",      "send",   "lend",   "offer",   "grant", "promise", "pay",   "deliver",
      "hand",  "award",     "owe",    "supply", "provide", "deny",  "refuse",  "teach", "show",
      "bring", "guarantee", "pledge", "allow",  "cede",    "leave", "donate",  "gift"};
  return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

// "thousands of soldiers", "forty of its diplomats": the soldiers, the diplomats.
bool is_count(std::string_view lemma) {
  constexpr std::array<std::string_view, 19> nouns = {
      "hundred", "thousand", "dozen", "million", "score",  "number",  "handful",
      "group",   "majority", "part",  "some",    "most",   "several", "worth",
      "lot",     "plenty",   "tonne", "ton",     "billion"};
  return std::find(nouns.begin(), nouns.end(), lemma) != nouns.end();
}

bool is_prepositional(Relation relation) {
  switch (relation) {
    case Relation::obl:
    case Relation::obl_agent:
    case Relation::nmod:
    case Relation::advcl:
    case Relation::acl:
    case Relation::ccomp:
    case Relation::xcomp: return true;
    default: return false;
  }
}

bool is_nominal_link(Relation relation) {
  switch (relation) {
    case Relation::xcomp:  // "was given aid by"
    case Relation::obj:
    case Relation::iobj:
    case Relation::obl:
    case Relation::obl_agent:
    case Relation::nmod:
    case Relation::conj:
    case Relation::appos: return true;
    default: return false;
  }
}

void add(std::vector<uint32_t>& out, std::optional<uint32_t> token) {
  if (token && std::find(out.begin(), out.end(), *token) == out.end()) out.push_back(*token);
}

}  // namespace

void Syntax::add_agents(uint32_t noun, std::vector<uint32_t>& out) const {
  for (const std::string_view role : {"poss", "by", "mod"}) {
    for (const uint32_t i : fillers(noun, role)) add(out, i);
  }
  if (const auto verb = light_verb(noun)) {
    for (const uint32_t i : fillers(*verb, "subj")) add(out, i);
  }
  for (const uint32_t i : children(noun)) {
    if (token(i).relation == Relation::nmod && preposition_[i] == "of") add(out, referent(i));
  }
}

// "offered the Serbs fighters", "sold the Vietnamese six ships": no adjective of what follows.
bool Syntax::is_people(uint32_t index) const {
  const std::string_view word = form(document_, token(index));
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  if (!capital || index == 0 || lemma_[index - 1] != "the") return false;
  if (index + 1 >= document_.tokens.size()) return false;
  return word.ends_with('s') || token(index + 1).upos == Upos::num ||
         token(index + 1).upos == Upos::det;
}

void Syntax::add_prepositional(uint32_t head, std::string_view role,
                               std::vector<uint32_t>& out) const {
  const auto scan = [&](uint32_t node) {
    for (const uint32_t i : children(node)) {
      if (is_prepositional(token(i).relation) && preposition_[i] == role) add(out, referent(i));
    }
    // "Kigali, where Emirati firms have invested"
    const bool clause = role == "in" && token(node).relation == Relation::acl_relcl;
    if (clause && has_child_lemma(node, Relation::advmod, "where"))
      add(out, static_cast<uint32_t>(token(node).head));
  };
  scan(head);
  if (is_verb(head) || token(head).upos == Upos::adj) {
    if (const auto thing = object(head)) scan(*thing);
    for (const uint32_t i : children(head)) {
      if (token(i).relation == Relation::xcomp && is_noun(i)) scan(i);
    }
    if (!out.empty() || token(head).relation != Relation::xcomp) return;
    // "From Russia it continues to buy arms": the phrase stands before the governor.
    const auto governor = static_cast<uint32_t>(token(head).head);
    for (const uint32_t i : children(governor)) {
      if (token(i).relation != Relation::obl || preposition_[i] != role || i > governor) continue;
      add(out, referent(i));
    }
    return;
  }
  uint32_t at = head;
  for (int step = 0; step < kDepthMax && token(at).relation == Relation::conj; ++step) {
    at = static_cast<uint32_t>(token(at).head);
    scan(at);
  }
  const Token& here = token(at);
  if (here.head == kNoToken) return;
  const auto governor = static_cast<uint32_t>(here.head);
  const bool argument = here.relation == Relation::obj || here.relation == Relation::nsubj ||
                        here.relation == Relation::nsubj_pass;
  if (argument && is_verb(governor)) scan(governor);
}

void Syntax::add_attached_below(uint32_t head, std::string_view role,
                                std::vector<uint32_t>& out) const {
  std::vector<uint32_t> reached = {head};
  for (size_t at = 0; at < reached.size(); ++at) {
    for (const uint32_t i : children(reached[at])) {
      if (i < head || is_verb(i) || !is_nominal_link(token(i).relation)) continue;
      if (preposition_[i] == role) {
        add(out, referent(i));
        return;
      }
      reached.push_back(i);
    }
  }
}

void Syntax::add_modifiers(uint32_t head, std::string_view role, std::vector<uint32_t>& out) const {
  for (const uint32_t i : children(head)) {
    const Relation relation = token(i).relation;
    if (role == "poss") {
      if (relation == Relation::nmod_poss) add(out, referent(i));
    } else if (role == "case") {
      if (relation == Relation::case_) add(out, i);
    } else if (role == "cop") {
      if (relation == Relation::cop) add(out, i);
    } else if (role == "aux") {
      if (relation == Relation::aux) add(out, i);
    } else if (role == "adv") {
      if (relation == Relation::advmod) add(out, i);
    } else if (role == "neg") {
      if ((relation == Relation::advmod || relation == Relation::det) && is_negation(lemma_[i])) {
        add(out, i);
      }
    } else if (relation == Relation::amod || relation == Relation::compound ||
               relation == Relation::nmod_desc || relation == Relation::flat) {
      add(out, i);
    }
  }
}

// "ordered the envoy to leave", the order as an adverbial.
std::optional<uint32_t> Syntax::infinitive(uint32_t head) const {
  for (const uint32_t i : children(head)) {
    const bool adverbial = token(i).relation == Relation::advcl && i > head;
    if (adverbial && token(i).xpos == "VB" && preposition_[i] == "to") return i;
  }
  return std::nullopt;
}

std::optional<uint32_t> Syntax::second_object(uint32_t head) const {
  std::optional<uint32_t> first;
  for (const uint32_t i : children(head)) {
    if (token(i).relation != Relation::obj || i < head) continue;
    if (first) return i;
    first = i;
  }
  return std::nullopt;
}

void Syntax::add_counted(std::vector<uint32_t>& out) const {
  for (size_t at = 0; at < out.size(); ++at) {
    if (!is_count(lemma_[out[at]]) && token(out[at]).upos != Upos::num) continue;
    for (const uint32_t i : children(out[at])) {
      if (token(i).relation == Relation::nmod && preposition_[i] == "of") add(out, i);
    }
  }
}

std::optional<uint32_t> Syntax::thing_given(uint32_t head) const {
  if (!is_verb(head) || !gives(lemma_[head])) return std::nullopt;
  const auto below = child(head, Relation::xcomp);
  if (!below || *below < head || child(*below, Relation::mark)) return std::nullopt;
  const std::string& tag = token(*below).xpos;
  const bool noun = is_noun(*below) && is_passive(head);  // "was given aid"
  return noun || tag == "VB" || tag == "VBP" ? below : std::nullopt;
}

void Syntax::add_objects(uint32_t head, std::vector<uint32_t>& out) const {
  add(out, thing_given(head));
  add(out, object(head));
  const auto raised = raised_object(head);
  for (const uint32_t i : children(head)) {
    if (token(i).relation == Relation::obj && i != raised) add(out, referent(i));
  }
  if (!is_verb(head) || !gives(lemma_[head])) return;
  for (const uint32_t i : children(head)) {  // "granted Brazil a loan", the loan as apposition
    if (token(i).relation != Relation::obj) continue;
    if (const auto second = child(i, Relation::appos)) add(out, second);
  }
}

// Verbs of giving take two objects, which parsers mix up: both as objects, the second as an
// apposition to the first, the first as a modifier of the second.
void Syntax::add_indirect_objects(uint32_t head, std::vector<uint32_t>& out) const {
  add(out, child(head, Relation::iobj));
  if (!out.empty() || !is_verb(head) || !gives(lemma_[head])) return;
  if (const auto thing = thing_given(head)) {
    if (is_passive(head)) add(out, surface_subject(head));
    add(out, child(*thing, Relation::nsubj));
    add(out, child(head, Relation::obj));
    if (!out.empty()) return;
  }
  std::vector<uint32_t> objects;
  for (const uint32_t i : children(head)) {
    if (token(i).relation == Relation::obj && i > head) objects.push_back(i);
  }
  if (objects.empty()) return;
  if (is_passive(head)) {  // "Ukraine was promised tanks"
    add(out, surface_subject(head));
    return;
  }
  if (objects.size() > 1 || child(objects[0], Relation::appos)) {
    add(out, objects[0]);
    return;
  }
  for (uint32_t i = head + 1; i <= head + 2 && i < objects[0]; ++i) {
    uint32_t at = i;  // "gave the Philippines patrol boats": below the patrol, below the boats
    for (int step = 0; step < kDepthMax && token(at).relation == Relation::compound; ++step) {
      at = static_cast<uint32_t>(token(at).head);
    }
    if (at == objects[0] || (is_people(i) && token(i).head == static_cast<int32_t>(objects[0])))
      add(out, i);
  }
}

std::vector<uint32_t> Syntax::fillers(uint32_t head, std::string_view role, Reach reach) const {
  std::vector<uint32_t> out;
  if (role == "subj") {
    if (is_noun(head) && light_verb(head)) return fillers(*light_verb(head), role);
    if (!is_verb(head) || !is_passive(head)) {
      add(out, surface_subject(head));
      if (out.empty() && is_verb(head)) add(out, lost_subject(head));
    } else {
      add(out, child(head, Relation::obl_agent));
      for (const uint32_t i : children(head)) {
        if (token(i).relation == Relation::obl && preposition_[i] == "by") add(out, referent(i));
      }
      if (out.empty()) add_attached_below(head, "by", out);
    }
    add_counted(out);
  } else if (role == "obj") {
    add_objects(head, out);
    add_counted(out);
  } else if (role == "iobj") {
    add_indirect_objects(head, out);
  } else if (role == "clause" || role == "xcomp") {
    add(out, child(head, Relation::xcomp));
    if (out.empty()) add(out, second_object(head));  // "called Cuba a partner"
    if (out.empty() && child(head, Relation::obj)) add(out, infinitive(head));
    if (role == "clause") {
      add(out, child(head, Relation::ccomp));
      add(out, child(head, Relation::advcl));
      add(out, child(head, Relation::acl));
    }
  } else if (role == "rel") {
    add(out, child(head, Relation::acl_relcl));
  } else if (role == "prt") {
    add(out, particle(head));
  } else if (role == "gov") {
    if (token(head).head != kNoToken) add(out, static_cast<uint32_t>(token(head).head));
  } else if (role == "light") {
    add(out, light_verb(head));
  } else if (role == "poss" || role == "mod" || role == "neg" || role == "case" || role == "cop" ||
             role == "aux" || role == "adv") {
    add_modifiers(head, role, out);
  } else if (role == "agent") {
    add_agents(head, out);
  } else {
    add_prepositional(head, role, out);
    if (out.empty() && reach == Reach::below) add_attached_below(head, role, out);
  }
  return out;
}

}  // namespace entente
