// Cues are collected on the way from the deed up to the clause that asserts it: negation,
// auxiliaries, conditional markers, and governing words of the classes @plans, @demands, @denials,
// @imagines and @actual in data/deeds/classes.txt. A bare infinitive under none of them is a
// purpose, so planned. Relative clauses and main clauses end the way. Tested in modality_test.cpp.
#include "events/modality.h"

#include <algorithm>
#include <array>

#include "base/one_of.h"

namespace entente {

namespace {

constexpr int kStepsMax = 8;

struct Cues {
  bool denied = false;
  bool imagined = false;
  bool demanded = false;
  bool planned = false;
  bool prevented = false;          // by another than the doer: "stop her from visiting"
  bool ongoing = false;            // only what goes on can be stopped: "stop bombing"
  std::optional<uint32_t> demand;  // the word that demands
};

bool is_infinitive(const Syntax& syntax, uint32_t index) {
  return syntax.has_child_lemma(index, Relation::mark, "to");
}

void add_auxiliary(std::string_view lemma, Cues& cues) {
  if (lemma == "will" || lemma == "would" || lemma == "shall" || lemma == "'ll") {
    cues.planned = true;
  } else if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can") {
    cues.imagined = true;
  } else if (lemma == "should" || lemma == "must" || lemma == "ought") {
    cues.demanded = true;
  }
}

bool is_negative(std::string_view lemma) {
  return lemma == "no" || lemma == "neither" || lemma == "none" || lemma == "nobody";
}

// "Neither Hungary nor Austria", "no state": the word opens the phrase, whatever the parser hung
// it on.
bool is_negated_noun(const Syntax& syntax, uint32_t noun) {
  const uint32_t first = syntax.document().sentences[syntax.sentence_of(noun)].token_begin;
  for (uint32_t at = noun;; --at) {
    if (is_negative(syntax.lemma(at))) return true;
    if (at == first) return false;
    switch (syntax.token(at - 1).upos) {
      case Upos::noun:
      case Upos::propn:
      case Upos::pron:
      case Upos::adj:
      case Upos::adv:
      case Upos::det:
      case Upos::cconj: break;
      default: return false;
    }
  }
}

bool is_no_longer(const Syntax& syntax, uint32_t adverb) {
  if (syntax.lemma(adverb) != "longer" && syntax.lemma(adverb) != "long") return false;
  return adverb > 0 && syntax.lemma(adverb - 1) == "no";
}

// "It is no secret that France trains them": she does.
bool is_plain(std::string_view lemma) {
  return lemma == "secret" || lemma == "doubt" || lemma == "question" || lemma == "wonder" ||
         lemma == "surprise" || lemma == "accident" || lemma == "coincidence";
}

// "made no such request"
bool has_no(const Syntax& syntax, uint32_t noun) {
  const auto& children = syntax.children(noun);
  return std::any_of(children.begin(), children.end(), [&](uint32_t i) {
    return syntax.token(i).relation == Relation::det && is_negative(syntax.lemma(i));
  });
}

// "not only condemned but expelled": both were done.
bool is_not_only(const Syntax& syntax, uint32_t negation) {
  const uint32_t next = negation + 1;
  return next < syntax.document().tokens.size() &&
         one_of(syntax.lemma(next), {"only", "just", "merely", "simply", "solely"});
}

bool is_negation(const Syntax& syntax, uint32_t adverb) {
  const std::string_view lemma = syntax.lemma(adverb);
  if (is_no_longer(syntax, adverb)) return true;
  return one_of(lemma, {"not", "never", "n't", "no"}) && !is_not_only(syntax, adverb);
}

bool is_negated(const Syntax& syntax, uint32_t verb) {
  return std::ranges::any_of(syntax.children(verb), [&](uint32_t i) {
    return syntax.token(i).relation == Relation::advmod && is_negation(syntax, i);
  });
}

// "did not hesitate to", "never ceased to", "could not resist": done all the more.
bool is_double_negation(const Syntax& syntax, uint32_t governor) {
  return one_of(syntax.lemma(governor),
                {"hesitate", "cease", "stop", "fail", "tire", "shrink", "shy", "flinch", "neglect",
                 "omit", "resist", "refrain"}) &&
         is_negated(syntax, governor);
}

// "Nobody believes that they came", "did not claim that"
bool is_disbelieved(const Syntax& syntax, uint32_t governor) {
  if (!one_of(syntax.lemma(governor), {"believe", "think", "suppose", "imagine", "claim"})) {
    return false;
  }
  const auto subject = syntax.child(governor, Relation::nsubj);
  return is_negated(syntax, governor) || (subject && is_negated_noun(syntax, *subject));
}

// "Did he attack?", "Should he attack, ...", "Had he attacked, ...": the auxiliary opens the
// clause.
bool is_inverted(const Syntax& syntax, uint32_t verb) {
  const auto subject = syntax.child(verb, Relation::nsubj);
  const auto aux = syntax.child(verb, Relation::aux);
  if (!subject || !aux || *aux > *subject) return false;
  const Sentence& sentence = syntax.document().sentences[syntax.sentence_of(verb)];
  if (*aux > sentence.token_begin && syntax.token(*aux - 1).upos != Upos::punct &&
      syntax.token(*aux - 1).upos != Upos::cconj) {
    return false;
  }
  return one_of(syntax.lemma(*aux), {"should", "have", "had", "were"}) ||
         syntax.lemma(sentence.token_end - 1) == "?";
}

// "would help if asked"
bool has_condition(const Syntax& syntax, uint32_t verb) {
  return std::ranges::any_of(syntax.children(verb), [&](uint32_t i) {
    return syntax.token(i).relation == Relation::advcl &&
           syntax.has_child_lemma(i, Relation::mark, "if");
  });
}

bool is_perhaps(std::string_view adverb) {
  return one_of(adverb, {"perhaps", "maybe", "possibly", "conceivably"});
}

// "did not come and sent a letter": the second verb has a tense of its own and was not denied.
bool has_own_tense(const Syntax& syntax, uint32_t verb) {
  return syntax.is_finite(verb) || syntax.child(verb, Relation::aux);
}

void add_own_cues(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t index,
                  Cues& cues) {
  cues.imagined |= is_inverted(syntax, index);
  cues.planned |= is_to_be(syntax.document(), index, syntax.children(index));
  for (const uint32_t i : syntax.children(index)) {
    const std::string_view lemma = syntax.lemma(i);
    switch (syntax.token(i).relation) {
      case Relation::advmod:
        cues.denied |= is_negation(syntax, i);
        cues.imagined |= is_perhaps(lemma);
        break;
      case Relation::det:
      case Relation::cc_preconj:
        if (is_negative(lemma) && !is_plain(syntax.lemma(index))) cues.denied = true;
        break;
      case Relation::nsubj:
      case Relation::nsubj_pass: cues.denied |= is_negated_noun(syntax, i); break;
      case Relation::case_:
      case Relation::mark:
        if (lemma == "without") cues.denied = true;
        if (lemma == "instead" && !syntax.is_finite(index)) cues.denied = true;
        if (lemma == "than" && syntax.token(index).xpos == "VB") cues.denied = true;
        if (lemma == "if" || lemma == "unless" || lemma == "whether") cues.imagined = true;
        break;
      case Relation::obj: cues.denied |= has_no(syntax, i); break;
      case Relation::aux:
        add_auxiliary(lemma, cues);
        if (lemma == "would" && has_condition(syntax, index)) cues.imagined = true;
        break;
      case Relation::amod:
      case Relation::compound:
        // "little respect", but not "a little help"
        cues.denied |= one_of(lemma, {"little", "scant"}) && !syntax.child(index, Relation::det);
        if (lexicon.in_class("planned_adjectives", lemma)) cues.planned = true;
        if (lexicon.in_class("imagined_adjectives", lemma)) cues.imagined = true;
        break;
      default: break;
    }
  }
}

// What the first of two verbs with tenses of their own says of both: conditions and the subject.
void add_shared_cues(const Syntax& syntax, uint32_t verb, Cues& cues) {
  for (const uint32_t i : syntax.children(verb)) {
    const Relation relation = syntax.token(i).relation;
    if (relation == Relation::nsubj || relation == Relation::nsubj_pass) {
      cues.denied |= is_negated_noun(syntax, i);
    } else if (relation == Relation::mark) {
      cues.imagined |= one_of(syntax.lemma(i), {"if", "unless", "whether"});
    }
  }
}

bool has_addressee(const Syntax& syntax, uint32_t verb) {
  return syntax.child(verb, Relation::obj) || syntax.child(verb, Relation::iobj);
}

bool is_demand(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t child,
               uint32_t governor) {
  const std::string_view lemma = syntax.lemma(governor);
  if (lemma == "ask" || lemma == "tell" || lemma == "want") {
    // "asked Chad to leave", not "asked to leave"
    return is_infinitive(syntax, child) &&
           (has_addressee(syntax, governor) || syntax.child(child, Relation::nsubj));
  }
  if (lemma != "call") return lexicon.in_class("demands", lemma);
  const std::string_view word = syntax.preposition(child);  // "called for", not "called off"
  return word == "for" || word == "on" || word == "upon" || is_infinitive(syntax, child);
}

// "The talks failed, following which he asked": a clause of its own, which the parser hung there.
bool has_own_story(const Syntax& syntax, uint32_t clause) {
  if (syntax.token(clause).relation != Relation::ccomp) return false;
  const auto& children = syntax.children(clause);
  return std::ranges::any_of(children, [&](uint32_t i) {
    return syntax.token(i).relation == Relation::obl && syntax.lemma(i) == "which";
  });
}

// "has yet to visit", "was far from helping": it has not been done.
bool is_undone(const Syntax& syntax, uint32_t child, uint32_t governor) {
  if (syntax.lemma(governor) == "far") return syntax.preposition(child) == "from";
  return syntax.lemma(governor) == "have" && is_infinitive(syntax, child) &&
         syntax.has_child_lemma(governor, Relation::advmod, "yet");
}

// "is going to visit", "is about to", "ought to"
void add_periphrasis(const Syntax& syntax, uint32_t child, uint32_t governor, Cues& cues) {
  if (!is_infinitive(syntax, child)) return;
  const std::string_view lemma = syntax.lemma(governor);
  const bool going = lemma == "go" && syntax.token(governor).xpos == "VBG";
  if (going || lemma == "about") cues.planned = true;
  if (lemma == "ought") cues.demanded = true;
}

// "was right to leave", "was quick to accuse": who is called so has done it.
bool is_judged(const Syntax& syntax, uint32_t governor) {
  return syntax.child(governor, Relation::cop) &&
         one_of(syntax.lemma(governor),
                {"right", "wrong", "quick", "quicker", "foolish", "brave", "wise", "unwise", "bold",
                 "rash", "generous", "kind", "stupid", "mad", "careless", "swift", "cruel"});
}

// "considers expelling them", "is thinking of leaving", "is interested in joining"
bool is_weighed(const Syntax& syntax, uint32_t child, uint32_t governor) {
  if (syntax.token(child).xpos != "VBG") return false;
  const std::string_view preposition = syntax.preposition(child);
  if (preposition == "in" && one_of(syntax.lemma(governor), {"interested", "interest"}))
    return true;
  if (preposition == "to" && syntax.lemma(governor) == "open") return true;
  return syntax.lemma(governor) == "consider" ||
         (syntax.lemma(governor) == "think" && preposition == "of");
}

// "the first state to recognise it", "the only one to help"
bool is_ranked(const Syntax& syntax, uint32_t noun) {
  return std::ranges::any_of(syntax.children(noun), [&](uint32_t i) {
    return one_of(syntax.lemma(i), {"first", "last", "only", "latest", "second", "third"});
  });
}

void add_governor_cues(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t child,
                       uint32_t governor, Cues& cues) {
  const std::string_view lemma = syntax.lemma(governor);
  const bool infinitive = is_infinitive(syntax, child);
  const bool purpose = syntax.token(child).relation == Relation::advcl;
  if (syntax.token(child).xpos == "VBG" && syntax.preposition(child) == "against") {
    cues.denied = true;  // "warned them against hosting", "decided against joining"
    if (lemma == "warn" || lexicon.in_class("demands", lemma)) {
      cues.demanded = true;
      cues.demand = governor;
    }
  } else if (lexicon.in_class("denials", lemma) && !has_own_story(syntax, child)) {
    cues.denied = true;
    const bool gerund = syntax.token(child).xpos == "VBG";
    const bool from = gerund && !syntax.preposition(child).empty();
    cues.prevented |= from && has_addressee(syntax, governor);
    cues.ongoing |= gerund && !from && (lemma == "stop" || lemma == "cease" || lemma == "halt");
  } else if (is_demand(syntax, lexicon, child, governor)) {
    cues.demanded = true;
    cues.demand = governor;
  } else if (is_undone(syntax, child, governor)) {
    cues.denied = true;
  } else if (lexicon.in_class("imagines", lemma) || is_weighed(syntax, child, governor)) {
    cues.imagined = true;
  } else if (lexicon.in_class("plans", lemma)) {
    if (infinitive || !syntax.is_verb(child)) cues.planned = true;
  } else if (infinitive && !purpose && !lexicon.in_class("actual", lemma) &&
             !is_ranked(syntax, governor) && !is_judged(syntax, governor)) {
    cues.planned = true;
  }
  add_periphrasis(syntax, child, governor, cues);
}

// "refrained from attacking", but not "refused, while it attacked".
bool is_gerund_phrase(const Syntax& syntax, uint32_t at) {
  return syntax.token(at).xpos == "VBG" && !syntax.preposition(at).empty() &&
         syntax.preposition(at) != "while";
}

// "Threatened with revolt during its war", "considering the clash": no matter of the governor.
bool is_setting(const Syntax& syntax, uint32_t at) {
  if (!syntax.is_noun(at)) return false;
  const std::string_view word = syntax.preposition(at);
  if (word == "during" || word == "after" || word == "before" || word == "since" ||
      word == "amid" || word == "despite" || word == "until") {
    return true;
  }
  const auto governor = static_cast<uint32_t>(syntax.token(at).head);
  const Token& above = syntax.token(governor);
  return syntax.lemma(governor) == "consider" && above.xpos == "VBG" &&
         above.relation == Relation::advcl;
}

bool climbs(const Syntax& syntax, uint32_t at) {
  switch (syntax.token(at).relation) {
    case Relation::xcomp:
    case Relation::ccomp:
    case Relation::obj:
    case Relation::obl:
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::csubj:
    case Relation::acl:
    case Relation::nmod: return true;
    case Relation::acl_relcl:  // "rejected reports that it had helped"
      return syntax.has_child_lemma(at, Relation::mark, "that");
    case Relation::advcl: return is_infinitive(syntax, at) || is_gerund_phrase(syntax, at);
    case Relation::conj: return !syntax.child(at, Relation::nsubj);
    default: return false;
  }
}

// A noun's status follows its governor only where the governor acts on the deed itself: plans it,
// denies it, carries it out ("will launch an attack"); "did not condemn the invasion" says nothing
// of whether there was one.
bool governs_noun(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t noun,
                  uint32_t governor) {
  const std::string_view lemma = syntax.lemma(governor);
  // "could bring them into conflict with", "would not tolerate an attack"
  if (one_of(lemma, {"tolerate", "brook", "countenance", "bring", "draw", "drag", "plunge", "lead",
                     "push", "embroil", "entangle", "envelop", "involve", "trigger", "spark",
                     "provoke", "ignite", "unleash", "risk"})) {
    return true;
  }
  if (lexicon.in_class("plans", lemma) || lexicon.in_class("imagines", lemma) ||
      lexicon.in_class("denials", lemma) || is_demand(syntax, lexicon, noun, governor)) {
    return true;
  }
  return !syntax.fillers(noun, "light").empty();
}

Modality decide(const Cues& cues) {
  if (cues.denied) {
    // "should stop interfering": it does, for now.
    if (cues.ongoing && cues.demanded) return {EventStatus::happened, false, cues.demand};
    const bool refused = cues.planned && !cues.imagined && !cues.demanded && !cues.prevented;
    return {EventStatus::denied, refused, cues.demand};
  }
  if (cues.imagined) return {EventStatus::hypothetical};
  if (cues.demanded) return {EventStatus::demanded, false, {}, cues.demand};
  if (cues.planned) return {EventStatus::planned};
  return {};
}

using enum EventType;

Coding recode_refusal(EventType type, const std::string& mode) {
  switch (type) {
    case consult: return {reject, "meet", EventStatus::happened};
    case aid:
    case cooperate: return {reject, "assist", EventStatus::happened};
    case retreat:
    case concede: return {reject, "yield", EventStatus::happened};
    case agree:
    case support: return {reject, "", EventStatus::happened};
    default: return {type, mode, EventStatus::denied};
  }
}

Coding recode_future(EventType type, const std::string& mode) {
  switch (type) {
    case consult:
    case support:
    case cooperate:
    case aid: return {agree, "", EventStatus::planned};
    case retreat: return {concede, "", EventStatus::planned};
    case assault: return {threaten, "violence", EventStatus::planned};
    case sanction:
    case coerce: return {threaten, "restrict", EventStatus::planned};
    default: return {type, mode, EventStatus::planned};
  }
}

}  // namespace

Modality modality_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t head) {
  Cues cues;
  uint32_t at = head;
  add_own_cues(syntax, lexicon, at, cues);
  for (int step = 0; step < kStepsMax && climbs(syntax, at); ++step) {
    const auto governor = static_cast<uint32_t>(syntax.token(at).head);
    if (syntax.token(at).relation == Relation::nsubj) {  // "if fighting resumes"
      if (syntax.has_child_lemma(governor, Relation::mark, "if")) cues.imagined = true;
      break;
    }
    if (is_setting(syntax, at)) break;
    if (syntax.is_noun(at) && !governs_noun(syntax, lexicon, at, governor)) break;
    const Relation relation = syntax.token(at).relation;
    if (is_double_negation(syntax, governor)) {
      at = governor;
      continue;
    }
    if (relation == Relation::conj && syntax.is_verb(at) && has_own_tense(syntax, at)) {
      add_shared_cues(syntax, governor, cues);
      at = governor;
      continue;
    }
    if (relation != Relation::conj) add_governor_cues(syntax, lexicon, at, governor, cues);
    // A finite complement has its own time and truth; what governs it has been heard.
    if (relation == Relation::ccomp && !is_infinitive(syntax, at)) {
      cues.denied |= is_disbelieved(syntax, governor);
      break;
    }
    if (syntax.is_noun(at) && relation == Relation::nmod) break;
    add_own_cues(syntax, lexicon, governor, cues);
    at = governor;
  }
  return decide(cues);
}

Coding recode(EventType type, const std::string& mode, Modality modality) {
  if (modality.refused) return recode_refusal(type, mode);
  if (modality.status == EventStatus::planned) return recode_future(type, mode);
  if (modality.status == EventStatus::hypothetical) {
    if (type == assault) return {threaten, "violence", modality.status};
    if (type == sanction || type == coerce) return {threaten, "restrict", modality.status};
  }
  return {type, mode, modality.status};
}

}  // namespace entente
