// events: a document and its mentions -> who did what to whom, when, about what, and who says so.
// The ontology is PLOVER 2.0 (manual draft 2024-02-04): 16 types, modes, quad classes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "articles/articles.h"
#include "base/date.h"
#include "base/problem.h"
#include "base/range.h"
#include "base/result.h"
#include "documents/documents.h"

namespace entente {

enum class EventType : uint8_t {
  agree,
  consult,
  support,
  concede,  // quad 1: verbal cooperation
  cooperate,
  aid,
  retreat,  // quad 2: material cooperation
  request,
  accuse,
  reject,
  threaten,  // quad 3: verbal conflict
  protest,
  sanction,
  mobilize,
  coerce,
  assault,  // quad 4: material conflict
};
inline constexpr int kEventTypes = 16;

std::string_view to_string(EventType type);  // "AGREE"
std::optional<EventType> event_type_from(std::string_view name);
int quad(EventType type);  // 1-4
bool is_mode_of(EventType type, std::string_view mode);
// PLOVER table 2.2, -10..+10; the type's own score where the mode has none.
double intensity(EventType type, std::string_view mode);
// +1 or -1 by intensity; 0 for REQUEST, which asks without siding.
int sign(EventType type, std::string_view mode);

enum class EventStatus : uint8_t { happened, denied, planned, demanded, hypothetical };
std::string_view to_string(EventStatus status);
std::optional<EventStatus> event_status_from(std::string_view name);

// Where an event's date comes from.
enum class DateBasis : uint8_t { explicit_, relative, publication, none };
std::string_view to_string(DateBasis basis);

struct EventDate {
  DateRange range;
  DateBasis basis = DateBasis::none;
};

// All ranges of an Event point into Event::sentence, so that an event can be shown without its
// document; sentence_range points into the article's text.
struct Participant {
  Actor actor;
  Range range;
  std::string text;  // as the sentence names it
};

struct Speaker {
  std::string name;  // "Kommersant", "American officials"
  Range range;       // empty for the article's outlet, which the sentence does not name
};

// Where it happened, as far as the sentence says so; empty otherwise.
struct EventPlace {
  std::string name;     // "Samarkand"
  std::string country;  // ISO 3166 alpha-3 where the world book knows it, else ""
  Range range;
};

// How somebody stands on an issue.
enum class Stand : uint8_t { none, for_, against, conditional, mixed };
std::string_view to_string(Stand stand);  // "for", "against" ...
std::optional<Stand> stand_from(std::string_view name);

// Of an event that somebody else coded and that was taken from their data: the sentence behind it
// was not seen here.
struct CodedElsewhere {
  std::string coder;  // "ICEWS", "GDELT 2.0"; "" for an event that was read here
  std::string id;     // the event's id there
  std::string code;   // what the deed is called there: "042", "hostility level 4"

  explicit operator bool() const { return !coder.empty(); }
};

struct Event {
  std::string id;        // the same article, settings and program give the same id
  std::string document;  // Article::id
  uint32_t sentence_index = 0;
  Range sentence_range;
  std::string sentence;
  Participant source, target;
  EventType type = EventType::consult;
  std::string mode;  // "" where none
  EventStatus status = EventStatus::happened;
  bool mutual = false;           // both act ("A and B met"): source is the one named first
  std::vector<Speaker> said_by;  // outermost first: outlet, "as Kommersant reported", minister
  EventDate date;
  std::string issue;  // "" or a key of data/issues.tsv: "military bases"
  Range deed;
  std::string rule;       // the lexicon entry that fired, "impose-sanctions"
  double confidence = 1;  // 0-1
  std::string topic;      // the noun phrase that the deed is about, in lemmas: "transit fee"; or ""
  Stand stand = Stand::none;  // of the source on issue or topic; never mixed
  bool claimed = false;       // neither the outlet nor the source says so but somebody else
  EventPlace place;
  CodedElsewhere elsewhere;
};

// The patterns of data/deeds. Immutable; shared by threads without locks.
class DeedLexicon {
 public:
  struct Entries;
  explicit DeedLexicon(std::shared_ptr<const Entries> entries) : entries_(std::move(entries)) {}
  const Entries& entries() const { return *entries_; }

 private:
  std::shared_ptr<const Entries> entries_;
};

struct LexiconFile {
  std::string_view name;
  std::string_view text;
};
// Errors name file, line and remedy.
Result<DeedLexicon> load_deed_lexicon(const std::vector<LexiconFile>& files);
DeedLexicon embedded_deed_lexicon();

// Executes the example of each entry; a problem for each that neither it nor another entry of its
// type fires on.
std::vector<Problem> check_deed_lexicon(const DeedLexicon& lexicon, const EnglishModel& model,
                                        const WorldBook& book);

// The trained scorer of models/english_scorer.model. Immutable; shared by threads without locks.
// It needs documents with states (DocumentOptions::states); others are read by the lexicon alone.
class Scorer {
 public:
  struct Weights;
  explicit Scorer(std::shared_ptr<const Weights> weights) : weights_(std::move(weights)) {}
  const Weights& weights() const { return *weights_; }

 private:
  std::shared_ptr<const Weights> weights_;
};
Scorer embedded_scorer();

// Sorted by sentence, deed, source, target. `article` gives id, outlet and publication date.
std::vector<Event> extract_events(const Article& article, const Document& document,
                                  const std::vector<Mention>& mentions, const DeedLexicon& lexicon);

// From which confidence on an event is kept; above 1: none is.
struct ScoringOptions {
  double confidence_min = 0;  // events of the lexicon
  double unseen_min = 2;      // events that the scorer alone sees; their rule is "scorer"
};
// The same with confidences that are chances: of events with 0.8 eight in ten are right.
std::vector<Event> extract_events(const Article& article, const Document& document,
                                  const std::vector<Mention>& mentions, const DeedLexicon& lexicon,
                                  const Scorer& scorer, const ScoringOptions& options = {});

// Mutual AGREE events between those who, by `events` (sorted as above), did the same hostile deed
// to the same third: for networks, which want to know who acts together, not for lists of deeds.
std::vector<Event> joint_acts(const std::vector<Event>& events);

// Who says, thinks, wants or backs what. Ranges point into the document's text; an empty source is
// one that the text does not name ("it is said"), an empty content one that stands elsewhere.
enum class AttributionKind : uint8_t { speech, stance };
std::string_view to_string(AttributionKind kind);
struct Attribution {
  Range source, cue, content;
  AttributionKind kind = AttributionKind::speech;
};
// In order of their sentences.
std::vector<Attribution> find_attributions(const Document& document, const DeedLexicon& lexicon);

// What several sentences, articles or copies of one article tell of one and the same deed: indices
// into the events, the first report first (by its article's day, then as they stand).
using Reports = std::vector<size_t>;
// Every event is in one group; in order of the first reports. Reports are of one deed where the
// actors, the type and the side taken are the same and the dates do not exclude each other.
// `articles` gives the days of publication.
std::vector<Reports> group_reports(const std::vector<Event>& events,
                                   const std::vector<Article>& articles);
// The surest report of each deed, in the order of `events`: for networks, which count deeds.
std::vector<Event> told_once(const std::vector<Event>& events,
                             const std::vector<Article>& articles);

// The issue of each event: the given one where the list of data/issues.txt knows it, else one that
// the events themselves yield: topics that at least two events share, joined by their words.
std::vector<std::string> mine_issues(const std::vector<Event>& events);

// An actor's stand on an issue, from the events in which it takes one.
struct Position {
  std::string node;   // Actor::node
  std::string issue;  // as in mine_issues
  Stand stand = Stand::none;
  Date from, to;               // days of the first and last event; {0,0,0} where none has a date
  std::vector<size_t> events;  // indices, oldest first
};
// By issue (most actors first), then node.
std::vector<Position> find_positions(const std::vector<Event>& events);

// Who is for or against whom, as one word for both directions between two phrases.
enum class Sentiment : uint8_t { neutral, positive, positive_back, negative, negative_back };
std::string_view to_string(Sentiment sentiment);

// What one given phrase does to another in one sentence; the phrases need not be known actors.
struct Relating {
  EventType type = EventType::consult;
  std::string mode;
  EventStatus status = EventStatus::happened;
  std::string rule;  // the lexicon's entry, or "scorer"
  double confidence = 0;
  std::optional<Sentiment> sentiment;  // by the scorer
};
// `source` and `target` point into document.text, which holds one sentence or a few. Nothing where
// no deed fits.
std::optional<Relating> relate(const Document& document, Range source, Range target,
                               const DeedLexicon& lexicon);
// With the scorer there is always an answer, in the types as rows of the PLV kind use them: imposed
// sanctions are COERCE, a signed agreement is SUPPORT, a conviction ACCUSE.
Relating relate(const Document& document, Range source, Range target, const DeedLexicon& lexicon,
                const Scorer& scorer);

// Whether the document, one sentence or a few, tells an event at all, and of which kind.
struct SentenceClass {
  int quad = 0;  // 0 none, 1-4; SANCTION is 3, as in CAMEO
  double confidence = 0;
};
SentenceClass sentence_class(const Document& document, const std::vector<Mention>& mentions,
                             const DeedLexicon& lexicon, const Scorer& scorer);

}  // namespace entente
