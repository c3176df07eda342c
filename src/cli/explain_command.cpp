// `entente explain NAME [FILE]`: what a name means at a date and what else it may mean; in a text,
// each of its mentions and what it leads back to. Tested in naming_test.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/ascii.h"
#include "cli/commands.h"
#include "cli/naming.h"
#include "cli/system.h"

namespace entente {

namespace {

bool is_letter(std::string_view text, size_t at) {
  return at < text.size() && (((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') ||
                              static_cast<unsigned char>(text[at]) >= 0x80);
}

// Whether `words` stand in `text` as whole words, in any case.
bool names(std::string_view text, std::string_view words) {
  const std::string where = lower(text), what = lower(words);
  for (size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
    const bool inside = (at > 0 && is_letter(where, at - 1)) || is_letter(where, at + what.size());
    if (!inside) return true;
  }
  return false;
}

// The smallest mentions with the name in them: "Lavrov" and not the phrase around him.
std::vector<uint32_t> mentions_of(const StagedArticle& article, std::string_view name) {
  std::vector<uint32_t> found;
  for (uint32_t m = 0; m < article.mentions.size(); ++m) {
    const Range range = article.mentions[m].range;
    if (!names(slice(article.document.text, range), name)) continue;
    std::erase_if(found,
                  [&](uint32_t other) { return article.mentions[other].range.contains(range); });
    found.push_back(m);
  }
  return found;
}

int explain_in_texts(const Options& options, const Knowledge& knowledge) {
  Options reading = options;
  reading.until = Stage::actors;
  if (!options.actor_b.empty()) reading.paths = {options.actor_b};
  std::vector<StagedArticle> articles;
  const size_t failures = read_all(reading, knowledge, [&](std::vector<StagedArticle>&& batch) {
    std::move(batch.begin(), batch.end(), std::back_inserter(articles));
  });
  std::vector<ExplainedMention> explained;
  for (const StagedArticle& article : articles) {
    MentionOptions mention_options;
    mention_options.published = article.article.published;
    mention_options.outlet = article.article.outlet;
    for (const uint32_t m : mentions_of(article, options.actor_a)) {
      MentionReason reason =
          reason_of(article.document, article.mentions, m, knowledge.book, mention_options);
      const Mention* back = reason.antecedent ? &article.mentions[*reason.antecedent] : nullptr;
      explained.push_back(
          {article.article.id, article.document, article.mentions[m], back, std::move(reason)});
    }
  }
  if (explained.empty()) {
    fmt::print(stderr,
               "entente: no mention of an actor has '{}' in it; `entente read FILE --until "
               "actors --dump` lists them all\n",
               options.actor_a);
    return failures > 0 ? kFailed : kNothingFound;
  }
  print(mention_reasons_view(explained, knowledge.book, options.format, terminal()));
  return failures > 0 ? kFailed : kDone;
}

}  // namespace

bool explains_name(const Options& options) {
  std::error_code ignored;
  return options.command == Command::explain &&
         (options.actor_b.empty() || options.actor_b == "-" ||
          std::filesystem::exists(options.actor_b, ignored));
}

int explain_name(const Options& options, const Knowledge& knowledge) {
  if (!options.actor_b.empty() || options.read_directly) {
    return explain_in_texts(options, knowledge);
  }
  std::string name = options.actor_a;
  NameMeanings meanings = meanings_of(knowledge.book, name, options.date);
  if (meanings.meanings.empty()) {
    // A code, or a name the book writes otherwise.
    if (const auto actor = find_actor(knowledge.book, name)) {
      name = actor->name;
      meanings = meanings_of(knowledge.book, name, options.date);
    }
  }
  if (meanings.meanings.empty()) {
    fmt::print(stderr,
               "entente: the world book does not know '{}'; in a text it may be explained by the "
               "words around it: entente explain '{}' FILE\n",
               name, name);
    return kNothingFound;
  }
  print(meanings_view(name, meanings, knowledge.book, options.format, terminal()));
  return kDone;
}

}  // namespace entente
