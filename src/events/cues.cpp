// After the scheme of PolNeAR (source, cue, content; Newell et al., "An Attribution Relations
// Corpus for Political News", LREC 2018): not only speech but also what somebody thinks, wants,
// backs or attacks is attributed. A verb counts where what it says can be found: a clause, a
// quotation, an object or a phrase with the verb's preposition, as the classes of
// data/deeds/01_cues.txt allow. Tested in attribution_test.cpp; measured by `entente score
// ../shared/data/attribution`.
#include "events/cues.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

bool is_clause(Relation relation) {
  return relation == Relation::ccomp || relation == Relation::xcomp;
}

class CueReader {
 public:
  CueReader(const Syntax& syntax, const DeedLexicon::Entries& lexicon, uint32_t sentence)
      : syntax_(syntax), lexicon_(lexicon), sentence_(syntax.document().sentences[sentence]) {}

  std::vector<Cue> run() {
    bool quoted = begins_quoted();
    for (uint32_t i = sentence_.token_begin; i < sentence_.token_end; ++i) {
      if (is_quotation_mark(word(i))) quoted = !closes(i);
      if (quoted) continue;  // what the quoted one says of others is his, not the article's
      if (syntax_.is_verb(i)) read_verb(i);
      if (syntax_.is_noun(i)) read_noun(i);
      read_according(i);
      read_dash(i);
    }
    if (auto cue = speaker_before_colon()) cues_.push_back(*cue);
    std::erase_if(cues_, [&](const Cue& cue) { return cue.source && is_nobody(*cue.source); });
    return std::move(cues_);
  }

 private:
  bool in(std::string_view name, uint32_t token) const {
    return lexicon_.in_class(name, syntax_.lemma(token));
  }

  std::string_view word(uint32_t token) const {
    return slice(syntax_.document().text, syntax_.token(token).range);
  }

  // Whether a straight quotation mark ends a quotation: it sticks to what stands before it.
  bool closes(uint32_t mark) const {
    if (mark == sentence_.token_begin) return mark + 1 == sentence_.token_end;
    return syntax_.token(mark - 1).range.end == syntax_.token(mark).range.begin &&
           word(mark - 1) != "(" && word(mark - 1) != "-";
  }

  // Whether the sentence goes on with a quotation that began before it.
  bool begins_quoted() const {
    for (uint32_t i = sentence_.token_begin; i < sentence_.token_end; ++i) {
      if (is_quotation_mark(word(i))) return closes(i);
    }
    return false;
  }

  // The speaking "I", "you" and "we", and words that stand for no person.
  bool is_nobody(uint32_t token) const {
    constexpr std::array<std::string_view, 13> words = {
        "i",    "we",   "you",   "my",    "our",    "your",     "that",
        "this", "what", "there", "these", "myself", "ourselves"};
    return std::find(words.begin(), words.end(), syntax_.lemma(token)) != words.end();
  }

  // "to support the deal", without a subject of its own: what is wanted, not what is said.
  bool is_bare_infinitive(uint32_t verb) const {
    return syntax_.has_child_lemma(verb, Relation::mark, "to") &&
           !syntax_.child(verb, Relation::nsubj);
  }

  void read_verb(uint32_t verb) {
    if (syntax_.token(verb).upos == Upos::aux) return;
    const bool says = in("cue_says", verb), thinks = in("cue_thinks", verb);
    const bool infinitive = is_bare_infinitive(verb);
    std::optional<Span> content;
    if (says || (thinks && !infinitive)) content = clause_content(verb, says);
    if (!content && !infinitive) {
      if (in("cue_object", verb)) content = object_content(verb);
      if (!content) content = oblique_content(verb);
    }
    const bool announces = verb + 1 < sentence_.token_end && word(verb + 1) == ":";
    const bool quotes = !content && says && (announces || refers_to_quote(verb));
    if (!content && !quotes) return;
    Cue cue;
    cue.token = verb;
    cue.content = content;
    cue.kind = says ? AttributionKind::speech : AttributionKind::stance;
    cue.source = says ? inserted_speaker(verb) : std::nullopt;
    if (!cue.source) cue.source = source_of(verb);
    cues_.push_back(cue);
  }

  // "... ― Jorge Falcon", below what he said.
  void read_dash(uint32_t token) {
    const std::string_view dash = word(token);
    if (dash != "\u2015" && dash != "\u2014" && dash != "\u2013" && dash != "--") return;
    const bool first = token == sentence_.token_begin;
    if (!first && !is_quotation_mark(word(token - 1))) return;
    if (token + 1 >= sentence_.token_end || syntax_.token(token + 1).upos != Upos::propn) return;
    if (sentence_.token_end - token > 8) return;
    std::optional<Span> content;
    if (!first) content = Span{sentence_.token_begin, token - 1};
    cues_.push_back({token, token + 1, content, AttributionKind::speech});
  }

  // What hangs below as a clause, or what the verb hangs on as an inserted "he said".
  std::optional<Span> clause_content(uint32_t verb, bool says) const {
    for (const uint32_t i : syntax_.children(verb)) {
      if (is_clause(syntax_.token(i).relation)) return phrase_of(syntax_, i);
    }
    if (!says) return std::nullopt;
    for (const uint32_t i : syntax_.children(verb)) {
      const bool quoted = syntax_.token(i).relation == Relation::parataxis ||
                          (syntax_.token(i).relation == Relation::obj && quoted_at(i));
      if (quoted) return phrase_of(syntax_, i);
    }
    const Token& here = syntax_.token(verb);
    const bool inserted =
        here.relation == Relation::parataxis ||
        (here.relation == Relation::advcl && syntax_.has_child_lemma(verb, Relation::mark, "as"));
    if (inserted && here.head != kNoToken) return without(static_cast<uint32_t>(here.head), verb);
    return quotation(verb);
  }

  bool quoted_at(uint32_t token) const {
    const Span span = phrase_of(syntax_, token);
    return is_quotation_mark(word(span.first)) ||
           (span.first > sentence_.token_begin && is_quotation_mark(word(span.first - 1)));
  }

  // The phrase of `head` less that of `part` where it stands at one of its ends.
  Span without(uint32_t head, uint32_t part) const {
    Span whole = phrase_of(syntax_, head);
    const Span cut = phrase_of(syntax_, part);
    if (cut.first > whole.first && cut.last == whole.last) whole.last = cut.first - 1;
    if (cut.first > head) return {whole.first, std::max(head, cut.first - 1)};
    if (cut.first == whole.first && cut.last < whole.last) whole.first = cut.last + 1;
    return whole;
  }

  // A quotation in the sentence that the parser did not tie to the verb.
  std::optional<Span> quotation(uint32_t verb) const {
    uint32_t open = sentence_.token_begin;
    bool quoted = begins_quoted();
    for (uint32_t i = sentence_.token_begin; i < sentence_.token_end; ++i) {
      if (!is_quotation_mark(word(i))) continue;
      const bool outside = verb < open || verb > i;
      if (quoted && closes(i) && i - open > 3 && outside) return Span{open, i};
      quoted = !closes(i);
      if (quoted) open = i;
    }
    const bool runs_on = quoted && open + 3 < sentence_.token_end && verb < open;
    return runs_on ? std::optional(Span{open, sentence_.token_end - 1}) : std::nullopt;
  }

  std::optional<Span> object_content(uint32_t verb) const {
    for (const uint32_t i : syntax_.children(verb)) {
      if (syntax_.token(i).relation == Relation::obj) return phrase_of(syntax_, i);
    }
    if (syntax_.is_passive(verb) && agent(verb)) {
      if (const auto patient = syntax_.surface_subject(verb)) return phrase_of(syntax_, *patient);
    }
    return std::nullopt;
  }

  std::optional<Span> oblique_content(uint32_t verb) const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> classes = {
        {{"for", "cue_for"},
         {"on", "cue_on"},
         {"upon", "cue_on"},
         {"over", "cue_on"},
         {"about", "cue_about"},
         {"of", "cue_of"},
         {"to", "cue_to"},
         {"with", "cue_with"},
         {"against", "cue_against"},
         {"as", "cue_as"},
         {"in", "cue_in"},
         {"at", "cue_at"}}};
    for (const uint32_t i : syntax_.children(verb)) {
      const Relation relation = syntax_.token(i).relation;
      if (relation != Relation::obl && relation != Relation::advcl) continue;
      for (const auto& [preposition, name] : classes) {
        if (syntax_.preposition(i) == preposition && in(name, verb)) return phrase_of(syntax_, i);
      }
    }
    return std::nullopt;
  }

  // "'We are ready.' He said so on Monday." Only a sentence that is no more than that.
  bool refers_to_quote(uint32_t verb) const {
    if (syntax_.token(verb).head != kNoToken) return false;
    const uint32_t size = sentence_.token_end - sentence_.token_begin;
    return size <= 12 && in("speech", verb) && sentence_.token_begin > 0 &&
           is_quotation_mark(word(sentence_.token_begin - 1));
  }

  std::optional<uint32_t> agent(uint32_t verb) const {
    for (const uint32_t i : syntax_.children(verb)) {
      const Relation relation = syntax_.token(i).relation;
      const bool by = relation == Relation::obl_agent ||
                      (relation == Relation::obl && syntax_.preposition(i) == "by");
      if (by) return i;
    }
    return std::nullopt;
  }

  std::optional<uint32_t> source_of(uint32_t verb) const {
    if (syntax_.is_passive(verb)) return agent(verb);
    for (const uint32_t i : syntax_.children(verb)) {
      const Relation relation = syntax_.token(i).relation;
      if (relation == Relation::nsubj || relation == Relation::nsubj_outer) {
        return syntax_.lemma(i) == "it" && syntax_.child(verb, Relation::expl) ? std::nullopt
                                                                               : std::optional(i);
      }
    }
    const auto shared = syntax_.surface_subject(verb);
    return shared && *shared != verb ? shared : std::nullopt;
  }

  // Parsers lose the speaker that is inserted between commas or quotation marks: "..., Lavrov said,
  // ..." and "..., said Lavrov, ...". The words that touch the verb decide.
  std::optional<uint32_t> inserted_speaker(uint32_t verb) const {
    if (verb == sentence_.token_begin || verb + 1 >= sentence_.token_end) return std::nullopt;
    const bool after_break = is_break(verb - 1);
    if (after_break && is_nominal(verb + 1) && names_end_before_break(verb + 1)) {
      return head_of_phrase(verb + 1, true);
    }
    const bool before_break = verb + 1 == sentence_.token_end || is_break(verb + 1);
    if (!before_break || !is_nominal(verb - 1)) return std::nullopt;
    const auto head = head_of_phrase(verb - 1, false);
    if (!head) return std::nullopt;
    const Span span = phrase_of(syntax_, *head);
    const bool opens = span.first > sentence_.token_begin && is_break(span.first - 1);
    return opens ? head : std::nullopt;
  }

  // "said Tim Hess, ..." and not "said parents want ...".
  bool names_end_before_break(uint32_t token) const {
    while (token < sentence_.token_end && is_nominal(token)) ++token;
    return token == sentence_.token_end || is_break(token) ||
           syntax_.token(token).upos == Upos::punct || syntax_.token(token).upos == Upos::adp;
  }

  bool is_break(uint32_t token) const {
    return word(token) == "," || is_quotation_mark(word(token));
  }

  bool is_nominal(uint32_t token) const {
    const Upos upos = syntax_.token(token).upos;
    return syntax_.is_noun(token) || upos == Upos::pron || upos == Upos::det || upos == Upos::adj ||
           upos == Upos::num;
  }

  // Up the noun phrase that `token` is in, not beyond the verb.
  std::optional<uint32_t> head_of_phrase(uint32_t token, bool rightward) const {
    uint32_t at = token;
    for (int step = 0; step < 6; ++step) {
      const Token& here = syntax_.token(at);
      if (here.head == kNoToken) break;
      const auto head = static_cast<uint32_t>(here.head);
      const bool inside = here.relation == Relation::det || here.relation == Relation::amod ||
                          here.relation == Relation::compound || here.relation == Relation::flat ||
                          here.relation == Relation::nmod_poss ||
                          here.relation == Relation::nummod ||
                          (!rightward && here.relation == Relation::nmod);
      if (!inside || (rightward ? head < token : head > token)) break;
      at = head;
    }
    if (in("not_topics", at) && syntax_.token(at).relation != Relation::nsubj) {
      return std::nullopt;  // "said Thursday morning"
    }
    return syntax_.is_noun(at) || syntax_.token(at).upos == Upos::pron ? std::optional(at)
                                                                       : std::nullopt;
  }

  // "his claim that ...", "the view of economists that ...".
  void read_noun(uint32_t noun) {
    if (!in("cue_nouns", noun)) return;
    std::optional<uint32_t> owner = syntax_.child(noun, Relation::nmod_poss);
    std::optional<uint32_t> clause;
    for (const uint32_t i : syntax_.children(noun)) {
      const Relation relation = syntax_.token(i).relation;
      const bool by = relation == Relation::nmod &&
                      (syntax_.preposition(i) == "by" || syntax_.preposition(i) == "from");
      if (!owner && by) owner = i;
      if (relation == Relation::acl || is_clause(relation)) clause = i;
      const std::string_view preposition = syntax_.preposition(i);
      const bool topic =
          relation == Relation::nmod && i > noun &&
          (preposition == "of" || preposition == "for" || preposition == "to" ||
           preposition == "on" || preposition == "against" || preposition == "about");
      if (topic && !clause) clause = i;
    }
    if (!owner || !clause || *owner == *clause) return;
    cues_.push_back({noun, owner, phrase_of(syntax_, *clause), AttributionKind::stance});
  }

  void read_according(uint32_t token) {
    const std::string_view phrase = syntax_.preposition(token);
    const bool according = phrase.starts_with("accord") || phrase == "per";
    const Relation relation = syntax_.token(token).relation;
    const bool oblique = relation == Relation::obl || relation == Relation::nmod ||
                         relation == Relation::parataxis || relation == Relation::advcl;
    if (!according || !oblique) return;
    const auto clause = static_cast<uint32_t>(syntax_.token(token).head);
    uint32_t cue = token;
    for (const uint32_t i : syntax_.children(token)) {
      if (syntax_.token(i).relation == Relation::case_) cue = std::min(cue, i);
    }
    cues_.push_back({cue, token, without(clause, token), AttributionKind::speech});
  }

  // "Rouhani: sanctions must go", as headlines and interviews print it.
  std::optional<Cue> speaker_before_colon() const {
    const uint32_t first = sentence_.token_begin;
    for (uint32_t i = first; i < sentence_.token_end && i <= first + 7; ++i) {
      if (i > first && word(i) == ":") {
        std::optional<Span> content;
        if (i + 1 < sentence_.token_end) content = Span{i + 1, sentence_.token_end - 1};
        return Cue{i, i - 1, content, AttributionKind::speech};
      }
      const char initial = word(i).empty() ? ' ' : word(i)[0];
      const bool capital = initial >= 'A' && initial <= 'Z';
      if (!capital || syntax_.token(i).upos == Upos::adv) return std::nullopt;
    }
    return std::nullopt;
  }

  const Syntax& syntax_;
  const DeedLexicon::Entries& lexicon_;
  const Sentence& sentence_;
  std::vector<Cue> cues_;
};

}  // namespace

Span phrase_of(const Syntax& syntax, uint32_t head) {
  return phrase_without(syntax, head, [](uint32_t, uint32_t) { return false; });
}

std::vector<Cue> cues_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon,
                         uint32_t sentence) {
  return CueReader(syntax, lexicon, sentence).run();
}

}  // namespace entente
