// Lemmas by rules learned from a treebank: the longest known ending of a word with its Penn tag
// says what to strip and what to append; whole words are exceptions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

class Lemmatizer {
 public:
  // A view of bytes that `encode_lemmas` made, which must outlive it; nullopt if they are not.
  static std::optional<Lemmatizer> view(std::string_view bytes);

  std::string lemma(std::string_view form, std::string_view xpos) const;

 private:
  struct Script {
    bool keeps_case = false;
    uint8_t stripped = 0;
    std::string appended;
  };
  const Script* find(uint64_t key) const;

  std::vector<Script> scripts_;
  std::string_view rules_;  // sorted records of a 64-bit key and a 16-bit number of a script
};

struct LemmaExample {
  std::string form, xpos, lemma;
  auto operator<=>(const LemmaExample&) const = default;
};
std::string encode_lemmas(const std::vector<LemmaExample>& examples);

}  // namespace entente
