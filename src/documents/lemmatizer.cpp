// Learning goes from short endings to long ones and keeps a rule only where it changes what the
// shorter ending says (ripple-down rules; compare Juršič et al. 2010, LemmaGen).
// Tested in lemmatizer_test.cpp.
#include "documents/lemmatizer.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

#include "base/ascii.h"
#include "documents/feature_hash.h"

namespace entente {
namespace {

constexpr size_t kEndingMax = 5;
constexpr size_t kRecordBytes = 10;
constexpr size_t kScriptsMax = 65535;

uint64_t key_of(std::string_view low, std::string_view xpos, size_t ending, bool whole) {
  const std::string_view end = low.substr(low.size() - std::min(low.size(), ending));
  return mix(hash_text(end, whole ? 41 : 42), hash_text(xpos, 43));
}

// "keeps-case stripped appended", the text form of a script.
std::string script_between(const std::string& form, const std::string& lemma) {
  const bool keeps_case = lower(lemma) != lemma;
  const std::string from = keeps_case ? form : lower(form);
  size_t same = 0;
  while (same < from.size() && same < lemma.size() && from[same] == lemma[same]) ++same;
  const size_t stripped = from.size() - same;
  if (stripped > 255) return {};
  return std::string{keeps_case ? 'K' : 'L'} + static_cast<char>(stripped) + lemma.substr(same);
}

struct Counts {
  std::map<std::string, int> by_script;

  const std::string& best() const {
    return std::max_element(by_script.begin(), by_script.end(),
                            [](auto& a, auto& b) { return a.second < b.second; })
        ->first;
  }
};

using Rules = std::map<uint64_t, std::string>;
const std::string kUnchanged{'L', '\0'};

const std::string& decide(const Rules& rules, std::string_view low, std::string_view xpos,
                          size_t longest) {
  for (size_t ending = std::min(longest, low.size()) + 1; ending-- > 0;) {
    const auto found = rules.find(key_of(low, xpos, ending, false));
    if (found != rules.end()) return found->second;
  }
  return kUnchanged;
}

// Every word counts once, however often it comes: frequent words are odd ones.
void learn_endings(const std::set<LemmaExample>& words, size_t ending, Rules& rules) {
  struct Group {
    Counts counts;
    std::string low, xpos;
  };
  std::map<uint64_t, Group> groups;
  for (const LemmaExample& word : words) {
    const std::string low = lower(word.form);
    const std::string script = script_between(word.form, word.lemma);
    const bool is_regular = low.find_first_of(".0123456789") == std::string::npos;
    const bool is_name = word.xpos == "NNP";  // "Reynolds" loses nothing
    if (low.size() < ending || script.empty() || (ending > 0 && (!is_regular || is_name))) continue;
    Group& group = groups[key_of(low, word.xpos, ending, false)];
    group.low = low.substr(low.size() - ending);
    group.xpos = word.xpos;
    ++group.counts.by_script[script];
  }
  for (const auto& [key, group] : groups) {
    const std::string& best = group.counts.best();
    const bool is_rare = group.counts.by_script.at(best) < 2;
    if (ending > 0 && (is_rare || best == decide(rules, group.low, group.xpos, ending - 1)))
      continue;
    rules[key] = best;
  }
}

void learn_words(const std::vector<LemmaExample>& examples, Rules& rules) {
  std::map<std::pair<std::string, std::string>, Counts> words;
  for (const LemmaExample& example : examples) {
    const std::string script = script_between(example.form, example.lemma);
    if (!script.empty()) ++words[{lower(example.form), example.xpos}].by_script[script];
  }
  Rules exceptions;
  for (const auto& [word, counts] : words) {
    const std::string& best = counts.best();
    if (best == decide(rules, word.first, word.second, kEndingMax)) continue;
    exceptions[key_of(word.first, word.second, word.first.size(), true)] = best;
  }
  rules.merge(exceptions);
}

// The later bytes of a UTF-8 character: no rule may cut there.
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// "12,000", whose lemma is 12000.
bool is_grouped_number(std::string_view form) {
  return form.find(',') != std::string_view::npos && form.front() >= '0' && form.front() <= '9' &&
         form.find_first_not_of("0123456789,.") == std::string_view::npos && form.back() != ',';
}

template <typename T>
void append(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

std::string encode_lemmas(const std::vector<LemmaExample>& examples) {
  Rules rules;
  const std::set<LemmaExample> words(examples.begin(), examples.end());
  for (size_t ending = 0; ending <= kEndingMax; ++ending) learn_endings(words, ending, rules);
  learn_words(examples, rules);
  std::map<std::string, uint16_t> numbers;
  for (const auto& [key, script] : rules) numbers.emplace(script, 0);
  std::string scripts, records;
  uint16_t next = 0;
  for (auto& [script, number] : numbers) {
    number = next < kScriptsMax ? next++ : 0;
    append(scripts, static_cast<uint8_t>(script.size()));
    scripts += script;
  }
  for (const auto& [key, script] : rules) {
    append(records, key);
    append(records, numbers.at(script));
  }
  std::string out;
  append(out, uint32_t{next});
  append(out, static_cast<uint32_t>(scripts.size()));
  return out + scripts + records;
}

std::optional<Lemmatizer> Lemmatizer::view(std::string_view bytes) {
  uint32_t count, size;
  if (bytes.size() < 8) return std::nullopt;
  std::memcpy(&count, bytes.data(), 4);
  std::memcpy(&size, bytes.data() + 4, 4);
  if (size > bytes.size() - 8 || (bytes.size() - 8 - size) % kRecordBytes != 0) return std::nullopt;
  Lemmatizer lemmatizer;
  std::string_view scripts = bytes.substr(8, size);
  lemmatizer.rules_ = bytes.substr(8 + size);
  while (!scripts.empty()) {
    const size_t length = static_cast<unsigned char>(scripts[0]);
    if (length < 2 || length >= scripts.size()) return std::nullopt;
    lemmatizer.scripts_.push_back({scripts[1] == 'K', static_cast<uint8_t>(scripts[2]),
                                   std::string(scripts.substr(3, length - 2))});
    scripts.remove_prefix(1 + length);
  }
  if (lemmatizer.scripts_.size() != count) return std::nullopt;
  return lemmatizer;
}

const Lemmatizer::Script* Lemmatizer::find(uint64_t key) const {
  size_t low = 0, high = rules_.size() / kRecordBytes;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    uint64_t here;
    std::memcpy(&here, rules_.data() + middle * kRecordBytes, sizeof here);
    if (here == key) {
      uint16_t number;
      std::memcpy(&number, rules_.data() + middle * kRecordBytes + sizeof here, sizeof number);
      return number < scripts_.size() ? &scripts_[number] : nullptr;
    }
    (here < key ? low : high) = here < key ? middle + 1 : middle;
  }
  return nullptr;
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view xpos) const {
  const std::string low = lower(form);
  if (xpos == "CD" && is_grouped_number(form)) {
    std::string digits(form);
    std::erase(digits, ',');
    return digits;
  }
  if (low == "united" && xpos == "NNP") return "United";  // GUM has "Unite", as if of the verb
  if (low == "i" && xpos == "PRP") return "I";
  if (xpos == "ADD") return std::string(form);  // addresses
  const Script* script = find(key_of(low, xpos, low.size(), true));
  for (size_t ending = std::min(kEndingMax, low.size()) + 1; script == nullptr && ending-- > 0;) {
    script = find(key_of(low, xpos, ending, false));
    if (script != nullptr && script->stripped > low.size()) script = nullptr;
  }
  if (script == nullptr || script->stripped > low.size()) return low;
  const std::string from = script->keeps_case ? std::string(form) : low;
  const size_t cut = from.size() - script->stripped;
  if (cut < from.size() && is_continuation(from[cut])) return low;
  std::string result = from.substr(0, cut) + script->appended;
  return result.empty() ? low : result;
}

}  // namespace entente
