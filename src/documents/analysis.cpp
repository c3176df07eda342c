// Runs one of the two engines over a document's sentences; lemmas and features follow from tags and
// tree in the same way for both. Tested in documents_test.cpp.
#include "documents/analysis.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "documents/model_file.h"
#include "documents/morphology.h"
#include "documents/neural_parser.h"
#include "documents/neural_words.h"
#include "documents/parser.h"

namespace entente {
namespace {

std::vector<std::string_view> forms_of(const Document& document, const Sentence& sentence) {
  std::vector<std::string_view> forms;
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    forms.push_back(form(document, document.tokens[i]));
  }
  return forms;
}

void set_tag(Token& token, std::string_view word, const TagName& tag,
             const Lemmatizer& lemmatizer) {
  token.upos = tag.upos;
  token.xpos = tag.xpos;
  token.lemma = lemmatizer.lemma(word, tag.xpos);
}

void analyse_fast(Document& document, const Sentence& sentence,
                  const EnglishModel::Weights& weights) {
  const std::vector<std::string_view> forms = forms_of(document, sentence);
  const std::vector<uint8_t> tags = tag_words(forms, weights.tagger, weights.tags.size());
  Token* tokens = document.tokens.data() + sentence.token_begin;
  std::vector<ParserWord> words;
  for (size_t i = 0; i < forms.size(); ++i) {
    const TagName& tag = weights.tags[tags[i]];
    set_tag(tokens[i], forms[i], tag, weights.lemmatizer);
    words.push_back(parser_word(forms[i], tokens[i].lemma, tags[i], tag));
  }
  const ParserState tree = parse(ParserInput(std::move(words)), weights.parser);
  for (size_t i = 0; i < forms.size(); ++i) {
    const ParserState::Node& node = tree.node(static_cast<int>(i));
    tokens[i].relation = node.relation;
    tokens[i].head = node.head == tree.root()
                         ? kNoToken
                         : static_cast<int32_t>(sentence.token_begin) + node.head;
  }
}

// Names that were typed without a capital ("mexico"), and the adjectives of peoples, have one in
// the lemma, as far as the model's lexicon knows them. Its classes of names begin with states,
// demonyms, capitals, persons. "al" is a person there, and a part of names.
void restore_capital(Token& token, std::string_view word, const NeuralModel& model) {
  const uint32_t wanted = token.xpos == "NNP" ? 15 : token.xpos == "JJ" ? 2 : 0;
  if (wanted == 0 || token.lemma.empty() || token.lemma == "al") return;
  char& first = token.lemma[0];
  if (first < 'a' || first > 'z') return;
  const uint32_t classes = model.find(neural_word(word, false, 0).lexicon);
  if ((classes >> model.sizes.first_name_class & wanted) == 0) return;
  first = static_cast<char>(first - 'a' + 'A');
}

bool is_lower_case(std::string_view text) { return lower(text) == text; }

// The lemma of a common noun with a capital beside a proper noun ("Security Council Committee")
// keeps it, and so do letters within ("iPhone") and beside digits ("S300"): most are names after
// all.
void keep_capitals(Document& document, const Sentence& sentence) {
  const std::vector<std::string_view> forms = forms_of(document, sentence);
  if (neural_casing(forms) != 0) return;
  const auto is_name = [&](size_t i) {
    return i < forms.size() && document.tokens[sentence.token_begin + i].xpos.starts_with("NNP");
  };
  for (size_t i = 1; i < forms.size(); ++i) {
    Token& token = document.tokens[sentence.token_begin + i];
    const std::string_view word = forms[i];
    if ((token.xpos != "NN" && token.xpos != "NNS") || !is_lower_case(token.lemma)) continue;
    const bool is_capital = word[0] >= 'A' && word[0] <= 'Z';
    const bool plain_rest = is_lower_case(word.substr(1));
    const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
    if (is_capital && plain_rest && word.size() > 1 && (is_name(i - 1) || is_name(i + 1))) {
      token.lemma[0] = word[0];
    } else if (token.xpos == "NN" && !is_lower_case(word) && (!is_capital || has_digit)) {
      token.lemma = word;
    }
  }
}

// Sentences first..last.
void analyse_neural(Document& document, const EnglishModel::Weights& weights, size_t first,
                    size_t last, bool states) {
  std::vector<NeuralSentence> sentences;
  for (size_t s = first; s < last; ++s) {
    sentences.push_back(forms_of(document, document.sentences[s]));
  }
  const std::vector<NeuralAnalysis> found =
      neural_parse(sentences, *weights.neural, fastest_kernels(), states);
  for (size_t s = 0; s < sentences.size(); ++s) {
    document.states.insert(document.states.end(), found[s].states.begin(), found[s].states.end());
    const auto begin = static_cast<int32_t>(document.sentences[first + s].token_begin);
    for (size_t i = 0; i < sentences[s].size(); ++i) {
      Token& token = document.tokens[static_cast<size_t>(begin) + i];
      set_tag(token, sentences[s][i], weights.neural->tags[found[s].tags[i]], weights.lemmatizer);
      restore_capital(token, sentences[s][i], *weights.neural);
      token.relation = found[s].relations[i];
      token.head = found[s].heads[i] == 0 ? kNoToken : begin + found[s].heads[i] - 1;
    }
    keep_capitals(document, document.sentences[first + s]);
  }
}

// Some thousand words at a time, so that long texts need no more memory than their own.
void analyse_neural(Document& document, const EnglishModel::Weights& weights, bool states) {
  constexpr uint32_t kWordsTogether = 16'384;
  const std::vector<Sentence>& all = document.sentences;
  for (size_t first = 0; first < all.size();) {
    size_t last = first + 1;
    while (last < all.size() && all[last].token_end - all[first].token_begin <= kWordsTogether) {
      ++last;
    }
    analyse_neural(document, weights, first, last, states);
    first = last;
  }
}

// The object that "have" got together with the participle that follows it, or none.
int32_t object_of_have(const Document& document, int32_t have, int32_t participle) {
  const Token& verb = document.tokens[static_cast<size_t>(participle)];
  if (verb.xpos != "VBN" || verb.relation != Relation::amod || verb.head < participle) {
    return kNoToken;
  }
  const Token& noun = document.tokens[static_cast<size_t>(verb.head)];
  return noun.relation == Relation::obj && noun.head == have ? verb.head : kNoToken;
}

// "has frozen Russian assets": that is done, and not owned as frozen goods. Without a determiner
// between the two the participle is the verb.
void mend_perfects(Document& document, const Sentence& sentence) {
  const auto end = static_cast<int32_t>(sentence.token_end);
  for (auto have = static_cast<int32_t>(sentence.token_begin); have + 1 < end; ++have) {
    Token& owner = document.tokens[static_cast<size_t>(have)];
    if (owner.lemma != "have") continue;
    const int32_t participle = have + 1;
    if (object_of_have(document, have, participle) == kNoToken) continue;
    for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
      if (document.tokens[i].head == have) document.tokens[i].head = participle;
    }
    Token& verb = document.tokens[static_cast<size_t>(participle)];
    verb.head = owner.head;
    verb.relation = owner.relation;
    verb.upos = Upos::verb;
    owner.head = participle;
    owner.relation = Relation::aux;
    owner.upos = Upos::aux;
  }
}

// Verbs that make their object something: "named him envoy". Sorted.
constexpr std::string_view kNaming[] = {"appoint", "call",     "consider", "crown", "declare",
                                        "deem",    "dub",      "elect",    "label", "make",
                                        "name",    "proclaim", "render",   "term"};

// Of two objects of a verb, which treebanks never have, the first is "that" or the one who gets the
// second, or else the second is what the first becomes.
void mend_two_objects(Document& document, int32_t verb, int32_t first, int32_t second,
                      bool has_subject) {
  const auto at = [&](int32_t i) -> Token& { return document.tokens[static_cast<size_t>(i)]; };
  Token &one = at(first), &other = at(second);
  if (first < verb && second > verb && lower(form(document, one)) == "that") {
    one.relation = has_subject ? Relation::mark : Relation::nsubj;
    if (!has_subject) return;
    one.upos = Upos::sconj;
    one.xpos = "IN";
  } else if (first > verb && std::binary_search(std::begin(kNaming), std::end(kNaming),
                                                std::string_view(at(verb).lemma))) {
    other.relation = Relation::xcomp;
  } else if (first > verb && (one.upos == Upos::noun || one.upos == Upos::pron) &&
             other.upos == Upos::noun) {
    one.relation = Relation::iobj;
  }
}

void mend_objects(Document& document, const Sentence& sentence) {
  struct Below {
    std::vector<int32_t> objects;
    bool subject = false;
  };
  std::vector<Below> below(sentence.token_end - sentence.token_begin);
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const Token& token = document.tokens[i];
    if (token.head == kNoToken) continue;
    Below& head = below[static_cast<uint32_t>(token.head) - sentence.token_begin];
    if (token.relation == Relation::obj) head.objects.push_back(static_cast<int32_t>(i));
    head.subject |= token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass;
  }
  for (size_t i = 0; i < below.size(); ++i) {
    if (below[i].objects.size() != 2) continue;
    mend_two_objects(document, static_cast<int32_t>(sentence.token_begin + i), below[i].objects[0],
                     below[i].objects[1], below[i].subject);
  }
}

// Nouns that say what somebody is up to: the infinitive right behind them is theirs. Sorted.
constexpr std::string_view kPurposes[] = {
    "ability",    "agreement", "attempt",       "bid",        "chance",        "commitment",
    "decision",   "desire",    "determination", "effort",     "failure",       "intent",
    "intention",  "mandate",   "move",          "obligation", "offer",         "opportunity",
    "plan",       "pledge",    "promise",       "proposal",   "readiness",     "refusal",
    "reluctance", "resolve",   "right",         "threat",     "unwillingness", "vow",
    "willingness"};

// "pointed to Britain's decision to leave": who leaves is Britain. The treebanks tie 97 of 100 such
// infinitives to the noun; the neural engine often ties them to the verb above.
void mend_purposes(Document& document, const Sentence& sentence) {
  for (uint32_t to = sentence.token_begin + 1; to + 1 < sentence.token_end; ++to) {
    const Token& noun = document.tokens[to - 1];
    Token& verb = document.tokens[to + 1];
    const auto noun_at = static_cast<int32_t>(to) - 1;
    const bool infinitive = document.tokens[to].xpos == "TO" && verb.xpos == "VB" &&
                            document.tokens[to].head == noun_at + 2;
    if (!infinitive || verb.relation != Relation::advcl || verb.head >= noun_at) continue;
    if (noun.upos != Upos::noun || noun.head == noun_at + 2) continue;
    if (!std::binary_search(std::begin(kPurposes), std::end(kPurposes),
                            std::string_view(noun.lemma))) {
      continue;
    }
    verb.head = noun_at;
    verb.relation = Relation::acl;
  }
}

// Heads of by-phrases that tell when or how, and not who. Sorted.
constexpr std::string_view kNoAgents[] = {
    "accident", "air",      "april",    "august",  "autumn",    "day",     "decade",   "december",
    "e-mail",   "email",    "end",      "evening", "february",  "friday",  "hand",     "january",
    "july",     "june",     "land",     "mail",    "march",     "may",     "means",    "midnight",
    "mistake",  "monday",   "month",    "morning", "night",     "noon",    "november", "now",
    "october",  "phone",    "saturday", "sea",     "september", "spring",  "summer",   "sunday",
    "then",     "thursday", "time",     "today",   "tomorrow",  "tuesday", "way",      "wednesday",
    "week",     "winter",   "year"};

// "by" under an oblique of a passive verb makes it the agent, which treebanks follow nearly without
// exception and which the neural engine, having seen few, often misses.
void mark_agents(Document& document, const Sentence& sentence) {
  for (uint32_t i = sentence.token_begin; i < sentence.token_end; ++i) {
    const Token& by = document.tokens[i];
    if (by.relation != Relation::case_ || by.lemma != "by" || by.head <= static_cast<int32_t>(i)) {
      continue;
    }
    Token& noun = document.tokens[static_cast<size_t>(by.head)];
    if (noun.relation != Relation::obl || noun.head == kNoToken || noun.head > by.head) continue;
    const bool is_thing =
        noun.upos != Upos::verb && noun.xpos != "CD" &&
        !std::binary_search(std::begin(kNoAgents), std::end(kNoAgents), lower(noun.lemma));
    if (is_thing && document.tokens[static_cast<size_t>(noun.head)].features.passive) {
      noun.relation = Relation::obl_agent;
    }
  }
}

}  // namespace

void analyse(Document& document, const EnglishModel& model, Engine engine, bool states) {
  const EnglishModel::Weights& weights = model.weights();
  const bool neural = engine == Engine::neural && weights.neural;
  if (neural) analyse_neural(document, weights, states);
  for (const Sentence& sentence : document.sentences) {
    if (!neural) analyse_fast(document, sentence, weights);
    mend_perfects(document, sentence);
    mend_objects(document, sentence);
    mend_purposes(document, sentence);
    add_features(document.text, document.tokens.data() + sentence.token_begin,
                 sentence.token_end - sentence.token_begin,
                 static_cast<int32_t>(sentence.token_begin));
    mark_agents(document, sentence);
  }
}

}  // namespace entente
