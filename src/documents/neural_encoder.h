// The network's lower part: words -> states of each word in its sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "documents/neural_kernels.h"
#include "documents/neural_model.h"
#include "documents/neural_parser.h"

namespace entente {

// Bytes of the last two layers: [words][2 * hidden], 128 is zero.
struct NeuralStates {
  std::vector<uint8_t> below, top;
};

// Words of all sentences in a row. `sentences` must be in falling order of length, none empty.
NeuralStates encode_sentences(const std::vector<const NeuralSentence*>& sentences,
                              const NeuralModel& model, const NeuralKernels& kernels);

}  // namespace entente
