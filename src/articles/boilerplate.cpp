// Page furniture, by phrases. A short phrase must be the whole block, a longer one may begin it,
// and only if the block is short: "Advertisement" alone is furniture, "Advertising fell by a third"
// is news. Leaves out what only the page's HTML tells. Tested by cleaning_test.cpp.
#include "articles/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace entente {
namespace {

constexpr auto kWhole = std::to_array<std::string_view>({
    "advertisement",
    "advertisements",
    "advertising",
    "advert",
    "sponsored",
    "sponsored content",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share this post",
    "share this page",
    "share on",
    "share:",
    "tweet",
    "email",
    "e-mail",
    "print",
    "pin it",
    "copy link",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "telegram",
    "reddit",
    "pinterest",
    "instagram",
    "youtube",
    "x",
    "comments",
    "comment",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "no comments",
    "add a comment",
    "view comments",
    "show comments",
    "related",
    "related articles",
    "related stories",
    "related posts",
    "related news",
    "related topics",
    "related content",
    "related links",
    "related:",
    "more stories",
    "more news",
    "more on this",
    "more on this story",
    "more on this topic",
    "most read",
    "most popular",
    "most viewed",
    "trending",
    "trending now",
    "latest",
    "latest news",
    "latest stories",
    "top stories",
    "top news",
    "editor's picks",
    "editors' picks",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "also read",
    "read more",
    "read more:",
    "read next",
    "read also",
    "see also",
    "see more",
    "more",
    "more>>",
    "more >>",
    "continue reading",
    "continue reading...",
    "show more",
    "load more",
    "next",
    "previous",
    "back to top",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign in",
    "log in",
    "login",
    "register",
    "follow us",
    "home",
    "menu",
    "search",
    "skip to content",
    "skip to main content",
    "close",
    "ad",
    "ads",
    "topics",
    "tags",
    "tags:",
    "topics:",
    "filed under",
    "newsletter",
    "contact us",
    "about us",
    "privacy policy",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "cookie policy",
    "all rights reserved",
    "all rights reserved.",
    "save",
    "listen",
    "listen to article",
    "listen to this article",
    "play",
    "watch",
    "video",
    "gallery",
    "photos",
    "loading...",
    "loading",
    "support us",
    "donate",
    "donate now",
    "this article has been corrected",
    "published",
    "updated",
});

// Block begins with it and is shorter than the number of bytes.
struct Beginning {
  std::string_view text;
  size_t size_max;
};
constexpr auto kBeginnings = std::to_array<Beginning>({
    {"read more:", 250},
    {"read more about", 160},
    {"read more on", 160},
    {"read more at", 160},
    {"read more from", 160},
    {"read also:", 250},
    {"also read:", 250},
    {"also read |", 250},
    {"read |", 250},
    {"read: ", 250},
    {"read next:", 250},
    {"see also:", 250},
    {"see also |", 250},
    {"related:", 250},
    {"related story:", 250},
    {"related article:", 250},
    {"related articles:", 250},
    {"more:", 200},
    {"more on this story:", 250},
    {"watch:", 200},
    {"watch |", 200},
    {"listen:", 200},
    {"don't miss:", 200},
    {"click here", 200},
    {"tap here", 200},
    {"sign up for", 250},
    {"sign up to", 250},
    {"subscribe to", 250},
    {"subscribe for", 200},
    {"get our ", 120},
    {"get the latest", 200},
    {"join our ", 160},
    {"join us on", 160},
    {"follow us", 200},
    {"follow @", 120},
    {"follow him on twitter", 120},
    {"follow her on twitter", 120},
    {"like us on", 160},
    {"find us on", 160},
    {"share this", 120},
    {"share on ", 80},
    {"share via", 80},
    {"click to share", 160},
    {"tweet this", 80},
    {"download our app", 200},
    {"download the app", 200},
    {"support our journalism", 250},
    {"support independent", 250},
    {"for more news", 200},
    {"for more stories", 200},
    {"for the latest news", 200},
    {"for more information, visit", 200},
    {"to read more", 200},
    {"this article is for subscribers", 200},
    {"already a subscriber", 200},
    {"to view the full story", 250},
    {"to read the full", 250},
    {"to continue reading", 250},
    {"if you're seeing this message", 250},
    {"first-time subscribers", 250},
    {"you have reached your limit", 250},
    {"please enable javascript", 250},
    {"sorry, but your browser needs", 250},
    {"enable javascript", 200},
    {"no author", 20},
    {"this content is for", 200},
    {"your email address will not be published", 200},
    {"we use cookies", 400},
    {"this website uses cookies", 400},
    {"this site uses cookies", 400},
    {"by using this site", 300},
    {"copyright \xC2\xA9", 250},
    {"copyright (c)", 250},
    {"copyright 20", 250},
    {"copyright 19", 250},
    {"\xC2\xA9", 250},
    {"(c) ", 250},
    {"all rights reserved", 250},
    {"\xC2\xAE", 60},
    {"photo:", 200},
    {"photo by", 200},
    {"photo credit", 200},
    {"photograph:", 200},
    {"photograph by", 200},
    {"photos:", 200},
    {"photos by", 200},
    {"photo courtesy", 200},
    {"image:", 200},
    {"image by", 200},
    {"image credit", 200},
    {"image source", 200},
    {"image caption", 300},
    {"file photo", 250},
    {"file picture", 250},
    {"file image", 200},
    {"picture:", 200},
    {"picture by", 200},
    {"pictures by", 200},
    {"credit:", 150},
    {"credits:", 150},
    {"featured image", 200},
    {"getty images", 120},
    {"courtesy of", 120},
    {"video:", 200},
    {"caption:", 300},
    {"reporting by ", 350},
    {"additional reporting", 250},
    {"editing by ", 200},
    {"writing by ", 250},
    {"edited by ", 150},
    {"compiled by ", 150},
    {"translated by ", 150},
    {"with inputs from", 150},
    {"with input from", 150},
    {"with agency inputs", 100},
    {"our standards:", 200},
    {"tags:", 300},
    {"topics:", 300},
    {"filed under:", 300},
    {"categories:", 300},
    {"keywords:", 300},
    {"category:", 200},
    {"source: getty", 80},
    {"this article was originally published", 300},
    {"this story was originally published", 300},
    {"this article first appeared", 300},
    {"this story first appeared", 300},
    {"this article originally appeared", 300},
    {"this story originally appeared", 300},
    {"originally published", 250},
    {"first published", 200},
    {"last updated", 120},
    {"last modified", 120},
    {"advertisement ", 60},
    {"estimated reading time", 80},
    {"reading time", 60},
    {"views:", 60},
    {"comments (", 60},
    {"have a tip", 200},
    {"send us your", 200},
    {"got a story", 200},
    {"the views expressed", 400},
    {"views expressed in this article", 400},
    {"the opinions expressed", 400},
    {"disclaimer:", 500},
});

constexpr auto kInside = std::to_array<std::string_view>({
    "appeared first on",
    "first appeared on",
    "(photo by",
    "/getty images",
    "via getty images",
    "(getty images)",
    "(ap photo",
    "reuters/file",
    "reproduced with permission",
    "all rights reserved.",
    "may not be published, broadcast, rewritten",
});

bool is_credit(std::string_view low) {
  return low.size() < 250 && std::any_of(kInside.begin(), kInside.end(), [&](std::string_view p) {
           return low.find(p) != std::string_view::npos;
         });
}

// "[BELOW: ...]", "***", "-----", "<<<": no words of the article.
bool is_mark(std::string_view block) {
  const bool letters = std::any_of(block.begin(), block.end(), [](char c) {
    return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
  return !letters;
}

// "3 min read", "5 minutes read", "1,234 views", "12 comments", "2 hours ago".
bool is_counter(std::string_view low) {
  if (low.size() > 40 || low.empty() || low[0] < '0' || low[0] > '9') return false;
  constexpr std::array<std::string_view, 11> kEnds = {
      "min read", "mins read", "minute read", "minutes read", "views", "comments",
      "shares",   "hours ago", "minutes ago", "days ago",     "min"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view e) { return low.ends_with(e); });
}

}  // namespace

bool is_boilerplate(std::string_view block) {
  if (is_mark(block)) return true;
  if (block.size() > 500) return false;
  const size_t begin = block.find_first_not_of("([*_ ");
  const std::string low = lower(block.substr(begin));
  if (std::find(kWhole.begin(), kWhole.end(), low) != kWhole.end()) return true;
  if (is_counter(low) || is_credit(low)) return true;
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](const Beginning& beginning) {
    return low.size() < beginning.size_max && low.starts_with(beginning.text);
  });
}

std::string_view without_boilerplate_end(std::string_view block) {
  constexpr size_t kTail = 300;
  const size_t from = block.size() > kTail ? block.size() - kTail : 0;
  const std::string low = lower(block.substr(from));
  // Before the last "The post" that begins a sentence.
  const size_t phrase = low.rfind(" appeared first on ");
  if (phrase == std::string::npos) return block;
  const size_t begin = low.rfind("the post ", phrase);
  if (begin == std::string::npos) return block;
  return trim(block.substr(0, from + begin));
}

}  // namespace entente
