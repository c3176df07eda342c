// Scores the reader of web pages as trafilatura's evaluation does: of each page, phrases that its
// text must hold and phrases that it must not. Usage: entente_html_score EXPECTED.json PAGES
// [--misses] [--show FILE]
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "articles/articles.h"
#include "articles/blocks.h"
#include "articles/characters.h"

namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Counts {
  size_t found = 0, missed = 0, unwanted = 0, avoided = 0;
};

double share(size_t part, size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

void print_score(const Counts& c) {
  const double precision = share(c.found, c.found + c.unwanted);
  const double recall = share(c.found, c.found + c.missed);
  const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  const double accuracy = share(c.found + c.avoided, c.found + c.missed + c.unwanted + c.avoided);
  fmt::print(
      "phrases: precision {:.1f}, recall {:.1f}, F1 {:.1f}, accuracy {:.1f} "
      "({} found, {} missed, {} unwanted, {} avoided)\n",
      precision, recall, f1, accuracy, c.found, c.missed, c.unwanted, c.avoided);
}

// What two spellings of a phrase share, since cleaning straightens quotes and dashes.
std::string plain(const std::string& text) {
  return entente::single_blanks(entente::plain_characters(text));
}

}  // namespace

int main(int count, char** values) {
  if (count < 3) {
    fmt::print(stderr, "usage: entente_html_score EXPECTED.json PAGES [--misses] [--show FILE]\n");
    return 2;
  }
  const std::string mode = count > 3 ? values[3] : "";
  const auto pages = nlohmann::json::parse(read(values[1]));
  Counts counts;
  for (const auto& page : pages) {
    const std::string file = page["file"];
    if (mode == "--show" && file.find(values[4]) == std::string::npos) continue;
    const std::string bytes = read(std::string(values[2]) + "/" + file);
    const auto result = entente::read_articles(bytes, file);
    std::string text;
    if (!result.articles.empty()) text = result.articles[0].text;
    if (mode == "--show") {
      if (!result.articles.empty()) {
        const auto& a = result.articles[0];
        fmt::print("title: {}\noutlet: {}\nauthor: {}\ndate: {}\nurl: {}\n", a.title, a.outlet,
                   a.author, a.published ? to_string(*a.published) : "", a.url);
      }
      for (const auto& problem : result.problems)
        fmt::print("{}: {}\n", problem.where, problem.message);
      fmt::print("{}\n", text);
    }
    text = plain(text);
    for (const std::string phrase : page["with"]) {
      const bool found = text.find(plain(phrase)) != std::string::npos;
      ++(found ? counts.found : counts.missed);
      if (!found && mode == "--misses") fmt::print("{}: missing: {}\n", file, phrase);
    }
    for (const std::string phrase : page["without"]) {
      const bool found = text.find(plain(phrase)) != std::string::npos;
      ++(found ? counts.unwanted : counts.avoided);
      if (found && mode == "--misses") fmt::print("{}: unwanted: {}\n", file, phrase);
    }
  }
  print_score(counts);
}
