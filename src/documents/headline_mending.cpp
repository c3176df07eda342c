// Tested in tree_mending_test.cpp.
#include "documents/headline_mending.h"

#include "base/one_of.h"
#include "documents/tree_editor.h"

namespace entente {
namespace {

// What names do, though its form is a noun's as well.
bool is_deed(std::string_view verb) {
  return one_of(
      verb,
      {"accord", "aid",    "arm",    "attack",   "back",  "bar",  "blame",  "blast",   "bomb",
       "broker", "court",  "cut",    "ease",     "fault", "free", "halt",   "hand",    "hit",
       "host",   "ink",    "jail",   "lift",     "mark",  "net",  "praise", "probe",   "raid",
       "rap",    "rebuff", "rebuke", "sanction", "shell", "slam", "slap",   "snub",    "strike",
       "swap",   "target", "thank",  "trade",    "urge",  "veto", "vow",    "welcome", "woo"});
}

// Those that do so even before a noun: "US attacks" may be the start of "US attacks list", and
// "Turkey lifts" is hardly anything else.
bool is_hardly_noun(std::string_view verb) {
  return one_of(verb, {"broker", "ease", "halt", "ink", "lift", "rebuff", "slap", "snub", "swap",
                       "thank", "trade", "veto", "vow", "woo"});
}

class HeadlineMending : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    const int32_t first_end = end_of_name(begin_);
    if (first_end == begin_ || first_end + 1 >= end_ || at(end_ - 1).upos == Upos::punct) return;
    int32_t verb = first_end;
    const bool joint = word(first_end) == "," || word(first_end) == "and";
    if (joint) verb = end_of_name(first_end + 1);
    if (verb + 1 >= end_ || (joint && verb == first_end + 1)) return;
    const bool future = word(verb) == "to" && at(verb + 1).xpos == "VB";
    if (future) {
      ++verb;
    } else if (is_hidden_verb(verb, joint)) {
      make_verb(verb, joint ? "VBP" : "VBZ");
      find_object(verb);
    } else if (!joint || !is_finite(verb) || at(verb).relation != Relation::root) {
      return;  // as the engine has it
    }
    make_root(verb);
    const int32_t subject = settle_name(begin_, first_end, verb, Relation::nsubj);
    if (joint) settle_name(first_end + 1, future ? verb - 1 : verb, subject, Relation::conj);
  }

 private:
  bool is_name(int32_t i) const { return at(i).xpos.starts_with("NNP"); }

  int32_t end_of_name(int32_t i) const {
    while (i < end_ && is_name(i)) ++i;
    return i;
  }

  // "arms" of "Poland arms Ukraine": between a name and what it is done to, where no other word is
  // a finite verb.
  bool is_hidden_verb(int32_t i, bool joint) const {
    if (at(i).upos != Upos::noun) return false;
    const std::string verb = lemmatizer_.lemma(form(document_, at(i)), joint ? "VBP" : "VBZ");
    if (joint != (verb == word(i)) || !is_deed(verb)) return false;
    for (int32_t j = begin_; j < end_; ++j) {
      if (at(j).upos == Upos::aux || is_finite(j)) return false;
    }
    const Token& next = at(i + 1);
    if (next.upos == Upos::propn || next.upos == Upos::det) return true;
    if (next.upos == Upos::adp) return verb == "hand" && word(i + 1) == "over";
    return next.upos != Upos::punct && next.upos != Upos::cconj && is_hardly_noun(verb);
  }

  // The phrase right behind the verb, over "over".
  void find_object(int32_t verb) {
    int32_t object = verb + 1;
    if (at(object).upos == Upos::adp && object + 1 < end_) {
      at(object).relation = Relation::compound_prt;
      at(object).head = verb;
      ++object;
    }
    while (at(object).head > object && at(object).upos != Upos::verb) object = at(object).head;
    if (at(object).upos == Upos::verb) at(object).upos = Upos::noun;  // "brokers truce"
    at(object).relation = Relation::obj;
    at(object).head = verb;
  }

  void make_root(int32_t verb) {
    for (int32_t i = verb + 1; i < end_; ++i) {
      if (at(i).head < verb) at(i).head = verb;
    }
    for (int32_t i = begin_; i < verb; ++i) {
      if (at(i).upos == Upos::punct || at(i).upos == Upos::cconj) at(i).head = verb - 1;
    }
    at(verb).head = kNoToken;
    at(verb).relation = Relation::root;
  }

  // Hangs the name of [begin, end) on `head`; gives the name's last word, which stands for it.
  int32_t settle_name(int32_t begin, int32_t end, int32_t head, Relation relation) {
    for (int32_t i = begin; i + 1 < end; ++i) {
      at(i).head = end - 1;
      at(i).relation = Relation::compound;
    }
    at(end - 1).head = head;
    at(end - 1).relation = relation;
    return end - 1;
  }
};

}  // namespace

void mend_headline(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer) {
  HeadlineMending(document, sentence, lemmatizer).run();
}

}  // namespace entente
