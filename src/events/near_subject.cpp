// Auxiliaries and adverbs are passed over; one island between commas is, too. A noun counts only if
// its phrase opens the clause: no preposition, verb or other noun stands directly before it.
// Tested in near_subject_test.cpp.
#include "events/near_subject.h"

namespace entente {

namespace {

constexpr uint32_t kIslandTokensMax = 25;

bool is_nominal(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::pron;
}

class Surface {
 public:
  Surface(const Document& document, const Sentence& sentence)
      : document_(document), first_(sentence.token_begin) {}

  std::optional<uint32_t> subject(uint32_t verb) const {
    bool finite = is_finite_tag(verb);
    uint32_t at = verb;
    while (at > first_ &&
           (upos(at - 1) == Upos::aux || upos(at - 1) == Upos::adv || upos(at - 1) == Upos::part)) {
      --at;
      finite = finite || (upos(at) == Upos::aux && is_finite_tag(at));
      if (document_.tokens[at].xpos == "TO") return std::nullopt;
    }
    if (!finite || at == first_) return std::nullopt;
    if (is_comma(at - 1)) return before_island(at - 1);
    return opens_clause(at - 1) ? std::optional(at - 1) : std::nullopt;
  }

 private:
  Upos upos(uint32_t token) const { return document_.tokens[token].upos; }
  bool is_comma(uint32_t token) const { return document_.tokens[token].lemma == ","; }
  bool is_finite_tag(uint32_t token) const {
    const std::string& tag = document_.tokens[token].xpos;
    return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
  }

  std::optional<uint32_t> before_island(uint32_t comma) const {
    for (uint32_t at = comma; at > first_ + 1 && comma - at < kIslandTokensMax;) {
      --at;
      if (is_comma(at)) return opens_clause(at - 1) ? std::optional(at - 1) : std::nullopt;
    }
    return std::nullopt;
  }

  bool opens_clause(uint32_t noun) const {
    if (!is_nominal(upos(noun))) return false;
    uint32_t at = noun;
    while (at > first_) {
      switch (upos(at - 1)) {
        case Upos::noun:
        case Upos::propn:
        case Upos::adj:
        case Upos::num:
        case Upos::part:
        case Upos::det: --at; continue;
        case Upos::punct:
        case Upos::cconj:
        case Upos::sconj: return true;
        default: return false;
      }
    }
    return true;
  }

  const Document& document_;
  uint32_t first_;
};

}  // namespace

std::optional<uint32_t> noun_before_verb(const Document& document, const Sentence& sentence,
                                         uint32_t verb) {
  return Surface(document, sentence).subject(verb);
}

}  // namespace entente
