// The neural engine: tags and trees of many sentences at once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "documents/neural_kernels.h"
#include "documents/neural_model.h"

namespace entente {

struct NeuralAnalysis {
  std::vector<uint8_t> tags;  // index into NeuralModel::tags
  std::vector<int> heads;     // 0 is the root, words count from 1
  std::vector<Relation> relations;
  std::vector<uint8_t> states;  // rows of kTokenStates a word, where they are asked for
};

using NeuralSentence = std::vector<std::string_view>;

// One analysis a sentence, in their order; empty sentences are allowed. What a sentence gets does
// not depend on its company nor on the processor.
std::vector<NeuralAnalysis> neural_parse(const std::vector<NeuralSentence>& sentences,
                                         const NeuralModel& model, const NeuralKernels& kernels,
                                         bool states = false);

// The kernels for this processor.
const NeuralKernels& fastest_kernels();

}  // namespace entente
