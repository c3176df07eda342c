// Embeddings (a word's own row beside the sum of rows for its beginnings, endings, shape and
// lexicon classes), then bidirectional LSTM layers (Hochreiter and Schmidhuber 1997; Graves and
// Schmidhuber 2005). Sentences advance together, so that weights are fetched once a step; the
// product with the inputs is made for all words at once. Tested in neural_parser_test.cpp.
#include "documents/neural_encoder.h"

#include <cstring>

#include "base/check.h"
#include "documents/neural_words.h"

namespace entente {
namespace {

void embed_word(const NeuralWord& word, const NeuralModel& model, const NeuralKernels& kernels,
                std::vector<float>& sums) {
  const NeuralSizes& s = model.sizes;
  const auto add = [&](const NeuralTable& table, size_t row, float* to) {
    if (row < table.count)
      kernels.add_scaled(to, table.rows + row * table.size, table.scales[row], table.size);
  };
  std::memset(sums.data(), 0, sums.size() * sizeof(float));
  add(model.words, model.find(word.word), sums.data());
  float* affixes = sums.data() + s.word_size;
  for (size_t i = 0; i < word.affix_count; ++i) {
    if (const uint32_t row = model.find(word.affixes[i])) add(model.affixes, row, affixes);
  }
  uint32_t classes = model.find(word.lexicon);
  if (word.lower_case) classes &= (1u << s.first_name_class) - 1;
  for (uint32_t bit = 0; bit < s.classes; ++bit) {
    if (classes >> bit & 1) add(model.affixes, 1 + bit, affixes);
  }
}

std::vector<uint8_t> embed(const std::vector<const NeuralSentence*>& sentences, size_t words,
                           const NeuralModel& model, const NeuralKernels& kernels) {
  const size_t size = model.sizes.word_size + model.sizes.affix_size;
  std::vector<uint8_t> out(words * size);
  std::vector<float> sums(size);
  uint8_t* to = out.data();
  for (const NeuralSentence* sentence : sentences) {
    const int casing = neural_casing(*sentence);
    for (size_t i = 0; i < sentence->size(); ++i, to += size) {
      embed_word(neural_word((*sentence)[i], i == 0, casing), model, kernels, sums);
      kernels.to_bytes(sums.data(), 127.0f, 128.0f, to, size);
    }
  }
  return out;
}

struct Span {
  uint32_t begin = 0, size = 0;
};

// Sums as they stand before the products, which share a scale. The first word of a sentence has no
// state behind it.
void start_sums(const NeuralDirection& weights, bool backward, const std::vector<Span>& spans,
                std::vector<int32_t>& sums) {
  const size_t wide = weights.input.rows;
  std::vector<int32_t> both(weights.input.bias, weights.input.bias + wide);
  for (size_t i = 0; i < wide; ++i) both[i] += weights.recurrent.bias[i];
  for (const Span span : spans) {
    for (uint32_t i = 0; i < span.size; ++i) {
      const bool first = i == (backward ? span.size - 1 : 0);
      std::memcpy(sums.data() + (span.begin + i) * wide, first ? weights.input.bias : both.data(),
                  wide * sizeof(int32_t));
    }
  }
}

void run_direction(const NeuralDirection& weights, bool backward, const std::vector<Span>& spans,
                   const std::vector<uint8_t>& inputs, std::vector<int32_t>& sums,
                   std::vector<uint8_t>& outputs, const NeuralKernels& kernels) {
  const size_t wide = weights.input.rows, size = wide / 4;
  const size_t words = inputs.size() / weights.input.inner;
  start_sums(weights, backward, spans, sums);
  kernels.multiply(weights.input, inputs.data(), words, sums.data(), nullptr);
  std::vector<uint8_t> state(spans.size() * size, 128);
  std::vector<float> cells(spans.size() * size, 0.0f);
  std::vector<uint32_t> places(spans.size());
  size_t count = spans.size();
  for (uint32_t t = 0; t < spans.front().size; ++t) {
    while (spans[count - 1].size <= t) --count;
    for (size_t i = 0; i < count; ++i) {
      places[i] = spans[i].begin + (backward ? spans[i].size - 1 - t : t);
    }
    if (t > 0) kernels.multiply(weights.recurrent, state.data(), count, sums.data(), places.data());
    kernels.step({count, size, sums.data(), places.data(), weights.input.scale, cells.data(),
                  state.data(), outputs.data() + (backward ? size : 0), 2 * size});
  }
}

}  // namespace

NeuralStates encode_sentences(const std::vector<const NeuralSentence*>& sentences,
                              const NeuralModel& model, const NeuralKernels& kernels) {
  std::vector<Span> spans;
  uint32_t words = 0;
  for (const NeuralSentence* sentence : sentences) {
    const auto size = static_cast<uint32_t>(sentence->size());
    CHECK(size > 0 && (spans.empty() || size <= spans.back().size));
    spans.push_back({words, size});
    words += size;
  }
  NeuralStates states;
  states.top = embed(sentences, words, model, kernels);
  const size_t hidden = model.sizes.hidden;
  std::vector<int32_t> sums(words * 4 * hidden);
  for (size_t layer = 0; layer < model.sizes.layers; ++layer) {
    states.below = std::move(states.top);
    states.top.assign(words * 2 * hidden, 0);
    for (const bool backward : {false, true}) {
      run_direction(model.layers[2 * layer + backward], backward, spans, states.below, sums,
                    states.top, kernels);
    }
  }
  return states;
}

}  // namespace entente
