// A scanner, no model: UD English splits so regularly that rules reach the 99 % that matter. White
// space makes chunks; a chunk is an address (URL, e-mail) or is read from left to right as words,
// numbers and marks. Hyphens split, save after prefixes that cannot stand alone ("anti-war"), as in
// EWT and GUM since 2.14. The period of an abbreviation stays on it; at the end of a sentence the
// splitter takes it off again (sentence_splitter.cpp). Tested in tokenizer_test.cpp.
#include "documents/tokenizer.h"

#include <algorithm>
#include <cstring>

#include "base/ascii.h"
#include "documents/abbreviations.h"
#include "documents/characters.h"

namespace entente {
namespace {

template <size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kPrefixes[] = {
    "non",   "e",     "re",    "anti",  "co",    "pre",   "pro", "mid",
    "cross", "post",  "over",  "sub",   "semi",  "multi", "ex",  "counter",
    "mini",  "socio", "neo",   "inter", "intra", "micro", "un",  "psycho",
    "under", "ultra", "extra", "macro", "trans", "bi",    "tri", "de"};
constexpr std::string_view kUnits[] = {"am",  "pm", "k",  "m",   "mm", "cm", "km",  "kg",  "g",
                                       "b",   "bn", "t",  "tn",  "ft", "lb", "lbs", "mb",  "gb",
                                       "kw",  "mw", "x",  "hrs", "hr", "mn", "mph", "kph", "a.m",
                                       "p.m", "kt", "nm", "mt",  "gw", "hz", "mhz", "ghz"};
constexpr std::string_view kDomains[] = {"com", "org", "net", "gov", "edu", "mil", "int", "info",
                                         "uk",  "us",  "ru",  "uz",  "de",  "fr",  "eu",  "tv",
                                         "io",  "co",  "ca",  "au",  "cn",  "jp",  "in",  "za"};
// Words that are two: where the second begins.
struct Fused {
  std::string_view word;
  size_t second;
};
constexpr Fused kFused[] = {{"cannot", 3}, {"gonna", 3},   {"wanna", 3},   {"gotta", 3},
                            {"gimme", 3},  {"lemme", 3},   {"dont", 2},    {"doesnt", 4},
                            {"didnt", 3},  {"wouldnt", 5}, {"couldnt", 5}, {"isnt", 2},
                            {"wasnt", 3},  {"arent", 3},   {"havent", 4},  {"hasnt", 3}};

class Scanner {
 public:
  Scanner(std::string_view text, Range block, std::vector<Range>& out)
      : text_(text.substr(0, block.end)), at_(block.begin), block_begin_(block.begin), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const Character c = character_at(text_, at_);
      if (c.kind == CharClass::space) {
        at_ += c.bytes;
        continue;
      }
      chunk_begin_ = at_;
      chunk_end_ = at_;
      while (chunk_end_ < text_.size()) {
        const Character next = character_at(text_, chunk_end_);
        if (next.kind == CharClass::space) break;
        chunk_end_ += next.bytes;
      }
      while (at_ < chunk_end_) step();
    }
  }

 private:
  char byte(size_t at) const { return at < chunk_end_ ? text_[at] : '\0'; }
  Character peek(size_t at) const {
    return at < chunk_end_ ? character_at(text_, at) : Character{0, 0, CharClass::space};
  }
  std::string_view view(size_t begin, size_t end) const { return text_.substr(begin, end - begin); }
  bool is_digit(size_t at) const { return byte(at) >= '0' && byte(at) <= '9'; }

  void emit(size_t end) {
    out_.push_back({static_cast<uint32_t>(at_), static_cast<uint32_t>(end)});
    at_ = end;
  }

  void step() {
    if (address()) return;
    const Character c = peek(at_);
    if (c.kind == CharClass::digit) return number();
    if ((byte(at_) == '+' || byte(at_) == '.') && is_digit(at_ + 1) && at_ == chunk_begin_) {
      return number();
    }
    if (c.kind == CharClass::letter) return word();
    mark(c);
  }

  bool address();
  size_t address_end() const;
  void number();
  size_t hyphenated_digits(size_t end) const;
  void word();
  size_t word_end() const;
  bool continues_word(size_t mark, size_t begin) const;
  bool keeps_hyphen(size_t begin, size_t hyphen) const;
  bool ends_here(size_t at) const;
  size_t with_period(size_t end) const;
  void contractions(size_t end);
  void mark(Character c);

  std::string_view text_;
  size_t at_;
  size_t block_begin_;
  size_t chunk_begin_ = 0, chunk_end_ = 0;
  std::vector<Range>& out_;
};

bool has_domain(std::string_view host) {
  const size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  return is_one_of(lower(host.substr(dot + 1)), kDomains);
}

size_t Scanner::address_end() const {
  constexpr std::string_view trailing = ".,;:!?)]}'\">";
  size_t end = chunk_end_;
  for (int trimmed = 0; end > at_ && trimmed < 64; ++trimmed) {
    const bool ascii_mark = trailing.find(text_[end - 1]) != std::string_view::npos;
    const bool quote = end - at_ >= 3 && text_[end - 3] == '\xE2' && text_[end - 2] == '\x80';
    if (!ascii_mark && !quote) break;
    end -= ascii_mark ? 1 : 3;
  }
  return end;
}

bool Scanner::address() {
  const char first = byte(at_);
  const bool starts = at_ == chunk_begin_ || std::strchr("(<[\"'", text_[at_ - 1]) != nullptr;
  if (!starts || std::strchr("(<[\"'.,;:!?", first) != nullptr) return false;
  const size_t end = address_end();
  if (end <= at_ + 3) return false;
  const std::string_view whole = view(at_, std::min(end, at_ + 2048));
  const size_t sign = whole.find('@');
  const bool is_url = whole.find("://") != std::string_view::npos || whole.starts_with("www.");
  const bool is_mail =
      sign != std::string_view::npos && sign > 0 && whole.find('.', sign) != std::string_view::npos;
  const std::string_view host = whole.substr(0, whole.find('/'));
  const bool plain = std::all_of(host.begin(), host.end(), [](char c) {
    return to_lower(c) != c || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  });
  const bool is_host = plain && host.size() > 4 && host[0] >= 'a' && has_domain(host);
  if (!is_url && !is_mail && !is_host) return false;
  emit(end);
  return true;
}

// 713-853-3989 and 2001-05-10 are one word, 1914-1918 is three.
size_t Scanner::hyphenated_digits(size_t end) const {
  size_t far = end;
  int groups = 0;
  while (groups < 6 && byte(far) == '-' && is_digit(far + 1)) {
    ++far;
    while (is_digit(far)) ++far;
    ++groups;
  }
  const Character next = peek(far);
  return groups >= 2 && next.kind != CharClass::letter ? far : end;
}

void Scanner::number() {
  size_t end = at_ + 1;
  while (is_digit(end) ||
         (std::strchr(".,:/", byte(end)) != nullptr && byte(end) != '\0' && is_digit(end + 1))) {
    ++end;
  }
  end = hyphenated_digits(end);
  size_t letters = end;
  while (peek(letters).kind == CharClass::letter || is_digit(letters))
    letters += peek(letters).bytes;
  if (letters == end) {  // "1." at the head of a line is an item's number
    const bool is_item = at_ == block_begin_ && byte(end) == '.' && end + 1 == chunk_end_ &&
                         end - at_ <= 2 && chunk_end_ < text_.size();
    return emit(is_item ? end + 1 : end);
  }
  const std::string suffix = lower(view(end, letters));
  if (is_one_of(suffix, kUnits)) return emit(end);
  emit(letters);
}

bool Scanner::keeps_hyphen(size_t begin, size_t hyphen) const {
  if (peek(hyphen + 1).kind != CharClass::letter) return false;
  return is_one_of(lower(view(begin, hyphen)), kPrefixes);
}

// Whether the mark at `mark`, inside a word that began at `begin`, is part of the word.
bool Scanner::continues_word(size_t mark, size_t begin) const {
  const Character here = peek(mark), next = peek(mark + here.bytes);
  const bool letter = next.kind == CharClass::letter;
  switch (here.code) {
    case '\'':
    case '`':
    case 0x2019: return letter;
    case '&': return letter && is_upper_case(next.code) && is_upper_case(peek(begin).code);
    case '_':
    case '@': return letter || next.kind == CharClass::digit;
    case '-': return keeps_hyphen(begin, mark);
    case '.': {
      if (!letter && next.kind != CharClass::digit) return false;
      const size_t dot = view(begin, mark).rfind('.');
      const size_t part = dot == std::string_view::npos ? mark - begin : mark - begin - dot - 1;
      if (part == 1) return true;
      return is_lower_case(peek(begin).code) && !is_upper_case(next.code);
    }
    case '/': {
      const std::string low = lower(view(begin, std::min(mark + 2, chunk_end_)));
      return low == "w/o" || low == "c/o" || low == "n/a" || low == "s/h";
    }
    default: return false;
  }
}

size_t Scanner::word_end() const {
  size_t end = at_;
  size_t part = at_;
  while (end < chunk_end_) {
    const Character c = peek(end);
    if (c.kind == CharClass::mark && !continues_word(end, part)) break;
    if (c.code == '-') part = end + 1;
    end += c.bytes;
  }
  return end;
}

// Whether nothing but closing marks follows in the chunk.
bool Scanner::ends_here(size_t at) const {
  while (at < chunk_end_) {
    const Character c = peek(at);
    if (!is_closer(c.code) && c.code != ',' && c.code != ';' && c.code != ':' && c.code != '?' &&
        c.code != '!' && c.code != '-' && c.code != '/') {
      return false;
    }
    at += c.bytes;
  }
  return true;
}

size_t Scanner::with_period(size_t end) const {
  if (byte(end) != '.' || byte(end + 1) == '.') return end;
  const bool hyphen_or_slash = byte(end + 1) == '-' || byte(end + 1) == '/';
  if (!ends_here(end + 1) && !hyphen_or_slash) return end;
  const std::string_view word = view(at_, end);
  if (lower(word) == "no" || lower(word) == "nos" || lower(word) == "art") {
    size_t next = end + 1;
    while (next < text_.size() && text_[next] == ' ') ++next;
    return next < text_.size() && text_[next] >= '0' && text_[next] <= '9' ? end + 1 : end;
  }
  return is_abbreviation(view(at_, end + 1)) ? end + 1 : end;
}

void Scanner::word() {
  size_t end = word_end();
  if (byte(end) == '$' && end - at_ <= 2 && is_upper_case(peek(at_).code)) return emit(end + 1);
  end = with_period(end);
  contractions(end);
}

void Scanner::contractions(size_t end) {
  const std::string low = lower(view(at_, end));
  for (const Fused& fused : kFused) {
    if (low != fused.word) continue;
    emit(at_ + fused.second);
    return emit(end);
  }
  constexpr std::string_view clitics[] = {"n't", "n’t", "'s",  "’s",  "'m", "’m", "'re", "’re",
                                          "'ve", "’ve", "'ll", "’ll", "'d", "’d", "`s"};
  std::vector<size_t> cuts;
  std::string_view rest = low;
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view clitic : clitics) {
      if (rest.size() <= clitic.size() || !rest.ends_with(clitic)) continue;
      rest.remove_suffix(clitic.size());
      cuts.push_back(at_ + rest.size());
      found = true;
      break;
    }
  }
  for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) emit(*cut);
  emit(end);
}

constexpr std::string_view kSmileys[] = {":)",  ":(", ":-)", ":-(", ";)",
                                         ";-)", ":D", ":P",  "=)",  "^_^"};

void Scanner::mark(Character c) {
  if (at_ == chunk_begin_ && is_one_of(view(at_, chunk_end_), kSmileys)) return emit(chunk_end_);
  const char first = byte(at_);
  size_t end = at_ + c.bytes;
  if (is_apostrophe(c.code) && is_digit(end) && is_digit(end + 1) &&
      (byte(end + 2) == 's' || !is_digit(end + 2))) {
    const size_t year = end + 2 + (byte(end + 2) == 's');
    if (peek(year).kind != CharClass::letter && !is_digit(year)) return emit(year);
  }
  if (first == '.' || first == '!' || first == '?') {
    while (byte(end) == '.' || byte(end) == '!' || byte(end) == '?') ++end;
  } else if (std::strchr("-*=_~#<>+'`|", first) != nullptr) {
    while (byte(end) == first) ++end;
  } else {
    while (peek(end).kind == CharClass::mark && peek(end).code == c.code && c.code >= 0x2010) {
      end += c.bytes;
    }
  }
  emit(end);
}

bool is_initials(std::string_view stem) {
  // "K", "U.S", "a.m": single letters with periods between them.
  size_t at = 0;
  while (true) {
    const Character c = character_at(stem, at);
    if (c.kind != CharClass::letter) return false;
    const bool alone = at == 0 && c.bytes == stem.size();
    if (alone) return is_upper_case(c.code);
    at += c.bytes;
    if (at == stem.size()) return true;
    if (stem[at] != '.' || ++at == stem.size()) return false;
  }
}

}  // namespace

std::vector<Range> tokenize(std::string_view text, Range block) {
  std::vector<Range> words;
  Scanner(text, block, words).run();
  return words;
}

bool is_abbreviation(std::string_view form) {
  if (form.size() < 2 || form.back() != '.') return false;
  const std::string_view stem = form.substr(0, form.size() - 1);
  if (is_initials(stem)) return true;
  constexpr std::string_view lower_case[] = {"etc", "vs",  "approx", "al",   "cf",  "viz",
                                             "e.g", "i.e", "inc",    "corp", "ltd", "dept",
                                             "pp",  "vol", "ca",     "jr"};
  const std::string low = lower(stem);
  if (low == "ph.d") return true;
  if (is_one_of(low, lower_case)) return true;
  return is_upper_case(character_at(stem, 0).code) && is_one_of(low, kAbbreviations);
}

bool is_clitic(std::string_view form) {
  constexpr std::string_view clitics[] = {"n't", "n’t", "'s",  "’s",  "'m",  "’m", "'re",
                                          "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d"};
  return is_one_of(lower(form), clitics);
}

}  // namespace entente
