// Tags from the last layer but one; arcs and labels by biaffine attention (Dozat and Manning 2017);
// the best tree with one root. Sentences of like length go together, some hundred words at a time,
// so that memory stays bounded and warm. Tested in
// neural_parser_test.cpp.
#include "documents/neural_parser.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "documents/documents.h"
#include "documents/neural_decoder.h"
#include "documents/neural_encoder.h"

namespace entente {
namespace {

constexpr size_t kWordsTogether = 320;

constexpr float kNoFloor = -std::numeric_limits<float>::infinity();

// Parses one batch after the other and keeps its memory in between.
class BatchParser {
 public:
  BatchParser(const NeuralModel& model, const NeuralKernels& kernels)
      : model_(model), kernels_(kernels), encoder_(model, kernels) {}

  // Sentences in falling order of length, none empty; a result for each.
  void parse(const std::vector<const NeuralSentence*>& sentences,
             const std::vector<NeuralAnalysis*>& results);
  // Of the batch just parsed.
  void keep_states(const std::vector<NeuralAnalysis*>& results) const;

 private:
  // Sums of `matrix` for `count` rows of `inputs`, starting from its biases, into sums_.
  void multiply(const NeuralMatrix& matrix, const uint8_t* inputs, size_t count);
  void scaled(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs, float least,
              std::vector<float>& values);
  void rectified(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                 std::vector<uint8_t>& bytes);
  void project();
  std::vector<uint8_t> tags(size_t begin, size_t size) const;
  void score_arcs(size_t begin, size_t size);
  void list_arcs(const std::vector<NeuralAnalysis*>& results);
  void score_relation(size_t relation, const NeuralMatrix& shared);
  void label(const std::vector<NeuralAnalysis*>& results);

  const NeuralModel& model_;
  const NeuralKernels& kernels_;
  NeuralEncoder encoder_;
  // A word that has a head, and the best of its relations so far.
  struct Arc {
    size_t word = 0;
    const float* head = nullptr;
    const uint8_t* allowed = nullptr;
    Relation* relation = nullptr;
    float score = 0.0f;
  };
  std::vector<Arc> arcs_;
  std::vector<size_t> chosen_;       // arcs that may have the relation at hand
  std::vector<const float*> heads_;  // and their heads
  std::vector<int32_t> sums_, shared_;
  std::vector<uint8_t> bytes_, label_dependents_;
  std::vector<float> tag_scores_, arc_dependents_, arc_heads_, label_heads_, turned_, row_;
  std::vector<int64_t> arc_scores_;
};

void BatchParser::multiply(const NeuralMatrix& matrix, const uint8_t* inputs, size_t count) {
  sums_.resize(count * matrix.rows);
  kernels_.multiply(matrix, {inputs, count, matrix.bias}, sums_.data());
}

void BatchParser::scaled(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                         float least, std::vector<float>& values) {
  multiply(matrix, inputs.data(), inputs.size() / matrix.inner);
  values.resize(sums_.size());
  for (size_t i = 0; i < sums_.size(); i += matrix.rows) {
    kernels_.to_floats(sums_.data() + i, matrix.scale, least, values.data() + i, matrix.rows);
  }
}

// Rectified, within 0..255: the scales of such matrices are made for it.
void BatchParser::rectified(const NeuralMatrix& matrix, const std::vector<uint8_t>& inputs,
                            std::vector<uint8_t>& bytes) {
  scaled(matrix, inputs, kNoFloor, row_);
  bytes.resize(row_.size());
  kernels_.to_bytes(row_.data(), 1.0f, 0.0f, bytes.data(), bytes.size());
}

// What the words of the batch offer as dependents and as heads.
void BatchParser::project() {
  scaled(model_.tag, encoder_.below(), kNoFloor, tag_scores_);
  rectified(model_.arc_dependent, encoder_.top(), bytes_);
  scaled(model_.arc_mix, bytes_, kNoFloor, arc_dependents_);
  scaled(model_.arc_head, encoder_.top(), 0.0f, arc_heads_);
  rectified(model_.label_dependent, encoder_.top(), label_dependents_);
  scaled(model_.label_head, encoder_.top(), 0.0f, label_heads_);
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
  arc_scores_.resize(size * (size + 1));
  for (size_t d = 0; d < size; ++d) {
    for (size_t h = 0; h <= size; ++h) {
      const float score = std::clamp(row_[d * width + h], -1e6f, 1e6f);
      arc_scores_[d * (size + 1) + h] = static_cast<int64_t>(score * 65536.0f);
    }
  }
}

// The root's relation is given.
void BatchParser::list_arcs(const std::vector<NeuralAnalysis*>& results) {
  arcs_.clear();
  size_t begin = 0;
  for (NeuralAnalysis* result : results) {
    result->relations.assign(result->heads.size(), Relation::root);
    for (size_t i = 0; i < result->heads.size(); ++i) {
      if (result->heads[i] == 0) continue;
      result->relations[i] = Relation::dep;
      const size_t head = begin + static_cast<size_t>(result->heads[i]) - 1;
      arcs_.push_back({begin + i, label_heads_.data() + head * model_.sizes.label,
                       model_.allowed + result->tags[i] * model_.relations.size(),
                       &result->relations[i], -1e30f});
    }
    begin += result->heads.size();
  }
}

// Rows `first`.. of a matrix.
NeuralMatrix part_of(const NeuralMatrix& m, size_t first, size_t rows) {
  return {rows, m.inner, m.weights + first * m.inner, m.bias + first, m.scale + first, m.light};
}

// How well the relation fits the arcs that may have it.
void BatchParser::score_relation(size_t relation, const NeuralMatrix& shared) {
  const size_t size = model_.sizes.label;
  chosen_.clear();
  heads_.clear();
  bytes_.clear();
  for (size_t i = 0; i < arcs_.size(); ++i) {
    if (arcs_[i].allowed[relation] == 0) continue;
    chosen_.push_back(i);
    heads_.push_back(arcs_[i].head);
    const uint8_t* dependent = label_dependents_.data() + arcs_[i].word * size;
    bytes_.insert(bytes_.end(), dependent, dependent + size);
  }
  const NeuralMatrix mix = part_of(model_.label_mix, relation * size, size);
  multiply(mix, bytes_.data(), chosen_.size());
  row_.resize(chosen_.size());
  kernels_.dot_rows(sums_.data(), mix.scale, heads_.data(), row_.data(), chosen_.size(), size);
  for (size_t i = 0; i < chosen_.size(); ++i) {
    Arc& arc = arcs_[chosen_[i]];
    const int32_t own = shared_[arc.word * shared.rows + relation];
    const float score = row_[i] + static_cast<float>(own) * shared.scale[relation];
    if (score <= arc.score) continue;
    arc.score = score;
    *arc.relation = model_.relations[relation];
  }
}

// Of the relations that the treebanks know with a word's tag.
void BatchParser::label(const std::vector<NeuralAnalysis*>& results) {
  const NeuralMatrix& mix = model_.label_mix;
  const size_t count = model_.relations.size(), size = model_.sizes.label;
  const NeuralMatrix shared = part_of(mix, count * size, mix.rows - count * size);
  multiply(shared, label_dependents_.data(), label_dependents_.size() / size);
  std::swap(sums_, shared_);
  list_arcs(results);
  for (size_t relation = 0; relation < count; ++relation) {
    if (model_.relations[relation] != Relation::root) score_relation(relation, shared);
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

void BatchParser::keep_states(const std::vector<NeuralAnalysis*>& results) const {
  const size_t wide = size_t{2} * model_.sizes.hidden;
  const size_t narrow = model_.sizes.word_size + model_.sizes.affix_size;
  if (narrow + wide != kTokenStates) return;  // a model of another size
  size_t word = 0;
  for (NeuralAnalysis* result : results) {
    std::vector<uint8_t>& states = result->states;
    for (size_t i = 0; i < result->heads.size(); ++i, ++word) {
      const uint8_t* embedded = encoder_.embedded(word);
      const uint8_t* top = encoder_.top().data() + word * wide;
      states.insert(states.end(), embedded, embedded + narrow);
      states.insert(states.end(), top, top + wide);
    }
  }
}

}  // namespace

const NeuralKernels& fastest_kernels() {
  static const NeuralKernels& kFastest = *usable_kernels().front();
  return kFastest;
}

std::vector<NeuralAnalysis> neural_parse(const std::vector<NeuralSentence>& sentences,
                                         const NeuralModel& model, const NeuralKernels& kernels,
                                         bool states) {
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
    if (states) parser.keep_states(results);
  }
  return out;
}

}  // namespace entente
