// Reading and writing CoNLL-U (https://universaldependencies.org/format.html).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "documents/grammar.h"

namespace entente {

struct ConlluWord {
  std::string form, lemma, xpos;
  Upos upos = Upos::x;
  Features features;
  int head = -1;  // index in the sentence; its size at the root
  Relation relation = Relation::dep;
  bool space_after = true;  // also false inside a multiword token
};

struct ConlluSentence {
  std::string id;
  std::string text;  // the "# text" comment
  bool new_document = false, new_paragraph = false;
  std::vector<ConlluWord> words;
};

// Skips multiword-token and empty-node lines (their words follow). Malformed lines are left out
// with a Problem; `problems` may be null. Heads that point nowhere become the root.
std::vector<ConlluSentence> read_conllu(std::string_view bytes, std::string_view name,
                                        std::vector<Problem>* problems);

Features features_from(std::string_view column);  // "Mood=Ind|Tense=Past"
std::string to_string(const Features& features);  // sorted by name; "_" if none

}  // namespace entente
