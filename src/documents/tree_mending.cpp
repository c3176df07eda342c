// Each function mends one error; the order matters only where a rule asks for what another mends.
// Tested in tree_mending_test.cpp.
#include "documents/tree_mending.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/ascii.h"
#include "base/calendar.h"
#include "base/one_of.h"
#include "documents/headline_mending.h"
#include "documents/time_mending.h"
#include "documents/tree_editor.h"

namespace entente {
namespace {

// Verbs that make their object something: "named him envoy".
bool is_naming(std::string_view verb) {
  return one_of(verb, {"appoint", "call", "consider", "crown", "declare", "deem", "dub", "elect",
                       "label", "make", "name", "proclaim", "render", "term"});
}

// Nouns that say what somebody is up to: the infinitive right behind them is theirs.
bool is_purpose(std::string_view noun) {
  return one_of(noun, {"ability",    "agreement", "attempt",     "bid",           "chance",
                       "commitment", "decision",  "desire",      "determination", "effort",
                       "failure",    "intent",    "intention",   "mandate",       "move",
                       "obligation", "offer",     "opportunity", "plan",          "pledge",
                       "promise",    "proposal",  "readiness",   "refusal",       "reluctance",
                       "resolve",    "right",     "threat",      "unwillingness", "vow",
                       "willingness"});
}

// In phrases that stand between "has" and its participle: "has in the past accused".
bool is_of_manner_or_time(std::string_view noun) {
  return one_of(noun, {"past",      "last",     "end",       "time",     "times",    "turn",
                       "effect",    "fact",     "public",    "private",  "secret",   "year",
                       "years",     "month",    "months",    "week",     "weeks",    "day",
                       "days",      "occasion", "occasions", "meantime", "vain",     "practice",
                       "principle", "part",     "short",     "least",    "most",     "once",
                       "decade",    "decades",  "accounts",  "way",      "respects", "recently"});
}

class Mending : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    mend_adjectives();
    mend_gerunds();
    mend_perfects();
    mend_interrupted_perfects();
    mend_charges();
    mend_joined_subjects();
    mend_sequels();
    mend_worth();
    mend_objects();
    mend_purposes();
  }

 private:
  bool is_participle_form(int32_t i) const {
    const std::string_view form_here = form(document_, at(i));
    return form_here.size() > 4 && form_here.ends_with("ed") && form_here[0] >= 'a';
  }

  // "Iran armed the rebels", "Iran armed Hezbollah": what has an object, or stands between two
  // names where the clause has no verb, is a verb.
  void mend_adjectives() {
    for (int32_t i = begin_ + 1; i < end_; ++i) {
      if (!is_participle_form(i)) continue;
      if (at(i).upos == Upos::adj && child(i, {Relation::obj}) != kNoToken &&
          child(i, {Relation::cop}) == kNoToken) {
        make_verb(i, child(i, {Relation::aux}) == kNoToken ? "VBD" : "VBN");
      } else if (at(i).relation == Relation::amod && at(i).head > i) {
        if (!mend_verbless(i, at(i).head)) mend_interrupted(i, at(i).head);
      }
    }
  }

  // "Brazil, too, criticised Cuba.", taken for two names: a sentence has a predicate.
  void mend_interrupted(int32_t verb, int32_t object) {
    const int32_t subject = at(object).head;
    const Relation role = at(object).relation;
    const bool beside = role == Relation::appos || role == Relation::conj ||
                        role == Relation::parataxis || role == Relation::nmod;
    if (!beside || subject == kNoToken || subject > verb || at(object).upos != Upos::propn) return;
    const bool whole = at(subject).relation == Relation::root && at(subject).upos == Upos::propn &&
                       word(end_ - 1) == "." && word(verb - 1) == "," &&
                       child(subject, {Relation::cop, Relation::nsubj}) == kNoToken &&
                       child(object, {Relation::cc, Relation::cop, Relation::case_}) == kNoToken;
    if (!whole) return;
    for (int32_t i = begin_; i < end_; ++i) {
      if (i != verb && at(i).head == object && i < verb) at(i).head = verb;
      if (at(i).head == subject && i != object && i > verb) at(i).head = verb;
    }
    make_verb(verb, "VBD");
    at(verb).head = kNoToken;
    at(verb).relation = Relation::root;
    at(subject).head = verb;
    at(subject).relation = Relation::nsubj;
    at(object).head = verb;
    at(object).relation = Relation::obj;
  }

  bool mend_verbless(int32_t verb, int32_t object) {
    const Relation role = at(object).relation;
    const bool clause = role == Relation::root || role == Relation::ccomp ||
                        role == Relation::advcl || role == Relation::parataxis;
    // "New Zealand suspended aid." is a sentence, "suspended aid" in a heading may be none.
    const bool told =
        at(object).upos == Upos::propn ||
        (role == Relation::root && at(object).upos == Upos::noun && word(end_ - 1) == "." &&
         child(object, {Relation::nsubj, Relation::acl_relcl}) == kNoToken);
    if (!clause || !told || child(object, {Relation::cop}) != kNoToken) return false;
    int32_t subject = verb - 1;
    while (subject > begin_ && at(subject).upos == Upos::adv) --subject;
    const bool of_name = at(subject).upos == Upos::propn;
    while (of_name && at(subject).relation == Relation::flat) subject = at(subject).head;
    const bool named = at(subject).head == object && (of_name || at(subject).upos == Upos::noun);
    if (!named || at(subject).relation == Relation::case_) return false;
    for (int32_t i = begin_; i < end_; ++i) {
      if (at(i).head != object || i == verb) continue;
      const bool of_object = at(i).relation == Relation::flat || at(i).relation == Relation::conj ||
                             at(i).relation == Relation::appos ||
                             at(i).relation == Relation::nmod ||
                             at(i).relation == Relation::acl_relcl;
      if (i < subject && at(i).relation != Relation::mark && at(i).relation != Relation::punct) {
        at(i).head = subject;
      } else if (i < verb || !of_object) {
        at(i).head = verb;
      }
    }
    make_verb(verb, "VBD");
    at(verb).relation = role;
    at(verb).head = at(object).head;
    at(subject).head = verb;
    at(subject).relation = Relation::nsubj;
    at(object).head = verb;
    at(object).relation = Relation::obj;
    return true;
  }

  // "by bombing Damascus": a noun has no object.
  void mend_gerunds() {
    for (int32_t i = begin_; i < end_; ++i) {
      const std::string_view form_here = form(document_, at(i));
      if (at(i).upos != Upos::noun || !form_here.ends_with("ing")) continue;
      if (child(i, {Relation::obj}) == kNoToken || child(i, {Relation::det}) != kNoToken) continue;
      make_verb(i, "VBG");
      if (at(i).relation == Relation::obl) at(i).relation = Relation::advcl;
    }
  }

  // The object that "have" got together with the participle that follows it, or none.
  int32_t object_of_have(int32_t have, int32_t participle) const {
    const Token& verb = at(participle);
    if (verb.xpos != "VBN" || verb.relation != Relation::amod || verb.head < participle) {
      return kNoToken;
    }
    const Token& noun = at(verb.head);
    return noun.relation == Relation::obj && noun.head == have ? verb.head : kNoToken;
  }

  void make_perfect(int32_t have, int32_t participle) {
    Token &owner = at(have), &verb = at(participle);
    move_children(have, participle);
    make_verb(participle, "VBN");
    if (owner.head != participle) {
      verb.head = owner.head;
      verb.relation = owner.relation;
    }
    owner.head = participle;
    owner.relation = Relation::aux;
    owner.upos = Upos::aux;
  }

  // "has frozen Russian assets": that is done, and not owned as frozen goods. Without a determiner
  // between the two the participle is the verb.
  void mend_perfects() {
    for (int32_t have = begin_; have + 1 < end_; ++have) {
      if (at(have).lemma != "have") continue;
      if (object_of_have(have, have + 1) != kNoToken) make_perfect(have, have + 1);
    }
  }

  // Behind "have" at `i`: the end of adverbs, phrases of time and manner, or of anything without a
  // verb between two commas.
  int32_t end_of_interruption(int32_t i) const {
    constexpr int32_t kTokens = 8;
    const bool commas = word(i) == ",";
    if (commas) ++i;
    for (const int32_t last = std::min(end_, i + kTokens); i < last; ++i) {
      const Upos upos = at(i).upos;
      if (commas && word(i) == ",") return i + 1;
      if (upos == Upos::verb || upos == Upos::aux || upos == Upos::pron) break;
      if (commas) continue;
      const bool inside = upos == Upos::adp || upos == Upos::det || upos == Upos::num ||
                          upos == Upos::adv || is_of_manner_or_time(word(i));
      if (!inside) break;
    }
    const bool whole = at(i - 1).upos == Upos::adv || is_of_manner_or_time(word(i - 1));
    return commas || !whole ? kNoToken : i;  // "has a frozen account"
  }

  bool is_past(int32_t i) const {
    if (at(i).upos == Upos::adj) return is_participle_form(i);
    return at(i).upos == Upos::verb && (at(i).xpos == "VBN" || at(i).xpos == "VBD");
  }

  // "has, by all accounts, accused", "has in the past accused", "has three times accused".
  void mend_interrupted_perfects() {
    for (int32_t have = begin_; have + 2 < end_; ++have) {
      if (at(have).lemma != "have" || at(have).relation == Relation::aux) continue;
      const int32_t verb = end_of_interruption(have + 1);
      if (verb == kNoToken || verb <= have + 1 || verb >= end_) continue;
      if (!is_past(verb)) continue;
      const int32_t above = at(verb).head;
      const bool below =
          above == have || at(have).head == verb || (above > have && at(above).head == have);
      if (!below || child(verb, {Relation::nsubj, Relation::aux}) != kNoToken) continue;
      const bool modifies = at(verb).relation == Relation::amod && above > verb;
      make_perfect(have, verb);
      for (int32_t i = have + 1; i < verb; ++i) settle_adverbial(i, verb, above);
      if (modifies) {
        at(above).head = verb;
        at(above).relation = Relation::obj;
      }
    }
  }

  // A word of the phrase between "have" and `verb` that hangs on what it does not belong to.
  void settle_adverbial(int32_t i, int32_t verb, int32_t above) {
    if (at(i).relation == Relation::obj) at(i).relation = Relation::obl;
    if (at(i).head != above || above <= verb) return;
    const bool phrase = at(i).upos == Upos::adp || at(i).upos == Upos::det;
    at(i).head = phrase ? verb - 1 : verb;
    if (!phrase) at(i).relation = Relation::obl;
  }

  // "was accused by Afghan leaders of sheltering them": not the leaders, who accuse, shelter them.
  void mend_charges() {
    for (int32_t i = begin_; i < end_; ++i) {
      if (at(i).xpos != "VBG" || at(i).relation != Relation::acl || at(i).head > i) continue;
      const int32_t agent = at(i).head;
      const int32_t by = child(agent, {Relation::case_});
      if (by == kNoToken || word(by) != "by" || at(agent).head == kNoToken) continue;
      const bool charged = child(at(agent).head, {Relation::aux_pass}) != kNoToken &&
                           child(i, {Relation::mark}) != kNoToken;
      if (!charged) continue;
      at(i).head = at(agent).head;
      at(i).relation = Relation::advcl;
    }
  }

  // "Israel bombed Syria and Lebanon protested": who stands right before a finite verb without a
  // subject is its subject, and not one more object of the verb before.
  void mend_joined_subjects() {
    for (int32_t verb = begin_ + 2; verb < end_; ++verb) {
      if (at(verb).upos != Upos::verb || at(verb).relation != Relation::conj) continue;
      if (child(verb, {Relation::nsubj, Relation::nsubj_pass, Relation::expl}) != kNoToken)
        continue;
      bool finite = is_finite(verb);
      int32_t subject = verb - 1;
      while (subject > begin_ && at(subject).head == verb &&
             (at(subject).upos == Upos::aux || at(subject).upos == Upos::adv)) {
        finite = finite || is_finite(subject) || at(subject).xpos == "MD";
        --subject;
      }
      Token& name = at(subject);
      if (at(verb).head == subject || !finite || name.relation != Relation::conj ||
          name.upos != Upos::propn)
        continue;
      const int32_t other = name.head;
      const bool object =
          other != kNoToken && other < subject &&
          (at(other).relation == Relation::obj || at(other).relation == Relation::obl);
      const int32_t joint = child(subject, {Relation::cc});
      if (!object || joint == kNoToken || joint > subject) continue;
      name.head = verb;
      name.relation =
          child(verb, {Relation::aux_pass}) == kNoToken ? Relation::nsubj : Relation::nsubj_pass;
      at(joint).head = verb;
    }
  }

  // "first accused Peru, then Greece": two, and not one by two names. "Several states, among them
  // Greece", "including Greece": of the object.
  void mend_sequels() {
    for (int32_t i = begin_ + 2; i < end_; ++i) {
      const bool then = one_of(word(i - 1), {"then", "later", "finally", "afterwards", "next"});
      const bool among = word(i - 1) == "them" && word(i - 2) == "among";
      const Relation role = at(i).relation;
      if (then && role == Relation::appos) at(i).relation = Relation::conj;
      const bool loose = (then && role == Relation::parataxis) ||
                         (among && (role == Relation::obj || role == Relation::obl)) ||
                         (word(i - 1) == "including" && role == Relation::obl);
      if (!loose || at(i).upos != Upos::propn) continue;
      const int32_t first = child(at(i).head, {Relation::obj});
      if (first == kNoToken || first >= i) continue;
      at(i).head = first;
      at(i).relation = then ? Relation::conj : among ? Relation::appos : Relation::nmod;
    }
  }

  // "handed over more than $4 million worth of medicine": what is handed over.
  void mend_worth() {
    for (int32_t i = begin_ + 1; i < end_; ++i) {
      if (word(i) != "worth" || at(i).upos != Upos::noun || at(i).relation != Relation::obl)
        continue;
      const int32_t verb = at(i).head;
      if (verb == kNoToken || verb > i || at(verb).upos != Upos::verb) continue;
      if (child(verb, {Relation::obj}) == kNoToken) at(i).relation = Relation::obj;
    }
  }

  // Of two objects of a verb, which treebanks never have, the first is "that" or the one who gets
  // the second, or else the second is what the first becomes.
  void mend_two_objects(int32_t verb, int32_t first, int32_t second, bool has_subject) {
    Token &one = at(first), &other = at(second);
    if (first < verb && second > verb && word(first) == "that") {
      one.relation = has_subject ? Relation::mark : Relation::nsubj;
      if (!has_subject) return;
      one.upos = Upos::sconj;
      one.xpos = "IN";
    } else if (first > verb && is_naming(at(verb).lemma)) {
      other.relation = Relation::xcomp;
    } else if (first > verb && (one.upos == Upos::noun || one.upos == Upos::pron) &&
               other.upos == Upos::noun) {
      one.relation = Relation::iobj;
    }
  }

  void mend_objects() {
    struct Below {
      std::vector<int32_t> objects;
      bool subject = false;
    };
    std::vector<Below> below(static_cast<size_t>(end_ - begin_));
    for (int32_t i = begin_; i < end_; ++i) {
      const Token& token = at(i);
      if (token.head == kNoToken) continue;
      Below& head = below[static_cast<size_t>(token.head - begin_)];
      if (token.relation == Relation::obj) head.objects.push_back(i);
      head.subject |= token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass;
    }
    for (size_t i = 0; i < below.size(); ++i) {
      if (below[i].objects.size() != 2) continue;
      mend_two_objects(begin_ + static_cast<int32_t>(i), below[i].objects[0], below[i].objects[1],
                       below[i].subject);
    }
  }

  // "pointed to Britain's decision to leave": who leaves is Britain. The treebanks tie 97 of 100
  // such infinitives to the noun; the neural engine often ties them to the verb above.
  void mend_purposes() {
    for (int32_t to = begin_ + 1; to + 1 < end_; ++to) {
      const Token& noun = at(to - 1);
      Token& verb = at(to + 1);
      const bool infinitive = at(to).xpos == "TO" && verb.xpos == "VB" && at(to).head == to + 1;
      if (!infinitive || verb.relation != Relation::advcl || verb.head >= to - 1) continue;
      if (noun.upos != Upos::noun || noun.head == to + 1 || !is_purpose(noun.lemma)) continue;
      verb.head = to - 1;
      verb.relation = Relation::acl;
    }
  }
};

// Heads of by-phrases that tell when or how, and not who.
bool is_no_agent(std::string_view noun) {
  return month_named(noun) > 0 || weekday_named(noun) >= 0 ||
         one_of(noun, {"accident", "air",     "autumn",  "day",   "decade", "e-mail", "email",
                       "end",      "evening", "hand",    "land",  "mail",   "means",  "midnight",
                       "mistake",  "month",   "morning", "night", "noon",   "now",    "phone",
                       "sea",      "spring",  "summer",  "then",  "time",   "today",  "tomorrow",
                       "way",      "week",    "winter",  "year"});
}

}  // namespace

void mend_tree(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer) {
  Mending(document, sentence, lemmatizer).run();
  mend_times(document, sentence, lemmatizer);
  mend_headline(document, sentence, lemmatizer);
}

// "by" under an oblique of a passive verb makes it the agent, which treebanks follow nearly without
// exception and which the neural engine, having seen few, often misses.
void mark_agents(Document& document, const Sentence& sentence) {
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const Token& by = document.tokens[i];
    if (by.relation != Relation::case_ || by.lemma != "by" || by.head <= static_cast<int32_t>(i)) {
      continue;
    }
    Token& noun = document.tokens[static_cast<size_t>(by.head)];
    if (noun.relation != Relation::obl || noun.head == kNoToken || noun.head > by.head) continue;
    const bool is_thing =
        noun.upos != Upos::verb && noun.xpos != "CD" && !is_no_agent(lower(noun.lemma));
    if (is_thing && document.tokens[static_cast<size_t>(noun.head)].features.passive) {
      noun.relation = Relation::obl_agent;
    }
  }
}

}  // namespace entente
