// The network's lower part: words -> states of each word in its sentence.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "documents/neural_kernels.h"
#include "documents/neural_model.h"
#include "documents/neural_parser.h"

namespace entente {

// Encodes one batch after the other and keeps its memory in between.
class NeuralEncoder {
 public:
  NeuralEncoder(const NeuralModel& model, const NeuralKernels& kernels)
      : model_(model), kernels_(kernels) {}

  // In falling order of length, none empty.
  void encode(const std::vector<const NeuralSentence*>& sentences);

  // States of all words in a row in the last layer and the one below: bytes [words][2 * hidden],
  // 128 is zero.
  const std::vector<uint8_t>& top() const { return top_; }
  const std::vector<uint8_t>& below() const { return below_; }
  // What the first layer got for the word: word_size + affix_size bytes.
  const uint8_t* embedded(size_t word) const {
    return embedded_.data() +
           word_rows_[word] * size_t{model_.sizes.word_size + model_.sizes.affix_size};
  }

 private:
  struct Span {
    uint32_t begin = 0, size = 0;
  };
  void embed(const std::vector<const NeuralSentence*>& sentences);
  uint32_t row_of(std::string_view form, bool first, int casing);
  void embed_word(std::string_view form, bool first, int casing, uint8_t* to);
  void start_at_biases(const NeuralDirection& weights);
  void run_layer(size_t layer);
  void run_direction(const NeuralDirection& weights, bool backward, const int32_t* sums,
                     const uint32_t* rows);

  const NeuralModel& model_;
  const NeuralKernels& kernels_;
  std::vector<Span> spans_;
  std::vector<uint8_t> below_, top_, state_;
  std::vector<int32_t> sums_, step_sums_, start_;
  std::vector<float> cells_, values_;
  std::vector<uint32_t> places_, from_;

  // Words met before: a row of embedded_ and of the first layer's sums in either direction.
  std::unordered_map<std::string, uint32_t> known_;
  std::string key_;
  std::vector<uint8_t> embedded_;
  std::array<std::vector<int32_t>, 2> known_sums_;
  std::vector<uint32_t> word_rows_;  // of the words of the batch
};

}  // namespace entente
