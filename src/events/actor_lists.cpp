// Two names are neighbours in a list when nothing but commas, a conjunction and articles stands
// between them. "Iran, and Oman objected" and "In Moscow, Putin and Xi met" look alike: a new
// subject after something that is none, or after a preposition of its own, begins anew.
// Tested in actor_lists_test.cpp.
#include "events/actor_lists.h"

#include <algorithm>

namespace entente {

namespace {

enum class Link : uint8_t { none, comma, conjunction };

bool is_subject(Relation relation) {
  return relation == Relation::nsubj || relation == Relation::nsubj_pass;
}

class Lists {
 public:
  Lists(const Syntax& syntax, const std::vector<Mention>& mentions)
      : syntax_(syntax), mentions_(mentions) {}

  std::vector<std::vector<uint32_t>> run() {
    std::vector<std::vector<uint32_t>> lists(mentions_.size());
    const std::vector<uint32_t> names = outermost();
    for (size_t first = 0; first < names.size();) {
      size_t last = first;   // the last member that a conjunction has confirmed
      size_t reach = first;  // the last that commas lead to
      while (reach + 1 < names.size()) {
        const Link link = link_between(names[reach], names[reach + 1]);
        if (link == Link::none || starts_anew(names[first], names[reach + 1])) break;
        ++reach;
        if (link == Link::conjunction) last = reach;
      }
      if (last > first) {
        const std::vector<uint32_t> members(names.begin() + static_cast<std::ptrdiff_t>(first),
                                            names.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        for (const uint32_t member : members) lists[member] = members;
      }
      first = last + 1;
    }
    return lists;
  }

 private:
  std::vector<uint32_t> outermost() const {
    std::vector<uint32_t> names;
    uint32_t end = 0;
    for (uint32_t m = 0; m < mentions_.size(); ++m) {
      const Mention& mention = mentions_[m];
      if (mention.outlet || mention.modifier || mention.token_begin < end) continue;
      if (mention.token_end > syntax_.document().tokens.size()) continue;
      names.push_back(m);
      end = mention.token_end;
    }
    return names;
  }

  Link link_between(uint32_t left, uint32_t right) const {
    const Mention &a = mentions_[left], &b = mentions_[right];
    if (a.sentence != b.sentence) return Link::none;
    Link link = Link::none;
    bool article = false;
    for (uint32_t t = a.token_end; t < b.token_begin; ++t) {
      const std::string_view lemma = syntax_.lemma(t);
      if (article) return Link::none;
      if (lemma == "and" || lemma == "or" || lemma == "&") {
        link = Link::conjunction;
      } else if (lemma == "," && link == Link::none) {
        link = Link::comma;
      } else if (lemma == "the" && link != Link::none) {
        article = true;
      } else {
        return Link::none;
      }
    }
    return link;
  }

  bool starts_anew(uint32_t first, uint32_t next) const {
    const uint32_t begin = mentions_[first].head, head = mentions_[next].head;
    const Token &a = syntax_.token(begin), &b = syntax_.token(head);
    if (!is_subject(b.relation)) return false;
    if (!syntax_.preposition(begin).empty()) return true;
    switch (a.relation) {
      case Relation::obj:
      case Relation::iobj:
      case Relation::obl:
      case Relation::nmod:
      case Relation::nmod_poss: return true;
      default: return is_subject(a.relation) && a.head != b.head;
    }
  }

  const Syntax& syntax_;
  const std::vector<Mention>& mentions_;
};

}  // namespace

std::vector<std::vector<uint32_t>> actor_lists(const Syntax& syntax,
                                               const std::vector<Mention>& mentions) {
  return Lists(syntax, mentions).run();
}

}  // namespace entente
