// Deeds -> events: status, speakers, date, issue, evidence and a stable id. One sentence says a
// thing once: of several deeds with the same actors, type and status the surest is kept.
// Tested in extract_test.cpp and by the gold sentences.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "events/attribution.h"
#include "events/event_id.h"
#include "events/events.h"
#include "events/extraction.h"
#include "events/issues.h"
#include "events/lexicon.h"
#include "events/matching.h"
#include "events/modality.h"
#include "events/scorer_events.h"
#include "events/speakers.h"
#include "events/topics.h"
#include "events/when.h"
#include "events/where.h"

namespace entente {

namespace {

Range relative_to(Range range, Range sentence) {
  if (!sentence.contains(range)) return {};
  return {range.begin - sentence.begin, range.end - sentence.begin};
}

// What the words only imply counts where the scorer is as sure as this; without it not at all.
constexpr double kImpliedMin = 0.45;

class Extractor {
 public:
  Extractor(const Article& article, const Document& document, const std::vector<Mention>& mentions,
            const DeedLexicon& lexicon, const Scorer* scorer, const ScoringOptions& options)
      : article_(article),
        document_(document),
        mentions_(mentions),
        lexicon_(lexicon.entries()),
        syntax_(document, lexicon.entries().words),
        participants_(syntax_, mentions, lexicon_),
        attributions_(attributions_of(syntax_, lexicon_)),
        scorer_(document.states.empty() ? nullptr : scorer),
        options_(options) {}

  std::vector<ExtractedEvent> run() {
    deeds_ = match_deeds(syntax_, participants_, lexicon_);
    if (!scorer_) std::erase_if(deeds_, [](const Deed& deed) { return deed.implied; });
    for (const Deed& deed : deeds_) {
      if (tells_of_games(syntax_.sentence_of(deed.head))) continue;
      const DeedEntry& entry = lexicon_.list[deed.entry];
      Modality modality = modality_of(syntax_, lexicon_, deed.head);
      if (modality.status == EventStatus::denied && entry.needs_negation()) modality = {};
      Coding coding = recode(entry.type, entry.mode, modality);
      if (is_ended(deed, coding)) {
        coding = {EventType::sanction, "discontinue", EventStatus::happened};
      }
      if (is_verbal(deed, coding)) coding = {EventType::accuse, "disapprove", coding.status};
      if (coding.type == EventType::consult && deed.parties > 2) coding.mode = "multilateral";
      if (modality.veto && sign(entry.type, entry.mode) > 0) {
        add_veto(deed, *modality.veto);
        if (modality.status == EventStatus::denied) continue;  // nobody says that Y would have
      }
      if (modality.wish && sign(entry.type, entry.mode) < 0) add_incitement(deed, *modality.wish);
      if (sign(coding.type, coding.mode) > 0) add_opposed(deed, coding.status);
      coded_.push_back({deed, std::move(coding), entry.id, entry.mutual});
    }
    soften_warnings();
    for (const Coded& one : coded_) {
      if (is_content_of_speech(one) || travels_in_private(one)) continue;
      if (acts_in_politics(one)) add(one);
    }
    if (scorer_) apply_scorer();
    std::vector<ExtractedEvent> events;
    for (auto& [key, extracted] : best_) events.push_back(std::move(extracted));
    return events;
  }

 private:
  using Key = std::tuple<uint32_t, std::string, std::string, EventType, EventStatus>;

  struct Coded {
    Deed deed;
    Coding coding;
    std::string rule;
    bool mutual = false;
  };

  const std::string& node(const Filler& filler) const { return participants_.actor(filler).node; }

  bool is_region(const Actor& actor) const { return lexicon_.in_class("regions", actor.node); }

  // Asked anew for each deed of a sentence: the last answer is kept.
  bool tells_of_games(uint32_t sentence) {
    if (games_asked_ == sentence) return games_;
    const Sentence& here = document_.sentences[sentence];
    games_asked_ = sentence;
    games_ = false;
    for (uint32_t i = here.token_begin; i < here.token_end; ++i) {
      games_ = games_ || lexicon_.in_class("sports", syntax_.lemma(i));
    }
    return games_;
  }

  bool is_below(uint32_t token, uint32_t head) const {
    while (token != head) {
      if (document_.tokens[token].head == kNoToken) return false;
      token = static_cast<uint32_t>(document_.tokens[token].head);
    }
    return true;
  }

  void apply_scorer() {
    EventScorer judge(scorer_->weights(), syntax_, participants_, lexicon_, deeds_);
    std::vector<Deed> taken;
    for (auto& [key, one] : best_) {
      taken.push_back(one.deed);
      one.event.confidence = judge.confidence(one.deed, one.event);
    }
    std::erase_if(best_, [&](const auto& one) {
      const double least = one.second.deed.implied ? kImpliedMin : 0;
      return one.second.event.confidence < std::max(least, options_.confidence_min);
    });
    for (SeenDeed& seen : judge.unseen(taken, options_.unseen_min)) {
      if (tells_of_games(syntax_.sentence_of(seen.deed.head))) continue;
      add({seen.deed, std::move(seen.coding), "scorer", seen.mutual});
    }
  }

  // "X urged Y not to host Z's troops": X opposes what Y would do for Z, an act toward Z.
  void add_veto(const Deed& deed, uint32_t demand) {
    for (const Filler& source : fill_slots(syntax_, participants_, {{{"subj"}}}, demand)) {
      if (node(source) == node(deed.source) || node(source) == node(deed.target)) continue;
      const bool told = std::any_of(coded_.begin(), coded_.end(), [&](const Coded& other) {
        return other.deed.head == demand && node(other.deed.source) == node(source) &&
               node(other.deed.target) == node(deed.target);
      });
      if (told) continue;  // the lexicon knows the demand: "warned Y against hosting Z's troops"
      Deed veto = deed;
      veto.source = source;
      veto.confidence *= source.confidence;
      coded_.push_back({veto, {EventType::reject, "", EventStatus::happened}, rule(deed)});
    }
  }

  // "X demanded that the council condemn Z": X is against Z.
  void add_incitement(const Deed& deed, uint32_t demand) {
    for (const Filler& source : fill_slots(syntax_, participants_, {{{"subj"}}}, demand)) {
      if (node(source) == node(deed.source) || node(source) == node(deed.target)) continue;
      Deed against = deed;
      against.source = source;
      against.confidence *= source.confidence;
      const Coding coding = {EventType::accuse, "disapprove", EventStatus::happened};
      coded_.push_back({against, coding, rule(deed)});
    }
  }

  // "cut off the electricity that it sells to its neighbour"
  bool is_ended(const Deed& deed, const Coding& coding) const {
    const bool gives = coding.type == EventType::aid || coding.type == EventType::cooperate;
    if (!gives || coding.status != EventStatus::happened) return false;
    const Token& verb = document_.tokens[deed.head];
    const bool clause = verb.relation == Relation::acl_relcl ||
                        (verb.relation == Relation::acl && verb.xpos == "VBZ");
    if (!clause || verb.head == kNoToken) return false;
    const Token& thing = document_.tokens[static_cast<size_t>(verb.head)];
    if (thing.relation != Relation::obj || thing.head == kNoToken) return false;
    return lexicon_.in_class("ends", syntax_.lemma(static_cast<uint32_t>(thing.head)));
  }

  // "The senator attacked his rival" does so by word; soldiers and rebels use other means.
  bool is_verbal(const Deed& deed, const Coding& coding) const {
    if (coding.type != EventType::assault || !coding.mode.empty()) return false;
    if (!lexicon_.in_class("attacks", syntax_.lemma(deed.head))) return false;
    const std::string& sector = participants_.actor(deed.source).sector;
    const bool armed = sector == "MIL" || sector == "REB" || sector == "COP" || sector == "SPY";
    return !armed && mentions_[deed.source.mention].person && mentions_[deed.target.mention].person;
  }

  // "X backed Y against Z", "X and Y made common cause against Z": they are against Z.
  void add_opposed(const Deed& deed, EventStatus status) {
    if (status != EventStatus::happened && status != EventStatus::planned) return;
    constexpr double kOpposed = 0.8;
    for (const uint32_t token : syntax_.fillers(deed.head, "against")) {
      for (const Filler& third : participants_.named(token)) {
        if (mentions_[third.mention].place) continue;
        if (node(third) == node(deed.source) || node(third) == node(deed.target)) continue;
        Deed against = deed;
        against.target = third;
        against.confidence = kOpposed * deed.confidence * third.confidence;
        coded_.push_back({against, {EventType::reject, "", EventStatus::happened}, rule(deed)});
        if (!lexicon_.list[deed.entry].mutual) continue;
        against.source = deed.target;
        coded_.push_back({against, {EventType::reject, "", EventStatus::happened}, rule(deed)});
      }
    }
  }

  const std::string& rule(const Deed& deed) const { return lexicon_.list[deed.entry].id; }

  // "X warned Y against hosting Z's troops" threatens nobody: it asks Y and turns against Z.
  void soften_warnings() {
    for (Coded& warning : coded_) {
      if (warning.coding.type != EventType::threaten) continue;
      const bool concerns_another =
          std::any_of(coded_.begin(), coded_.end(), [&](const Coded& other) {
            return other.coding.type == EventType::reject && other.deed.head == warning.deed.head &&
                   node(other.deed.source) == node(warning.deed.source) &&
                   node(other.deed.target) != node(warning.deed.target);
          });
      if (!concerns_another) continue;
      warning.coding.type = EventType::request;
      warning.coding.mode = "change";
    }
  }

  // "X urged Y to help X", "X accused Y of bombing X": the request or charge is the event, what it
  // asks or charges between the same two is not another.
  bool is_content_of_speech(const Coded& content) const {
    return std::any_of(coded_.begin(), coded_.end(), [&](const Coded& speech) {
      const EventType type = speech.coding.type;
      const bool speaks = type == EventType::request || type == EventType::accuse ||
                          type == EventType::threaten || type == EventType::agree ||
                          type == EventType::reject || type == EventType::concede;
      if (!speaks || speech.deed.implied || speech.deed.head == content.deed.head) return false;
      if (!is_below(content.deed.head, speech.deed.head)) return false;
      const bool back = node(content.deed.source) == node(speech.deed.target) &&
                        node(content.deed.target) == node(speech.deed.source);
      const bool same = node(content.deed.source) == node(speech.deed.source) &&
                        node(content.deed.target) == node(speech.deed.target);
      return back || (same && content.coding.status != EventStatus::happened);
    });
  }

  Participant participant(const Filler& filler, const Sentence& sentence) const {
    const Mention& mention = mentions_[filler.mention];
    Participant result;
    result.actor = participants_.actor(filler);
    const Range range = filler.stand_in ? document_.tokens[*filler.stand_in].range : mention.range;
    result.range = relative_to(range, sentence.range);
    result.text = slice(document_.text, range);
    return result;
  }

  // A name that nobody knows may suffer a deed of one who is known: states arrest and sanction
  // private people. As the one who acts it is nearly always outside politics.
  bool acts_in_politics(const Coded& one) const {
    const bool both = one.mutual;
    return participants_.actor(one.deed.source).known() &&
           (!both || participants_.actor(one.deed.target).known());
  }

  // Firms, refugees, patients and pilgrims travel, too; only officials and their like pay visits.
  bool travels_in_private(const Coded& one) const {
    if (one.coding.mode != "visit") return false;
    constexpr std::array<std::string_view, 8> private_sectors = {"CVL", "BUS", "REF", "EDU",
                                                                 "MED", "SOC", "AGR", "LAB"};
    const Actor& traveller = participants_.actor(one.deed.source);
    // "most South Sudanese are heading to Ethiopia": a people, none of its organs.
    const bool people =
        mentions_[one.deed.source.mention].how == Resolution::demonym && traveller.sector.empty();
    if (people) return true;
    const bool state = traveller.sector.empty() && !mentions_[one.deed.source.mention].person;
    if (state && lexicon_.in_class("journeys", syntax_.lemma(one.deed.head))) return true;
    return std::find(private_sectors.begin(), private_sectors.end(), traveller.sector) !=
           private_sectors.end();
  }

  void add(const Coded& one) {
    const Deed& deed = one.deed;
    const Coding& coding = one.coding;
    Event event;
    event.sentence_index = syntax_.sentence_of(deed.head);
    const Sentence& sentence = document_.sentences[event.sentence_index];
    event.type = coding.type;
    event.mode = coding.mode;
    event.status = coding.status;
    event.mutual = one.mutual;
    event.document = article_.id;
    event.sentence_range = sentence.range;
    event.sentence = slice(document_.text, sentence.range);
    event.source = participant(deed.source, sentence);
    event.target = participant(deed.target, sentence);
    if (is_region(event.source.actor) || is_region(event.target.actor)) return;
    event.deed = relative_to(document_.tokens[deed.head].range, sentence.range);
    event.rule = one.rule;
    event.confidence = std::min(0.99, deed.confidence);
    keep(deed, std::move(event));
  }

  void keep(const Deed& deed, Event event) {
    const Key key = {event.sentence_index, event.source.actor.node, event.target.actor.node,
                     event.type, event.status};
    const Key mirror = {event.sentence_index, event.target.actor.node, event.source.actor.node,
                        event.type, event.status};
    if (event.mutual && best_.contains(mirror)) return;
    const auto found = best_.find(key);
    // What is spoken out comes before what is only implied.
    const auto rank = [](const Deed& told, double confidence) {
      return std::pair(!told.implied, confidence);
    };
    if (found != best_.end() &&
        rank(found->second.deed, found->second.event.confidence) >= rank(deed, event.confidence))
      return;
    complete(deed.head, event);
    best_.insert_or_assign(key, ExtractedEvent{std::move(event), deed});
  }

  // Whether the innermost speaker, as the text names him, is another than those who act.
  bool is_claimed(const Event& event) const {
    if (event.said_by.empty() || event.said_by.back().range.empty()) return false;
    const Range range = event.said_by.back().range;
    return std::none_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return range.overlaps(mention.range) &&
             std::any_of(mention.actors.begin(), mention.actors.end(), [&](const Actor& actor) {
               return actor.node == event.source.actor.node ||
                      (event.mutual && actor.node == event.target.actor.node);
             });
    });
  }

  // A quotation whose speaker is not tied to it by the tree or stands in another sentence.
  void add_quoted(uint32_t head, std::vector<Speaker>& said_by) const {
    const Range deed = document_.tokens[head].range;
    const Attribution* innermost = nullptr;
    for (const Attribution& one : attributions_) {
      const bool covers = one.kind == AttributionKind::speech && !one.source.empty() &&
                          one.content.contains(deed) && one.cue != deed;
      if (covers && (!innermost || one.content.size() < innermost->content.size()))
        innermost = &one;
    }
    if (innermost) said_by.push_back(named_speaker(document_, mentions_, innermost->source));
  }

  void complete(uint32_t head, Event& event) const {
    event.said_by = speakers_of(syntax_, mentions_, lexicon_, head, article_.outlet);
    const bool silent = event.said_by.empty() || event.said_by.back().range.empty();
    if (silent) add_quoted(head, event.said_by);
    event.claimed = is_claimed(event);
    for (Speaker& speaker : event.said_by) {
      speaker.range = relative_to(speaker.range, event.sentence_range);
    }
    const bool future = event.status == EventStatus::planned;
    event.date = date_of(syntax_, head, article_.published, future);
    const Issue issue = issue_of(syntax_, head);
    const Topic topic = topic_of(syntax_, mentions_, lexicon_, head);
    event.issue = issue.name;
    event.topic = topic.phrase;
    if (const auto about = issue.token ? issue.token : topic.token) {
      event.stand = stand_of(syntax_, lexicon_, event.type, event.status, head, *about);
    }
    event.place = place_of(syntax_, mentions_, head);
    event.place.range = relative_to(event.place.range, event.sentence_range);
    event.id = event_id(event);
  }

  const Article& article_;
  const Document& document_;
  const std::vector<Mention>& mentions_;
  const DeedLexicon::Entries& lexicon_;
  Syntax syntax_;
  Participants participants_;
  std::vector<Attribution> attributions_;
  std::vector<Coded> coded_;
  std::optional<uint32_t> games_asked_;  // the sentence that was asked last
  bool games_ = false;
  const Scorer* scorer_;
  ScoringOptions options_;
  std::vector<Deed> deeds_;
  std::map<Key, ExtractedEvent> best_;
};

}  // namespace

std::vector<ExtractedEvent> extract(const Article& article, const Document& document,
                                    const std::vector<Mention>& mentions,
                                    const DeedLexicon& lexicon, const Scorer* scorer,
                                    const ScoringOptions& options) {
  return Extractor(article, document, mentions, lexicon, scorer, options).run();
}

namespace {

std::vector<Event> sorted(std::vector<ExtractedEvent> extracted) {
  std::vector<Event> events;
  for (ExtractedEvent& one : extracted) events.push_back(std::move(one.event));
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(a.sentence_index, a.deed, a.source.range, a.target.range, a.id) <
           std::tie(b.sentence_index, b.deed, b.source.range, b.target.range, b.id);
  });
  return events;
}

}  // namespace

std::vector<Event> extract_events(const Article& article, const Document& document,
                                  const std::vector<Mention>& mentions,
                                  const DeedLexicon& lexicon) {
  return sorted(extract(article, document, mentions, lexicon, nullptr, {}));
}

std::vector<Event> extract_events(const Article& article, const Document& document,
                                  const std::vector<Mention>& mentions, const DeedLexicon& lexicon,
                                  const Scorer& scorer, const ScoringOptions& options) {
  return sorted(extract(article, document, mentions, lexicon, &scorer, options));
}

}  // namespace entente
