// The longest phrase that stands below the deed wins; else the one nearest to the deed in its
// sentence. Tested in issues_test.cpp.
#include "events/issues.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/check.h"

extern "C" const char entente_issues[];
extern "C" const char entente_issues_end[];

namespace entente {

namespace {

struct Phrase {
  std::vector<std::string_view> lemmas;
  std::string_view issue;
};

using Phrases = std::unordered_map<std::string_view, std::vector<Phrase>>;

Phrases read_phrases(std::string_view text) {
  Phrases phrases;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const size_t equals = line.find('=');
    CHECK(equals != std::string_view::npos);
    const std::string_view issue = trim(line.substr(0, equals));
    for (const std::string_view phrase : split(line.substr(equals + 1), ';')) {
      if (phrase.empty()) continue;
      const std::vector<std::string_view> lemmas = split(phrase, ' ');
      phrases[lemmas[0]].push_back({lemmas, issue});
    }
  }
  return phrases;
}

const Phrases& phrases() {
  static const Phrases all =
      read_phrases({entente_issues, static_cast<size_t>(entente_issues_end - entente_issues)});
  return all;
}

bool is_below(const Syntax& syntax, uint32_t index, uint32_t head) {
  uint32_t at = index;
  while (at != head) {
    if (syntax.token(at).head == kNoToken) return false;
    at = static_cast<uint32_t>(syntax.token(at).head);
  }
  return true;
}

}  // namespace

Issue issue_of(const Syntax& syntax, uint32_t head) {
  const Sentence& sentence = syntax.document().sentences[syntax.sentence_of(head)];
  Issue best;
  int64_t best_rank = -1;
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const auto found = phrases().find(syntax.lemma(i));
    if (found == phrases().end()) continue;
    for (const Phrase& phrase : found->second) {
      const size_t length = phrase.lemmas.size();
      if (i + length > sentence.token_end) continue;
      bool fits = true;
      for (size_t k = 1; k < length && fits; ++k) {
        fits = syntax.lemma(i + static_cast<uint32_t>(k)) == phrase.lemmas[k];
      }
      if (!fits) continue;
      const int64_t distance = i > head ? i - head : head - i;
      const int64_t rank = (is_below(syntax, i, head) ? 100000 : 0) +
                           static_cast<int64_t>(length) * 1000 + 999 -
                           std::min<int64_t>(distance, 999);
      if (rank > best_rank) {
        best_rank = rank;
        best = {std::string(phrase.issue), i + static_cast<uint32_t>(length) - 1};
      }
    }
  }
  return best;
}

}  // namespace entente
