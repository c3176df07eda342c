// Counts function words of English and of other languages (Grefenstette 1995), and letters. The
// lists need not be complete: running text of any language has many of its commonest words. Words
// that names carry into English ("de", "van", "al") weigh little beside those of English itself.
// Tested in language_test.cpp.
#include "documents/language.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "documents/characters.h"
#include "documents/documents.h"

namespace entente {
namespace {

// Sorted by bytes.
constexpr std::string_view kEnglish[] = {
    "a",    "about", "after", "against", "all",   "also", "an",    "and",  "any",    "are",  "as",
    "at",   "be",    "been",  "between", "but",   "by",   "could", "do",   "during", "for",  "from",
    "had",  "has",   "have",  "he",      "her",   "his",  "i",     "if",   "in",     "into", "is",
    "it",   "its",   "more",  "most",    "my",    "no",   "not",   "now",  "of",     "on",   "one",
    "only", "or",    "our",   "out",     "over",  "said", "she",   "so",   "some",   "than", "that",
    "the",  "their", "them",  "then",    "there", "they", "this",  "to",   "under",  "up",   "was",
    "we",   "were",  "what",  "when",    "which", "who",  "will",  "with", "would",  "you"};
constexpr std::string_view kForeign[] = {
    "aan",    "adalah", "akan",  "al",    "alla", "anche",  "ao",   "att",  "au",    "auch",
    "auf",    "aus",    "aux",   "av",    "avec", "bei",    "bir",  "bu",   "ce",    "cette",
    "che",    "com",    "como",  "con",   "da",   "dalam",  "dans", "dari", "das",   "dass",
    "dat",    "del",    "della", "dem",   "den",  "dengan", "der",  "des",  "det",   "di",
    "dos",    "du",     "een",   "ein",   "eine", "einen",  "elle", "em",   "en",    "es",
    "est",    "et",     "foi",   "för",   "für",  "gli",    "har",  "het",  "ich",   "ikke",
    "il",     "ile",    "im",    "ini",   "inte", "ist",    "itu",  "için", "je",    "jest",
    "katika", "kuwa",   "kwa",   "la",    "las",  "le",     "les",  "lo",   "los",   "mais",
    "med",    "met",    "mit",   "más",   "na",   "naar",   "nach", "ne",   "nel",   "ni",
    "nicht",  "nie",    "niet",  "non",   "nous", "não",    "och",  "oder", "og",    "olarak",
    "oleh",   "ook",    "op",    "oraz",  "os",   "pada",   "para", "pas",  "pelo",  "pero",
    "più",    "por",    "pour",  "przez", "på",   "que",    "qui",  "se",   "seu",   "sich",
    "sie",    "się",    "som",   "sono",  "sont", "su",     "sua",  "sur",  "sus",   "são",
    "telah",  "tidak",  "til",   "uma",   "un",   "una",    "und",  "une",  "untuk", "van",
    "ve",     "von",    "voor",  "vous",  "wa",   "werden", "wir",  "wird", "wordt", "ya",
    "yang",   "zijn",   "zu",    "är",    "è",    "że"};

constexpr size_t kWordBytesMax = 12;

bool is_among(const auto& words, std::string_view word) {
  return std::binary_search(std::begin(words), std::end(words), word);
}

// Letters outside ASCII: Latin up to U+024F and the Vietnamese block, else another script.
void count_letter(char32_t code, LanguageCounts& counts) {
  const bool latin = code <= 0x24F || (code >= 0x1E00 && code <= 0x1EFF);
  counts.letters += latin;
  counts.accented += latin && code > 0x7F;
  counts.other_scripts += !latin;
}

void count_word(const std::string& word, LanguageCounts& counts) {
  if (word.empty()) return;
  ++counts.words;
  if (word.size() > kWordBytesMax) return;
  counts.english += is_among(kEnglish, word);
  counts.foreign += is_among(kForeign, word);
}

}  // namespace

LanguageCounts& LanguageCounts::operator+=(const LanguageCounts& other) {
  words += other.words;
  small += other.small;
  english += other.english;
  foreign += other.foreign;
  letters += other.letters;
  accented += other.accented;
  other_scripts += other.other_scripts;
  return *this;
}

LanguageCounts count_language(std::string_view text) {
  LanguageCounts counts;
  std::string word;
  for (size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == CharClass::letter) {
      count_letter(c.code, counts);
      counts.small += word.empty() && is_lower_case(c.code);
      if (word.size() <= kWordBytesMax) word += lower(text.substr(at, c.bytes));
    } else {
      count_word(word, counts);
      word.clear();
    }
    at += c.bytes;
  }
  count_word(word, counts);
  return counts;
}

bool is_clearly_not_english(std::string_view text) {
  return is_clearly_not_english(count_language(text));
}

bool is_clearly_not_english(const LanguageCounts& c) {
  const size_t letters = c.letters + c.other_scripts;
  if (letters >= 20 && c.other_scripts * 2 > letters) return true;
  if (c.words < 12 || c.small * 2 < c.words) return false;  // lists of names are no language
  const bool other_words = c.foreign >= 4 && c.foreign * 8 >= c.words && c.english * 3 < c.foreign;
  const bool other_letters = c.english * 25 < c.words && c.accented * 20 >= c.letters;
  return other_words || other_letters;
}

}  // namespace entente
