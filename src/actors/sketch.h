// Documents for tests, written by hand: "Uzbek/ADJ/amod/2 troops/NOUN/nsubj/3 left/VERB ./PUNCT".
// A token is form/UPOS, then, if wanted, relation and number of the head in the sentence (from 1;
// 0 or none is the root). "~" before a form: no blank before it. "|" ends a sentence, "||" a
// heading.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "documents/documents.h"

namespace entente {

inline Upos upos_by_name(std::string_view name) {
  constexpr std::string_view names[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                        "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                        "PUNCT", "SCONJ", "SYM", "VERB", "X"};
  for (size_t i = 0; i < std::size(names); ++i) {
    if (names[i] == name) return static_cast<Upos>(i);
  }
  return Upos::x;
}

inline Relation relation_by_name(std::string_view name) {
  constexpr std::pair<std::string_view, Relation> names[] = {
      {"nsubj", Relation::nsubj},     {"obj", Relation::obj},
      {"obl", Relation::obl},         {"nmod", Relation::nmod},
      {"amod", Relation::amod},       {"compound", Relation::compound},
      {"poss", Relation::nmod_poss},  {"flat", Relation::flat},
      {"appos", Relation::appos},     {"conj", Relation::conj},
      {"case", Relation::case_},      {"cc", Relation::cc},
      {"det", Relation::det},         {"punct", Relation::punct},
      {"pass", Relation::nsubj_pass}, {"desc", Relation::nmod_desc},
      {"advcl", Relation::advcl},     {"ccomp", Relation::ccomp},
      {"expl", Relation::expl},       {"agent", Relation::obl_agent},
      {"cop", Relation::cop},         {"parataxis", Relation::parataxis}};
  for (const auto& [text, relation] : names) {
    if (text == name) return relation;
  }
  return Relation::dep;
}

inline Document sketch(std::string_view text) {
  Document document;
  Sentence sentence;
  const auto close = [&](bool heading) {
    sentence.token_end = static_cast<uint32_t>(document.tokens.size());
    if (sentence.token_end == sentence.token_begin) return;
    sentence.range = {document.tokens[sentence.token_begin].range.begin,
                      document.tokens.back().range.end};
    sentence.heading = heading;
    document.sentences.push_back(sentence);
    sentence.token_begin = sentence.token_end;
    document.text += heading ? "\n" : "";
  };
  for (std::string_view item : split(text, ' ')) {
    if (item.empty()) continue;
    if (item == "|" || item == "||") {
      close(item == "||");
      continue;
    }
    const bool glued = item.starts_with('~');
    if (glued) item.remove_prefix(1);
    const auto parts = split(item, '/');
    if (!glued && !document.text.empty()) document.text += ' ';
    Token token;
    token.range.begin = static_cast<uint32_t>(document.text.size());
    document.text += parts[0];
    token.range.end = static_cast<uint32_t>(document.text.size());
    token.lemma = parts[0];
    if (parts.size() > 1) token.upos = upos_by_name(parts[1]);
    if (token.upos == Upos::verb && parts[0].ends_with("ed")) token.xpos = "VBN";
    if (parts.size() > 2) token.relation = relation_by_name(parts[2]);
    int head = 0;
    if (parts.size() > 3) std::from_chars(parts[3].data(), parts[3].data() + parts[3].size(), head);
    if (head > 0) token.head = static_cast<int32_t>(sentence.token_begin) + head - 1;
    if (head == 0 && parts.size() > 3) token.relation = Relation::root;
    document.tokens.push_back(token);
  }
  close(false);
  for (Token& token : document.tokens) {
    if (token.head >= static_cast<int32_t>(document.tokens.size())) token.head = kNoToken;
  }
  return document;
}

}  // namespace entente
