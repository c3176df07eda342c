// Runs one of the two engines over a document's sentences; lemmas and features follow from tags and
// tree in the same way for both. Tested in documents_test.cpp.
#include "documents/analysis.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "documents/model_file.h"
#include "documents/morphology.h"
#include "documents/neural_parser.h"
#include "documents/neural_words.h"
#include "documents/parser.h"
#include "documents/tree_mending.h"

namespace entente {
namespace {

std::vector<std::string_view> forms_of(const Document& document, const Sentence& sentence) {
  std::vector<std::string_view> forms;
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    forms.push_back(form(document, document.tokens[i]));
  }
  return forms;
}

void set_tag(Token& token, std::string_view word, const TagName& tag,
             const Lemmatizer& lemmatizer) {
  token.upos = tag.upos;
  token.xpos = tag.xpos;
  token.lemma = lemmatizer.lemma(word, tag.xpos);
}

void analyse_fast(Document& document, const Sentence& sentence,
                  const EnglishModel::Weights& weights) {
  const std::vector<std::string_view> forms = forms_of(document, sentence);
  const std::vector<uint8_t> tags = tag_words(forms, weights.tagger, weights.tags.size());
  Token* tokens = document.tokens.data() + sentence.token_begin;
  std::vector<ParserWord> words;
  for (size_t i = 0; i < forms.size(); ++i) {
    const TagName& tag = weights.tags[tags[i]];
    set_tag(tokens[i], forms[i], tag, weights.lemmatizer);
    words.push_back(parser_word(forms[i], tokens[i].lemma, tags[i], tag));
  }
  const ParserState tree = parse(ParserInput(std::move(words)), weights.parser);
  for (size_t i = 0; i < forms.size(); ++i) {
    const ParserState::Node& node = tree.node(static_cast<int>(i));
    tokens[i].relation = node.relation;
    tokens[i].head = node.head == tree.root()
                         ? kNoToken
                         : static_cast<int32_t>(sentence.token_begin) + node.head;
  }
}

// Names that were typed without a capital ("mexico"), and the adjectives of peoples, have one in
// the lemma, as far as the model's lexicon knows them. Its classes of names begin with states,
// demonyms, capitals, persons. "al" is a person there, and a part of names.
void restore_capital(Token& token, std::string_view word, const NeuralModel& model) {
  const uint32_t wanted = token.xpos == "NNP" ? 15 : token.xpos == "JJ" ? 2 : 0;
  if (wanted == 0 || token.lemma.empty() || token.lemma == "al") return;
  char& first = token.lemma[0];
  if (first < 'a' || first > 'z') return;
  const uint32_t classes = model.find(neural_word(word, false, 0).lexicon);
  if ((classes >> model.sizes.first_name_class & wanted) == 0) return;
  first = static_cast<char>(first - 'a' + 'A');
}

bool is_lower_case(std::string_view text) { return lower(text) == text; }

// The lemma of a common noun with a capital beside a proper noun ("Security Council Committee")
// keeps it, and so do letters within ("iPhone") and beside digits ("S300"): most are names after
// all.
void keep_capitals(Document& document, const Sentence& sentence) {
  const std::vector<std::string_view> forms = forms_of(document, sentence);
  if (neural_casing(forms) != 0) return;
  const auto is_name = [&](size_t i) {
    return i < forms.size() && document.tokens[sentence.token_begin + i].xpos.starts_with("NNP");
  };
  for (size_t i = 1; i < forms.size(); ++i) {
    Token& token = document.tokens[sentence.token_begin + i];
    const std::string_view word = forms[i];
    if ((token.xpos != "NN" && token.xpos != "NNS") || !is_lower_case(token.lemma)) continue;
    const bool is_capital = word[0] >= 'A' && word[0] <= 'Z';
    const bool plain_rest = is_lower_case(word.substr(1));
    const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
    if (is_capital && plain_rest && word.size() > 1 && (is_name(i - 1) || is_name(i + 1))) {
      token.lemma[0] = word[0];
    } else if (token.xpos == "NN" && !is_lower_case(word) && (!is_capital || has_digit)) {
      token.lemma = word;
    }
  }
}

// Sentences first..last.
void analyse_neural(Document& document, const EnglishModel::Weights& weights, size_t first,
                    size_t last, bool states) {
  std::vector<NeuralSentence> sentences;
  for (size_t s = first; s < last; ++s) {
    sentences.push_back(forms_of(document, document.sentences[s]));
  }
  const std::vector<NeuralAnalysis> found =
      neural_parse(sentences, *weights.neural, fastest_kernels(), states);
  for (size_t s = 0; s < sentences.size(); ++s) {
    document.states.insert(document.states.end(), found[s].states.begin(), found[s].states.end());
    const auto begin = static_cast<int32_t>(document.sentences[first + s].token_begin);
    for (size_t i = 0; i < sentences[s].size(); ++i) {
      Token& token = document.tokens[static_cast<size_t>(begin) + i];
      set_tag(token, sentences[s][i], weights.neural->tags[found[s].tags[i]], weights.lemmatizer);
      restore_capital(token, sentences[s][i], *weights.neural);
      token.relation = found[s].relations[i];
      token.head = found[s].heads[i] == 0 ? kNoToken : begin + found[s].heads[i] - 1;
    }
    keep_capitals(document, document.sentences[first + s]);
  }
}

// Some thousand words at a time, so that long texts need no more memory than their own.
void analyse_neural(Document& document, const EnglishModel::Weights& weights, bool states) {
  constexpr uint32_t kWordsTogether = 16'384;
  const std::vector<Sentence>& all = document.sentences;
  for (size_t first = 0; first < all.size();) {
    size_t last = first + 1;
    while (last < all.size() && all[last].token_end - all[first].token_begin <= kWordsTogether) {
      ++last;
    }
    analyse_neural(document, weights, first, last, states);
    first = last;
  }
}

}  // namespace

void analyse(Document& document, const EnglishModel& model, Engine engine, bool states) {
  const EnglishModel::Weights& weights = model.weights();
  const bool neural = engine == Engine::neural && weights.neural;
  if (neural) analyse_neural(document, weights, states);
  for (const Sentence& sentence : document.sentences) {
    if (!neural) analyse_fast(document, sentence, weights);
    mend_tree(document, sentence, weights.lemmatizer);
    add_features(document.text, document.tokens.data() + sentence.token_begin,
                 sentence.token_end - sentence.token_begin,
                 static_cast<int32_t>(sentence.token_begin));
    mark_agents(document, sentence);
  }
}

}  // namespace entente
