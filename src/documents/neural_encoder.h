// The network's lower part: words -> states of each word in its sentence.
#pragma once

#include <cstdint>
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

 private:
  struct Span {
    uint32_t begin = 0, size = 0;
  };
  void embed(const std::vector<const NeuralSentence*>& sentences, size_t words);
  void embed_word(std::string_view form, bool first, int casing, uint8_t* to);
  void start_sums(const NeuralDirection& weights, bool backward);
  void run_direction(const NeuralDirection& weights, bool backward);

  const NeuralModel& model_;
  const NeuralKernels& kernels_;
  std::vector<Span> spans_;
  std::vector<uint8_t> below_, top_, state_;
  std::vector<int32_t> sums_, start_;
  std::vector<float> cells_, values_;
  std::vector<uint32_t> places_;
};

}  // namespace entente
