// Speeds of the English engines on one core, and what loading the model costs. The text is the
// articles of examples/, each once: words that come again cost less.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "documents/documents.h"
#include "documents/model_file.h"
#include "documents/neural_parser.h"

namespace entente {
namespace {

std::string read_examples() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(ENTENTE_ROOT "/examples")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::string text;
  for (const std::filesystem::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    text += '\n';
  }
  return text;
}

Document read_text(const std::string& text, const EnglishModel& model, Engine engine) {
  return make_document(text, model, {.engine = engine});
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
  const Document document = read_text(read_examples(), model, Engine::fast);
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
  const std::string text = read_examples();
  size_t tokens = 0;
  for (auto _ : state) tokens = read_text(text, model, engine).tokens.size();
  count_tokens(state, tokens);
}
BENCHMARK(whole_document)->DenseRange(0, 1);

void load_model(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(embedded_english_model());
}
BENCHMARK(load_model);

}  // namespace
}  // namespace entente
