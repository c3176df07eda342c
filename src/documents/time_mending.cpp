// Tested in tree_mending_test.cpp.
#include "documents/time_mending.h"

#include "base/calendar.h"
#include "base/one_of.h"
#include "documents/tree_editor.h"

namespace entente {

namespace {

// What a month may stand behind as a date of its own.
bool is_before_months(std::string_view word) {
  return one_of(word, {"after", "before", "by", "during", "early", "from", "in", "last", "late",
                       "next", "on", "since", "this", "through", "until"});
}

class TimeMending : TreeEditor {
 public:
  using TreeEditor::TreeEditor;

  void run() {
    mend_dates();
    mend_weekdays();
  }

 private:
  // The subject that a part of its name is in, over titles: "November President Macron"; or none.
  int32_t subject_with(int32_t part) const {
    int32_t i = part;
    while (at(i).relation == Relation::compound || at(i).relation == Relation::nmod_desc) {
      if (at(i).head <= i) return kNoToken;
      i = at(i).head;
    }
    const bool subject =
        at(i).relation == Relation::nsubj || at(i).relation == Relation::nsubj_pass;
    return i > part && subject && at(i).head != kNoToken ? i : kNoToken;
  }

  // "In March Turkey sent": the month is when, and no part of the subject's name. Without a comma
  // the neural engine takes every second one for a part of it.
  void mend_dates() {
    for (int32_t month = begin_ + 1; month + 1 < end_; ++month) {
      Token& when = at(month);
      if (when.relation != Relation::compound || month_named(word(month)) == 0) continue;
      const int32_t subject = subject_with(month);
      Token& before = at(month - 1);
      const bool day = before.upos == Upos::num;
      if (subject == kNoToken || !(day || is_before_months(word(month - 1)))) continue;
      const int32_t name = when.head;
      for (int32_t i = begin_; i < month; ++i) {
        if (at(i).head == name || at(i).head == subject || (day && at(i).head == month - 1)) {
          at(i).head = month;
        }
      }
      when.head = at(subject).head;
      when.relation = Relation::obl;
      if (before.head != when.head) continue;
      before.head = month;
      before.relation = day ? Relation::nummod : Relation::amod;
    }
  }

  // The verb of the clause that token `i` is in, or none.
  int32_t verb_above(int32_t i) const {
    for (int step = 0; i != kNoToken && step < end_ - begin_; ++step) {
      if (at(i).upos == Upos::verb) return i;
      i = at(i).head;
    }
    return kNoToken;
  }

  // "criticized Turkey Tuesday", "summoned the ambassador Monday": a day is no part of a name.
  void mend_weekdays() {
    for (int32_t day = begin_ + 1; day < end_; ++day) {
      if (weekday_named(word(day)) < 0 || at(day).upos != Upos::propn) continue;
      const Relation role = at(day).relation;
      const bool of_name =
          at(day).head < day && (role == Relation::flat || role == Relation::appos ||
                                 role == Relation::compound || role == Relation::nmod_unmarked);
      const int32_t noun = child(day, {Relation::compound, Relation::nmod_desc, Relation::flat});
      if (noun == day - 1 && at(day).head != kNoToken) {
        at(noun).head = at(day).head;
        at(noun).relation = role;
        move_children(day, noun);
      } else if (!of_name) {
        continue;
      }
      const int32_t verb = verb_above(at(day).head);
      if (verb == kNoToken) continue;
      at(day).head = verb;
      at(day).relation = Relation::obl_unmarked;
    }
  }
};

}  // namespace

void mend_times(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer) {
  TimeMending(document, sentence, lemmatizer).run();
}

}  // namespace entente
