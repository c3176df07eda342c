// Whom an article is about: the one at whom most deeds of a kind are aimed.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "events/matching.h"

namespace entente {

// The target of at least three deeds of the kind that `is_kind` accepts, done by two actors or
// more; nobody else is the target of more than half as many. None where there is no such actor.
std::optional<Filler> most_aimed_at(const Participants& participants,
                                    const DeedLexicon::Entries& lexicon,
                                    const std::vector<Deed>& deeds,
                                    const std::function<bool(const DeedEntry&)>& is_kind);

}  // namespace entente
