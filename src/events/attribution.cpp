// Cues become attributions: who by the words that name him, and quotations that run on over the
// next sentences. Tested in attribution_test.cpp.
#include "events/attribution.h"

#include <algorithm>
#include <cstdint>

#include "events/cues.h"
#include "events/events.h"
#include "events/lexicon.h"
#include "events/syntax.h"

namespace entente {

namespace {

Range range_of(const Document& document, Span span) {
  return {document.tokens[span.first].range.begin, document.tokens[span.last].range.end};
}

// The phrase less its relative clauses and insertions: "Ham, who backs Trump," -> "Ham".
Range name_of(const Syntax& syntax, uint32_t head) {
  const auto outside = [&](uint32_t i, uint32_t parent) {
    const Relation relation = syntax.token(i).relation;
    return relation == Relation::acl_relcl || relation == Relation::parataxis ||
           relation == Relation::punct || relation == Relation::appos ||
           (parent == head && relation == Relation::case_) || relation == Relation::cop ||
           relation == Relation::nsubj || relation == Relation::advcl;
  };
  return range_of(syntax.document(), phrase_without(syntax, head, outside));
}

constexpr size_t kNobody = SIZE_MAX;

// Follows quotations over the sentences of a paragraph: "'We will not yield,' he said. 'Others
// may.'" gives both sentences to him.
class Quotation {
 public:
  explicit Quotation(const Document& document) : document_(document) {}

  // Sentence `s` has been read; its attributions begin at `first`.
  void pass(uint32_t s, size_t first, std::vector<Attribution>& attributions) {
    const Sentence& sentence = document_.sentences[s];
    if (s > 0 && begins_paragraph(s)) {
      speaker_ = kNobody;
      open_ = false;
    }
    const bool quoted = open_ || begins_with_quote(sentence);
    const size_t own = speaking(first, attributions);
    if (quoted && own == kNobody && speaker_ != kNobody) {
      Attribution& running = attributions[speaker_];
      if (running.content.empty()) running.content = sentence.range;
      running.content.begin = std::min(running.content.begin, sentence.range.begin);
      running.content.end = std::max(running.content.end, sentence.range.end);
    }
    if (own != kNobody) speaker_ = own;
    if (!quoted && own == kNobody && quotes_in(sentence) == 0) speaker_ = kNobody;
    if (quotes_in(sentence) % 2 == 1) open_ = !open_;
  }

 private:
  bool begins_paragraph(uint32_t s) const {
    const Range before = document_.sentences[s - 1].range;
    const Range here = document_.sentences[s].range;
    const std::string_view between = slice(document_.text, {before.end, here.begin});
    return between.find('\n') != std::string_view::npos;
  }

  std::string_view word(uint32_t token) const {
    return slice(document_.text, document_.tokens[token].range);
  }

  bool begins_with_quote(const Sentence& sentence) const {
    return sentence.token_begin < sentence.token_end &&
           is_quotation_mark(word(sentence.token_begin));
  }

  size_t quotes_in(const Sentence& sentence) const {
    size_t count = 0;
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      count += is_quotation_mark(word(i));
    }
    return count;
  }

  // The last attribution of the sentence that is speech of somebody outside a quotation.
  static size_t speaking(size_t first, const std::vector<Attribution>& attributions) {
    for (size_t i = attributions.size(); i > first; --i) {
      const Attribution& one = attributions[i - 1];
      if (one.kind == AttributionKind::speech && !one.source.empty()) return i - 1;
    }
    return kNobody;
  }

  const Document& document_;
  size_t speaker_ = kNobody;  // the attribution whose quotation may run on
  bool open_ = false;
};

}  // namespace

std::string_view to_string(AttributionKind kind) {
  return kind == AttributionKind::speech ? "speech" : "stance";
}

std::vector<Attribution> attributions_of(const Syntax& syntax,
                                         const DeedLexicon::Entries& lexicon) {
  const Document& document = syntax.document();
  std::vector<Attribution> attributions;
  Quotation quotation(document);
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    const size_t before = attributions.size();
    for (const Cue& cue : cues_of(syntax, lexicon, s)) {
      Attribution attribution;
      attribution.kind = cue.kind;
      attribution.cue = document.tokens[cue.token].range;
      if (cue.source) attribution.source = name_of(syntax, *cue.source);
      if (cue.content) attribution.content = range_of(document, *cue.content);
      attributions.push_back(attribution);
    }
    quotation.pass(s, before, attributions);
  }
  return attributions;
}

std::vector<Attribution> find_attributions(const Document& document, const DeedLexicon& lexicon) {
  return attributions_of(Syntax(document, lexicon.entries().words), lexicon.entries());
}

}  // namespace entente
