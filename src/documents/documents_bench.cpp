// Speeds of the English engines on one core, and what loading the model costs. The text is a news
// item of our own, repeated to about 2,000 words.
#include <benchmark/benchmark.h>

#include "documents/documents.h"
#include "documents/model_file.h"
#include "documents/neural_parser.h"

namespace entente {
namespace {

constexpr const char* kItem =
    "The foreign ministry in Astana said on Tuesday that it would not let foreign troops stay on "
    "its soil after the exercise ends in March.\n"
    "Russia had asked Kazakhstan and Uzbekistan to host two bases near the border, but both "
    "governments turned the request down, according to officials who spoke on condition of "
    "anonymity.\n"
    "\"We value our friendship with Moscow, and we will keep talking,\" the minister told "
    "reporters. \"Nobody is threatening anybody here.\"\n"
    "Washington welcomed the decision and promised 40 million dollars in aid for refugees, most "
    "of whom were driven from their homes last summer by the fighting in the south.\n"
    "Critics accuse the United States of using such help to buy influence. China, which lent the "
    "region more than 3.5 billion dollars last year, has kept silent so far.\n";

Document read_item(int copies, const EnglishModel& model, Engine engine) {
  std::string text;
  for (int i = 0; i < copies; ++i) text += kItem;
  return make_document(std::move(text), model, {.engine = engine});
}

std::vector<NeuralSentence> sentences_of(const Document& document) {
  std::vector<NeuralSentence> sentences;
  for (const Sentence& sentence : document.sentences) {
    NeuralSentence& words = sentences.emplace_back();
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      words.push_back(form(document, document.tokens[i]));
    }
  }
  return sentences;
}

void count_tokens(benchmark::State& state, size_t tokens) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(tokens));
}

void neural_tag_and_parse(benchmark::State& state) {
  const auto usable = usable_kernels();
  const auto choice = static_cast<size_t>(state.range(0));
  if (choice >= usable.size()) return state.SkipWithError("no such kernels here");
  state.SetLabel(usable[choice]->name);
  const EnglishModel model = embedded_english_model();
  const Document document = read_item(15, model, Engine::fast);
  const std::vector<NeuralSentence> sentences = sentences_of(document);
  for (auto _ : state) {
    benchmark::DoNotOptimize(neural_parse(sentences, *model.weights().neural, *usable[choice]));
  }
  count_tokens(state, document.tokens.size());
}
BENCHMARK(neural_tag_and_parse)->DenseRange(0, 2);

// Text to sentences, tokens, tags, lemmas, features and tree.
void whole_document(benchmark::State& state) {
  const auto engine = static_cast<Engine>(state.range(0));
  state.SetLabel(engine == Engine::fast ? "fast" : "neural");
  const EnglishModel model = embedded_english_model();
  size_t tokens = 0;
  for (auto _ : state) tokens = read_item(15, model, engine).tokens.size();
  count_tokens(state, tokens);
}
BENCHMARK(whole_document)->DenseRange(0, 1);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(embedded_english_model());
}
BENCHMARK(load_model);

}  // namespace
}  // namespace entente
