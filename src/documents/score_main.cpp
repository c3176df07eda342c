// entente_parser_score: how well the model fits a treebank.
//   entente_parser_score [--raw] [--fast] [--model FILE] [--only PREFIX] [--brief]
//   TREEBANK.conllu...
// By default the words are given and tags, lemmas and trees are scored; --raw starts from the text;
// --fast takes the perceptron instead of the neural engine.
// --only takes the sentences whose sent_id begins so ("GUM_news").
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "documents/score.h"

namespace entente {
namespace {

struct Arguments {
  bool raw = false, brief = false;
  Engine engine = Engine::neural;
  std::string model, only;
  std::vector<std::string> treebanks;
};

bool parse_arguments(int count, char** values, Arguments& arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string argument = values[i];
    if (argument == "--raw")
      arguments.raw = true;
    else if (argument == "--brief")
      arguments.brief = true;
    else if (argument == "--fast")
      arguments.engine = Engine::fast;
    else if (argument == "--model" && i + 1 < count)
      arguments.model = values[++i];
    else if (argument == "--only" && i + 1 < count)
      arguments.only = values[++i];
    else if (argument.starts_with("-"))
      return false;
    else
      arguments.treebanks.push_back(argument);
  }
  return !arguments.treebanks.empty();
}

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{fmt::format("cannot open {}", path)};
  return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

Result<EnglishModel> model_of(const std::string& path) {
  if (path.empty()) return embedded_english_model();
  const auto bytes = bytes_of(path);
  if (!bytes) return Error{bytes.error()};
  return load_english_model(bytes.value(), path);
}

Document given_words(const std::vector<ConlluSentence>& sentences, const EnglishModel& model,
                     Engine engine) {
  std::string conllu;
  for (const ConlluSentence& sentence : sentences) {
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      conllu += fmt::format("{}\t{}\t_\t_\t_\t_\t_\t_\t_\t_\n", i + 1, sentence.words[i].form);
    }
    conllu += '\n';
  }
  return reparse_conllu(conllu, model, nullptr, engine);
}

Result<Done> score(const std::string& path, const EnglishModel& model, const Arguments& arguments) {
  const auto bytes = bytes_of(path);
  if (!bytes) return Error{bytes.error()};
  std::vector<ConlluSentence> sentences = read_conllu(bytes.value(), path, nullptr);
  std::erase_if(sentences,
                [&](const ConlluSentence& s) { return !s.id.starts_with(arguments.only); });
  if (!arguments.raw) {  // so that both sides have the same characters
    for (ConlluSentence& sentence : sentences) {
      sentence.text.clear();
      for (const ConlluWord& word : sentence.words) sentence.text += word.form + " ";
    }
  }
  const std::string text = text_of(sentences);
  const auto begin = std::chrono::steady_clock::now();
  const Document document = arguments.raw ? make_document(text, model, {.engine = arguments.engine})
                                          : given_words(sentences, model, arguments.engine);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  const ParserScore result = score_document(sentences, document);
  const double speed = static_cast<double>(document.tokens.size()) / seconds.count();
  if (arguments.brief) {
    const auto f1 = [&](Relation r) { return result.relations[static_cast<size_t>(r)].f1(); };
    fmt::print(
        "{:<24} sent {:.2f} words {:.2f} UPOS {:.2f} XPOS {:.2f} feats {:.2f} lemma {:.2f} UAS "
        "{:.2f} "
        "LAS {:.2f} nopunct {:.2f} | nsubj {:.1f} pass {:.1f} obj {:.1f} obl {:.1f} conj {:.1f} | "
        "{:.0f}/s\n",
        path.substr(path.rfind('/') + 1), result.sentences.f1(), result.words.f1(),
        result.upos.f1(), result.xpos.f1(), result.features.f1(), result.lemma.f1(),
        result.uas.f1(), result.las.f1(), result.las_no_punct.f1(), f1(Relation::nsubj),
        f1(Relation::nsubj_pass), f1(Relation::obj), f1(Relation::obl), f1(Relation::conj), speed);
  } else {
    fmt::print("{} ({})\n{}{:.0f} words a second\n", path,
               arguments.raw ? "raw text" : "given words", to_string(result), speed);
  }
  return Done{};
}

int run(const Arguments& arguments) {
  const auto model = model_of(arguments.model);
  if (!model) {
    fmt::print(stderr, "entente_parser_score: {}\n", model.error());
    return 2;
  }
  for (const std::string& path : arguments.treebanks) {
    const auto done = score(path, model.value(), arguments);
    if (done) continue;
    fmt::print(stderr, "entente_parser_score: {}\n", done.error());
    return 2;
  }
  return 0;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) {
  entente::Arguments arguments;
  if (!entente::parse_arguments(count, values, arguments)) {
    std::fputs(
        "usage: entente_parser_score [--raw] [--brief] [--fast] [--model FILE] [--only PREFIX] "
        "TREEBANK.conllu...\n",
        stderr);
    return 2;
  }
  return entente::run(arguments);
}
