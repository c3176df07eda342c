// Embeddings (a word's own row beside the sum of rows for its beginnings, endings, shape and
// lexicon classes), then bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; Graves and
// Schmidhuber 2005). Sentences advance together, so that weights are fetched once a step; the
// product with the inputs is made for all words at once. Tested in neural_parser_test.cpp.
#include "documents/neural_encoder.h"

#include <utility>

#include "base/check.h"
#include "documents/neural_words.h"

namespace entente {

void NeuralEncoder::embed_word(std::string_view form, bool first, int casing, uint8_t* to) {
  const NeuralSizes& s = model_.sizes;
  const NeuralWord word = neural_word(form, first, casing);
  values_.assign(s.word_size + s.affix_size, 0.0f);
  const auto add = [&](const NeuralTable& table, size_t row, float* sums) {
    if (row >= table.count) return;
    kernels_.add_scaled(sums, table.rows + row * table.size, table.scales[row], table.size);
  };
  add(model_.words, model_.find(word.word), values_.data());
  float* affixes = values_.data() + s.word_size;
  for (size_t i = 0; i < word.affix_count; ++i) {
    if (const uint32_t row = model_.find(word.affixes[i])) add(model_.affixes, row, affixes);
  }
  uint32_t classes = model_.find(word.lexicon);
  if (word.lower_case) classes &= (1u << s.first_name_class) - 1;
  for (uint32_t bit = 0; bit < s.classes; ++bit) {
    if (classes >> bit & 1) add(model_.affixes, 1 + bit, affixes);
  }
  kernels_.to_bytes(values_.data(), 127.0f, 128.0f, to, values_.size());
}

void NeuralEncoder::embed(const std::vector<const NeuralSentence*>& sentences, size_t words) {
  const size_t size = model_.sizes.word_size + model_.sizes.affix_size;
  top_.resize(words * size);
  uint8_t* to = top_.data();
  for (const NeuralSentence* sentence : sentences) {
    const int casing = neural_casing(*sentence);
    for (size_t i = 0; i < sentence->size(); ++i, to += size) {
      embed_word((*sentence)[i], i == 0, casing, to);
    }
  }
}

// Sums as they stand before the products, which share a scale. The first word of a sentence has no
// state behind it.
void NeuralEncoder::start_sums(const NeuralDirection& weights, bool backward) {
  const size_t wide = weights.input.rows;
  start_.assign(weights.input.bias, weights.input.bias + wide);
  for (size_t i = 0; i < wide; ++i) start_[i] += weights.recurrent.bias[i];
  sums_.clear();
  for (const Span span : spans_) {
    for (uint32_t i = 0; i < span.size; ++i) {
      const bool first = i == (backward ? span.size - 1 : 0);
      const int32_t* from = first ? weights.input.bias : start_.data();
      sums_.insert(sums_.end(), from, from + wide);
    }
  }
}

void NeuralEncoder::run_direction(const NeuralDirection& weights, bool backward) {
  const size_t size = weights.input.rows / 4;
  start_sums(weights, backward);
  kernels_.multiply(weights.input, below_.data(), below_.size() / weights.input.inner, sums_.data(),
                    nullptr);
  state_.assign(spans_.size() * size, 128);
  cells_.assign(spans_.size() * size, 0.0f);
  places_.resize(spans_.size());
  size_t count = spans_.size();
  for (uint32_t t = 0; t < spans_.front().size; ++t) {
    while (spans_[count - 1].size <= t) --count;
    for (size_t i = 0; i < count; ++i) {
      places_[i] = spans_[i].begin + (backward ? spans_[i].size - 1 - t : t);
    }
    if (t > 0)
      kernels_.multiply(weights.recurrent, state_.data(), count, sums_.data(), places_.data());
    kernels_.step({count, size, sums_.data(), places_.data(), weights.input.scale, cells_.data(),
                   state_.data(), top_.data() + (backward ? size : 0), 2 * size});
  }
}

void NeuralEncoder::encode(const std::vector<const NeuralSentence*>& sentences) {
  spans_.clear();
  uint32_t words = 0;
  for (const NeuralSentence* sentence : sentences) {
    const auto size = static_cast<uint32_t>(sentence->size());
    CHECK(size > 0 && (spans_.empty() || size <= spans_.back().size));
    spans_.push_back({words, size});
    words += size;
  }
  embed(sentences, words);
  for (size_t layer = 0; layer < model_.sizes.layers; ++layer) {
    std::swap(below_, top_);
    top_.resize(size_t{words} * 2 * model_.sizes.hidden);
    run_direction(model_.layers[2 * layer], false);
    run_direction(model_.layers[2 * layer + 1], true);
  }
}

}  // namespace entente
