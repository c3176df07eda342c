// A brace matcher: outside of functions each '{' opens a scope (namespace, class), a function or
// something opaque (enum, initializer), as the text before it tells. Tested in
// function_sizes_test.cpp.
#include "function_sizes.h"

#include <algorithm>
#include <cctype>
#include <regex>

#include "code_text.h"

namespace entente {

namespace {

enum class Brace : uint8_t { scope, function, opaque, initializer };

// Blanks out preprocessor lines with their continuations.
void blank_directives(std::string& code) {
  bool directive = false;
  for (size_t at = 0; at < code.size();) {
    const size_t end = std::min(code.find('\n', at), code.size());
    const size_t first = code.find_first_not_of(" \t", at);
    if (!directive) directive = first < end && code[first] == '#';
    const bool goes_on = directive && end > at && code[end - 1] == '\\';
    if (directive)
      std::fill(code.begin() + static_cast<long>(at), code.begin() + static_cast<long>(end), ' ');
    directive = goes_on;
    at = end + 1;
  }
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c));
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// Without "template <...>" at its beginning.
std::string without_template(std::string head) {
  while (head.starts_with("template")) {
    int depth = 0;
    size_t at = head.find('<');
    for (; at < head.size(); ++at) {
      depth += head[at] == '<' ? 1 : head[at] == '>' ? -1 : 0;
      if (depth == 0) break;
    }
    head = at < head.size() ? on_one_line(head.substr(at + 1)) : "";
  }
  return head;
}

struct Marks {
  bool assignment = false;  // '=' outside of parentheses
  bool call = false;        // "(...)"
  bool inside = false;      // a parenthesis is still open
};

Marks marks_of(const std::string& head) {
  Marks marks;
  int depth = 0;
  for (const char c : head) {
    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    marks.assignment |= c == '=' && depth == 0;
    marks.call |= c == '(';
  }
  marks.assignment &= head.find("operator") == std::string::npos;
  marks.inside = depth > 0;
  return marks;
}

Brace kind_of(const std::string& full_head, bool blank_before) {
  static const std::regex namespace_word("(^| )namespace( |$)");
  static const std::regex class_word("(^|[ :])(class|struct|union)( |$)");
  static const std::regex enum_word("(^|[ :])enum ");
  const std::string head = without_template(full_head);
  const Marks marks = marks_of(head);
  if (!blank_before || marks.inside) return Brace::initializer;
  if (std::regex_search(head, namespace_word)) return Brace::scope;
  if (head.starts_with("extern \"") && !marks.call) return Brace::scope;
  if (marks.assignment) return Brace::opaque;
  if (marks.call) return Brace::function;
  if (std::regex_search(head, enum_word)) return Brace::opaque;
  return std::regex_search(head, class_word) ? Brace::scope : Brace::opaque;
}

class Matcher {
 public:
  explicit Matcher(std::string code) : code_(std::move(code)) {}

  FunctionSizes run() {
    for (; at_ < code_.size() && sizes_.balanced; ++at_) step();
    if (depth_ != 0) sizes_.balanced = false;
    return std::move(sizes_);
  }

 private:
  void step() {
    const char c = code_[at_];
    if (c == '\n') ++line_;
    if (c == ';' || (c == ':' && ends_access_label())) head_ = at_ + 1;
    if (c == '{') open();
    if (c == '}') close_scope();
  }

  bool ends_access_label() const {
    const std::string head = on_one_line(std::string_view(code_).substr(head_, at_ - head_));
    return head == "public" || head == "protected" || head == "private";
  }

  void open() {
    const std::string head = on_one_line(std::string_view(code_).substr(head_, at_ - head_));
    const bool blank_before = at_ == 0 || std::isspace(static_cast<unsigned char>(code_[at_ - 1]));
    const Brace kind = kind_of(head, blank_before);
    if (kind == Brace::scope) {
      ++depth_;
      head_ = at_ + 1;
      return;
    }
    const size_t first = line_;
    if (!skip_block()) {
      sizes_.balanced = false;
      return;
    }
    const size_t between = line_ > first ? line_ - first - 1 : 0;
    if (kind == Brace::function) sizes_.functions.push_back({head, first, between});
    if (kind != Brace::initializer) head_ = at_ + 1;
  }

  void close_scope() {
    if (--depth_ < 0) sizes_.balanced = false;
    head_ = at_ + 1;
  }

  // From '{' to its '}'.
  bool skip_block() {
    int depth = 0;
    for (; at_ < code_.size(); ++at_) {
      if (code_[at_] == '\n') ++line_;
      depth += code_[at_] == '{' ? 1 : code_[at_] == '}' ? -1 : 0;
      if (depth == 0) return true;
    }
    return false;
  }

  std::string code_;
  FunctionSizes sizes_;
  size_t at_ = 0;
  size_t line_ = 1;
  size_t head_ = 0;  // where the text before the next brace begins
  int depth_ = 0;    // open scopes
};

}  // namespace

FunctionSizes function_sizes(std::string_view code) {
  std::string clean = without_comments_and_literals(code);
  blank_directives(clean);
  return Matcher(std::move(clean)).run();
}

}  // namespace entente
