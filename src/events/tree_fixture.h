// Test support: documents from hand-written trees, so that tests of the coder do not depend on the
// parser. Not part of the library.
#pragma once

#include <initializer_list>
#include <string>

#include "actors/actors.h"
#include "documents/documents.h"

namespace entente {

struct Word {
  const char* form;
  const char* lemma;
  const char* upos;
  const char* xpos;
  int head;  // 1-based in the sentence, 0 for the root
  const char* relation;
};

// One sentence with single blanks between its words.
inline Document tree(std::initializer_list<Word> words) {
  Document document;
  for (const Word& word : words) {
    Token token;
    if (!document.text.empty()) document.text += ' ';
    token.range.begin = static_cast<uint32_t>(document.text.size());
    document.text += word.form;
    token.range.end = static_cast<uint32_t>(document.text.size());
    token.head = word.head - 1;
    token.upos = upos_from(word.upos);
    token.relation = relation_from(word.relation);
    token.lemma = word.lemma;
    token.xpos = word.xpos;
    document.tokens.push_back(token);
  }
  Sentence sentence;
  sentence.range = {0, static_cast<uint32_t>(document.text.size())};
  sentence.token_end = static_cast<uint32_t>(document.tokens.size());
  document.sentences.push_back(sentence);
  return document;
}

// A mention of `node` on the words [first, last] (1-based), headed by the last.
inline Mention mention(const Document& document, uint32_t first, uint32_t last, const char* node) {
  Mention result;
  result.token_begin = first - 1;
  result.token_end = last;
  result.head = last - 1;
  result.range = {document.tokens[first - 1].range.begin, document.tokens[last - 1].range.end};
  Actor actor;
  actor.code = actor.node = actor.name = node;
  result.actors = {actor};
  return result;
}

}  // namespace entente
