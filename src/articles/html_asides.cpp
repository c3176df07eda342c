// Names of classes differ from site to site; these rules look at what pages have in common: a card
// is a link with little beside it, a caption stands alone with its picture, comments are siblings
// that can each be replied to, and a notice speaks of cookies or subscriptions. Tested by
// html_test.cpp and gold_pages_test.cpp.
#include "articles/html_asides.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "articles/blocks.h"
#include "articles/characters.h"
#include "base/ascii.h"

namespace entente {
namespace {

class Asides {
 public:
  Asides(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, size_t part,
         std::string_view title)
      : tree_(tree),
        blocks_(blocks),
        part_(part),
        title_(title),
        few_cookies_(mentions_cookies_seldom()),
        words_(tree.nodes.size() + 1, 0),
        out_(tree.nodes.size(), false) {
    for (const HtmlBlock& block : blocks) words_[block.node + 1] += block.words;
    for (size_t i = 0; i < tree.nodes.size(); ++i) words_[i + 1] += words_[i];
  }

  std::vector<bool> find() {
    find_cards();
    find_captions();
    find_comments();
    find_announced();
    std::vector<bool> result(blocks_.size());
    for (size_t i = 0; i < blocks_.size(); ++i)
      result[i] = out_[blocks_[i].node] || is_notice(blocks_[i]);
    drop_repeated(result);
    return result;
  }

 private:
  size_t words_below(size_t node) const { return words_[tree_.nodes[node].end] - words_[node]; }
  bool inside(size_t node) const { return node > part_ && node < tree_.nodes[part_].end; }
  void leave_out(size_t node) {
    std::fill(out_.begin() + static_cast<std::ptrdiff_t>(node),
              out_.begin() + static_cast<std::ptrdiff_t>(tree_.nodes[node].end), true);
  }
  // The outermost element around the block that holds at most so many words besides it.
  size_t around(const HtmlBlock& block, size_t beside) const {
    size_t found = block.owner;
    for (size_t up = found; up > part_; up = tree_.nodes[up].parent) {
      if (words_below(up) > block.words + beside) break;
      found = up;
    }
    return found;
  }

  // A heading that is one link, or a line that is, and what little stands with it: another story.
  void find_cards() {
    constexpr size_t kBesideHeading = 70, kBesideLine = 45;
    for (const HtmlBlock& block : blocks_) {
      if (!inside(block.node) || block.words < 3 || block.link_share() <= 0.8) continue;
      if (single_blanks(plain_characters(block.text)) == title_) continue;
      const bool heading = block.kind == BlockKind::heading;
      const size_t card = around(block, heading ? kBesideHeading : kBesideLine);
      const bool small = words_below(card) * 3 < words_below(part_);
      if (heading || small) leave_out(card);
    }
  }

  static bool names_credit(std::string_view text) {
    const std::string small = lower(text);
    for (const char* word : {"photo", "picture:", "image:", "foto", "courtesy of", "credit:", "©"})
      if (small.find(word) != small.npos) return true;
    return false;
  }

  // The only words of an element that holds a picture, unless they run about the picture.
  void find_captions() {
    constexpr size_t kWordsMax = 35;
    for (size_t at = 0; at < blocks_.size(); ++at) {
      const HtmlBlock& block = blocks_[at];
      if (!inside(block.node) || block.words > kWordsMax || block.kind == BlockKind::heading)
        continue;
      if (at > 0 && blocks_[at - 1].kind == BlockKind::heading) continue;  // the lede
      // A paragraph beside a picture may be the lede, unless it names the photographer.
      if (block.kind == BlockKind::paragraph && !names_credit(block.text)) continue;
      size_t alone = block.owner;
      while (tree_.nodes[alone].parent > part_ &&
             words_below(tree_.nodes[alone].parent) == block.words)
        alone = tree_.nodes[alone].parent;
      for (size_t i = alone; i < tree_.nodes[alone].end; ++i) {
        const bool picture = tree_.nodes[i].tag == "img" || tree_.nodes[i].tag == "picture";
        if (!picture || (i > block.owner && i < tree_.nodes[block.owner].end)) continue;
        leave_out(alone);
        break;
      }
    }
  }

  using Signature = std::tuple<size_t, std::string_view, std::string_view>;
  Signature signature(size_t node) const {
    return {tree_.nodes[node].parent, tree_.nodes[node].tag, tree_.attribute(node, "class")};
  }

  static bool asks_for_reply(std::string_view text) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"reply", "antworten", "répondre", "responder", "rispondi", "ответить", "beantwoorden",
         "reageer", "svara", "svar", "odpowiedz", "odpovědět", "vastaa", "yanıtla", "返信"});
    return std::ranges::find(kWords, text) != kWords.end();
  }

  // Siblings of a kind, each with an invitation to reply.
  void find_comments() {
    std::map<Signature, std::set<size_t>> with_reply;
    std::vector<size_t> replies;
    for (size_t i = part_; i < tree_.nodes[part_].end; ++i) {
      if (!tree_.is_text(i) || tree_.nodes[i].text.size() > 40) continue;
      if (!asks_for_reply(lower(trim(tree_.nodes[i].text)))) continue;
      replies.push_back(i);
      for (size_t up = tree_.nodes[i].parent; up > part_; up = tree_.nodes[up].parent)
        with_reply[signature(up)].insert(up);
    }
    for (const size_t reply : replies) {
      for (size_t up = tree_.nodes[reply].parent; up > part_; up = tree_.nodes[up].parent) {
        if (with_reply[signature(up)].size() < 2) continue;
        leave_out(up);
        break;
      }
    }
  }

  static bool announces_else(std::string_view heading) {
    constexpr auto kBegins = std::to_array<std::string_view>({"related",
                                                              "read next",
                                                              "read also",
                                                              "also read",
                                                              "more stories",
                                                              "more from",
                                                              "more news",
                                                              "more on this",
                                                              "more in ",
                                                              "most read",
                                                              "most popular",
                                                              "latest news",
                                                              "you may also like",
                                                              "you might also",
                                                              "recommended",
                                                              "trending",
                                                              "popular ",
                                                              "continue reading",
                                                              "subscribe",
                                                              "sign up",
                                                              "newsletter",
                                                              "support us",
                                                              "comments",
                                                              "leave a comment",
                                                              "leave a reply",
                                                              "discussion (",
                                                              "about the author",
                                                              "press office",
                                                              "press contact",
                                                              "media contact",
                                                              "contact",
                                                              "notes",
                                                              "footnotes",
                                                              "references",
                                                              "sources",
                                                              "see also",
                                                              "external links",
                                                              "share this",
                                                              "follow us",
                                                              "tags",
                                                              "buy a ",
                                                              "leggi anche",
                                                              "lesen sie auch",
                                                              "mehr zum thema",
                                                              "lire aussi",
                                                              "à lire aussi",
                                                              "lee también",
                                                              "leia também",
                                                              "lees ook",
                                                              "läs också",
                                                              "читайте также"});
    const std::string plain = lower(trim(heading));
    return plain.size() < 60 && std::ranges::any_of(kBegins, [&](std::string_view begin) {
             if (!plain.starts_with(begin)) return false;
             // "Sources say" is a story's heading.
             const std::string_view rest = std::string_view(plain).substr(begin.size());
             return begin.ends_with(' ') || begin.ends_with('(') || begin.find(' ') != begin.npos ||
                    rest.find_first_not_of(" :.!0123456789()") == rest.npos;
           });
  }

  // From a heading that says so to the end of the element that the heading begins, or of the part
  // where only little follows.
  void find_announced() {
    for (const HtmlBlock& block : blocks_) {
      if (!inside(block.node) || block.words > 8) continue;
      const bool heading = block.kind == BlockKind::heading || block.text.ends_with(':');
      if (!heading || !announces_else(block.text)) continue;
      size_t begun = block.owner;
      for (size_t up = tree_.nodes[begun].parent; up > part_; up = tree_.nodes[up].parent) {
        if (words_[block.node] > words_[up]) break;  // something else stands before
        begun = up;
      }
      const size_t around = tree_.nodes[begun].parent;
      const size_t rest = words_[tree_.nodes[around].end] - words_[begun];
      if (begun == block.owner && around >= part_ && rest * 3 < words_below(part_)) {
        for (size_t i = begun; i < tree_.nodes[around].end; ++i) out_[i] = true;
      } else if (words_below(begun) * 2 < words_below(part_)) {
        leave_out(begun);
      }
    }
  }

  bool mentions_cookies_seldom() const {
    return std::ranges::count_if(blocks_, [](const HtmlBlock& block) {
             return lower(block.text).find("cookie") != std::string::npos;
           }) <= 2;
  }

  bool is_notice(const HtmlBlock& block) const {
    if (block.words > 90 || block.kind == BlockKind::heading) return false;
    const std::string text = lower(block.text);
    const auto holds = [&](std::string_view words) { return text.find(words) != text.npos; };
    if (few_cookies_ && holds("cookie")) {
      for (const char* other : {"partners", "your device", "your browser", "consent", "accept",
                                "we use", "this site uses", "privacy policy"})
        if (holds(other)) return true;
    }
    for (const char* offer :
         {"already a subscriber", "already a member", "cancel at any time", "cancel anytime",
          "unlimited access", "become a member", "become a subscriber", "this story is for members",
          "for subscribers only", "to your inbox", "all rights reserved"})
      if (holds(offer)) return true;
    return text.starts_with("issn ");
  }

  // Quotes that are printed large stand in the story as well.
  void drop_repeated(std::vector<bool>& out) const {
    constexpr size_t kWordsMin = 6;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (out[i] || !inside(block.node) || block.words < kWordsMin) continue;
      for (size_t j = 0; j < blocks_.size() && !out[i]; ++j) {
        if (j == i || out[j] || !inside(blocks_[j].node)) continue;
        const bool longer = blocks_[j].text.size() > block.text.size() ||
                            (j < i && blocks_[j].text.size() == block.text.size());
        out[i] = longer && blocks_[j].text.find(block.text) != std::string::npos;
      }
    }
  }

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  size_t part_;
  std::string title_;
  bool few_cookies_;           // a notice of them, not a page about them
  std::vector<size_t> words_;  // before each node
  std::vector<bool> out_;      // of the nodes
};

}  // namespace

std::vector<bool> find_asides(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks,
                              size_t part, std::string_view title) {
  return Asides(tree, blocks, part, title).find();
}

}  // namespace entente
