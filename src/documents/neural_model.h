// The weights of the neural engine, read in place from a model file that tools/neural makes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "documents/grammar.h"
#include "documents/neural_kernels.h"
#include "documents/tagger.h"

namespace entente {

// Raised whenever words, sections or the network change meaning.
inline constexpr uint32_t kNeuralVersion = 2;
inline constexpr size_t kNeuralRelationsMax = 100;

struct NeuralSizes {
  uint32_t hidden = 0, layers = 0;
  uint32_t word_size = 0, affix_size = 0;      // of the embeddings
  uint32_t arc = 0, label = 0;                 // of the vectors for arcs and labels
  uint32_t word_rows = 0, affix_rows = 0;      // of the embedding tables
  uint32_t slots = 0;                          // of the hash table
  uint32_t classes = 0, first_name_class = 0;  // of the lexicon
};

// Rows of bytes, each with a scale of its own.
struct NeuralTable {
  const float* scales = nullptr;
  const int8_t* rows = nullptr;
  size_t count = 0, size = 0;
};

struct NeuralDirection {
  NeuralMatrix input, recurrent;
};

struct NeuralModel {
  NeuralSizes sizes;
  std::vector<TagName> tags;
  std::vector<Relation> relations;
  const uint8_t* allowed = nullptr;  // [tags][relations], 1 where the treebanks have both
  const uint32_t* keys = nullptr;    // hash table with open addressing, 0 is free
  const uint16_t* values = nullptr;
  NeuralTable words, affixes;
  const float* root = nullptr;          // [arc], the head vector of the root
  std::vector<NeuralDirection> layers;  // forward and backward of each layer in turn
  NeuralMatrix tag, arc_dependent, arc_head, arc_mix, label_dependent, label_head, label_mix;

  // The number kept with a key, or 0.
  uint32_t find(uint32_t key) const;
};

bool is_neural_model(std::string_view bytes);  // by its first bytes

// The result points into `bytes`, which must outlive it and begin at a multiple of 64. Errors: not
// such a file, wrong version, cut, damaged. The checksum is read where `check` is set.
Result<NeuralModel> view_neural_model(std::string_view bytes, std::string_view name, bool check);

// The model built into the program; its checksum is for a test to check.
std::string_view embedded_neural_bytes();

}  // namespace entente
