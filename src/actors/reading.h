// One document while its mentions are found: the words in lower case, the style of each sentence,
// the names of the book and the common nouns of actors that occur in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "actors/book.h"

namespace entente {

inline constexpr uint32_t kNone = 0xffffffff;

// How a sentence uses capitals; in titles they prove nothing.
enum class Style : uint8_t { running, title, shouting };

// A name of the book in the text.
struct Found {
  uint32_t begin = 0, end = 0;  // tokens, half-open
  uint32_t entity = 0;
  uint32_t place = kNone;  // another state for the name as a place ("Brussels")
  bool adjective = false;  // the text can be read as the entity's adjective
  bool demonym = false;    // as its demonym, singular
  bool demonyms = false;   // as its demonym, plural
  bool proper = false;     // as its name
  bool capital = false;
  bool metonym = false;
  bool former = false;    // a person who no longer holds the office on the article's date
  bool modifier = false;  // bound into a hyphen compound: "US-led", "Franco-German"
};

// A noun phrase of nouns.tsv in the text; its head is the last token.
struct Hit {
  uint32_t begin = 0, end = 0;
  Noun noun;
  bool plural = false;
  bool former = false;  // "ex-president"
  uint32_t head() const { return end - 1; }
};

struct Reading {
  Reading(const Document& document, const Facts& facts, const MentionOptions& options);

  const Document& document;
  const Facts& facts;
  const MentionOptions& options;
  std::vector<std::string> low;       // of each token: its form in lower case, dots dropped
  std::vector<uint32_t> sentence_of;  // of each token
  std::vector<Style> styles;          // of each sentence
  std::vector<Found> found;           // disjoint, in order
  std::vector<uint32_t> inside;       // states named inside longer names: "Kenya Airways"
  std::vector<uint32_t> found_at;     // of each token: index into found, or kNone
  std::vector<Hit> hits;              // disjoint, in order
  std::vector<uint32_t> hit_at;       // of each token: index into hits, or kNone
  const Entity* home = nullptr;       // home_state() of the names as they were settled, or nullptr

  const Token& token(uint32_t i) const { return document.tokens[i]; }
  std::string_view form(uint32_t i) const { return entente::form(document, document.tokens[i]); }
  uint32_t size() const { return static_cast<uint32_t>(document.tokens.size()); }
  const Sentence& sentence(uint32_t i) const { return document.sentences[sentence_of[i]]; }
  bool same_sentence(uint32_t a, uint32_t b) const {
    return a < size() && b < size() && sentence_of[a] == sentence_of[b];
  }
  const Entity& entity(const Found& name) const { return facts.entities[name.entity]; }
  // The name or noun phrase that covers the token, or nullptr.
  const Found* name_at(uint32_t i) const;
  const Hit* noun_at(uint32_t i) const;
  bool is_capitalised(uint32_t i) const;
  bool is_nominal(uint32_t i) const;     // noun or proper noun
  bool is_possessive(uint32_t i) const;  // 's
  bool adjoins(uint32_t i) const;        // no blank between token i and i + 1
  // The text of tokens [begin, end).
  Range range_of(uint32_t begin, uint32_t end) const;
  std::string_view text_of(uint32_t begin, uint32_t end) const;
  // The token of [begin, end) whose governor lies outside; `likely` if several do.
  uint32_t head_of(uint32_t begin, uint32_t end, uint32_t likely) const;

  // Again, after names were dropped.
  void find_nouns();

 private:
  void settle_fighters();
  bool ends_name(uint32_t head) const;
  bool follows_model(uint32_t head) const;
  bool is_traded(uint32_t head) const;
  void read_words();
  void find_names();
};

}  // namespace entente
