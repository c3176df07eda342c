// Scores the reader of web pages. With EXPECTED.json as trafilatura's evaluation does: of each
// page, phrases that its text must hold and phrases that it must not. With a folder of gold pages
// (gold_pages.h): how much of the main text is found, by words, and which titles, authors, dates
// and outlets. Usage: entente_html_score EXPECTED.json PAGES [--misses] [--show FILE], or
// entente_html_score FOLDER [--show FILE]
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "articles/articles.h"
#include "articles/blocks.h"
#include "articles/characters.h"
#include "articles/gold_pages.h"

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

int score_gold(const std::string& folder, const std::string& shown) {
  entente::PageScore sum;
  size_t titles = 0, authors = 0, dates = 0, outlets = 0;
  const auto pages = entente::read_gold_pages(folder);
  for (const entente::GoldPage& page : pages) {
    const auto read = entente::read_articles(page.html, page.file);
    const entente::PageScore one = entente::score_page(page, read);
    fmt::print("{:26} precision {:5.1f}  recall {:5.1f}  F1 {:5.1f}{}{}{}{}\n", page.file,
               100 * one.precision, 100 * one.recall, 100 * one.f1, one.title ? "" : "  title?",
               one.author ? "" : "  author?", one.date ? "" : "  date?",
               one.outlet ? "" : "  outlet?");
    if (!shown.empty() && page.file.find(shown) != std::string::npos && !read.articles.empty()) {
      const entente::Article& a = read.articles[0];
      fmt::print("{} | {} | {}\n{}\n", a.outlet, a.author,
                 a.published ? to_string(*a.published) : "", a.text);
    }
    sum.precision += one.precision;
    sum.recall += one.recall;
    sum.f1 += one.f1;
    titles += one.title;
    authors += one.author;
    dates += one.date;
    outlets += one.outlet;
  }
  const auto mean = [&](double all) { return 100 * all / static_cast<double>(pages.size()); };
  fmt::print(
      "{} pages, words: precision {:.1f}, recall {:.1f}, F1 {:.1f}; right titles {}, authors {}, "
      "dates {}, outlets {}\n",
      pages.size(), mean(sum.precision), mean(sum.recall), mean(sum.f1), titles, authors, dates,
      outlets);
  return 0;
}

}  // namespace

int main(int count, char** values) {
  if (count < 2) {
    fmt::print(stderr,
               "usage: entente_html_score EXPECTED.json PAGES [--misses] [--show FILE]\n"
               "       entente_html_score FOLDER [--show FILE]\n");
    return 2;
  }
  if (count == 2 || values[2] == std::string_view("--show"))
    return score_gold(values[1], count > 3 ? values[3] : "");
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
