// Chains the training of lemma rules, tagger and parser. The parser learns from tags that taggers
// of other folds predicted, because at run time its tags have mistakes too. A share of the
// sentences is added once more in Title Case, capitals, lower case or without the final mark, so
// that headlines are not foreign. Tested in training_test.cpp.
#include "documents/training.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

#include "base/ascii.h"
#include "documents/oracle.h"
#include "documents/parser.h"
#include "documents/perceptron.h"

namespace entente {
namespace {

using Random = std::mt19937_64;
using Say = std::function<void(const std::string&)>;

struct Example {
  std::vector<std::string> words;
  std::vector<uint8_t> tags;  // as in the treebank
  std::vector<int> heads;
  std::vector<Relation> relations;
  std::vector<std::string_view> forms() const { return {words.begin(), words.end()}; }
};

// std::shuffle is not the same in every library.
std::vector<size_t> shuffled(size_t size, Random& random) {
  std::vector<size_t> order(size);
  for (size_t i = 0; i < size; ++i) order[i] = i;
  for (size_t i = size; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

double unit(Random& random) { return static_cast<double>(random() >> 11) / 9007199254740992.0; }

std::vector<TagName> tags_of(const std::vector<ConlluSentence>& treebank) {
  std::map<std::pair<Upos, std::string>, int> counts;
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) ++counts[{word.upos, word.xpos}];
  }
  std::vector<TagName> tags;
  for (const auto& [tag, count] : counts) {
    if (count >= 5) tags.push_back({tag.first, tag.second});
  }
  return tags;
}

uint8_t index_of_tag(const std::vector<TagName>& tags, const ConlluWord& word) {
  const auto exact = std::find(tags.begin(), tags.end(), TagName{word.upos, word.xpos});
  if (exact != tags.end()) return static_cast<uint8_t>(exact - tags.begin());
  const auto similar = std::find_if(tags.begin(), tags.end(),
                                    [&](const TagName& tag) { return tag.upos == word.upos; });
  return static_cast<uint8_t>(similar == tags.end() ? 0 : similar - tags.begin());
}

Example example_of(const ConlluSentence& sentence, const std::vector<TagName>& tags) {
  Example example;
  for (const ConlluWord& word : sentence.words) {
    example.words.push_back(word.form);
    example.tags.push_back(index_of_tag(tags, word));
    example.heads.push_back(word.head);
    example.relations.push_back(word.relation);
  }
  return example;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return text;
}

void drop_final_mark(Example& example) {
  const size_t last = example.words.size() - 1;
  const auto is_last = [&](int head) { return head == static_cast<int>(last); };
  if (last < 3 || example.words[last] != ".") return;
  if (std::any_of(example.heads.begin(), example.heads.end(), is_last)) return;
  example.words.pop_back();
  example.tags.pop_back();
  example.heads.pop_back();
  example.relations.pop_back();
  for (int& head : example.heads) {
    if (head == static_cast<int>(last) + 1) head = static_cast<int>(last);
  }
}

// Headlines keep short words small, as most papers do.
bool stays_small(const std::string& word, uint64_t upos) {
  static constexpr Upos small[] = {Upos::adp, Upos::det, Upos::cconj, Upos::part};
  return word.size() < 5 && std::any_of(std::begin(small), std::end(small),
                                        [&](Upos u) { return static_cast<uint64_t>(u) == upos; });
}

Example altered(Example example, const std::vector<TagName>& tags, Random& random) {
  const uint64_t kind = random() % 8;
  if (kind != 7) drop_final_mark(example);
  for (size_t i = 0; i < example.words.size(); ++i) {
    std::string& word = example.words[i];
    const auto upos = static_cast<uint64_t>(tags[example.tags[i]].upos);
    if (kind <= 2 && (i == 0 || kind == 0 || !stays_small(word, upos))) {
      word = upper(word.substr(0, 1)) + word.substr(1);
    } else if (kind == 3) {
      word = upper(word);
    } else if (kind == 4) {
      word = lower(word);
    }
  }
  return example;
}

std::vector<Example> examples_of(const std::vector<ConlluSentence>& treebank,
                                 const std::vector<TagName>& tags, const TrainingOptions& options) {
  Random random(options.seed);
  std::vector<Example> examples;
  for (const ConlluSentence& sentence : treebank) {
    examples.push_back(example_of(sentence, tags));
    if (unit(random) >= options.altered_share || sentence.words.size() < 4) continue;
    examples.push_back(altered(examples.back(), tags, random));
  }
  return examples;
}

struct Tally {
  size_t right = 0, all = 0;
  double percent() const {
    return all == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
  }
};

// One pass of the tagger over one sentence, on its own earlier decisions.
void learn_tags(const Example& example, size_t tag_count, Perceptron& perceptron, Tally& tally) {
  const TaggerInput input(example.forms());
  std::vector<uint8_t> tags(example.words.size());
  FeatureList features;
  for (size_t i = 0; i < tags.size(); ++i) {
    WeightTable::Scores scores = {};
    input.features(i, tags, features);
    perceptron.add_to(features, scores);
    tags[i] = best_label(scores, tag_count);
    if (tags[i] != example.tags[i]) perceptron.update(features, example.tags[i], tags[i]);
    tally.right += tags[i] == example.tags[i];
    ++tally.all;
    perceptron.tick();
  }
}

std::string train_tagger(const std::vector<const Example*>& examples, size_t tag_count, int rounds,
                         const TrainingOptions& options, const Say& say) {
  Perceptron perceptron(options.tagger_updates_min);
  Random random(options.seed);
  for (int round = 0; round < rounds; ++round) {
    Tally tally;
    for (const size_t i : shuffled(examples.size(), random)) {
      learn_tags(*examples[i], tag_count, perceptron, tally);
    }
    say(fmt::format("  round {}: {:.2f} % of tags right while learning", round + 1,
                    tally.percent()));
  }
  return encode_weights(perceptron.averaged(), options.tagger_weight_min);
}

WeightTable table_of(const std::string& bytes) {
  const auto table = WeightTable::view(bytes);
  CHECK(table.has_value());
  return *table;
}

// Tags for every example by a tagger that has not seen it. Copies stay in the fold of their
// neighbour, because a fold is a run of sentences.
std::vector<std::vector<uint8_t>> predicted_tags(const std::vector<Example>& examples,
                                                 size_t tag_count, const TrainingOptions& options,
                                                 const Say& say) {
  std::vector<std::vector<uint8_t>> predicted(examples.size());
  const size_t folds = static_cast<size_t>(std::max(options.folds, 2));
  const auto fold_of = [&](size_t i) { return i / 50 % folds; };
  for (size_t fold = 0; fold < folds; ++fold) {
    say(fmt::format("tagger of fold {}", fold + 1));
    std::vector<const Example*> others;
    for (size_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) != fold) others.push_back(&examples[i]);
    }
    const std::string bytes = train_tagger(others, tag_count, options.fold_rounds, options, say);
    for (size_t i = 0; i < examples.size(); ++i) {
      if (fold_of(i) == fold)
        predicted[i] = tag_words(examples[i].forms(), table_of(bytes), tag_count);
    }
  }
  return predicted;
}

struct ParserExample {
  ParserInput input;
  GoldTree gold;
};

class ParserTrainer {
 public:
  ParserTrainer(const TrainingOptions& options)
      : options_(options), random_(options.seed), perceptron_(options.parser_updates_min) {}

  void round(const std::vector<ParserExample>& examples, bool explore, Tally& tally) {
    for (const size_t i : shuffled(examples.size(), random_)) learn(examples[i], explore, tally);
  }
  std::string encode() const {
    return encode_weights(perceptron_.averaged(), options_.parser_weight_min);
  }

 private:
  void learn(const ParserExample& example, bool explore, Tally& tally);
  Transition best_correct(const ParserState& state, const GoldTree& gold,
                          const WeightTable::Scores& scores) const;

  const TrainingOptions& options_;
  Random random_;
  Perceptron perceptron_;
};

// The best-scored transition among those that lose least.
Transition ParserTrainer::best_correct(const ParserState& state, const GoldTree& gold,
                                       const WeightTable::Scores& scores) const {
  Transition best;
  int best_cost = -1;
  for (const Move move : {Move::shift, Move::left, Move::right}) {
    if (!state.allows(move)) continue;
    Transition transition{move, Relation::dep};
    if (move != Move::shift) {
      transition.relation = gold.relations[static_cast<size_t>(state.stack(0))];
      const bool to_root = move == Move::left && state.buffer(0) == state.root();
      if (to_root)
        transition.relation = Relation::root;
      else if (transition.relation == Relation::root)
        transition.relation = Relation::parataxis;
    }
    const int lost = cost(state, gold, move);
    const bool better =
        best_cost < 0 || lost < best_cost ||
        (lost == best_cost && scores[index_of(transition)] > scores[index_of(best)]);
    if (!better) continue;
    best = transition;
    best_cost = lost;
  }
  return best;
}

void ParserTrainer::learn(const ParserExample& example, bool explore, Tally& tally) {
  ParserState state(example.input.size());
  FeatureList features;
  while (!state.finished()) {
    WeightTable::Scores scores = {};
    example.input.features(state, features);
    perceptron_.add_to(features, scores);
    const Transition predicted = best_transition(state, scores);
    const Transition correct = best_correct(state, example.gold, scores);
    if (predicted != correct) perceptron_.update(features, index_of(correct), index_of(predicted));
    perceptron_.tick();
    tally.right += predicted == correct;
    ++tally.all;
    state.apply(explore && unit(random_) < options_.explore ? predicted : correct);
  }
}

std::vector<ParserExample> parser_examples(const std::vector<Example>& examples,
                                           const std::vector<std::vector<uint8_t>>& tags,
                                           const std::vector<TagName>& names,
                                           const Lemmatizer& lemmatizer) {
  std::vector<ParserExample> result;
  for (size_t i = 0; i < examples.size(); ++i) {
    std::vector<ParserWord> words;
    for (size_t k = 0; k < examples[i].words.size(); ++k) {
      const TagName& name = names[tags[i][k]];
      const std::string lemma = lemmatizer.lemma(examples[i].words[k], name.xpos);
      words.push_back(parser_word(examples[i].words[k], lemma, tags[i][k], name));
    }
    result.push_back(
        {ParserInput(std::move(words)), gold_tree(examples[i].heads, examples[i].relations)});
  }
  return result;
}

}  // namespace

std::string train_lemmas(const std::vector<ConlluSentence>& treebank,
                         std::vector<LemmaExample> examples) {
  for (const ConlluSentence& sentence : treebank) {
    for (const ConlluWord& word : sentence.words) {
      if (word.lemma != "_" || word.form == "_")
        examples.push_back({word.form, word.xpos, word.lemma});
    }
  }
  return encode_lemmas(examples);
}

ModelSections train_model(const std::vector<ConlluSentence>& treebank,
                          const TrainingOptions& options, const Say& say) {
  ModelSections sections;
  const std::vector<TagName> tags = tags_of(treebank);
  for (const TagName& tag : tags)
    sections.tags += fmt::format("{} {}\n", to_string(tag.upos), tag.xpos);
  sections.lemmas = train_lemmas(treebank, options.lemmas);
  const auto lemmatizer = Lemmatizer::view(sections.lemmas);
  CHECK(lemmatizer.has_value());

  const std::vector<Example> examples = examples_of(treebank, tags, options);
  std::vector<const Example*> all;
  for (const Example& example : examples) all.push_back(&example);
  say(fmt::format("tagger: {} sentences, {} tags", all.size(), tags.size()));
  sections.tagger = train_tagger(all, tags.size(), options.tagger_rounds, options, say);
  const auto predicted = predicted_tags(examples, tags.size(), options, say);

  const auto inputs = parser_examples(examples, predicted, tags, *lemmatizer);
  say(fmt::format("parser: {} sentences", inputs.size()));
  ParserTrainer trainer(options);
  for (int round = 0; round < options.parser_rounds; ++round) {
    Tally tally;
    trainer.round(inputs, round > 0, tally);
    say(fmt::format("  round {}: {:.2f} % of transitions right while learning", round + 1,
                    tally.percent()));
  }
  sections.parser = trainer.encode();
  say(fmt::format("lemmas {} KB, tagger {} KB, parser {} KB", sections.lemmas.size() / 1024,
                  sections.tagger.size() / 1024, sections.parser.size() / 1024));
  return sections;
}

}  // namespace entente
