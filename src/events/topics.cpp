// Topics are read off the tree below the deed. Tested in topics_test.cpp.
#include "events/topics.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr int kDepthMax = 6;

class TopicReader {
 public:
  TopicReader(const Syntax& syntax, const std::vector<Mention>& mentions,
              const DeedLexicon::Entries& lexicon)
      : syntax_(syntax), lexicon_(lexicon), named_(syntax.document().tokens.size()) {
    for (const Mention& mention : mentions) {
      for (uint32_t i = mention.token_begin; i < mention.token_end; ++i) {
        if (!mention.modifier) named_[i] = true;
      }
      demonyms_.push_back(mention.head);
    }
  }

  Topic run(uint32_t head) const {
    std::optional<uint32_t> token;
    if (syntax_.is_noun(head) && !in("topic_shells", head)) {
      token = below(head, 0);
    } else {
      for (const std::string_view role : {"obj", "over", "on", "about", "for", "of", "to", "in",
                                          "against", "from", "with", "by"}) {
        for (const uint32_t i : syntax_.fillers(head, role, Syntax::Reach::own)) {
          if (!token) token = theme(i, 0);
        }
      }
      for (const uint32_t i : syntax_.children(head)) {
        const Relation relation = syntax_.token(i).relation;
        const bool clause = relation == Relation::xcomp || relation == Relation::ccomp ||
                            relation == Relation::advcl;
        if (!token && clause) token = theme(i, 0);
      }
    }
    if (!token) return {};
    return {phrase(*token), token};
  }

 private:
  bool in(std::string_view name, uint32_t token) const {
    return lexicon_.in_class(name, syntax_.lemma(token));
  }

  // The token itself where it names a theme, else what hangs below it.
  std::optional<uint32_t> theme(uint32_t token, int depth) const {
    if (depth > kDepthMax) return std::nullopt;
    const bool noun = syntax_.token(token).upos == Upos::noun;
    if (noun && !named_[token] && !in("topic_shells", token) && !in("not_topics", token)) {
      return token;
    }
    return below(token, depth);
  }

  std::optional<uint32_t> below(uint32_t token, int depth) const {
    for (const uint32_t i : syntax_.children(token)) {
      const Relation relation = syntax_.token(i).relation;
      const bool part = relation == Relation::nmod || relation == Relation::obj ||
                        relation == Relation::obl || relation == Relation::acl ||
                        relation == Relation::xcomp || relation == Relation::conj ||
                        relation == Relation::compound;
      if (!part) continue;
      if (const auto found = theme(i, depth + 1)) return found;
    }
    return std::nullopt;
  }

  // Head with the nouns and adjectives before it, in lemmas.
  std::string phrase(uint32_t head) const {
    std::string text;
    for (const uint32_t i : syntax_.children(head)) {
      const Relation relation = syntax_.token(i).relation;
      const bool modifier = relation == Relation::compound || relation == Relation::amod;
      const bool proper = syntax_.token(i).upos == Upos::propn ||
                          std::find(demonyms_.begin(), demonyms_.end(), i) != demonyms_.end();
      if (i > head || !modifier || proper || in("empty_adjectives", i)) continue;
      text += std::string(syntax_.lemma(i)) + " ";
    }
    return text + std::string(syntax_.lemma(head));
  }

  const Syntax& syntax_;
  const DeedLexicon::Entries& lexicon_;
  std::vector<bool> named_;  // tokens inside names of actors
  std::vector<uint32_t> demonyms_;
};

Stand turned(Stand stand) {
  if (stand == Stand::for_) return Stand::against;
  return stand == Stand::against ? Stand::for_ : stand;
}

Stand side_of(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::support:
    case EventType::cooperate:
    case EventType::aid:
    case EventType::concede:
    case EventType::request: return Stand::for_;
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
    case EventType::protest: return Stand::against;
    default: return Stand::none;
  }
}

bool has_condition(const Syntax& syntax, uint32_t head) {
  for (const uint32_t i : syntax.children(head)) {
    const std::string_view marker = syntax.preposition(i);
    const bool clause = syntax.token(i).relation == Relation::advcl;
    if (clause && (marker == "if" || marker == "unless" || marker == "provided" ||
                   marker == "until" || marker == "once")) {
      return true;
    }
    const std::string_view lemma = syntax.lemma(i);
    const bool exchange = (marker == "in" && (lemma == "exchange" || lemma == "return")) ||
                          (marker == "on" && lemma == "condition");
    if (exchange || (clause && lemma == "provide")) return true;
  }
  return false;
}

}  // namespace

Topic topic_of(const Syntax& syntax, const std::vector<Mention>& mentions,
               const DeedLexicon::Entries& lexicon, uint32_t head) {
  return TopicReader(syntax, mentions, lexicon).run(head);
}

Stand stand_of(const Syntax& syntax, const DeedLexicon::Entries& lexicon, EventType type,
               EventStatus status, uint32_t head, uint32_t about) {
  Stand stand = side_of(type);
  // What others demand, or what is only thinkable, tells nothing of the source.
  const bool own = status == EventStatus::happened || status == EventStatus::planned;
  if (stand == Stand::none || !own) return Stand::none;
  if (has_condition(syntax, head)) return Stand::conditional;
  uint32_t at = about;
  for (int step = 0; step < 2 * kDepthMax && at != head; ++step) {
    if (syntax.token(at).head == kNoToken) return Stand::none;  // not below the deed
    const bool against = syntax.preposition(at) == "against" && at != head;
    const Relation relation = syntax.token(at).relation;
    if (relation == Relation::nsubj || relation == Relation::csubj) return Stand::none;  // who acts
    at = static_cast<uint32_t>(syntax.token(at).head);
    const bool refused = type == EventType::reject || type == EventType::accuse;
    // "refused to allow": the refusal is the deed's own type already.
    const bool counts = at != head || !refused;
    if (counts && lexicon.in_class("takes_away", syntax.lemma(at))) stand = turned(stand);
    if (against && stand == Stand::for_) stand = turned(stand);
    const bool negated = at != head && syntax.has_child_lemma(at, Relation::advmod, "not");
    if (negated) stand = turned(stand);
  }
  return at == head ? stand : Stand::none;
}

}  // namespace entente
