// entente_parser_score: how well the model fits a treebank.
//   entente_parser_score [--raw] [--fast] [--model FILE] [--only PREFIX] [--brief]
//   TREEBANK.conllu...
//   entente_parser_score --targets MODEL_BYTES [--fast] EWT.conllu GUM.conllu
// By default the words are given and tags, lemmas and trees are scored; --raw starts from the text;
// --fast takes the perceptron instead of the neural engine.
// --only takes the sentences whose sent_id begins so ("GUM_news"); --targets prints what the engine
// must reach beside what it does.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "documents/score.h"
#include "documents/targets.h"

namespace entente {
namespace {

struct Arguments {
  bool raw = false, brief = false;
  Engine engine = Engine::neural;
  std::string model, only, model_bytes;
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
    else if (argument == "--targets" && i + 1 < count)
      arguments.model_bytes = values[++i];
    else if (argument.starts_with("-"))
      return false;
    else
      arguments.treebanks.push_back(argument);
  }
  if (!arguments.model_bytes.empty()) return arguments.treebanks.size() == 2;
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

struct Scored {
  ParserScore score;
  double words_a_second = 0;
};

Result<Scored> score(const std::string& path, const EnglishModel& model,
                     const Arguments& arguments) {
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
  return Scored{score_document(sentences, document),
                static_cast<double>(document.tokens.size()) / seconds.count()};
}

void print(const std::string& path, const Scored& scored, const Arguments& arguments) {
  const ParserScore& result = scored.score;
  const double speed = scored.words_a_second;
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
}

// The speed is the best of some rounds, since other programs may be running.
Result<Done> print_targets(const EnglishModel& model, Arguments arguments) {
  const auto ewt = score(arguments.treebanks[0], model, arguments);
  const auto gum = score(arguments.treebanks[1], model, arguments);
  arguments.only = "GUM_news";
  const auto news = score(arguments.treebanks[1], model, arguments);
  arguments.raw = true;
  const auto raw = score(arguments.treebanks[1], model, arguments);
  for (const auto* part : {&ewt, &gum, &news, &raw}) {
    if (!*part) return Error{part->error()};
  }
  double speed = ewt.value().words_a_second;
  arguments.raw = false;
  arguments.only.clear();
  for (int round = 0; round < 4; ++round) {
    const auto again = score(arguments.treebanks[0], model, arguments);
    if (again) speed = std::max(speed, again.value().words_a_second);
  }
  const double bytes = std::strtod(arguments.model_bytes.c_str(), nullptr);
  fmt::print("{}",
             to_string(english_targets({ewt.value().score, news.value().score, gum.value().score,
                                        raw.value().score, speed, bytes})));
  return Done{};
}

int run(const Arguments& arguments) {
  const auto model = model_of(arguments.model);
  if (!model) {
    fmt::print(stderr, "entente_parser_score: {}\n", model.error());
    return 2;
  }
  const auto fail = [](const std::string& error) {
    fmt::print(stderr, "entente_parser_score: {}\n", error);
    return 2;
  };
  if (!arguments.model_bytes.empty()) {
    const auto done = print_targets(model.value(), arguments);
    return done ? 0 : fail(done.error());
  }
  for (const std::string& path : arguments.treebanks) {
    const auto scored = score(path, model.value(), arguments);
    if (!scored) return fail(scored.error());
    print(path, scored.value(), arguments);
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
        "TREEBANK.conllu...\n"
        "       entente_parser_score --targets MODEL_BYTES [--fast] EWT.conllu GUM.conllu\n",
        stderr);
    return 2;
  }
  return entente::run(arguments);
}
