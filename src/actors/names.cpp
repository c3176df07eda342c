// See names.h. Keys are 64-bit hashes; two names that collide are told apart by reads_as, which
// compares letters. Tested in names_test.cpp.
#include "actors/names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "actors/folding.h"
#include "base/ascii.h"
#include "base/check.h"

namespace entente {

namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool has_lower(std::string_view word) { return std::any_of(word.begin(), word.end(), is_lower); }
bool has_upper(std::string_view word) { return std::any_of(word.begin(), word.end(), is_upper); }

bool is_function_word(std::string_view low) {
  constexpr std::array<std::string_view, 10> words = {"of", "and", "the",  "for", "in",
                                                      "on", "to",  "with", "de",  "la"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

// Acronyms that capitals turn common words into.
bool is_common_word(std::string_view low) {
  constexpr std::array<std::string_view, 20> words = {"us",  "who", "is",  "it", "as", "an", "or",
                                                      "all", "so",  "no",  "at", "be", "we", "pact",
                                                      "aid", "go",  "has", "me", "ad", "arm"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

// Acronyms that with one capital are a word or a name: "Plan", "Milf".
bool is_word_or_name(std::string_view low) {
  constexpr std::array<std::string_view, 22> words = {
      "plan",  "pace", "swift", "mend", "mena", "sana", "sadr", "alba",  "care", "quad", "star",
      "arena", "nova", "vote",  "hope", "save", "west", "gram", "unite", "erna", "seal", "comet"};
  return std::find(words.begin(), words.end(), low) != words.end();
}

bool is_title_case(std::string_view word) {
  return word.size() > 1 && is_upper(word[0]) && !has_upper(word.substr(1));
}

bool word_reads_as(std::string_view name, std::string_view word, bool first, bool shouting) {
  const bool acronym = !has_lower(name) && has_upper(name);
  if (name == word) return !(shouting && acronym && is_common_word(lower(name)));
  const std::string low = lower(word);
  if (low != lower(name)) return false;
  if (is_function_word(low)) return true;
  if (acronym) return name.size() >= 4 && is_title_case(word) && !is_word_or_name(low);
  if (!has_upper(name)) return shouting || (first && is_title_case(word)) || is_title_case(word);
  return !has_lower(word) && (shouting || word.size() >= 4);
}

}  // namespace

namespace {

// Prefixes put into the table at a time: enough to hide the waits for memory, few enough to stay
// near the processor.
constexpr size_t kTogether = 2048;
constexpr size_t kAtomsMany = 64;

}  // namespace

void NameTable::reserve(size_t aliases) {
  aliases_.reserve(aliases);
  waiting_.reserve(kTogether + kAtomsMany);
  size_t size = 64;
  while (size < aliases * 2) size *= 2;
  if (size > slots_.size()) resize(size);
}

void NameTable::resize(size_t size) {
  std::vector<Slot> old = std::move(slots_);
  slots_.assign(size, {});
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.key) insert(slot.key).first = slot.first;
  }
}

NameTable::Slot& NameTable::insert(uint64_t key) {
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].key && slots_[at].key != key) at = (at + 1) & mask;
  if (!slots_[at].key) {
    slots_[at].key = key;
    ++used_;
  }
  return slots_[at];
}

// Kept in the order of the book, which is its order of preference.
void NameTable::index() {
  constexpr size_t kAhead = 24;  // slots asked for before they are needed
  size_t size = std::max<size_t>(64, slots_.size());
  while ((used_ + waiting_.size()) * 3 > size * 2) size *= 2;
  if (size != slots_.size()) resize(size);
  const size_t mask = size - 1;
  for (size_t i = 0; i < waiting_.size(); ++i) {
    if (i + kAhead < waiting_.size()) {
      __builtin_prefetch(&slots_[waiting_[i + kAhead].key & mask], 1);
    }
    Slot& slot = insert(waiting_[i].key);
    if (waiting_[i].alias < 0) continue;
    int32_t* link = &slot.first;
    while (*link >= 0) link = &aliases_[static_cast<size_t>(*link)].next;
    *link = waiting_[i].alias;
  }
  waiting_.clear();
}

const NameTable::Slot* NameTable::find(uint64_t key) const {
  CHECK(waiting_.empty());
  if (slots_.empty()) return nullptr;
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].key && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at].key ? &slots_[at] : nullptr;
}

void NameTable::add(std::string_view text, uint32_t entity, NameForm form, bool canonical) {
  Alias alias;
  alias.article = text.starts_with("the ") || text.starts_with("The ");
  alias.text = alias.article ? text.substr(4) : text;
  alias.entity = entity;
  alias.form = form;
  alias.canonical = canonical;
  const size_t before = waiting_.size();
  AtomHasher::walk(alias.text, AtomHasher::kSeed, [&](uint64_t key) {
    waiting_.push_back({key, -1});
    return true;
  });
  if (waiting_.size() == before) return;
  waiting_.back().alias = static_cast<int32_t>(aliases_.size());
  aliases_.push_back(alias);
  if (waiting_.size() >= kTogether) index();
}

bool reads_as(std::string_view name, std::string_view text, bool shouting) {
  if (name == text && !shouting) return true;
  const std::string a = fold(name);
  const std::string b = fold(text);
  const auto names = split(a, ' ');
  const auto words = split(b, ' ');
  if (names.size() != words.size()) return false;
  for (size_t i = 0; i < names.size(); ++i) {
    if (!word_reads_as(names[i], words[i], i == 0, shouting)) return false;
  }
  return true;
}

}  // namespace entente
