// make_document and its CoNLL-U forms: tokenizer and splitter, one block (line) at a time, then the
// analysis of all sentences. Tested in documents_test.cpp.
#include "documents/documents.h"

#include <fmt/format.h>

#include <algorithm>

#include "documents/analysis.h"
#include "documents/characters.h"
#include "documents/conllu.h"
#include "documents/language.h"
#include "documents/sentence_splitter.h"
#include "documents/tokenizer.h"

namespace entente {
namespace {

// Appends words as one sentence, not yet analysed.
void add_sentence(Document& document, const std::vector<Range>& words) {
  const auto first = static_cast<uint32_t>(document.tokens.size());
  for (const Range range : words) document.tokens.emplace_back().range = range;
  document.sentences.push_back({{words.front().begin, words.back().end},
                                first,
                                static_cast<uint32_t>(document.tokens.size()),
                                false});
}

bool is_final(std::string_view form) {
  return form == "." || form == "?" || form == "!" || form == "…" || form.ends_with("...");
}

// Where to cut a sentence that is too long: behind the last ; or , of its last quarter.
size_t cut_of(std::string_view text, const std::vector<Range>& words, size_t begin, size_t limit) {
  for (const std::string_view mark : {";", ","}) {
    for (size_t i = begin + limit; i-- > begin + limit - limit / 4;) {
      if (slice(text, words[i]) == mark) return i + 1;
    }
  }
  return begin + limit;
}

// Titles, headings and list items: alone in their block and without a final mark.
bool is_heading(const Document& document, size_t begin, size_t end, bool alone) {
  if (!alone) return false;
  for (size_t i = end; i-- > begin;) {
    const std::string_view last = form(document, document.tokens[i]);
    if (is_final(last)) return false;
    if (!is_closer(character_at(last, 0).code)) break;
  }
  return true;
}

struct Cuts {
  size_t cut = 0, aside = 0;  // places; words
};

// Words begin..end, which no full stop divides, as one sentence or as many as they need.
Cuts add_run(Document& document, const std::vector<Range>& words, size_t begin, size_t end,
             const DocumentOptions& options) {
  const size_t limit = std::max<size_t>(options.sentence_tokens_max, 1);
  Cuts cuts;
  cuts.aside = end - begin - std::min(end - begin, std::max<size_t>(options.run_tokens_max, 1));
  end -= cuts.aside;
  while (begin < end) {
    const bool too_long = end - begin > limit;
    const size_t stop = too_long ? cut_of(document.text, words, begin, limit) : end;
    cuts.cut += too_long;
    const auto at = [&](size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    add_sentence(document, std::vector<Range>(at(begin), at(stop)));
    begin = stop;
  }
  return cuts;
}

void report_cuts(Document& document, Range block, const Cuts& cuts,
                 const DocumentOptions& options) {
  const std::string where = fmt::format("byte {}", block.begin);
  if (cuts.cut > 0) {
    document.problems.push_back(
        {where, fmt::format("a sentence of more than {} words was cut in {} places",
                            options.sentence_tokens_max, cuts.cut)});
  }
  if (cuts.aside > 0) {
    document.problems.push_back(
        {where, fmt::format("{} words without a full stop: all but the first {} were set aside",
                            cuts.aside + options.run_tokens_max, options.run_tokens_max)});
  }
}

void add_block(Document& document, Range block, const DocumentOptions& options) {
  std::vector<Range> words = tokenize(document.text, block);
  if (words.empty()) return;
  const std::vector<size_t> ends = split_sentences(document.text, words);
  size_t begin = 0;
  Cuts cuts;
  for (const size_t end : ends) {
    const Cuts more = add_run(document, words, begin, end, options);
    cuts = {cuts.cut + more.cut, cuts.aside + more.aside};
    begin = end;
  }
  report_cuts(document, block, cuts, options);
  if (document.sentences.empty()) return;
  Sentence& last = document.sentences.back();
  last.heading =
      is_heading(document, last.token_begin, last.token_end, ends.size() == 1 && cuts.cut == 0);
}

// The lines of the text; all of it or single lines are set aside if in another language.
std::vector<Range> english_blocks(Document& document) {
  std::vector<Range> blocks, others;
  LanguageCounts total;
  const std::string& text = document.text;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const Range block = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    const LanguageCounts counts = count_language(slice(text, block));
    (is_clearly_not_english(counts) ? others : blocks).push_back(block);
    total += counts;
    begin = end + 1;
  }
  if (is_clearly_not_english(total)) {
    document.problems.push_back({"byte 0", "the text is not in English; it was set aside"});
    return {};
  }
  if (!others.empty()) {
    document.problems.push_back(
        {fmt::format("byte {}", others.front().begin),
         fmt::format(
             "{} not in English {} set aside",
             others.size() == 1 ? "a paragraph" : fmt::format("{} paragraphs", others.size()),
             others.size() == 1 ? "was" : "were")});
  }
  return blocks;
}

}  // namespace

Document make_document(std::string text, const EnglishModel& model,
                       const DocumentOptions& options) {
  Document document;
  document.text = std::move(text);
  for (const Range block : english_blocks(document)) add_block(document, block, options);
  const bool states = options.states && document.tokens.size() <= kStatesTokensMax;
  analyse(document, model, options.engine, states);
  return document;
}

Document reparse_conllu(std::string_view conllu, const EnglishModel& model,
                        std::vector<Problem>* problems, Engine engine) {
  Document document;
  std::vector<std::vector<Range>> sentences;
  for (const ConlluSentence& sentence : read_conllu(conllu, "conllu", problems)) {
    std::vector<Range>& words = sentences.emplace_back();
    for (const ConlluWord& word : sentence.words) {
      const auto begin = static_cast<uint32_t>(document.text.size());
      document.text += word.form;
      words.push_back({begin, static_cast<uint32_t>(document.text.size())});
      if (word.space_after) document.text += ' ';
    }
    if (document.text.ends_with(' ')) document.text.pop_back();
    document.text += '\n';
  }
  for (const std::vector<Range>& words : sentences) add_sentence(document, words);
  analyse(document, model, engine);
  return document;
}

std::string to_conllu(const Document& document, std::string_view document_id) {
  std::string out;
  if (!document_id.empty()) out += fmt::format("# newdoc id = {}\n", document_id);
  size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    out +=
        fmt::format("# sent_id = {}{}{}\n# text = {}\n", document_id,
                    document_id.empty() ? "" : "-", ++number, slice(document.text, sentence.range));
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      const Token& token = document.tokens[i];
      const uint32_t id = i - sentence.token_begin + 1;
      const bool more = i + 1 < sentence.token_end;
      const bool glued = more && document.tokens[i + 1].range.begin == token.range.end;
      const int32_t head =
          token.head == kNoToken ? 0 : token.head - static_cast<int32_t>(sentence.token_begin) + 1;
      out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", id, form(document, token),
                         token.lemma, to_string(token.upos), token.xpos, to_string(token.features),
                         head, to_string(token.relation), glued ? "SpaceAfter=No" : "_");
    }
    out += '\n';
  }
  return out;
}

}  // namespace entente
