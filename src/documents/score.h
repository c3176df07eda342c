// How well a document's analysis fits a treebank, in the manner of the CoNLL 2018 shared task:
// words count as found where they cover the same characters, and everything is an F1 over words.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "documents/conllu.h"
#include "documents/documents.h"

namespace entente {

struct Counts {
  size_t right = 0, gold = 0, found = 0;
  double precision() const {
    return found == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(found);
  }
  double recall() const {
    return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold);
  }
  double f1() const {
    return gold + found == 0
               ? 0
               : 200.0 * static_cast<double>(right) / static_cast<double>(gold + found);
  }
};

struct ParserScore {
  Counts sentences, words, upos, xpos, lemma, features, uas, las;
  Counts uas_no_punct, las_no_punct;
  std::array<Counts, static_cast<size_t>(Relation::xcomp) + 1> relations;
};

// The text that the sentences came from: a block a paragraph.
std::string text_of(const std::vector<ConlluSentence>& sentences);

// `document` must hold the same characters as `gold` apart from white space.
ParserScore score_document(const std::vector<ConlluSentence>& gold, const Document& document);

std::string to_string(const ParserScore& score);  // a table for people

}  // namespace entente
