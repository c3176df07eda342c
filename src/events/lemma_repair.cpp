// Lemmatizers guess at words they have not met ("blockad", "shook"). The lexicon knows how its own
// words are spelled, so of the base forms that an ending allows, the one it has is taken.
// Tested in lemma_repair_test.cpp.
#include "events/lemma_repair.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace entente {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 96> kIrregular = {{{"shook", "shake"},
                                              {"shaken", "shake"},
                                              {"shot", "shoot"},
                                              {"fought", "fight"},
                                              {"sought", "seek"},
                                              {"bought", "buy"},
                                              {"brought", "bring"},
                                              {"caught", "catch"},
                                              {"led", "lead"},
                                              {"misled", "mislead"},
                                              {"fed", "feed"},
                                              {"fled", "flee"},
                                              {"held", "hold"},
                                              {"upheld", "uphold"},
                                              {"withheld", "withhold"},
                                              {"met", "meet"},
                                              {"sent", "send"},
                                              {"lent", "lend"},
                                              {"built", "build"},
                                              {"rebuilt", "rebuild"},
                                              {"won", "win"},
                                              {"lost", "lose"},
                                              {"left", "leave"},
                                              {"kept", "keep"},
                                              {"swept", "sweep"},
                                              {"dealt", "deal"},
                                              {"sold", "sell"},
                                              {"told", "tell"},
                                              {"paid", "pay"},
                                              {"laid", "lay"},
                                              {"overcame", "overcome"},
                                              {"ran", "run"},
                                              {"overran", "overrun"},
                                              {"began", "begin"},
                                              {"sank", "sink"},
                                              {"sunk", "sink"},
                                              {"drove", "drive"},
                                              {"driven", "drive"},
                                              {"wrote", "write"},
                                              {"rode", "ride"},
                                              {"rose", "rise"},
                                              {"broke", "break"},
                                              {"broken", "break"},
                                              {"spoke", "speak"},
                                              {"chose", "choose"},
                                              {"froze", "freeze"},
                                              {"frozen", "freeze"},
                                              {"stole", "steal"},
                                              {"took", "take"},
                                              {"undertook", "undertake"},
                                              {"gave", "give"},
                                              {"forgave", "forgive"},
                                              {"forgiven", "forgive"},
                                              {"fell", "fall"},
                                              {"saw", "see"},
                                              {"threw", "throw"},
                                              {"overthrew", "overthrow"},
                                              {"drew", "draw"},
                                              {"withdrew", "withdraw"},
                                              {"withdrawn", "withdraw"},
                                              {"flew", "fly"},
                                              {"blew", "blow"},
                                              {"tore", "tear"},
                                              {"torn", "tear"},
                                              {"swore", "swear"},
                                              {"sworn", "swear"},
                                              {"stood", "stand"},
                                              {"struck", "strike"},
                                              {"stuck", "stick"},
                                              {"clung", "cling"},
                                              {"bound", "bind"},
                                              {"found", "find"},
                                              {"sat", "sit"},
                                              {"forbade", "forbid"},
                                              {"burnt", "burn"},
                                              {"leapt", "leap"},
                                              {"leant", "lean"},
                                              {"knelt", "kneel"},
                                              {"spoilt", "spoil"},
                                              {"spilt", "spill"},
                                              {"bred", "breed"},
                                              {"sped", "speed"},
                                              {"slew", "slay"},
                                              {"strove", "strive"},
                                              {"flung", "fling"},
                                              {"wrung", "wring"},
                                              {"wove", "weave"},
                                              {"trod", "tread"},
                                              {"trodden", "tread"},
                                              {"spat", "spit"},
                                              {"dwelt", "dwell"},
                                              {"dreamt", "dream"},
                                              {"befell", "befall"},
                                              {"stricken", "strike"},
                                              {"bit", "bite"},
                                              {"outbid", "outbid"}}};

// Forms behind a stripped "ed" or "ing": "blockad" -> "blockade", "annull" -> "annul".
void add_stems(std::string stem, std::vector<std::string>& out) {
  out.push_back(stem);
  out.push_back(stem + "e");
  const size_t size = stem.size();
  if (size > 3 && stem[size - 1] == stem[size - 2]) {
    stem.pop_back();
    out.push_back(std::move(stem));
  }
}

std::vector<std::string> base_forms(std::string_view word) {
  std::vector<std::string> out;
  const std::string text(word);
  const auto stem = [&](size_t cut) { return text.substr(0, text.size() - cut); };
  if (word.size() < 5) return out;
  if (word.ends_with("ied") || word.ends_with("ies")) {
    out.push_back(stem(3) + "y");
  } else if (word.ends_with("ed")) {
    add_stems(stem(2), out);
  } else if (word.ends_with("ing")) {
    add_stems(stem(3), out);
  } else if (word.ends_with("s")) {
    out.push_back(stem(1));
    if (word.ends_with("es")) out.push_back(stem(2));
  }
  return out;
}

}  // namespace

std::string repaired_lemma(std::string_view word, std::string_view lemma, std::string_view xpos,
                           const std::unordered_set<std::string>& words) {
  const bool inflected = xpos == "VBD" || xpos == "VBN" || xpos == "VBG" || xpos == "VBZ" ||
                         xpos == "NNS" || xpos == "VBP";
  if (!inflected) return std::string(lemma);
  if (word == "bases" && words.contains("base")) return "base";  // in news hardly of a basis
  const bool known = words.contains(std::string(lemma));
  if (xpos != "NNS" && (word == lemma || !known)) {
    for (const auto& [form, base] : kIrregular) {
      if (form == word) return std::string(base);
    }
  }
  if (known) return std::string(lemma);
  for (std::string& form : base_forms(word)) {
    if (words.contains(form)) return std::move(form);
  }
  return std::string(lemma);
}

}  // namespace entente
