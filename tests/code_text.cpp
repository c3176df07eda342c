// A small lexer: enough of C++ to tell code from comments and literals. It leaves out trigraphs,
// line splices inside tokens and digit separators next to letters (1'000 is read right, 0x'f is
// not C++). Tested in code_text_test.cpp.
#include "code_text.h"

#include <algorithm>
#include <cctype>

namespace entente {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

class Blanker {
 public:
  explicit Blanker(std::string_view code) : code_(code), out_(code) {}

  std::string run() {
    while (at_ < code_.size()) step();
    return std::move(out_);
  }

 private:
  bool sees(std::string_view text) const { return code_.substr(at_).starts_with(text); }

  void step() {
    if (sees("//")) return blank_until(std::min(code_.find('\n', at_), code_.size()));
    if (sees("/*")) return blank_until(end_of("*/", at_ + 2));
    if (code_[at_] == '"') return is_raw() ? raw_string() : literal('"');
    if (code_[at_] == '\'' && !is_digit_separator()) return literal('\'');
    ++at_;
  }

  bool is_raw() const {
    return at_ > 0 && code_[at_ - 1] == 'R' &&
           (at_ < 2 || !is_word(code_[at_ - 2]) || code_[at_ - 2] == 'u' || code_[at_ - 2] == 'U' ||
            code_[at_ - 2] == '8' || code_[at_ - 2] == 'L');
  }

  bool is_digit_separator() const {
    return at_ > 0 && std::isxdigit(static_cast<unsigned char>(code_[at_ - 1])) &&
           at_ + 1 < code_.size() && std::isxdigit(static_cast<unsigned char>(code_[at_ + 1]));
  }

  size_t end_of(std::string_view closing, size_t from) const {
    const size_t found = code_.find(closing, from);
    return found == std::string_view::npos ? code_.size() : found + closing.size();
  }

  void blank_until(size_t end) {
    for (; at_ < end; ++at_) {
      if (out_[at_] != '\n') out_[at_] = ' ';
    }
  }

  void raw_string() {
    const size_t open = std::min(code_.find('(', at_), code_.size());
    const std::string closing = ")" + std::string(code_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const size_t end = end_of(closing, open);
    ++at_;
    blank_until(end - 1);
    at_ = end;
  }

  // Ends at the end of the line at the latest, so that one odd quote does not blank the file.
  void literal(char quote) {
    size_t end = at_ + 1;
    while (end < code_.size() && code_[end] != quote && code_[end] != '\n')
      end += code_[end] == '\\' ? 2 : 1;
    ++at_;
    blank_until(std::min(end, code_.size()));
    if (at_ < code_.size()) ++at_;
  }

  std::string_view code_;
  std::string out_;
  size_t at_ = 0;
};

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string without_comments_and_literals(std::string_view code) { return Blanker(code).run(); }

std::vector<Include> includes_of(std::string_view code) {
  const std::string blanked = without_comments_and_literals(code);
  const auto clean = lines_of(blanked);
  const auto full = lines_of(code);
  std::vector<Include> includes;
  for (size_t i = 0; i < clean.size(); ++i) {
    const size_t hash = clean[i].find_first_not_of(" \t");
    if (hash == std::string_view::npos || clean[i][hash] != '#') continue;
    const size_t word = clean[i].find_first_not_of(" \t", hash + 1);
    if (word == std::string_view::npos || !clean[i].substr(word).starts_with("include")) continue;
    const size_t open = full[i].find_first_of("\"<", word);
    if (open == std::string_view::npos) continue;
    const bool quoted = full[i][open] == '"';
    const size_t close = full[i].find(quoted ? '"' : '>', open + 1);
    if (close == std::string_view::npos) continue;
    includes.push_back({i + 1, std::string(full[i].substr(open + 1, close - open - 1)), quoted});
  }
  return includes;
}

}  // namespace entente
