// Tags from the last layer but one; arcs and labels by biaffine attention (Dozat and Manning 2017);
// the best tree with one root. Sentences of like length go together, some hundred words at a time,
// so that memory stays bounded and warm. Tested in
// neural_parser_test.cpp.
#include "documents/neural_parser.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/check.h"
#include "documents/neural_decoder.h"
#include "documents/neural_encoder.h"

namespace entente {
namespace {

constexpr size_t kWordsTogether = 320;
constexpr size_t kLabelledTogether = 24;

void rectify(std::vector<float>& values) {
  for (float& value : values) value = std::max(value, 0.0f);
}

// Parses one batch after the other and keeps its memory in between.
class BatchParser {
 public:
  BatchParser(const NeuralModel& model, const NeuralKernels& kernels)
      : model_(model), kernels_(kernels), encoder_(model, kernels) {}

  // Sentences in falling order of length, none empty; a result for each.
  void parse(const std::vector<const NeuralSentence*>& sentences,
             const std::vector<NeuralAnalysis*>& results);

 private:
  // Sums of `matrix` for `count` rows of `inputs`, starting from its biases, into sums_.
  void multiply(const NeuralMatrix& matrix, const uint8_t* inputs, size_t count);
  void scaled(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
              std::vector<float>& values);
  void rectified(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                 std::vector<uint8_t>& bytes);
  void project();
  std::vector<uint8_t> tags(size_t begin, size_t size) const;
  void score_arcs(size_t begin, size_t size);
  void label(const std::vector<NeuralAnalysis*>& results);
  Relation best_label(const int32_t* mix, const float* head) const;

  const NeuralModel& model_;
  const NeuralKernels& kernels_;
  NeuralEncoder encoder_;
  std::vector<int32_t> sums_;
  std::vector<uint8_t> bytes_, label_dependents_;
  std::vector<float> tag_scores_, arc_dependents_, arc_heads_, label_heads_, turned_, row_;
  std::vector<int64_t> arc_scores_;
};

void BatchParser::multiply(const NeuralMatrix& matrix, const uint8_t* inputs, size_t count) {
  sums_.clear();
  for (size_t i = 0; i < count; ++i) {
    sums_.insert(sums_.end(), matrix.bias, matrix.bias + matrix.rows);
  }
  kernels_.multiply(matrix, inputs, count, sums_.data(), nullptr);
}

void BatchParser::scaled(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                         std::vector<float>& values) {
  multiply(matrix, inputs.data(), inputs.size() / matrix.inner);
  values.resize(sums_.size());
  for (size_t i = 0; i < sums_.size(); i += matrix.rows) {
    kernels_.to_floats(sums_.data() + i, matrix.scale, values.data() + i, matrix.rows);
  }
}

// Rectified, within 0..255: the scales of such matrices are made for it.
void BatchParser::rectified(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                            std::vector<uint8_t>& bytes) {
  scaled(matrix, inputs, row_);
  bytes.resize(row_.size());
  kernels_.to_bytes(row_.data(), 1.0f, 0.0f, bytes.data(), bytes.size());
}

// What the words of the batch offer as dependents and as heads.
void BatchParser::project() {
  scaled(model_.tag, encoder_.below(), tag_scores_);
  rectified(model_.arc_dependent, encoder_.top(), bytes_);
  scaled(model_.arc_mix, bytes_, arc_dependents_);
  scaled(model_.arc_head, encoder_.top(), arc_heads_);
  rectified(model_.label_dependent, encoder_.top(), label_dependents_);
  scaled(model_.label_head, encoder_.top(), label_heads_);
  rectify(arc_heads_);
  rectify(label_heads_);
}

std::vector<uint8_t> BatchParser::tags(size_t begin, size_t size) const {
  std::vector<uint8_t> tags;
  for (size_t i = begin; i < begin + size; ++i) {
    const float* row = tag_scores_.data() + i * model_.tag.rows;
    tags.push_back(static_cast<uint8_t>(std::max_element(row, row + model_.tags.size()) - row));
  }
  return tags;
}

// Scores in 1/65536, heads side by side so that each lane has its own.
void BatchParser::score_arcs(size_t begin, size_t size) {
  const size_t arc = model_.sizes.arc, width = (size + 1 + 15) / 16 * 16;
  turned_.assign(arc * width, 0.0f);
  for (size_t k = 0; k < arc; ++k) {
    turned_[k * width] = model_.root[k];
    for (size_t h = 0; h < size; ++h)
      turned_[k * width + h + 1] = arc_heads_[(begin + h) * arc + k];
  }
  row_.resize(size * width);
  kernels_.combine(row_.data(), arc_dependents_.data() + begin * arc, size, turned_.data(), arc,
                   width);
  arc_scores_.clear();
  for (size_t d = 0; d < size; ++d) {
    for (size_t h = 0; h <= size; ++h) {
      const float score = std::clamp(row_[d * width + h], -1e6f, 1e6f);
      arc_scores_.push_back(static_cast<int64_t>(score * 65536.0f));
    }
  }
}

// The root's relation is given, and no other word has it.
Relation BatchParser::best_label(const int32_t* mix, const float* head) const {
  const size_t count = model_.relations.size(), size = model_.sizes.label;
  const float* scale = model_.label_mix.scale;
  std::array<float, kNeuralRelationsMax> scores;
  kernels_.dot_rows(mix, scale, head, scores.data(), count, size);
  size_t best = count;
  for (size_t i = 0; i < count; ++i) {
    scores[i] += static_cast<float>(mix[count * size + i]) * scale[count * size + i];
    if (model_.relations[i] == Relation::root) continue;
    if (best == count || scores[i] > scores[best]) best = i;
  }
  return best == count ? Relation::dep : model_.relations[best];
}

// The products with all labels are large, hence few words at a time.
void BatchParser::label(const std::vector<NeuralAnalysis*>& results) {
  const NeuralMatrix& mix = model_.label_mix;
  const size_t size = model_.sizes.label, words = label_dependents_.size() / size;
  size_t word = 0, first = 0, made = 0;  // sums_ has the words first..made
  for (NeuralAnalysis* result : results) {
    const size_t begin = word;
    for (const int head : result->heads) {
      if (word == made) {
        first = word;
        made = std::min(words, word + kLabelledTogether);
        multiply(mix, label_dependents_.data() + word * size, made - word);
      }
      const float* chosen = label_heads_.data() + (begin + static_cast<size_t>(head) - 1) * size;
      result->relations.push_back(
          head == 0 ? Relation::root
                    : best_label(sums_.data() + (word - first) * mix.rows, chosen));
      ++word;
    }
  }
}

void BatchParser::parse(const std::vector<const NeuralSentence*>& sentences,
                        const std::vector<NeuralAnalysis*>& results) {
  encoder_.encode(sentences);
  project();
  size_t begin = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const size_t size = sentences[i]->size();
    results[i]->tags = tags(begin, size);
    score_arcs(begin, size);
    results[i]->heads = best_tree(arc_scores_, static_cast<int>(size));
    begin += size;
  }
  label(results);
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
  BatchParser parser(model, kernels);
  for (size_t next = 0; next < order.size() && !sentences[order[next]].empty();) {
    std::vector<const NeuralSentence*> batch;
    std::vector<NeuralAnalysis*> results;
    for (size_t words = 0; next < order.size() && words < kWordsTogether; ++next) {
      const NeuralSentence& sentence = sentences[order[next]];
      if (sentence.empty()) break;
      words += sentence.size();
      batch.push_back(&sentence);
      results.push_back(&out[order[next]]);
    }
    parser.parse(batch, results);
  }
  return out;
}

}  // namespace entente
