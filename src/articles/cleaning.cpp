// Cleaning: characters, then blocks, then lines that are no part of the article, then words split
// by hyphens; each step has a file of its own. Tested by cleaning_test.cpp.
#include "articles/cleaning.h"

#include <fmt/format.h>

#include <cstdint>
#include <unordered_set>

#include "articles/blocks.h"
#include "articles/boilerplate.h"
#include "articles/characters.h"
#include "articles/front_matter.h"
#include "articles/hyphens.h"
#include "base/ascii.h"

namespace entente {
namespace {

// What two spellings of one line share: letters and digits in lower case.
std::string key_of(std::string_view block) {
  std::string key;
  for (const char c : block) {
    const char low = to_lower(c);
    const bool kept = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') ||
                      static_cast<unsigned char>(low) >= 0x80;
    if (kept) key += low;
  }
  return key;
}

// Repeated titles stand at the top or are the title with the outlet's name behind it.
bool repeats_title(const std::string& key, const std::string& title, std::string_view block,
                   size_t index) {
  if (title.empty() || index > 8) return false;
  const bool extended = title.size() > 10 && key.starts_with(title) &&
                        key.size() < title.size() + 30 && !ends_sentence(block);
  return key == title || extended;
}

uint64_t hash_of(std::string_view text, uint64_t hash) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  return hash;
}

}  // namespace

std::string text_of_blocks(const std::vector<std::string>& blocks, std::string_view title) {
  constexpr size_t kLong = 60;  // a shorter line may rightly come twice
  const std::string title_key = key_of(title);
  std::unordered_set<std::string> seen;
  std::string text(title);
  std::string last;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const std::string_view block = without_boilerplate_end(blocks[i]);
    if (block.empty() || is_boilerplate(block)) continue;
    std::string key = key_of(block);
    if (key == last || repeats_title(key, title_key, block, i)) continue;
    if (key.size() > kLong && !seen.insert(key).second) continue;
    if (!text.empty()) text += '\n';
    text += block;
    last = std::move(key);
  }
  return join_split_words(text);
}

std::string clean_text(std::string_view text, std::string_view title) {
  return text_of_blocks(split_blocks(plain_characters(text)),
                        single_blanks(plain_characters(title)));
}

void fill_from_text(Article& article, std::string_view text, const ArticleOptions& options) {
  fill_from_blocks(article, split_blocks(plain_characters(text)), options);
}

void fill_from_blocks(Article& article, std::vector<std::string> blocks,
                      const ArticleOptions& options) {
  take_front_matter(blocks, article, options);
  article.title = join_split_words(article.title);
  article.text = text_of_blocks(blocks, article.title);
  if (article.id.empty()) {
    uint64_t hash = hash_of(article.url, 0xCBF29CE484222325u);
    hash = hash_of(article.text, hash_of("\n", hash));
    article.id = fmt::format("{:016x}", hash ^ (hash >> 29));
  }
}

}  // namespace entente
