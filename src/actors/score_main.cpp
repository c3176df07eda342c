// entente_actor_score: how well mentions are found and resolved.
//   entente_actor_score [--verbose] GOLD...
// GOLD is in the format of gold/actors.txt. Prints both halves: mentions with the right actor,
// states given to another state, the share of reading time that finding mentions takes, and how
// long the world book and a table of 100,000 aliases take to load; times are those of the
// processor.
#include <fmt/format.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "actors/gold_mentions.h"
#include "actors/names.h"

namespace entente {
namespace {

// Other programs on the machine count less than by the wall clock.
struct Clock {
  static std::clock_t now() { return std::clock(); }
};

double ms_since(std::clock_t start) {
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// One to three words each, out of 20,000.
double aliases_ms(size_t count) {
  std::mt19937 random(1);
  const auto letter = [&](char first) { return static_cast<char>(first + random() % 26); };
  std::vector<std::string> words(20000), names(count);
  for (std::string& word : words) {
    word += letter('A');
    for (uint32_t more = 3 + random() % 7; more > 0; --more) word += letter('a');
  }
  for (std::string& name : names) {
    name = words[random() % words.size()];
    for (uint32_t more = random() % 3; more > 0; --more)
      name += " " + words[random() % words.size()];
  }
  const auto start = Clock::now();
  NameTable table;
  table.reserve(count);
  for (uint32_t i = 0; i < count; ++i) table.add(names[i], i, NameForm::name);
  table.index();
  return ms_since(start);
}

void print_score(const std::string& path, const char* half, const MentionScore& score) {
  if (score.asked == 0) return;
  fmt::print("{}, {}: {} of {} mentions right ({:.1f} %), {} of {} states wrong ({:.1f} %)\n", path,
             half, score.right, score.asked, 100 * score.accuracy(), score.wrong_state,
             score.states, score.states == 0 ? 0 : 100.0 * score.wrong_state / score.states);
}

void print_ways(const MentionScore& score) {
  for (const auto& [way, count] : score.ways) {
    fmt::print("  {:<14} {:>4} of {:>4} right\n", way, count.first, count.second);
  }
}

// The parts of the time of reading, over all blocks.
void print_times(const std::vector<GoldBlock>& blocks, const WorldBook& book,
                 const EnglishModel& model) {
  double reading = 0, finding = 0;
  for (const GoldBlock& block : blocks) {
    auto start = Clock::now();
    const Document document = make_document(block.text, model);
    reading += ms_since(start);
    start = Clock::now();
    MentionOptions options;
    options.published = block.published;
    find_mentions(document, book, options);
    finding += ms_since(start);
  }
  fmt::print("finding mentions takes {:.1f} % of the time of reading\n", 100 * finding / reading);
}

bool score_file(const std::string& path, bool verbose, const WorldBook& book,
                const EnglishModel& model) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::vector<GoldBlock> blocks = read_gold_mentions(text);
  if (blocks.empty()) {
    fmt::print(stderr, "{}: no sentences in the format of gold/actors.txt\n", path);
    return false;
  }
  MentionScore halves[2];
  for (const GoldBlock& block : blocks) score_block(block, book, model, halves[block.test ? 1 : 0]);
  print_score(path, "dev", halves[0]);
  print_score(path, "test", halves[1]);
  MentionScore all = halves[0];
  for (const auto& [way, count] : halves[1].ways) {
    all.ways[way].first += count.first;
    all.ways[way].second += count.second;
  }
  print_ways(all);
  if (verbose) {
    for (const MentionScore& half : halves) {
      for (const std::string& fault : half.faults) fmt::print("{}\n", fault);
    }
  }
  print_times(blocks, book, model);
  return true;
}

int run(int count, char** values) {
  bool verbose = false, all = true, any = false;
  const auto start = Clock::now();
  const WorldBook book = embedded_world_book();
  fmt::print("the world book loads in {:.1f} ms, ", ms_since(start));
  fmt::print("100,000 aliases in {:.1f} ms\n", aliases_ms(100000));
  const EnglishModel model = embedded_english_model();
  for (int i = 1; i < count; ++i) {
    const std::string argument = values[i];
    if (argument == "--verbose") {
      verbose = true;
      continue;
    }
    any = true;
    all = score_file(argument, verbose, book, model) && all;
  }
  if (!any) fmt::print(stderr, "usage: entente_actor_score [--verbose] GOLD...\n");
  return any && all ? 0 : 2;
}

}  // namespace
}  // namespace entente

int main(int count, char** values) { return entente::run(count, values); }
