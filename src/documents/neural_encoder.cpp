// Embeddings (a word's own row beside the sum of rows for its beginnings, endings, shape and
// lexicon classes), then bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; Graves and
// Schmidhuber 2005). Sentences advance together, so that weights are fetched once a step; the
// product with the inputs is made for all words at once, and in the first layer only once for words
// that come again, which most do. Tested in neural_parser_test.cpp.
#include "documents/neural_encoder.h"

#include <utility>

#include "base/check.h"
#include "documents/neural_words.h"

namespace entente {
namespace {

constexpr size_t kKnownMax = 2048;  // 5 kB each

}  // namespace

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

uint32_t NeuralEncoder::row_of(std::string_view form, bool first, int casing) {
  key_.assign(form);
  key_ += static_cast<char>(2 * casing + first);
  const auto [found, is_new] = known_.try_emplace(key_, static_cast<uint32_t>(known_.size()));
  if (is_new) {
    const size_t size = model_.sizes.word_size + model_.sizes.affix_size;
    embedded_.resize(known_.size() * size);
    embed_word(form, first, casing, embedded_.data() + found->second * size);
  }
  return found->second;
}

// Rows for all words of the batch; the sums of new ones are made together.
void NeuralEncoder::embed(const std::vector<const NeuralSentence*>& sentences) {
  if (known_.size() > kKnownMax) known_.clear();
  const size_t before = known_.size();
  word_rows_.clear();
  for (const NeuralSentence* sentence : sentences) {
    const int casing = neural_casing(*sentence);
    for (size_t i = 0; i < sentence->size(); ++i) {
      word_rows_.push_back(row_of((*sentence)[i], i == 0, casing));
    }
  }
  for (size_t direction = 0; direction < 2; ++direction) {
    const NeuralDirection& weights = model_.layers[direction];
    std::vector<int32_t>& sums = known_sums_[direction];
    sums.resize(known_.size() * weights.input.rows);
    start_at_biases(weights);
    kernels_.multiply(
        weights.input,
        {embedded_.data() + before * weights.input.inner, known_.size() - before, start_.data()},
        sums.data() + before * weights.input.rows);
  }
}

// Inputs and states share a scale.
void NeuralEncoder::start_at_biases(const NeuralDirection& weights) {
  start_.resize(weights.input.rows);
  for (size_t i = 0; i < start_.size(); ++i) {
    start_[i] = weights.input.bias[i] + weights.recurrent.bias[i];
  }
}

// `sums` has what the inputs give; that of a word lies in its row of `rows`, or in its own.
void NeuralEncoder::run_direction(const NeuralDirection& weights, bool backward,
                                  const int32_t* sums, const uint32_t* rows) {
  const size_t wide = weights.input.rows, size = wide / 4;
  state_.assign(spans_.size() * size, 128);
  cells_.assign(spans_.size() * size, 0.0f);
  step_sums_.resize(spans_.size() * wide);
  places_.resize(spans_.size());
  from_.resize(spans_.size());
  size_t count = spans_.size();
  for (uint32_t t = 0; t < spans_.front().size; ++t) {
    while (spans_[count - 1].size <= t) --count;
    for (size_t i = 0; i < count; ++i) {
      places_[i] = spans_[i].begin + (backward ? spans_[i].size - 1 - t : t);
      from_[i] = rows ? rows[places_[i]] : places_[i];
    }
    kernels_.multiply(weights.recurrent, {state_.data(), count, sums, from_.data()},
                      step_sums_.data());
    kernels_.step({count, size, step_sums_.data(), weights.input.scale, cells_.data(),
                   state_.data(), top_.data() + (backward ? size : 0), places_.data(), 2 * size});
  }
}

void NeuralEncoder::run_layer(size_t layer) {
  const size_t words = word_rows_.size();
  std::swap(below_, top_);
  top_.resize(words * 2 * model_.sizes.hidden);
  for (size_t direction = 0; direction < 2; ++direction) {
    const NeuralDirection& weights = model_.layers[2 * layer + direction];
    if (layer == 0) {
      run_direction(weights, direction == 1, known_sums_[direction].data(), word_rows_.data());
      continue;
    }
    start_at_biases(weights);
    sums_.resize(words * weights.input.rows);
    kernels_.multiply(weights.input, {below_.data(), words, start_.data()}, sums_.data());
    run_direction(weights, direction == 1, sums_.data(), nullptr);
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
  embed(sentences);
  for (size_t layer = 0; layer < model_.sizes.layers; ++layer) run_layer(layer);
}

}  // namespace entente
