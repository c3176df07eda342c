// Tags from the last layer but one; arcs and labels by biaffine attention (Dozat and Manning 2017);
// the best tree with one root. Sentences of like length go together, about 700 words at a time, so
// that memory stays bounded. Long inputs give the same as short ones. Tested in
// neural_parser_test.cpp.
#include "documents/neural_parser.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "documents/neural_decoder.h"
#include "documents/neural_encoder.h"

namespace entente {
namespace {

constexpr size_t kWordsTogether = 700;

// Sums of `matrix` for rows of `inputs`, starting from its biases.
std::vector<int32_t> product(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                             const NeuralKernels& kernels) {
  const size_t count = inputs.size() / matrix.inner;
  std::vector<int32_t> sums;
  sums.reserve(count * matrix.rows);
  for (size_t i = 0; i < count; ++i) {
    sums.insert(sums.end(), matrix.bias, matrix.bias + matrix.rows);
  }
  kernels.multiply(matrix, inputs.data(), count, sums.data(), nullptr);
  return sums;
}

std::vector<float> scaled(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                          const NeuralKernels& kernels) {
  const std::vector<int32_t> sums = product(matrix, inputs, kernels);
  std::vector<float> values(sums.size());
  for (size_t i = 0; i < sums.size(); i += matrix.rows) {
    kernels.to_floats(sums.data() + i, matrix.scale, values.data() + i, matrix.rows);
  }
  return values;
}

// Rectified, within 0..255: the scales of such matrices are made for it.
std::vector<uint8_t> rectified(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                               const NeuralKernels& kernels) {
  const std::vector<float> values = scaled(matrix, inputs, kernels);
  std::vector<uint8_t> out(values.size());
  kernels.to_bytes(values.data(), 1.0f, 0.0f, out.data(), out.size());
  return out;
}

void rectify(std::vector<float>& values) {
  for (float& value : values) value = std::max(value, 0.0f);
}

// What the words of a batch offer as dependents and as heads.
struct Vectors {
  std::vector<float> arc_dependent, arc_head, label_mix, label_head;
};

Vectors vectors_of(const NeuralStates& states, const NeuralModel& m, const NeuralKernels& kernels) {
  Vectors v;
  v.arc_dependent = scaled(m.arc_mix, rectified(m.arc_dependent, states.top, kernels), kernels);
  v.arc_head = scaled(m.arc_head, states.top, kernels);
  v.label_mix = scaled(m.label_mix, rectified(m.label_dependent, states.top, kernels), kernels);
  v.label_head = scaled(m.label_head, states.top, kernels);
  rectify(v.arc_head);
  rectify(v.label_head);
  return v;
}

std::vector<uint8_t> tags_of(const std::vector<float>& scores, size_t begin, size_t size,
                             const NeuralModel& model) {
  std::vector<uint8_t> tags;
  for (size_t i = begin; i < begin + size; ++i) {
    const float* row = scores.data() + i * model.tag.rows;
    tags.push_back(static_cast<uint8_t>(std::max_element(row, row + model.tags.size()) - row));
  }
  return tags;
}

// Scores in 1/65536, heads side by side so that each lane has its own.
std::vector<int64_t> arc_scores(const Vectors& v, size_t begin, size_t size,
                                const NeuralModel& model, const NeuralKernels& kernels) {
  const size_t arc = model.sizes.arc, width = (size + 1 + 15) / 16 * 16;
  std::vector<float> heads(arc * width, 0.0f), sums(width);
  for (size_t k = 0; k < arc; ++k) {
    heads[k * width] = model.root[k];
    for (size_t h = 0; h < size; ++h) heads[k * width + h + 1] = v.arc_head[(begin + h) * arc + k];
  }
  std::vector<int64_t> scores;
  scores.reserve(size * (size + 1));
  for (size_t d = 0; d < size; ++d) {
    std::fill(sums.begin(), sums.end(), 0.0f);
    for (size_t k = 0; k < arc; ++k) {
      kernels.add_floats(sums.data(), v.arc_dependent[(begin + d) * arc + k],
                         heads.data() + k * width, width);
    }
    for (size_t h = 0; h <= size; ++h) {
      scores.push_back(static_cast<int64_t>(std::clamp(sums[h], -1e6f, 1e6f) * 65536.0f));
    }
  }
  return scores;
}

// The root's relation is given, and no other word has it.
Relation label_of(const float* mix, const float* head, const NeuralModel& model,
                  const NeuralKernels& kernels) {
  const size_t count = model.relations.size(), size = model.sizes.label;
  float scores[100];
  CHECK(count <= std::size(scores));
  kernels.dot_rows(mix, head, scores, count, size);
  size_t best = count;
  for (size_t i = 0; i < count; ++i) {
    scores[i] += mix[count * size + i];
    if (model.relations[i] == Relation::root) continue;
    if (best == count || scores[i] > scores[best]) best = i;
  }
  return best == count ? Relation::dep : model.relations[best];
}

NeuralAnalysis analysis_of(const Vectors& v, const std::vector<float>& tag_scores, size_t begin,
                           size_t size, const NeuralModel& model, const NeuralKernels& kernels) {
  NeuralAnalysis analysis;
  analysis.tags = tags_of(tag_scores, begin, size, model);
  analysis.heads = best_tree(arc_scores(v, begin, size, model, kernels), static_cast<int>(size));
  for (size_t i = 0; i < size; ++i) {
    const int head = analysis.heads[i];
    analysis.relations.push_back(
        head == 0 ? Relation::root
                  : label_of(v.label_mix.data() + (begin + i) * model.label_mix.rows,
                             v.label_head.data() +
                                 (begin + static_cast<size_t>(head) - 1) * model.sizes.label,
                             model, kernels));
  }
  return analysis;
}

}  // namespace

const NeuralKernels& fastest_kernels() {
  static const NeuralKernels& kFastest = *usable_kernels().front();
  return kFastest;
}

std::vector<NeuralAnalysis> neural_parse(const std::vector<NeuralSentence>& sentences,
                                         const NeuralModel& model, const NeuralKernels& kernels) {
  std::vector<NeuralAnalysis> out(sentences.size());
  std::vector<size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return sentences[a].size() > sentences[b].size(); });
  for (size_t next = 0; next < order.size() && !sentences[order[next]].empty();) {
    std::vector<const NeuralSentence*> batch;
    const size_t first = next;
    for (size_t words = 0; next < order.size() && words < kWordsTogether; ++next) {
      if (sentences[order[next]].empty()) break;
      words += sentences[order[next]].size();
      batch.push_back(&sentences[order[next]]);
    }
    const NeuralStates states = encode_sentences(batch, model, kernels);
    const Vectors vectors = vectors_of(states, model, kernels);
    const std::vector<float> tag_scores = scaled(model.tag, states.below, kernels);
    size_t begin = 0;
    for (size_t i = first; i < next; ++i) {
      const size_t size = sentences[order[i]].size();
      out[order[i]] = analysis_of(vectors, tag_scores, begin, size, model, kernels);
      begin += size;
    }
  }
  return out;
}

}  // namespace entente
