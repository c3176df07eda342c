// `entente score`: labelled sentences through all stages, labelled rows through `relate`, or
// folders of articles with what a careful reader finds in them. A file's format is told by its
// content.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/attribution_scoring.h"
#include "cli/class_scoring.h"
#include "cli/commands.h"
#include "cli/dossier.h"
#include "cli/dossier_scoring.h"
#include "cli/gold.h"
#include "cli/input.h"
#include "cli/phrases.h"
#include "cli/reading.h"
#include "cli/role_scoring.h"
#include "cli/row_scoring.h"
#include "cli/scoring.h"
#include "cli/system.h"

namespace entente {

namespace {

std::vector<Event> events_of(const GoldSentence& gold, const Options& options,
                             const Knowledge& knowledge) {
  Article article;
  article.id = gold.place;
  article.text = gold.text;
  article.published = gold.published;
  const Document document =
      make_document(article.text, knowledge.model, {.states = knowledge.scorer.has_value()});
  MentionOptions dated;
  dated.published = article.published;
  const auto mentions = find_mentions(document, knowledge.book, dated);
  return events_of(article, document, mentions, knowledge, options.scoring);
}

void score_sentences(const GoldSet& set, const Options& options, const Knowledge& knowledge) {
  EventScore score;
  for (const GoldSentence& gold : set.sentences) {
    const std::vector<Event> found = events_of(gold, options, knowledge);
    add(score, gold, found);
    if (options.misses) print(misses_text(gold, found));
  }
  print(score_text(score));
}

std::optional<Relating> relation_of(const std::string& sentence, Range source, Range target,
                                    const Knowledge& knowledge) {
  const bool scored = knowledge.scorer.has_value();
  const Document document = make_document(sentence, knowledge.model, {.states = scored});
  if (!scored) return relate(document, source, target, knowledge.lexicon);
  return relate(document, source, target, knowledge.lexicon, *knowledge.scorer);
}

void score_rows(const LabelledRows& set, const Options& options, const Knowledge& knowledge) {
  RowScore score;
  for (const LabelledRow& row : set.rows) {
    const PhrasePair pair = locate_phrases(row.sentence, row.source, row.target);
    const auto found = relation_of(row.sentence, pair.source, pair.target, knowledge);
    add(score, row, found);
    if (options.misses && (!found || row_root(found->type) != row.root)) {
      print(fmt::format("{} for {} [{}]: {} | {} | {}\n", found ? row_root(found->type) : "none",
                        row.root, found ? found->rule : "", row.source, row.target, row.sentence));
    }
  }
  print(score_text(score));
}

void score_roles(const RoleRows& set, const Options& options, const Knowledge& knowledge) {
  RoleScore score;
  for (const RoleSentence& gold : set.sentences) {
    const std::vector<RoleSpan> found = roles_of(gold, knowledge);
    add(score, gold, found);
    if (options.misses) print(role_misses_text(gold, found));
  }
  print(score_text(score));
}

constexpr std::array<std::string_view, kClasses> kQuads = {
    "none", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
constexpr std::array<std::string_view, kClasses> kDirections = {
    "neutral", "first positive to second", "second positive to first", "first negative to second",
    "second negative to first"};

template <size_t N>
void print_class_miss(const Options& options, size_t label, size_t found,
                      const std::array<std::string_view, N>& names, std::string_view sentence) {
  if (!options.misses || label == found) return;
  print(fmt::format("{} for {}: {}\n", names[found], names[label], sentence));
}

// By the scorer, else by the events of the lexicon.
size_t class_found(const std::string& text, const Options& options, const Knowledge& knowledge) {
  GoldSentence sentence;
  sentence.text = text;
  if (!knowledge.scorer) return class_of(events_of(sentence, options, knowledge));
  const Document document = make_document(text, knowledge.model, {.states = true});
  const auto mentions = find_mentions(document, knowledge.book);
  return static_cast<size_t>(
      sentence_class(document, mentions, knowledge.lexicon, *knowledge.scorer).quad);
}

void score_classes(const ClassedSentences& set, const Options& options,
                   const Knowledge& knowledge) {
  ClassScore score;
  for (const ClassedSentence& row : set.rows) {
    const size_t found = class_found(row.sentence, options, knowledge);
    add(score, row.label, found);
    print_class_miss(options, row.label, found, kQuads, row.sentence);
  }
  print(score_text(score, kQuads));
}

void score_directions(const DirectedRows& set, const Options& options, const Knowledge& knowledge) {
  ClassScore score;
  for (const DirectedRow& row : set.rows) {
    const auto forward = relation_of(row.sentence, row.first, row.second, knowledge);
    const size_t found =
        forward && forward->sentiment
            ? static_cast<size_t>(*forward->sentiment)
            : direction_of(forward, relation_of(row.sentence, row.second, row.first, knowledge));
    add(score, row.label, found);
    print_class_miss(options, row.label, found, kDirections, row.sentence);
  }
  print(score_text(score, kDirections));
}

// Whether the file was scored; what is wrong with it goes to `problems`.
bool score_file(const std::string& path, const Options& options, const Knowledge& knowledge,
                std::vector<Problem>& problems) {
  const auto bytes = read_file(path, problems);
  if (!bytes) return false;
  print(fmt::format("{}\n", path));
  std::vector<Problem> faults;
  bool found = false;
  if (is_role_table(*bytes)) {
    const RoleRows set = read_role_rows(*bytes, path);
    faults = set.problems;
    found = !set.sentences.empty();
    score_roles(set, options, knowledge);
  } else if (is_labelled_table(*bytes)) {
    const LabelledRows set = read_labelled_rows(*bytes, path);
    faults = set.problems;
    found = !set.rows.empty();
    score_rows(set, options, knowledge);
  } else if (is_classed_table(*bytes)) {
    const ClassedSentences set = read_classed_sentences(*bytes, path);
    faults = set.problems;
    found = !set.rows.empty();
    score_classes(set, options, knowledge);
  } else if (is_directed_table(*bytes)) {
    const DirectedRows set = read_directed_rows(*bytes, path);
    faults = set.problems;
    found = !set.rows.empty();
    score_directions(set, options, knowledge);
  } else {
    const GoldSet set = read_gold(*bytes, path);
    faults = set.problems;
    found = !set.sentences.empty();
    score_sentences(set, options, knowledge);
  }
  problems.insert(problems.end(), faults.begin(), faults.end());
  return found;
}

std::optional<DossierScore> score_folder(const std::string& folder, const Options& options,
                                         const Knowledge& knowledge,
                                         std::vector<Problem>& problems) {
  const auto bytes = read_file(folder + "/" + std::string(kExpectedFile), problems);
  if (!bytes) return std::nullopt;
  const Expected expected = read_expected(*bytes, folder + "/" + std::string(kExpectedFile));
  problems.insert(problems.end(), expected.problems.begin(), expected.problems.end());
  Options reading = options;
  reading.paths = {folder};
  reading.read_directly = true;
  const auto loaded = load_system(reading, knowledge);
  if (!loaded) {
    problems.push_back({folder, loaded.error()});
    return std::nullopt;
  }
  const LoadedSystem& parts = loaded.value();
  if (parts.failures > 0) problems.push_back({folder, "some of its articles could not be read"});
  const System system{parts.articles, parts.events, parts.network, parts.balance, knowledge.book};
  DossierScore score = score_dossier(expected, system);
  score.name = std::filesystem::path(folder).filename().string();
  if (options.misses) print(fmt::format("{}\n{}\n", folder, differences_text(expected, system)));
  return score;
}

namespace files = std::filesystem;

// A folder of readers' marks: text/NAME.txt, and annotation/NAME.ann or annotation/NAME_READER.ann.
bool holds_attributions(const std::string& folder) {
  std::error_code ignored;
  return files::is_directory(files::path(folder) / "text", ignored) &&
         files::is_directory(files::path(folder) / "annotation", ignored);
}

// The text that an annotation file is about.
std::optional<std::string> text_of(const files::path& annotation) {
  const files::path texts = annotation.parent_path().parent_path() / "text";
  const std::string stem = annotation.stem().string();
  for (const std::string& name : {stem, stem.substr(0, stem.rfind('_'))}) {
    const files::path text = texts / (name + ".txt");
    if (files::exists(text)) return text.string();
  }
  return std::nullopt;
}

bool score_attributions(const std::string& folder, const Options& options,
                        const Knowledge& knowledge, std::vector<Problem>& problems) {
  std::vector<files::path> annotations;
  for (const auto& entry : files::directory_iterator(files::path(folder) / "annotation")) {
    if (entry.path().extension() == ".ann") annotations.push_back(entry.path());
  }
  std::sort(annotations.begin(), annotations.end());
  AttributionScore score;
  for (const files::path& annotation : annotations) {
    const auto text = text_of(annotation);
    if (!text) {
      problems.push_back({annotation.string(), "there is no text of that name in ../text"});
      continue;
    }
    const auto marks = read_file(annotation.string(), problems);
    const auto bytes = read_file(*text, problems);
    if (!marks || !bytes) continue;
    const MarkedText marked = read_marked_text(*bytes, *marks, annotation.string());
    problems.insert(problems.end(), marked.problems.begin(), marked.problems.end());
    const Document document = make_document(marked.text, knowledge.model);
    const auto found = find_attributions(document, knowledge.lexicon);
    add(score, marked, found);
    if (options.misses) print(misses_text(marked, found));
  }
  print(fmt::format("{}\n{}", folder, score_text(score)));
  return score.texts > 0;
}

}  // namespace

int run_score(const Options& options) {
  const auto known = load_knowledge(options);
  if (!known) return fail(known.error());
  const Knowledge& knowledge = known.value();
  std::vector<Problem> problems;
  bool found = false;
  if (options.examples) {
    problems = check_deed_lexicon(knowledge.lexicon, knowledge.model, knowledge.book);
    found = true;
  }
  std::vector<DossierScore> dossiers;
  for (const std::string& path : options.paths) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) {
      found = score_file(path, options, knowledge, problems) || found;
      continue;
    }
    if (holds_attributions(path)) {
      found = score_attributions(path, options, knowledge, problems) || found;
      continue;
    }
    const std::vector<std::string> folders = dossiers_in(path);
    if (folders.empty())
      problems.push_back({path,
                          "neither it nor a folder in it has a file "
                          "expected.tsv; see examples/README.md"});
    for (const std::string& folder : folders) {
      if (auto score = score_folder(folder, options, knowledge, problems)) {
        dossiers.push_back(std::move(*score));
      }
    }
  }
  if (!dossiers.empty()) print(score_text(dossiers));
  for (const Problem& problem : problems) print_problem(problem);
  if (!problems.empty()) return kFailed;
  return found || !dossiers.empty() ? kDone : kNothingFound;
}

}  // namespace entente
