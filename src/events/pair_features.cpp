// The shortest way between two mentions says most about who does what to whom (Bunescu and Mooney
// 2005); its words are given as such and through the lexicon, so that a deed that the lexicon knows
// in another frame is still recognised. Lists count as one place in the tree. Tested in
// pair_features_test.cpp.
#include "events/pair_features.h"

#include <algorithm>

namespace entente {

namespace {

constexpr size_t kWayMax = 6;

uint64_t pair_key(uint32_t a, uint32_t b) { return uint64_t{a} << 32 | b; }

// FNV-1a over the parts, which are set apart.
template <typename... Parts>
uint32_t key_of(const Parts&... parts) {
  uint32_t value = 2166136261u;
  const auto add = [&](std::string_view text) {
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619u;
    value = (value ^ 0x1f) * 16777619u;
  };
  (add(parts), ...);
  return value;
}

std::string_view bucket(size_t number) {
  constexpr std::array<std::string_view, 8> names = {"0",   "1",    "2",     "3-4",
                                                     "5-8", "9-16", "17-32", "33"};
  size_t at = 0;
  for (size_t limit : {0, 1, 2, 4, 8, 16, 32}) {
    if (number <= limit) break;
    ++at;
  }
  return names[at];
}

bool is_content(const Syntax& syntax, uint32_t token) {
  const Upos upos = syntax.token(token).upos;
  return upos == Upos::verb || upos == Upos::noun || upos == Upos::adj || upos == Upos::adv;
}

std::string_view letter_of(const Syntax& syntax, uint32_t token) {
  switch (syntax.token(token).upos) {
    case Upos::verb: return "v";
    case Upos::noun:
    case Upos::propn: return "n";
    case Upos::adj: return "a";
    default: return "x";
  }
}

std::string_view kind_of(const Actor& actor) {
  if (!actor.known()) return "unknown";
  if (actor.node == actor.country) return "state";
  if (!actor.country.empty()) return "society";
  return "body";
}

}  // namespace

// Gathers the keys of one pair.
class PairReader::Collector {
 public:
  Collector(const PairReader& reader, PairFeatures& out)
      : reader_(reader), syntax_(reader.syntax_), out_(out) {}

  template <typename... Parts>
  void add(const Parts&... parts) {
    out_.keys.push_back(key_of(parts...));
  }

  // "obl:with^nmod:of": the relations on the way up.
  std::string relations(const Way& way) const {
    std::string text;
    for (size_t i = 0; i + 1 < way.tokens.size() && i < kWayMax; ++i) {
      if (i > 0) text += '^';
      text += relation(way.tokens[i]);
    }
    return text;
  }

  std::string relation(uint32_t token) const {
    std::string text(to_string(syntax_.token(token).relation));
    const std::string_view preposition = syntax_.preposition(token);
    if (!preposition.empty()) text += ':' + std::string(preposition);
    return text;
  }

  // What the lexicon codes a word as, in whatever frame.
  void add_lexicon(std::string_view slot, uint32_t token) {
    const auto found = reader_.lexicon_.by_head.find(std::string(letter_of(syntax_, token)) + ":" +
                                                     std::string(syntax_.lemma(token)));
    if (found == reader_.lexicon_.by_head.end()) return add("lexicon", slot, "nothing");
    std::array<size_t, kEventTypes> votes{};
    for (const uint32_t entry : found->second) {
      ++votes[static_cast<size_t>(reader_.lexicon_.list[entry].type)];
    }
    for (size_t type = 0; type < votes.size(); ++type) {
      if (votes[type] == 0) continue;
      const std::string_view share = votes[type] * 2 > found->second.size() ? "most" : "some";
      add("lexicon", slot, to_string(static_cast<EventType>(type)), share);
    }
  }

  void add_way(std::string_view side, const Way& way) {
    for (size_t i = 1; i + 1 < way.tokens.size(); ++i) {
      const uint32_t token = way.tokens[i];
      if (!is_content(syntax_, token)) continue;
      add("way", side, syntax_.lemma(token));
      add_lexicon(side, token);
    }
  }

  // The words that stand by the deed: particles, objects, complements, negation, auxiliaries.
  void add_surroundings(uint32_t deed, uint32_t source, uint32_t target) {
    for (const uint32_t child : syntax_.children(deed)) {
      if (syntax_.token(child).upos == Upos::punct) continue;
      const std::string role = relation(child);
      add("role", role);
      if (reader_.inside(child, source) || reader_.inside(child, target)) continue;
      add("by", syntax_.lemma(child));
      add("by", role, syntax_.lemma(child));
      add("deed by", syntax_.lemma(deed), syntax_.lemma(child));
      const Relation kind = syntax_.token(child).relation;
      if (kind == Relation::obj || kind == Relation::xcomp || kind == Relation::ccomp ||
          kind == Relation::obl) {
        add_lexicon(to_string(kind), child);
      }
      const bool complement = kind == Relation::obj || kind == Relation::xcomp;
      if (complement && out_.words[1].empty()) out_.words[1] = syntax_.lemma(child);
    }
    const int32_t governor = syntax_.token(deed).head;
    if (governor == kNoToken) return add("governor", "none");
    add("governor", relation(deed), syntax_.lemma(static_cast<uint32_t>(governor)));
    add("governed", to_string(syntax_.token(deed).relation));
    add_lexicon("governor", static_cast<uint32_t>(governor));
  }

  void add_actors(const Mention& source, const Mention& target) {
    const Actor &from = source.actors.front(), &to = target.actors.front();
    add("kinds", kind_of(from), kind_of(to));
    add("source kind", kind_of(from), from.sector);
    add("target kind", kind_of(to), to.sector);
    add("source how", to_string(source.how), source.place ? "place" : "");
    add("target how", to_string(target.how), target.place ? "place" : "");
    add("source part", source.modifier ? "modifier" : "phrase");
    add("target part", target.modifier ? "modifier" : "phrase");
    add("land", from.country == to.country ? "same" : "other");
  }

 private:
  const PairReader& reader_;
  const Syntax& syntax_;
  PairFeatures& out_;
};

PairReader::PairReader(const Syntax& syntax, const Participants& participants,
                       const DeedLexicon::Entries& lexicon, const std::vector<Deed>& deeds)
    : syntax_(syntax), participants_(participants), lexicon_(lexicon) {
  for (const Deed& deed : deeds) {
    const DeedEntry& entry = lexicon.list[deed.entry];
    fired_[pair_key(deed.source.mention, deed.target.mention)].push_back(entry.type);
    fired_from_[deed.source.mention].push_back(entry.type);
    fired_at_[deed.target.mention].push_back(entry.type);
    if (entry.mutual) {
      fired_[pair_key(deed.target.mention, deed.source.mention)].push_back(entry.type);
    }
  }
}

bool PairReader::inside(uint32_t token, uint32_t mention) const {
  const Mention& m = participants_.mentions()[mention];
  return m.token_begin <= token && token < m.token_end;
}

// The first of a list stands for its place in the tree.
uint32_t PairReader::lifted(uint32_t token) const {
  while (syntax_.token(token).relation == Relation::conj && syntax_.token(token).head != kNoToken &&
         syntax_.is_noun(static_cast<uint32_t>(syntax_.token(token).head))) {
    token = static_cast<uint32_t>(syntax_.token(token).head);
  }
  return token;
}

PairReader::Ways PairReader::ways(uint32_t source, uint32_t target) const {
  const auto up_from = [&](uint32_t mention) {
    std::vector<uint32_t> tokens;
    uint32_t at = lifted(participants_.mentions()[mention].head);
    tokens.push_back(at);
    while (syntax_.token(at).head != kNoToken) {
      at = static_cast<uint32_t>(syntax_.token(at).head);
      tokens.push_back(at);
    }
    return tokens;
  };
  Ways out{{up_from(source)}, {up_from(target)}, false};
  std::vector<uint32_t>&a = out.source.tokens, &b = out.target.tokens;
  if (a.front() == b.front()) {  // members of one list
    out.same_list = true;
    a.resize(std::min<size_t>(2, a.size()));
    b = a;
    return out;
  }
  while (a.size() > 1 && b.size() > 1 && a[a.size() - 2] == b[b.size() - 2]) {
    a.pop_back();
    b.pop_back();
  }
  return out;
}

size_t PairReader::distance(uint32_t source, uint32_t target) const {
  const Ways both = ways(source, target);
  return both.source.tokens.size() + both.target.tokens.size();
}

// Where the ways meet, unless that is one of the two: then the first word that is neither.
uint32_t PairReader::deed_of(const Ways& both, uint32_t source, uint32_t target) const {
  const auto own = [&](uint32_t token) { return inside(token, source) || inside(token, target); };
  const uint32_t meeting = both.source.tokens.back();
  if (!own(meeting)) return meeting;
  for (const Way* way : {&both.target, &both.source}) {
    for (size_t i = way->tokens.size(); i-- > 0;) {
      if (!own(way->tokens[i])) return way->tokens[i];
    }
  }
  const int32_t governor = syntax_.token(meeting).head;
  return governor == kNoToken ? meeting : static_cast<uint32_t>(governor);
}

PairFeatures PairReader::read(uint32_t source, uint32_t target, bool given) const {
  const Mention& from = participants_.mentions()[source];
  const Mention& to = participants_.mentions()[target];
  const Ways both = ways(source, target);
  PairFeatures out;
  out.deed = deed_of(both, source, target);
  const std::string_view deed = syntax_.lemma(out.deed);
  Collector collect(*this, out);
  const std::string up = collect.relations(both.source), down = collect.relations(both.target);
  const std::string_view kind = letter_of(syntax_, out.deed);
  collect.add(given ? "given" : "found");
  collect.add("tree", up, kind, down);
  collect.add("up", up);
  collect.add("down", down);
  collect.add("ends", collect.relation(both.source.tokens.front()), kind,
              collect.relation(both.target.tokens.front()));
  collect.add("deed", kind, deed);
  collect.add("deed tree", deed, up, down);
  collect.add("deed up", deed, up);
  collect.add("deed down", deed, down);
  collect.add("deed case", deed, syntax_.preposition(both.target.tokens.front()));
  collect.add("list", both.same_list ? "same" : "");
  collect.add("order", from.token_begin < to.token_begin ? "source first" : "target first");
  const uint32_t gap = from.token_begin < to.token_begin ? to.token_begin - from.token_end
                                                         : from.token_begin - to.token_end;
  collect.add("gap", bucket(gap < 1000 ? gap : 0));
  collect.add("steps", bucket(both.source.tokens.size()), bucket(both.target.tokens.size()));
  collect.add("passive", syntax_.is_passive(out.deed) ? "yes" : "no");
  collect.add_lexicon("deed", out.deed);
  collect.add_way("source", both.source);
  collect.add_way("target", both.target);
  collect.add_surroundings(out.deed, source, target);
  if (!given) collect.add_actors(from, to);
  const auto fired = [&](std::string_view name, const auto& table, auto place) {
    const auto found = table.find(place);
    if (found == table.end()) return collect.add(name, "nothing");
    for (const EventType type : found->second) collect.add(name, to_string(type));
  };
  fired("fires", fired_, pair_key(source, target));
  fired("fires back", fired_, pair_key(target, source));
  fired("fires from", fired_from_, source);
  fired("fires at", fired_at_, target);
  out.words[0] = deed;
  for (const auto& [way, slot] : {std::pair(&both.source, 2), std::pair(&both.target, 3)}) {
    for (size_t i = 1; i + 1 < way->tokens.size(); ++i) {
      if (is_content(syntax_, way->tokens[i])) out.words[slot] = syntax_.lemma(way->tokens[i]);
    }
  }
  return out;
}

}  // namespace entente
