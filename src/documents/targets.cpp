// Tested in targets_test.cpp.
#include "documents/targets.h"

#include <fmt/format.h>

namespace entente {

std::vector<Target> english_targets(const TargetFigures& f) {
  const auto relation = [&](const ParserScore& score, Relation r) {
    return score.relations[static_cast<size_t>(r)].f1();
  };
  const auto of_news = [&](Relation r) { return relation(f.news, r); };
  return {
      {"LAS, EWT dev, given words", "%", 84, 88, f.ewt.las.f1()},
      {"LAS, news, without punctuation", "%", 84, 88, f.news.las_no_punct.f1()},
      {"nsubj, news", "%", 91, 94, of_news(Relation::nsubj)},
      {"obj, news", "%", 90, 93, of_news(Relation::obj)},
      {"obj, all GUM dev", "%", 90, 93, relation(f.gum, Relation::obj)},
      {"obl, news", "%", 80, 85, of_news(Relation::obl)},
      {"conj, news", "%", 70, 80, of_news(Relation::conj)},
      {"nsubj:pass, news", "%", 85, 92, of_news(Relation::nsubj_pass)},
      {"sentences, news, raw text", "%", 97, 99, f.news_raw.sentences.f1()},
      {"tokens, news, raw text", "%", 99.3, 99.8, f.news_raw.words.f1()},
      {"UPOS, EWT dev", "%", 96, 97.5, f.ewt.upos.f1()},
      {"UPOS, news", "%", 96, 97.5, f.news.upos.f1()},
      {"lemma, EWT dev", "%", 97.5, 98.5, f.ewt.lemma.f1()},
      {"lemma, news", "%", 97.5, 98.5, f.news.lemma.f1()},
      {"tags and trees, one core", "tokens/s", 40'000, 100'000, f.tokens_a_second},
      {"models in the repository", "MB", 15, 8, f.model_bytes / 1e6, true},
  };
}

std::string to_string(const std::vector<Target>& targets) {
  std::string out = fmt::format("{:<32}{:>10}{:>10}{:>11}\n", "measure", "must", "aim", "measured");
  for (const Target& t : targets) {
    const int digits = t.measured < 1000 ? 1 : 0;
    const char* verdict = !t.reached(t.must) ? "missed" : t.reached(t.aim) ? "aim" : "";
    out += fmt::format("{:<32}{:>10}{:>10}{:>11.{}f} {:<9}{}\n", t.measure, t.must, t.aim,
                       t.measured, digits, t.unit, verdict);
  }
  return out;
}

}  // namespace entente
