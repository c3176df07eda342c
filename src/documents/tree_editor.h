// What those who mend trees ask of a sentence, and do to it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "documents/documents.h"
#include "documents/lemmatizer.h"

namespace entente {

// One sentence of a document, by token; keeps references.
class TreeEditor {
 public:
  TreeEditor(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer)
      : document_(document),
        lemmatizer_(lemmatizer),
        begin_(static_cast<int32_t>(sentence.token_begin)),
        end_(static_cast<int32_t>(sentence.token_end)) {}

 protected:
  Token& at(int32_t i) { return document_.tokens[static_cast<size_t>(i)]; }
  const Token& at(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }
  std::string word(int32_t i) const { return lower(form(document_, at(i))); }

  bool is_finite(int32_t i) const {
    return at(i).xpos == "VBD" || at(i).xpos == "VBZ" || at(i).xpos == "VBP";
  }

  // The first dependent of `head` by one of the relations, or none.
  int32_t child(int32_t head, std::initializer_list<Relation> relations) const {
    for (int32_t i = begin_; i < end_; ++i) {
      if (at(i).head == head && std::ranges::find(relations, at(i).relation) != relations.end()) {
        return i;
      }
    }
    return kNoToken;
  }

  void move_children(int32_t from, int32_t to) {
    for (int32_t i = begin_; i < end_; ++i) {
      if (i != to && at(i).head == from) at(i).head = to;
    }
  }

  void make_verb(int32_t i, std::string_view tag) {
    Token& verb = at(i);
    verb.upos = Upos::verb;
    verb.xpos = tag;
    verb.lemma = lemmatizer_.lemma(form(document_, verb), tag);
  }

  Document& document_;
  const Lemmatizer& lemmatizer_;
  int32_t begin_, end_;
};

}  // namespace entente
