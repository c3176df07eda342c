// Penn tags fix most features; the tree adds those that depend on other words: the number and
// person of a past tense or plain present come from its subject, the passive from its auxiliary,
// the imperative from the absence of subject and auxiliary. Tested in morphology_test.cpp.
#include "documents/morphology.h"

#include <algorithm>

#include "base/ascii.h"

namespace entente {
namespace {

struct Dependents {
  const Token* subject = nullptr;
  bool passive_auxiliary = false;
  bool auxiliary_be = false, auxiliary_have = false, auxiliary_do = false, auxiliary = false;
  bool to = false;
};

std::vector<Dependents> dependents_of(const Token* tokens, size_t count, int32_t first) {
  std::vector<Dependents> result(count);
  for (size_t i = 0; i < count; ++i) {
    const Token& token = tokens[i];
    if (token.head < first || token.head >= first + static_cast<int32_t>(count)) continue;
    Dependents& head = result[static_cast<size_t>(token.head - first)];
    switch (token.relation) {
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::nsubj_outer:
      case Relation::expl:
        if (head.subject == nullptr) head.subject = &token;
        break;
      case Relation::aux_pass: head.passive_auxiliary = true; [[fallthrough]];
      case Relation::aux:
      case Relation::cop:
        head.auxiliary = true;
        head.auxiliary_be |= token.lemma == "be" && token.relation == Relation::aux;
        head.auxiliary_have |= token.lemma == "have";
        head.auxiliary_do |= token.xpos == "VB" && token.lemma == "do";
        break;
      case Relation::mark: head.to |= token.xpos == "TO"; break;
      default: break;
    }
  }
  return result;
}

struct Pronoun {
  std::string_view form;
  uint8_t person;
  Number number;
};
constexpr Pronoun kPronouns[] = {
    {"i", 1, Number::singular},        {"me", 1, Number::singular},
    {"my", 1, Number::singular},       {"mine", 1, Number::singular},
    {"myself", 1, Number::singular},   {"we", 1, Number::plural},
    {"us", 1, Number::plural},         {"our", 1, Number::plural},
    {"ours", 1, Number::plural},       {"ourselves", 1, Number::plural},
    {"you", 2, Number::none},          {"your", 2, Number::none},
    {"yours", 2, Number::none},        {"yourself", 2, Number::singular},
    {"yourselves", 2, Number::plural}, {"he", 3, Number::singular},
    {"him", 3, Number::singular},      {"his", 3, Number::singular},
    {"himself", 3, Number::singular},  {"she", 3, Number::singular},
    {"her", 3, Number::singular},      {"hers", 3, Number::singular},
    {"herself", 3, Number::singular},  {"it", 3, Number::singular},
    {"its", 3, Number::singular},      {"itself", 3, Number::singular},
    {"they", 3, Number::plural},       {"them", 3, Number::plural},
    {"their", 3, Number::plural},      {"theirs", 3, Number::plural},
    {"themselves", 3, Number::plural}, {"'em", 3, Number::plural},
    {"'s", 1, Number::plural},         {"’s", 1, Number::plural}};

void pronoun_features(std::string_view form, Features& features) {
  const std::string low = lower(form);
  for (const Pronoun& pronoun : kPronouns) {
    if (pronoun.form != low) continue;
    features.person = pronoun.person;
    features.number = pronoun.number;
  }
}

void determiner_features(std::string_view form, Features& features) {
  const std::string low = lower(form);
  if (low == "this" || low == "that") features.number = Number::singular;
  if (low == "these" || low == "those") features.number = Number::plural;
}

void agree(std::string_view form, const Token* subject, Features& features) {
  const Features other = subject == nullptr ? Features{} : subject->features;
  features.person = other.person == 0 ? uint8_t{3} : other.person;
  features.number =
      other.number == Number::none && features.person == 3 ? Number::singular : other.number;
  const std::string low = lower(form);
  const bool plain_present = features.tense == Tense::present;
  if ((plain_present && features.person == 3) || low == "were") features.number = Number::plural;
  if (low == "was" || low == "am") features.number = Number::singular;
}

// A plain form without subject, auxiliary (save "do") or "to", at the top of a clause, is an order.
bool is_imperative(const Token& token, const Dependents& below) {
  if (below.subject != nullptr || below.to) return false;
  if (below.auxiliary && !below.auxiliary_do) return false;
  return token.relation == Relation::root || token.relation == Relation::parataxis;
}

void finite(Features& features, Tense tense) {
  features.verb_form = VerbForm::finite;
  features.mood = Mood::indicative;
  features.tense = tense;
}

void verb_features(const Token& token, std::string_view form, const Dependents& below,
                   Features& features) {
  const std::string_view tag = token.xpos;
  if (tag == "VBZ") {
    finite(features, Tense::present);
    features.person = 3;
    features.number = Number::singular;
  } else if (tag == "VBP" || tag == "VBD") {
    finite(features, tag == "VBP" ? Tense::present : Tense::past);
    agree(form, below.subject, features);
  } else if (tag == "MD") {
    features.verb_form = VerbForm::finite;
  } else if (tag == "VBN") {
    features.verb_form = VerbForm::participle;
    features.tense = Tense::past;
    features.passive =
        token.upos == Upos::verb && (below.passive_auxiliary || !below.auxiliary_have);
  } else if (tag == "VBG") {
    const bool is_participle = below.auxiliary_be || token.upos == Upos::aux ||
                               token.relation == Relation::advcl ||
                               token.relation == Relation::case_ ||
                               token.relation == Relation::conj || token.relation == Relation::root;
    features.verb_form = is_participle ? VerbForm::participle : VerbForm::gerund;
    if (is_participle) features.tense = Tense::present;
  } else if (tag == "NNP") {  // "the United Nations"
    features.verb_form = VerbForm::participle;
    features.tense = Tense::past;
  } else if (tag == "VB") {
    features.verb_form = VerbForm::infinitive;
    if (token.upos == Upos::verb && is_imperative(token, below)) {
      features.verb_form = VerbForm::finite;
      features.mood = Mood::imperative;
    }
  }
}

}  // namespace

void add_features(std::string_view text, Token* tokens, size_t count, int32_t first_index) {
  const std::vector<Dependents> below = dependents_of(tokens, count, first_index);
  for (size_t i = 0; i < count; ++i) {
    Token& token = tokens[i];
    token.features = {};
    const std::string_view form = slice(text, token.range);
    if (token.xpos == "NN" || token.xpos == "NNP") token.features.number = Number::singular;
    if (token.xpos == "NNS" || token.xpos == "NNPS") token.features.number = Number::plural;
    if (token.upos == Upos::adj) token.features.number = Number::none;
    if (token.xpos == "PRP" || token.xpos == "PRP$") pronoun_features(form, token.features);
    if (token.xpos == "DT") determiner_features(form, token.features);
  }
  for (size_t i = 0; i < count; ++i) {
    if (tokens[i].upos != Upos::verb && tokens[i].upos != Upos::aux) continue;
    verb_features(tokens[i], slice(text, tokens[i].range), below[i], tokens[i].features);
  }
  // An auxiliary agrees with the subject of its verb, a later verb with that of the first;
  // conjoined orders and perfects go on as the first.
  for (size_t i = 0; i < count; ++i) {
    Token& token = tokens[i];
    if (token.head < first_index || below[i].subject != nullptr) continue;
    const auto head = static_cast<size_t>(token.head - first_index);
    if (head >= count) continue;
    const bool joined = token.relation == Relation::conj;
    const bool shares = joined || token.relation == Relation::aux ||
                        token.relation == Relation::aux_pass || token.relation == Relation::cop;
    if (!shares) continue;
    if (token.xpos == "VBP" || token.xpos == "VBD") {
      if (below[head].subject != nullptr)
        agree(slice(text, token.range), below[head].subject, token.features);
    } else if (joined && token.xpos == tokens[head].xpos && !below[i].auxiliary && !below[i].to) {
      if (token.xpos == "VB") token.features = tokens[head].features;
      if (token.xpos == "VBN") token.features.passive = tokens[head].features.passive;
    }
  }
}

}  // namespace entente
