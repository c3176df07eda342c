// See score.h; Zeman et al. (2018), "CoNLL 2018 shared task". Leaves out enhanced dependencies and
// multiword tokens: a contraction counts as its words. Tested in score_test.cpp.
#include "documents/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <map>

namespace entente {
namespace {

struct Span {
  size_t begin = 0, end = 0;  // counted in bytes that are not white space
  auto operator<=>(const Span&) const = default;
};

struct ScoredWord {
  Span span;
  Upos upos = Upos::x;
  std::string xpos, lemma, features;
  int head = -1;  // index in the vector, -1 at the root
  Relation relation = Relation::dep;
};

struct Analysis {
  std::vector<ScoredWord> words;
  std::vector<Span> sentences;
};

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }
size_t visible(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_blank(c); }));
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_blank(c)) out += c;
  }
  return out;
}

// Places of the words in the sentence's text. Forms that differ from it (the parts of odd
// contractions) are passed over up to the next form that fits.
std::vector<Span> spans_of(const ConlluSentence& sentence, size_t begin) {
  const std::string text = squeezed(sentence.text);
  std::vector<Span> spans;
  size_t at = 0;
  for (const ConlluWord& word : sentence.words) {
    const std::string form = squeezed(word.form);
    const size_t found = text.find(form, at);
    if (found != std::string::npos && found <= at + 8) at = found;
    spans.push_back({begin + at, begin + at + form.size()});
    at = std::min(at + form.size(), text.size());
  }
  return spans;
}

Analysis analysis_of(const std::vector<ConlluSentence>& gold) {
  Analysis result;
  size_t begin = 0;
  for (const ConlluSentence& sentence : gold) {
    const int first = static_cast<int>(result.words.size());
    const std::vector<Span> spans = spans_of(sentence, begin);
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      const ConlluWord& word = sentence.words[i];
      const bool is_root = word.head == static_cast<int>(sentence.words.size());
      result.words.push_back({spans[i], word.upos, word.xpos, word.lemma, to_string(word.features),
                              is_root ? -1 : first + word.head, word.relation});
    }
    const size_t end = begin + visible(sentence.text);
    result.sentences.push_back({begin, end});
    begin = end;
  }
  return result;
}

Analysis analysis_of(const Document& document) {
  Analysis result;
  std::vector<uint32_t> before(document.text.size() + 1);
  for (size_t i = 0; i < document.text.size(); ++i)
    before[i + 1] = before[i] + !is_blank(document.text[i]);
  const auto span = [&](Range range) { return Span{before[range.begin], before[range.end]}; };
  for (const Token& token : document.tokens) {
    result.words.push_back({span(token.range), token.upos, token.xpos, token.lemma,
                            to_string(token.features), token.head, token.relation});
  }
  for (const Sentence& sentence : document.sentences)
    result.sentences.push_back(span(sentence.range));
  return result;
}

Counts shared(const std::vector<Span>& gold, const std::vector<Span>& found) {
  std::vector<Span> both;
  std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(),
                        std::back_inserter(both));
  return {both.size(), gold.size(), found.size()};
}

// For each word of `gold` the index of the word of `found` on the same characters, or -1.
std::vector<int> align(const Analysis& gold, const Analysis& found) {
  std::map<Span, int> places;
  for (size_t i = 0; i < found.words.size(); ++i) places[found.words[i].span] = static_cast<int>(i);
  std::vector<int> result;
  for (const ScoredWord& word : gold.words) {
    const auto place = places.find(word.span);
    result.push_back(place == places.end() ? -1 : place->second);
  }
  return result;
}

void count_totals(const Analysis& gold, const Analysis& found, ParserScore& score) {
  for (Counts* counts : {&score.words, &score.upos, &score.xpos, &score.lemma, &score.features,
                         &score.uas, &score.las}) {
    counts->gold = gold.words.size();
    counts->found = found.words.size();
  }
  for (const ScoredWord& word : gold.words) {
    ++score.relations[static_cast<size_t>(word.relation)].gold;
    score.las_no_punct.gold += word.relation != Relation::punct;
  }
  for (const ScoredWord& word : found.words) {
    ++score.relations[static_cast<size_t>(word.relation)].found;
    score.las_no_punct.found += word.relation != Relation::punct;
  }
  score.uas_no_punct.gold = score.las_no_punct.gold;
  score.uas_no_punct.found = score.las_no_punct.found;
}

}  // namespace

std::string text_of(const std::vector<ConlluSentence>& sentences) {
  std::string text;
  for (const ConlluSentence& sentence : sentences) {
    if (!text.empty() && (sentence.new_paragraph || sentence.new_document)) text += '\n';
    text += sentence.text;
    const bool glued = !sentence.words.empty() && !sentence.words.back().space_after;
    if (!glued) text += ' ';
  }
  return text;
}

ParserScore score_document(const std::vector<ConlluSentence>& gold_sentences,
                           const Document& document) {
  const Analysis gold = analysis_of(gold_sentences), found = analysis_of(document);
  ParserScore score;
  score.sentences = shared(gold.sentences, found.sentences);
  count_totals(gold, found, score);
  const std::vector<int> places = align(gold, found);
  for (size_t i = 0; i < gold.words.size(); ++i) {
    if (places[i] < 0) continue;
    const ScoredWord& g = gold.words[i];
    const ScoredWord& f = found.words[static_cast<size_t>(places[i])];
    ++score.words.right;
    score.upos.right += g.upos == f.upos;
    score.xpos.right += g.xpos == f.xpos;
    score.lemma.right += g.lemma == f.lemma || g.lemma == "_";
    score.features.right += g.features == f.features;
    const bool head = (g.head < 0 ? -1 : places[static_cast<size_t>(g.head)]) == f.head &&
                      (g.head < 0) == (f.head < 0);
    const bool label = head && g.relation == f.relation;
    score.uas.right += head;
    score.las.right += label;
    if (label) ++score.relations[static_cast<size_t>(g.relation)].right;
    if (g.relation == Relation::punct || f.relation == Relation::punct) continue;
    score.uas_no_punct.right += head;
    score.las_no_punct.right += label;
  }
  return score;
}

std::string to_string(const ParserScore& score) {
  std::string out;
  const auto row = [&](std::string_view name, const Counts& counts) {
    if (counts.gold + counts.found == 0) return;
    out += fmt::format("{:<16}{:>8.2f}{:>8.2f}{:>8.2f}{:>8}\n", name, counts.precision(),
                       counts.recall(), counts.f1(), counts.gold);
  };
  out += fmt::format("{:<16}{:>8}{:>8}{:>8}{:>8}\n", "", "P", "R", "F1", "gold");
  row("sentences", score.sentences);
  row("words", score.words);
  row("UPOS", score.upos);
  row("XPOS", score.xpos);
  row("features", score.features);
  row("lemmas", score.lemma);
  row("UAS", score.uas);
  row("LAS", score.las);
  row("UAS, no punct", score.uas_no_punct);
  row("LAS, no punct", score.las_no_punct);
  for (size_t i = 0; i < score.relations.size(); ++i) {
    row(to_string(static_cast<Relation>(i)), score.relations[i]);
  }
  return out;
}

}  // namespace entente
