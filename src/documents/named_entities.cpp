// Names of people, organisations and places: runs of proper nouns, each given a class by a linear
// model of hashed features (the averaged perceptron, Freund and Schapire 1999): its words, their
// beginnings and endings, the classes of the neural engine's lexicon, the words around and the
// tree. A later mention by the last word alone ("Kamilov") takes the class of the whole name.
// tools/neural/names.py learns the weights and computes the same features. Nested names ("Bank of
// England") are two runs. Tested in named_entities_test.cpp.
#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "base/check.h"
#include "documents/documents.h"
#include "documents/model_file.h"
#include "documents/neural_words.h"

extern "C" const char entente_names_model[];
extern "C" const char entente_names_model_end[];

namespace entente {
namespace {

constexpr size_t kClasses = 4;        // none, person, organisation, place
constexpr uint32_t kNameClasses = 6;  // of the lexicon

// Layout: magic (16 bytes), version (4), features (4), checksum (8), keys in rising order (4 each),
// four weights of a byte a key.
struct NameWeights {
  std::string_view keys, weights;
  size_t count = 0;

  void add(uint32_t key, std::array<int, kClasses>& scores) const {
    size_t low = 0, high = count;
    while (low < high) {
      const size_t middle = (low + high) / 2;
      (key_at(middle) < key ? low : high) = key_at(middle) < key ? middle + 1 : middle;
    }
    if (low == count || key_at(low) != key) return;
    for (size_t c = 0; c < kClasses; ++c) {
      scores[c] += static_cast<signed char>(weights[low * kClasses + c]);
    }
  }
  uint32_t key_at(size_t i) const {
    uint32_t key;
    std::memcpy(&key, keys.data() + 4 * i, sizeof key);
    return key;
  }
};

NameWeights built_in_weights() {
  const std::string_view bytes(entente_names_model,
                               static_cast<size_t>(entente_names_model_end - entente_names_model));
  constexpr size_t kHeader = 32;
  CHECK(bytes.size() >= kHeader && bytes.starts_with("ENTENTE NAMES  \n"));
  uint32_t count;
  std::memcpy(&count, bytes.data() + 20, sizeof count);
  CHECK(bytes.size() == kHeader + size_t{count} * (4 + kClasses));
  return {bytes.substr(kHeader, size_t{4} * count), bytes.substr(kHeader + size_t{4} * count),
          count};
}

bool is_name(const Token& token) { return token.xpos == "NNP" || token.xpos == "NNPS"; }

// Classifies the runs of one document.
class NameFinder {
 public:
  NameFinder(const Document& document, const NeuralModel* lexicon)
      : document_(document), lexicon_(lexicon), weights_(built_in_weights()) {
    for (const Token& token : document.tokens) {
      forms_.push_back(neural_normal_form(form(document, token)));
    }
  }

  void add_names(const Sentence& sentence, std::vector<NamedEntity>& out) {
    sentence_ = sentence;
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      if (!is_name(document_.tokens[i])) continue;
      uint32_t end = i + 1;
      while (end < sentence.token_end && is_name(document_.tokens[end])) ++end;
      const size_t found = class_of(i, end);
      if (found > 0) out.push_back({i, end, static_cast<NamedEntityKind>(found - 1)});
      i = end;
    }
  }

 private:
  std::string at(int64_t i) const {
    if (i < static_cast<int64_t>(sentence_.token_begin)) return "<";
    if (i >= static_cast<int64_t>(sentence_.token_end)) return ">";
    return forms_[static_cast<size_t>(i)];
  }

  uint32_t classes(uint32_t i) const {
    if (lexicon_ == nullptr) return 0;
    const uint32_t all = lexicon_->find(neural_key('l', forms_[i]));
    return all >> lexicon_->sizes.first_name_class;
  }

  void add(std::string_view kind, const std::string& what) {
    std::string text(kind);
    weights_.add(neural_key('e', text + ":" + what), scores_);
  }

  static std::string digit(uint32_t number) { return {static_cast<char>('0' + number)}; }

  void add_words(uint32_t begin, uint32_t end) {
    std::string whole;
    for (uint32_t i = begin; i < end; ++i) {
      const std::string& word = forms_[i];
      add("word", word);
      add("start", word.substr(0, 4));
      add("end", word.substr(word.size() - std::min<size_t>(word.size(), 4)));
      add("end", word.substr(word.size() - std::min<size_t>(word.size(), 3)));
      whole += (i == begin ? "" : " ") + word;
    }
    add("first", forms_[begin]);
    add("last", forms_[end - 1]);
    add("whole", whole);
  }

  void add_classes(uint32_t begin, uint32_t end, const std::string& size) {
    const uint32_t first = classes(begin), last = classes(end - 1);
    uint32_t any = 0;
    for (uint32_t i = begin; i < end; ++i) any |= classes(i);
    for (uint32_t bit = 0; bit < kNameClasses; ++bit) {
      if (any >> bit & 1) add("class", digit(bit));
      if (last >> bit & 1) add("last class", digit(bit));
      if (first >> bit & 1) add("first class", digit(bit));
    }
    add("classes", digit(first) + " " + digit(last) + " " + size);
  }

  void add_neighbours(uint32_t begin, uint32_t end, const std::string& size) {
    const std::string before = at(int64_t{begin} - 1), after = at(end);
    add("before", before);
    add("after", after);
    add("around", before + " " + after);
    add("before size", before + " " + size);
    add("two before", at(int64_t{begin} - 2) + " " + before);
    add("two after", after + " " + at(int64_t{end} + 1));
  }

  void add_tree(uint32_t begin, uint32_t end) {
    const auto inside = [&](int64_t i) { return i >= begin && i < end; };
    uint32_t head = begin;
    while (head + 1 < end && inside(document_.tokens[head].head)) ++head;
    const Token& token = document_.tokens[head];
    const std::string relation(to_string(token.relation));
    add("relation", relation);
    add("head", relation + " " + (token.head == kNoToken ? "<" : lemma_of(token.head)));
    for (uint32_t i = sentence_.token_begin; i < sentence_.token_end; ++i) {
      const Token& other = document_.tokens[i];
      if (other.head != static_cast<int32_t>(head) || inside(i)) continue;
      add("below",
          std::string(to_string(other.relation)) + " " + lemma_of(static_cast<int32_t>(i)));
    }
  }

  std::string lemma_of(int32_t i) const {
    return neural_normal_form(document_.tokens[static_cast<size_t>(i)].lemma);
  }

  size_t class_of(uint32_t begin, uint32_t end) {
    scores_ = {};
    const std::string size = digit(std::min<uint32_t>(end - begin - 1, 3));
    add("bias", "");
    add("size", size);
    add_words(begin, end);
    add_classes(begin, end, size);
    add_neighbours(begin, end, size);
    add_tree(begin, end);
    const auto best =
        static_cast<size_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
    if (end - begin > 1) {
      if (best == 1) people_.insert({forms_[end - 1], best});
      return best;
    }
    const auto known = people_.find(forms_[begin]);
    return known == people_.end() ? best : known->second;
  }

  const Document& document_;
  const NeuralModel* lexicon_;
  const NameWeights weights_;
  Sentence sentence_;
  std::vector<std::string> forms_;
  std::array<int, kClasses> scores_ = {};
  std::map<std::string, size_t> people_;  // last words of names of people so far
};

}  // namespace

std::vector<NamedEntity> find_named_entities(const Document& document, const EnglishModel& model) {
  std::vector<NamedEntity> entities;
  const auto& neural = model.weights().neural;
  NameFinder finder(document, neural ? &*neural : nullptr);
  for (const Sentence& sentence : document.sentences) finder.add_names(sentence, entities);
  return entities;
}

}  // namespace entente
