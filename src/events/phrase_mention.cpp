// The token that carries the phrase is the first whose governor lies outside of it. Tested by
// relate_test.cpp.
#include "events/phrase_mention.h"

namespace entente {

std::optional<Mention> phrase_mention(const Document& document, Range range,
                                      std::string_view node) {
  Mention mention;
  mention.range = range;
  bool any = false;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (!document.tokens[i].range.overlaps(range)) continue;
    if (!any) mention.token_begin = i;
    any = true;
    mention.token_end = i + 1;
  }
  if (!any) return std::nullopt;
  mention.head = mention.token_end - 1;
  for (uint32_t i = mention.token_begin; i < mention.token_end; ++i) {
    const int32_t head = document.tokens[i].head;
    const bool outside = head == kNoToken || head < static_cast<int32_t>(mention.token_begin) ||
                         head >= static_cast<int32_t>(mention.token_end);
    if (!outside || document.tokens[i].upos == Upos::punct) continue;
    if (document.tokens[i].relation == Relation::case_) continue;
    mention.head = i;
    break;
  }
  Actor actor;
  actor.code = node;
  actor.node = node;
  mention.actors = {actor};
  return mention;
}

}  // namespace entente
