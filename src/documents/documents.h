// documents: an article's text -> sentences, tokens, tags, lemmas and a dependency tree, in the
// conventions of Universal Dependencies 2 for English (EWT, GUM).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/range.h"
#include "base/result.h"
#include "documents/grammar.h"

namespace entente {

inline constexpr int32_t kNoToken = -1;

// Of a token: its embedding and the output of the last layer.
inline constexpr size_t kTokenStates = 512;
inline constexpr size_t kStatesTokensMax = 200'000;  // 100 MB

// A syntactic word. Contractions are several tokens that share no bytes ("do" "n't").
struct Token {
  Range range;              // in Document::text
  int32_t head = kNoToken;  // index into Document::tokens; kNoToken at the root
  Upos upos = Upos::x;
  Relation relation = Relation::dep;
  Features features;  // tense, verb form, voice, number, mood ...
  std::string lemma;  // lower case save for proper nouns
  std::string xpos;   // Penn tag
};

struct Sentence {
  Range range;               // in Document::text
  uint32_t token_begin = 0;  // half-open range of Document::tokens
  uint32_t token_end = 0;
  bool heading = false;  // a title, heading or list item rather than running text
};

struct Document {
  std::string text;  // the one owner of the bytes; equal to the Article's text
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;      // of all sentences, in order
  std::vector<Problem> problems;  // e.g. a sentence cut because it was too long
  // What the neural engine knows of each token in its sentence, where DocumentOptions::states asks
  // for it: rows of kTokenStates bytes, 128 is zero. Empty else, and with the fast engine.
  std::vector<uint8_t> states;
};

// Double marks: a single one may be an apostrophe.
inline bool is_quotation_mark(std::string_view form) {
  return form == "\"" || form == "\u201C" || form == "\u201D" || form == "''" || form == "``";
}
inline std::string_view form(const Document& document, const Token& token) {
  return slice(document.text, token.range);
}

enum class ClauseTense : uint8_t { none, past, present, future };
// Hypothetical: would, if, whether. Possible: can, may, perhaps. Necessary: must, should, has to.
enum class ClauseModality : uint8_t { none, possible, necessary, hypothetical };
enum class CueKind : uint8_t { tense, modality, negation };

struct ClauseCue {
  uint32_t token = 0;  // index into Document::tokens
  CueKind kind = CueKind::tense;
};

// A predicate and what the words around it say of it.
struct Clause {
  uint32_t predicate = 0;  // a verb, or the noun or adjective that "be" predicates
  ClauseTense tense = ClauseTense::none;
  bool perfect = false, progressive = false, passive = false;
  ClauseModality modality = ClauseModality::none;
  bool negated = false;
  std::vector<ClauseCue> cues;  // in order of their words; a plain past or present has none
};

// The clauses of all sentences, in order of their predicates.
std::vector<Clause> find_clauses(const Document& document);

// Whether a verb with these dependents is still to be done, though no "will" says so: "is to
// visit", and "Germany to supply tanks" in a headline.
bool is_to_be(const Document& document, uint32_t verb, std::span<const uint32_t> dependents);

// The tagger, lemmatizer and parser weights. Immutable; shared by threads without locks.
class EnglishModel {
 public:
  struct Weights;
  explicit EnglishModel(std::shared_ptr<const Weights> weights) : weights_(std::move(weights)) {}
  const Weights& weights() const { return *weights_; }

 private:
  std::shared_ptr<const Weights> weights_;
};

enum class NamedEntityKind : uint8_t { person, organisation, place };

// A name: a run of proper nouns, half-open range of Document::tokens.
struct NamedEntity {
  uint32_t token_begin = 0, token_end = 0;
  NamedEntityKind kind = NamedEntityKind::person;
};

// The names of people, organisations and places, in order; others (treaties, months) are left out.
std::vector<NamedEntity> find_named_entities(const Document& document, const EnglishModel& model);

// Errors: not a model file, wrong version, bad checksum, truncated. `name` is for the message.
// A file with neural weights alone is completed by the built-in lemmatizer and fast engine.
Result<EnglishModel> load_english_model(std::string_view bytes, std::string_view name);
// The model built into the program.
EnglishModel embedded_english_model();

// Neural is the more accurate, fast the perceptron. A model without neural weights is always fast.
enum class Engine : uint8_t { neural, fast };

struct DocumentOptions {
  size_t sentence_tokens_max = 400;  // a longer sentence is cut, with a Problem
  size_t run_tokens_max = 20'000;    // what a sentence has beyond is no prose and set aside
  Engine engine = Engine::neural;
  bool states = false;  // keep the encoder's states, up to kStatesTokensMax tokens
};

// Never fails: odd text gives fewer or shorter sentences and a Problem. Lines of `text` are
// blocks: no sentence crosses a '\n'. Blocks that are clearly not in English are set aside. The
// text must be valid UTF-8 below 4 GiB.
Document make_document(std::string text, const EnglishModel& model,
                       const DocumentOptions& options = {});

// Whether a text is running text of another language; names, numbers and headlines are no language.
bool is_clearly_not_english(std::string_view text);

// CoNLL-U with computed tags and trees, or, from given words, re-tagged and re-parsed.
std::string to_conllu(const Document& document, std::string_view document_id = "");
// Takes sentences and words (and nothing else) from CoNLL-U and tags and parses them.
Document reparse_conllu(std::string_view conllu, const EnglishModel& model,
                        std::vector<Problem>* problems, Engine engine = Engine::neural);

}  // namespace entente
