// Training of the English model from treebanks. Deterministic for given sentences and options.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "documents/conllu.h"
#include "documents/model_file.h"

namespace entente {

struct TrainingOptions {
  uint64_t seed = 1;
  int tagger_rounds = 8;
  int fold_rounds = 5;
  int folds = 5;  // taggers trained on the other folds tag the parser's training data
  int parser_rounds = 12;
  double explore = 0.9;  // share of the decisions, after the first round, that follow the model
  uint32_t tagger_updates_min = 2;
  uint32_t parser_updates_min = 4;
  float tagger_weight_min = 0.05f;
  float parser_weight_min = 0.05f;
  std::vector<LemmaExample> lemmas;  // besides those of the treebanks
  double altered_share = 0.15;       // copies in other casing or without final mark
};

// The section of lemma rules.
std::string train_lemmas(const std::vector<ConlluSentence>& treebank,
                         std::vector<LemmaExample> examples);

// `say` receives one line of progress at a time.
ModelSections train_model(const std::vector<ConlluSentence>& treebank,
                          const TrainingOptions& options,
                          const std::function<void(const std::string&)>& say);

}  // namespace entente
