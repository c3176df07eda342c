#include "documents/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace entente {
namespace {

ParserInput input_of(const std::vector<std::string>& forms) {
  std::vector<ParserWord> words;
  for (const std::string& form : forms)
    words.push_back(parser_word(form, form, 1, {Upos::noun, "NN"}));
  return ParserInput(std::move(words));
}

TEST(Parser, EveryStateHasTheSameNumberOfFeatures) {
  const ParserInput input = input_of({"a", "b", "c"});
  ParserState state(3);
  FeatureList features;
  input.features(state, features);
  const int count = features.size();
  EXPECT_GT(count, 50);
  EXPECT_LT(count, FeatureList::kMax);
  while (!state.finished()) {
    input.features(state, features);
    EXPECT_EQ(features.size(), count);
    EXPECT_EQ(std::set<uint64_t>(features.begin(), features.end()).size(),
              static_cast<size_t>(count));
    state.apply(state.allows(Move::shift)  ? Transition{Move::shift, {}}
                : state.allows(Move::left) ? Transition{Move::left, Relation::root}
                                           : Transition{Move::right, Relation::dep});
  }
}

TEST(Parser, RootIsTheRelationOfTheRootAlone) {
  ParserState state(2);
  WeightTable::Scores scores = {};
  scores[index_of({Move::left, Relation::root})] = 100;
  scores[index_of({Move::right, Relation::root})] = 100;
  scores[index_of({Move::left, Relation::nsubj})] = 50;
  scores[index_of({Move::right, Relation::obj})] = 50;
  state.apply({Move::shift, {}});
  EXPECT_EQ(best_transition(state, scores), (Transition{Move::left, Relation::nsubj}));
  state.apply({Move::shift, {}});
  EXPECT_EQ(best_transition(state, scores), (Transition{Move::right, Relation::obj}));
  state.apply({Move::right, Relation::obj});
  EXPECT_EQ(best_transition(state, scores), (Transition{Move::left, Relation::root}));
}

TEST(Parser, WithoutWeightsItStillMakesATree) {
  const std::string empty = encode_weights({}, 0.1f);
  const ParserState state = parse(input_of({"a", "b", "c", "d"}), *WeightTable::view(empty));
  EXPECT_TRUE(state.finished());
  EXPECT_TRUE(parse(input_of({}), *WeightTable::view(empty)).finished());
}

}  // namespace
}  // namespace entente
