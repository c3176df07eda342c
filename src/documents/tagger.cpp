// A greedy averaged-perceptron tagger in the manner of Collins (2002): spelling, neighbours and the
// two tags before. Joint UPOS and Penn tags keep the two consistent. Leaves out the morphological
// features: those follow from tag and tree (morphology.h). Tested in tagger_test.cpp.
#include "documents/tagger.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Runs of the same kind of character become one or, if longer, two letters.
uint64_t shape_of(std::string_view form) {
  char shape[16];
  size_t size = 0;
  int run = 0;
  char last = 0;
  for (const char c : form) {
    const char kind = is_upper(c)                             ? 'X'
                      : is_lower(c)                           ? 'x'
                      : is_digit(c)                           ? 'd'
                      : static_cast<unsigned char>(c) >= 0x80 ? 'u'
                                                              : c;
    run = kind == last ? run + 1 : 0;
    last = kind;
    if (run < 2 && size < sizeof shape) shape[size++] = kind;
  }
  return hash_text({shape, size}, 7);
}

WordShape word_shape(std::string_view form) {
  WordShape word;
  const std::string low = lower(form.substr(0, 64));
  const std::string_view view = low;
  word.form = hash_text(form.substr(0, 64), 1);
  word.lower = hash_text(view, 2);
  for (size_t k = 0; k < 4; ++k) {
    word.suffix[k] = hash_text(view.substr(view.size() - std::min(view.size(), k + 1)), 3 + k);
  }
  for (size_t k = 0; k < 3; ++k) word.prefix[k] = hash_text(view.substr(0, k + 1), 11 + k);
  word.shape = shape_of(form);
  return word;
}

}  // namespace

int casing_of(const std::vector<std::string_view>& forms) {
  int words = 0, capitalised = 0, upper = 0, long_words = 0, long_capitalised = 0;
  for (const std::string_view form : forms) {
    if (form.empty() || !(is_upper(form[0]) || is_lower(form[0]))) continue;
    ++words;
    capitalised += is_upper(form[0]);
    upper += std::none_of(form.begin(), form.end(), is_lower);
    if (form.size() < 4) continue;
    ++long_words;
    long_capitalised += is_upper(form[0]);
  }
  if (words < 2) return 0;
  if (upper * 10 >= words * 8) return 2;
  if (long_words >= 2 && long_capitalised * 10 >= long_words * 8) return 1;
  return capitalised == 0 ? 3 : 0;
}

TaggerInput::TaggerInput(const std::vector<std::string_view>& forms) {
  shapes_.resize(forms.size() + 2 * kPadding);
  for (size_t i = 0; i < kPadding; ++i) {
    shapes_[i] = word_shape("\x01");
    shapes_[shapes_.size() - 1 - i] = word_shape("\x02");
  }
  for (size_t i = 0; i < forms.size(); ++i) shapes_[i + kPadding] = word_shape(forms[i]);
  casing_ = static_cast<uint64_t>(casing_of(forms));
}

void TaggerInput::features(size_t i, const std::vector<uint8_t>& tags, FeatureList& out) const {
  const WordShape &w = at(i, 0), &p1 = at(i, -1), &p2 = at(i, -2), &n1 = at(i, 1), &n2 = at(i, 2);
  const uint64_t t1 = i >= 1 ? tags[i - 1] : 300u;
  const uint64_t t2 = i >= 2 ? tags[i - 2] : 300u;
  out.clear();
  out.add(1);
  out.add(w.lower);
  out.add(w.form, casing_);
  for (const uint64_t suffix : w.suffix) out.add(suffix);
  for (const uint64_t prefix : w.prefix) out.add(prefix);
  out.add(w.shape, i == 0, casing_);
  out.add(w.shape, w.suffix[2]);
  out.add(w.suffix[2], casing_, i == 0);
  out.add(t1);
  out.add(t2, t1);
  out.add(t1, w.lower);
  out.add(t2, t1, w.lower);
  out.add(t2, t1, w.suffix[2]);
  out.add(t1, w.suffix[2]);
  out.add(t1, w.suffix[1], n1.suffix[1]);
  out.add(p1.lower);
  out.add(p2.lower);
  out.add(n1.lower);
  out.add(n2.lower);
  out.add(p1.lower, w.lower);
  out.add(w.lower, n1.lower);
  out.add(w.suffix[2], n1.lower);
  out.add(p1.lower, w.suffix[2]);
  out.add(t1, n1.lower);
  out.add(p1.lower, n1.lower);
  out.add(n1.lower, n2.lower);
  out.add(p2.lower, p1.lower);
  out.add(n1.suffix[2]);
  out.add(n2.suffix[2]);
  out.add(p1.suffix[2]);
  out.add(n1.suffix[1], n2.suffix[1]);
  out.add(t1, n1.suffix[2]);
  out.add(n1.shape, w.shape);
  out.add(p1.shape, w.shape, n1.shape);
  out.add(w.lower, n1.suffix[2]);
  out.add(w.lower, n1.shape);
  out.add(t1, n1.lower, w.suffix[1]);
  out.add(w.lower, n1.suffix[1], n2.suffix[1]);
}

uint8_t best_label(const WeightTable::Scores& scores, size_t labels) {
  return static_cast<uint8_t>(std::max_element(scores, scores + labels) - scores);
}

std::vector<uint8_t> tag_words(const std::vector<std::string_view>& forms,
                               const WeightTable& weights, size_t tag_count) {
  const TaggerInput input(forms);
  std::vector<uint8_t> tags(forms.size());
  FeatureList features;
  for (size_t i = 0; i < forms.size(); ++i) {
    WeightTable::Scores scores = {};
    input.features(i, tags, features);
    weights.add_to(features, scores);
    tags[i] = best_label(scores, tag_count);
  }
  return tags;
}

}  // namespace entente
