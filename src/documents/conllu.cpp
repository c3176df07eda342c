// See conllu.h. Tested in conllu_test.cpp.
#include "documents/conllu.h"

#include <fmt/format.h>

#include <charconv>

#include "base/ascii.h"

namespace entente {
namespace {

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const size_t tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

bool parse_number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

class Reader {
 public:
  Reader(std::string_view name, std::vector<Problem>* problems)
      : name_(name), problems_(problems) {}

  void line(std::string_view text) {
    ++number_;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty()) return finish();
    if (text[0] == '#') return comment(text);
    word(text);
  }
  void finish() {
    if (!sentence_.words.empty()) {
      close_heads();
      sentences_.push_back(std::move(sentence_));
    }
    sentence_ = {};
    token_end_ = 0;
  }
  std::vector<ConlluSentence> take() { return std::move(sentences_); }

 private:
  void problem(std::string message) {
    if (problems_ == nullptr) return;
    problems_->push_back({fmt::format("{}:{}", name_, number_), std::move(message)});
  }

  void comment(std::string_view text) {
    const auto value = [&] {
      return trim(text.substr(std::min(text.find('='), text.size() - 1) + 1));
    };
    if (text.starts_with("# newdoc")) sentence_.new_document = true;
    if (text.starts_with("# newpar") && !text.starts_with("# newpar_block"))
      sentence_.new_paragraph = true;
    if (text.starts_with("# text =")) sentence_.text = value();
    if (text.starts_with("# sent_id =")) sentence_.id = value();
  }

  void word(std::string_view text) {
    const auto columns = columns_of(text);
    if (columns.size() != 10 || columns[1].empty()) {
      return problem("a CoNLL-U word line has ten columns between tabs; the line is left out");
    }
    if (columns[0].find('.') != std::string_view::npos) return;
    const bool space_after = columns[9].find("SpaceAfter=No") == std::string_view::npos;
    const size_t dash = columns[0].find('-');
    if (dash != std::string_view::npos) {
      if (!parse_number(columns[0].substr(dash + 1), token_end_)) {
        return problem(
            "the range of a multiword token is not a range of numbers; the line is left out");
      }
      token_space_after_ = space_after;
      return;
    }
    add(columns, space_after);
  }

  void add(const std::vector<std::string_view>& columns, bool space_after) {
    int id = 0;
    if (!parse_number(columns[0], id) || id != static_cast<int>(sentence_.words.size()) + 1) {
      return problem("words are not numbered 1, 2, 3 ...; the line is left out");
    }
    ConlluWord word;
    word.form = columns[1];
    word.lemma = columns[2];
    word.upos = upos_from(columns[3]);
    word.xpos = columns[4];
    word.features = features_from(columns[5]);
    if (columns[6] != "_" && !parse_number(columns[6], word.head))
      problem("the head is not a number");
    word.head -= 1;
    word.relation = relation_from(columns[7]);
    word.space_after = id < token_end_    ? false
                       : id == token_end_ ? token_space_after_
                                          : space_after;
    sentence_.words.push_back(std::move(word));
  }

  // -1 (the root) and heads outside become the size.
  void close_heads() {
    const int size = static_cast<int>(sentence_.words.size());
    for (ConlluWord& word : sentence_.words) {
      if (word.head < 0 || word.head >= size) word.head = size;
    }
  }

  std::string_view name_;
  std::vector<Problem>* problems_;
  size_t number_ = 0;
  ConlluSentence sentence_;
  std::vector<ConlluSentence> sentences_;
  int token_end_ = 0;
  bool token_space_after_ = true;
};

}  // namespace

std::vector<ConlluSentence> read_conllu(std::string_view bytes, std::string_view name,
                                        std::vector<Problem>* problems) {
  Reader reader(name, problems);
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    reader.line(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  reader.finish();
  return reader.take();
}

Features features_from(std::string_view column) {
  Features f;
  for (const std::string_view pair : split(column, '|')) {
    if (pair == "Tense=Past") f.tense = Tense::past;
    if (pair == "Tense=Pres") f.tense = Tense::present;
    if (pair == "VerbForm=Fin") f.verb_form = VerbForm::finite;
    if (pair == "VerbForm=Inf") f.verb_form = VerbForm::infinitive;
    if (pair == "VerbForm=Part") f.verb_form = VerbForm::participle;
    if (pair == "VerbForm=Ger") f.verb_form = VerbForm::gerund;
    if (pair == "Mood=Ind") f.mood = Mood::indicative;
    if (pair == "Mood=Imp") f.mood = Mood::imperative;
    if (pair == "Mood=Sub") f.mood = Mood::subjunctive;
    if (pair == "Number=Sing") f.number = Number::singular;
    if (pair == "Number=Plur" || pair == "Number=Ptan") f.number = Number::plural;
    if (pair == "Voice=Pass") f.passive = true;
    if (pair.starts_with("Person=")) f.person = static_cast<uint8_t>(pair.back() - '0');
  }
  return f;
}

std::string to_string(const Features& f) {
  static constexpr std::string_view moods[] = {"", "Ind", "Imp", "Sub"};
  static constexpr std::string_view numbers[] = {"", "Sing", "Plur"};
  static constexpr std::string_view tenses[] = {"", "Past", "Pres"};
  static constexpr std::string_view forms[] = {"", "Fin", "Inf", "Part", "Ger"};
  std::string out;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("{}{}={}", out.empty() ? "" : "|", name, value);
  };
  add("Mood", moods[static_cast<size_t>(f.mood)]);
  add("Number", numbers[static_cast<size_t>(f.number)]);
  if (f.person != 0) add("Person", fmt::format("{}", f.person));
  add("Tense", tenses[static_cast<size_t>(f.tense)]);
  add("VerbForm", forms[static_cast<size_t>(f.verb_form)]);
  if (f.passive) add("Voice", "Pass");
  return out.empty() ? "_" : out;
}

}  // namespace entente
