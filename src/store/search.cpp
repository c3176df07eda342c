// Plain: SQLite's full-text search finds the articles, and ClickHouse scans for them; this says
// what both mean by a word, and which sentence to show. Tested in store_test.cpp.
#include "store/search.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words in lower case with single blanks between them and around.
std::string words_of(std::string_view text) {
  std::string words = " ";
  for (const char c : text) {
    if (is_letter(c)) {
      words += to_lower(c);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

size_t held(std::string_view text, const std::vector<std::string>& terms) {
  const std::string words = words_of(text);
  return static_cast<size_t>(std::ranges::count_if(terms, [&](const std::string& term) {
    return words.find(" " + term + " ") != std::string::npos;
  }));
}

// A sentence ends with a line, or with a mark and a blank.
size_t sentence_end(std::string_view text, size_t at) {
  for (size_t i = at; i < text.size(); ++i) {
    if (text[i] == '\n') return i;
    const bool mark = text[i] == '.' || text[i] == '!' || text[i] == '?';
    if (mark && i + 1 < text.size() && text[i + 1] == ' ') return i + 1;
  }
  return text.size();
}

}  // namespace

std::vector<std::string> search_terms(std::string_view query) {
  std::vector<std::string> terms;
  bool in_quotes = false;
  while (!query.empty()) {
    const size_t end = query.find('"');
    const std::string words = words_of(query.substr(0, end));
    if (in_quotes && words.size() > 1) terms.push_back(words.substr(1, words.size() - 2));
    if (!in_quotes) {
      for (const std::string_view word : split(trim(words), ' '))
        if (!word.empty()) terms.emplace_back(word);
    }
    if (end == std::string_view::npos) break;
    query.remove_prefix(end + 1);
    in_quotes = !in_quotes;
  }
  return terms;
}

bool holds_all(std::string_view text, const std::vector<std::string>& terms) {
  return !terms.empty() && held(text, terms) == terms.size();
}

std::string best_sentence(std::string_view text, const std::vector<std::string>& terms) {
  std::string_view best;
  size_t most = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = sentence_end(text, at);
    const std::string_view sentence = trim(text.substr(at, end - at));
    const size_t here = held(sentence, terms);
    if (here > most || best.empty()) {
      best = sentence;
      most = here;
    }
    at = end + 1;
  }
  return std::string(best);
}

}  // namespace entente
