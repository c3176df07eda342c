// The word lists by which the roles of a sentence are told; explained where roles.cpp uses them.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace entente::role_words {

using Words = std::span<const std::string_view>;

inline bool in(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

inline constexpr std::string_view kSaying[] = {
    "say",    "report",  "add",     "note",   "state",  "insist",  "confirm",
    "reveal", "explain", "believe", "think",  "know",   "show",    "mean",
    "quote",  "write",   "argue",   "remark", "stress", "announce"};
// What is answered: the phrase around it names whose it is.
inline constexpr std::string_view kAsked[] = {
    "request", "demand",     "call",       "offer",     "proposal", "decision",
    "appeal",  "invitation", "suggestion", "plan",      "claim",    "complaint",
    "bid",     "accusation", "resolution", "allegation"};
// Objects that are the deed, or move with it; the target stands behind a preposition.
inline constexpr std::string_view kDeeds[] = {"bombardment",
                                              "round",
                                              "team",
                                              "message",
                                              "sanction",
                                              "attack",
                                              "assault",
                                              "strike",
                                              "raid",
                                              "airstrike",
                                              "offensive",
                                              "operation",
                                              "ban",
                                              "embargo",
                                              "aid",
                                              "assistance",
                                              "help",
                                              "support",
                                              "condolence",
                                              "solidarity",
                                              "tie",
                                              "relation",
                                              "war",
                                              "talk",
                                              "meeting",
                                              "visit",
                                              "pressure",
                                              "suspension",
                                              "ultimatum",
                                              "letter",
                                              "access",
                                              "fire",
                                              "warning",
                                              "condemnation",
                                              "ceasefire",
                                              "truce",
                                              "restriction",
                                              "blockade",
                                              "siege",
                                              "optimism",
                                              "readiness",
                                              "willingness",
                                              "emergency",
                                              "lawsuit",
                                              "investigation",
                                              "probe",
                                              "inquiry",
                                              "part",
                                              "role",
                                              "control",
                                              "agreement",
                                              "deal",
                                              "pact",
                                              "treaty",
                                              "cooperation",
                                              "discussion",
                                              "negotiation",
                                              "dialogue",
                                              "conversation",
                                              "session",
                                              "consultation",
                                              "protest",
                                              "demonstration",
                                              "rally",
                                              "crackdown",
                                              "number",
                                              "shot",
                                              "rocket",
                                              "missile",
                                              "gunfire",
                                              "tension",
                                              "action",
                                              "step",
                                              "measure",
                                              "campaign",
                                              "effort",
                                              "tariff",
                                              "duty",
                                              "sympathy",
                                              "gratitude",
                                              "thank",
                                              "regret",
                                              "satisfaction",
                                              "confidence",
                                              "commitment",
                                              "loan",
                                              "threat",
                                              "dinner",
                                              "lunch",
                                              "ceremony",
                                              "plea",
                                              "concern",
                                              "release",
                                              "pessimism",
                                              "skepticism",
                                              "scepticism",
                                              "doubt",
                                              "dismay",
                                              "anger",
                                              "outrage",
                                              "sorrow",
                                              "alarm",
                                              "responsibility",
                                              "troop",
                                              "force",
                                              "army",
                                              "peacekeeper",
                                              "soldier",
                                              "weapon",
                                              "arm",
                                              "ammunition",
                                              "expertise",
                                              "evidence",
                                              "information",
                                              "guarantee",
                                              "curfew",
                                              "state",
                                              "work",
                                              "mission",
                                              "border",
                                              "concession"};
// Objects whose place is the target: "withdrew its troops", "extended the curfew in Basra".
inline constexpr std::string_view kPlaced[] = {"troop",   "force", "army",    "peacekeeper",
                                               "soldier", "arm",   "curfew",  "weapon",
                                               "state",   "work",  "mission", "strike"};
inline constexpr std::string_view kMeetings[] = {
    "talk", "meeting", "discussion", "summit", "negotiation", "conversation", "consultation"};
inline constexpr std::string_view kAccords[] = {
    "agreement", "deal",        "treaty",   "pact",      "accord",        "ceasefire",
    "truce",     "information", "contract", "consensus", "understanding", "memorandum"};
inline constexpr std::string_view kGivings[] = {
    "launch",  "impose",    "issue",   "express", "carry",  "announce", "declare",
    "open",    "offer",     "send",    "give",    "file",   "deploy",   "lift",
    "suspend", "establish", "deliver", "stage",   "conduct"};
inline constexpr std::string_view kMoney[] = {
    "aid",     "assistance", "appeal",  "million", "money", "fund",    "funding",
    "support", "help",       "package", "grant",   "loan",  "billion", "$"};
inline constexpr std::string_view kPapers[] = {"statement", "letter", "resolution", "message",
                                               "note"};
inline constexpr std::string_view kPronouns[] = {"he",   "she", "it", "they", "who", "which",
                                                 "that", "we",  "I",  "i",    "this"};
// What two have with each other, beside accords and meetings.
inline constexpr std::string_view kShared[] = {"tie",   "relation",   "cooperation", "exercise",
                                               "drill", "ambassador", "partnership", "border"};
inline constexpr std::string_view kTogether[] = {
    "agree", "sign",       "reach",     "conclude",  "share",     "fail",    "ink",    "strike",
    "hold",  "start",      "begin",     "launch",    "upgrade",   "restore", "resume", "exchange",
    "renew", "strengthen", "normalize", "normalise", "establish", "conduct", "open"};
// What is done to a convoy or a village is done to those in it.
inline constexpr std::string_view kViolent[] = {
    "attack", "ambush", "bomb",    "shell",  "raid",    "storm", "besiege", "blockade",
    "invade", "occupy", "bombard", "strafe", "torpedo", "loot",  "burn"};
inline constexpr std::string_view kObliging[] = {"must", "should", "ought", "shall"};
inline constexpr std::string_view kPersonalPronouns[] = {"he",  "she", "they", "we",   "who",
                                                         "him", "her", "them", "those"};
// People whom the world book's nouns leave out because they act for nobody.
inline constexpr std::string_view kMorePeople[] = {
    "man",    "woman",    "child",  "person",    "victim", "prisoner", "inmate",    "patient",
    "family", "lecturer", "driver", "passenger", "pastor", "priest",   "community", "relative"};
inline constexpr std::string_view kMeasures[] = {"dozen",   "hundred", "thousand", "million",
                                                 "number",  "score",   "group",    "majority",
                                                 "handful", "crowd",   "lot",      "pair"};
inline constexpr std::string_view kBehindThing[] = {"to",  "against", "with", "on",      "upon",
                                                    "for", "from",    "by",   "between", "of",
                                                    "in",  "at",      "into", "over"};
inline constexpr std::string_view kTransfers[] = {
    "offer", "give",    "grant",    "provide", "lend",   "send", "donate", "contribute", "return",
    "hand",  "deliver", "transfer", "extend",  "pledge", "sell", "supply", "ship",       "award"};
inline constexpr std::string_view kBehindNoun[] = {
    "against", "with", "on", "upon",  "to",        "for", "from", "at",      "toward", "towards",
    "over",    "into", "by", "about", "regarding", "of",  "in",   "between", "among"};
inline constexpr std::string_view kBehindVerb[] = {"against", "with", "on", "upon",   "to",
                                                   "for",     "from", "at", "toward", "towards",
                                                   "into",    "over", "in"};
inline constexpr std::string_view kNeedName[] = {"of", "at", "by", "about", "regarding"};

}  // namespace entente::role_words
