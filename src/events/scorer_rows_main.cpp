// entente_scorer_rows: texts -> what the scorer would see of them, for tools/scorer to train on.
// Input: lines of kind, date, four byte offsets of two phrases, text; kinds are
//   pair       the two phrases; an empty range is a phrase that the text does not have
//   sentence   the text as such
//   actors     every pair of actors that the world book finds, and every event of the lexicon
// Output: raw little-endian arrays in a folder, and rows.tsv with a line for each row of them;
// word marks of pairs in words.u16 with their counts by line in word_counts.i32.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <string>

#include "base/ascii.h"
#include "events/extraction.h"
#include "events/phrase_mention.h"
#include "events/scorer_input.h"
#include "events/scorer_pairs.h"
#include "events/scorer_words.h"

namespace entente {
namespace {

class RowWriter {
 public:
  explicit RowWriter(const std::string& folder)
      : states_(folder + "/states.u8", std::ios::binary),
        places_(folder + "/places.u8", std::ios::binary),
        facts_(folder + "/facts.f32", std::ios::binary),
        heads_(folder + "/heads.i32", std::ios::binary),
        rows_(folder + "/rows.tsv") {}

  bool good() const { return static_cast<bool>(rows_); }

  void begin_document(const Document& document) {
    base_ = tokens_;
    tokens_ += static_cast<uint32_t>(document.tokens.size());
    states_.write(reinterpret_cast<const char*>(document.states.data()),
                  static_cast<std::streamsize>(document.states.size()));
  }

  // `about` are the cells of the row in rows.tsv.
  void add(const ScorerInput& input, const std::string& about) {
    const auto token = [&](const std::optional<uint32_t>& at) {
      return at && *at < input.end ? static_cast<int32_t>(base_ + *at) : -1;
    };
    for (const int32_t head :
         {static_cast<int32_t>(base_ + input.begin), static_cast<int32_t>(base_ + input.end),
          token(input.source), token(input.target), token(input.top)}) {
      put<int32_t>(heads_, head);
    }
    for (const TokenPlace& place : input.places) {
      places_.write(reinterpret_cast<const char*>(place.data()), place.size());
    }
    for (const float fact : input.facts) put<float>(facts_, fact);
    rows_ << about << '\n';
  }

 private:
  template <typename T>
  static void put(std::ofstream& out, T value) {
    out.write(reinterpret_cast<const char*>(&value), sizeof value);
  }
  std::ofstream states_, places_, facts_, heads_, rows_;
  uint32_t base_ = 0, tokens_ = 0;
};

struct Line {
  std::string kind;
  std::optional<Date> date;
  Range source, target;
  std::string text;
};

std::optional<Line> parse_line(std::string_view text) {
  const auto cells = split(text, '\t');
  if (cells.size() != 7) return std::nullopt;
  Line line;
  line.kind = cells[0];
  line.date = parse_iso_date(cells[1]);
  const auto number = [&](size_t i) {
    return static_cast<uint32_t>(std::strtoul(std::string(cells[i]).c_str(), nullptr, 10));
  };
  line.source = {number(2), number(3)};
  line.target = {number(4), number(5)};
  line.text = cells[6];
  return line;
}

// A count for each line, 0 for those that are no pair.
class WordWriter {
 public:
  explicit WordWriter(const std::string& folder)
      : words_(folder + "/words.u16", std::ios::binary),
        counts_(folder + "/word_counts.i32", std::ios::binary) {}

  void add(const Line& line) {
    std::vector<uint16_t> marks;
    if (line.kind == "pair") marks = word_marks(line.text, line.source, line.target);
    words_.write(reinterpret_cast<const char*>(marks.data()),
                 static_cast<std::streamsize>(marks.size() * sizeof marks[0]));
    const auto count = static_cast<int32_t>(marks.size());
    counts_.write(reinterpret_cast<const char*>(&count), sizeof count);
  }

 private:
  std::ofstream words_, counts_;
};

class RowMaker {
 public:
  explicit RowMaker(RowWriter& out) : out_(out) {}

  void add(size_t number, const Line& line) {
    const Document document = make_document(line.text, model_, {.states = true});
    if (document.tokens.empty()) return;
    if (line.kind == "pair") {
      add_pair(number, line, document);
    } else {
      add_text(number, line, document);
    }
  }

 private:
  void add_pair(size_t number, const Line& line, const Document& document) {
    std::vector<Mention> mentions;
    std::optional<Filler> source, target;
    if (auto phrase = phrase_mention(document, line.source, "?source")) {
      source = Filler{static_cast<uint32_t>(mentions.size())};
      mentions.push_back(*phrase);
    }
    if (auto phrase = phrase_mention(document, line.target, "?target")) {
      target = Filler{static_cast<uint32_t>(mentions.size())};
      mentions.push_back(*phrase);
    }
    const auto& lexicon = lexicon_.entries();
    const Syntax syntax(document, lexicon.words);
    const Participants participants(syntax, mentions, lexicon);
    const std::vector<Deed> deeds = match_deeds(syntax, participants, lexicon);
    ScorerReader reader(syntax, participants, lexicon, deeds);
    out_.begin_document(document);
    const bool any = source || target;
    out_.add(any ? reader.pair(source, target) : reader.sentence(),
             fmt::format("{}\tpair", number));
  }

  void add_text(size_t number, const Line& line, const Document& document) {
    Article article;
    article.text = line.text;
    article.published = line.date;
    MentionOptions options;
    options.published = line.date;
    const auto mentions = find_mentions(document, book_, options);
    const auto& lexicon = lexicon_.entries();
    const Syntax syntax(document, lexicon.words);
    const Participants participants(syntax, mentions, lexicon);
    const std::vector<Deed> deeds = match_deeds(syntax, participants, lexicon);
    ScorerReader reader(syntax, participants, lexicon, deeds);
    const auto events = extract(article, document, mentions, lexicon_, nullptr, {});
    out_.begin_document(document);
    std::string found;
    for (const auto& [event, deed] : events) {
      found += fmt::format(" {}:{}:{:.2f}", to_string(event.type), to_string(event.status),
                           event.confidence);
    }
    out_.add(reader.sentence(), fmt::format("{}\tsentence\t{}", number, found));
    if (line.kind != "actors") return;
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      for (const ActorPair& pair : actor_pairs(syntax, participants, s)) {
        out_.add(reader.pair(pair.source, pair.target),
                 fmt::format("{}\tactors\t{}\t{}", number, participants.actor(pair.source).node,
                             participants.actor(pair.target).node));
      }
    }
    for (const auto& [event, deed] : events) {
      out_.add(reader.pair(deed.source, deed.target),
               fmt::format("{}\tevent\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\t{}", number,
                           event.source.actor.node, event.target.actor.node, to_string(event.type),
                           event.mode, to_string(event.status), event.mutual ? 1 : 0,
                           event.confidence, event.rule));
    }
  }

  RowWriter& out_;
  EnglishModel model_ = embedded_english_model();
  WorldBook book_ = embedded_world_book();
  DeedLexicon lexicon_ = embedded_deed_lexicon();
};

int run(const std::string& folder) {
  RowWriter out(folder);
  if (!out.good()) {
    fmt::print(stderr, "entente_scorer_rows: cannot write to {}\n", folder);
    return 2;
  }
  RowMaker maker(out);
  WordWriter words(folder);
  std::string text;
  int faults = 0;
  for (size_t number = 1; std::getline(std::cin, text); ++number) {
    if (const auto line = parse_line(text)) {
      words.add(*line);
      maker.add(number, *line);
    } else {
      fmt::print(stderr, "entente_scorer_rows: line {} has not the seven cells\n", number);
      ++faults;
    }
  }
  return faults == 0 ? 0 : 2;
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: entente_scorer_rows FOLDER < LINES\n");
    return 2;
  }
  return entente::run(argv[1]);
}
