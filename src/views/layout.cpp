// A force-directed layout (Fruchterman and Reingold 1991). Each camp keeps to its side, and at last
// the boxes of circles and names are moved until none overlaps another. From a thousand actors on,
// only near ones repel one another (a grid finds them) and boxes are left alone: nobody reads all
// of those names at once, and the page hides the ones that would collide.
// Tested in layout_test.cpp.
#include "views/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

#include "base/fnv.h"
#include "views/display.h"
#include "views/sections.h"

namespace entente {

namespace {

constexpr double kAspect = 1.5;     // width of the field by its height
constexpr double kArea = 40000;     // square units for one actor
constexpr size_t kExactMax = 1000;  // actors that all repel one another
constexpr size_t kBoxedMax = 200;   // actors whose boxes are kept apart
constexpr double kHalfGap = 0.03;   // of the width, free on each side of the middle

struct Box {
  double x = 0, y = 0;         // centre of the circle
  double fx = 0, fy = 0;       // force
  double half = 0, below = 0;  // half the width; what the name needs below the centre
  double radius = 0;
  int camp = 0;
};

// A hash as a number in [0, 1).
double fraction_of(std::string_view text, uint64_t salt) {
  uint64_t hash = fnv1a(text, kFnvStart ^ salt);
  hash ^= hash >> 31;
  hash *= 0x9E3779B97F4A7C15U;
  return static_cast<double>(hash >> 11) * 0x1.0p-53;
}

class Field {
 public:
  explicit Field(const System& system) : network_(system.network) {
    const size_t count = network_.actors.size();
    height_ = std::sqrt(kArea * static_cast<double>(std::max<size_t>(count, 12)) / kAspect);
    width_ = height_ * kAspect;
    ideal_ = std::sqrt(width_ * height_ / static_cast<double>(std::max<size_t>(count, 1))) * 0.8;
    for (const Tie& tie : network_.ties) strongest_ = std::max(strongest_, tie.strength());
    double heaviest = 1e-9;
    for (const NetworkActor& actor : network_.actors) heaviest = std::max(heaviest, actor.weight);
    for (uint32_t i = 0; i < count; ++i) boxes_.push_back(start(system, i, heaviest));
    both_ = has_camp(1) && has_camp(2);
  }

  std::vector<Place> run() {
    const size_t rounds = boxes_.size() > 3000 ? 40 : boxes_.size() > 150 ? 150 : 400;
    for (size_t round = 0; round < rounds; ++round) {
      const double left = 1 - static_cast<double>(round) / static_cast<double>(rounds);
      move(ideal_ * 0.25 * left);
    }
    for (const int camp : {0, 1, 2}) spread(camp);
    for (int round = 0; round < 300 && boxes_.size() <= kBoxedMax; ++round) {
      const bool moved = separate();
      keep_inside();
      if (!moved) break;
    }
    std::vector<Place> places;
    for (const Box& box : boxes_) places.push_back({box.x, height_ - box.y});
    return places;
  }

 private:
  bool has_camp(int camp) const {
    return std::ranges::any_of(boxes_, [&](const Box& box) { return box.camp == camp; });
  }

  double centre(int camp) const { return width_ * (camp == 1 ? 0.25 : camp == 2 ? 0.75 : 0.5); }

  Box start(const System& system, uint32_t actor, double heaviest) const {
    const NetworkActor& entry = network_.actors[actor];
    Box box;
    box.camp = camp_number(system, actor);
    const double angle = 2 * std::numbers::pi * fraction_of(entry.node, 1);
    const double reach = std::sqrt(fraction_of(entry.node, 2)) * 0.22;
    box.x = centre(box.camp) + reach * std::cos(angle) * width_;
    box.y = (0.5 + 1.6 * reach * std::sin(angle)) * height_;
    box.radius = 6 + 13 * std::sqrt(std::max(entry.weight, 0.0) / heaviest);
    const int columns = std::min(display_width(display_name(system, actor)), 26);
    box.half = std::max(box.radius, 3.9 * columns) + 6;
    box.below = box.radius + 22;
    return box;
  }

  static void push(Box& a, Box& b, double dx, double dy, double distance, double size) {
    const double x = dx / distance * size, y = dy / distance * size;
    a.fx += x;
    a.fy += y;
    b.fx -= x;
    b.fy -= y;
  }

  void repel(Box& a, Box& b) const {
    const double dx = a.x - b.x, dy = a.y - b.y;
    const double distance = std::max(std::hypot(dx, dy), 1.0);
    push(a, b, dx, dy, distance, ideal_ * ideal_ / distance);
  }

  void repel_all() {
    if (boxes_.size() <= kExactMax) {
      for (size_t i = 0; i < boxes_.size(); ++i)
        for (size_t j = 0; j < i; ++j) repel(boxes_[i], boxes_[j]);
      return;
    }
    const double cell = 3 * ideal_;
    const auto at = [&](double v) { return static_cast<int>(std::floor(v / cell)); };
    std::map<std::pair<int, int>, std::vector<size_t>> grid;
    for (size_t i = 0; i < boxes_.size(); ++i)
      grid[{at(boxes_[i].x), at(boxes_[i].y)}].push_back(i);
    for (const auto& [place, here] : grid) {
      for (int n = 0; n < 9; ++n) {
        const auto near = grid.find({place.first + n % 3 - 1, place.second + n / 3 - 1});
        if (near == grid.end()) continue;
        for (const size_t i : here)
          for (const size_t j : near->second)
            if (j < i) repel(boxes_[i], boxes_[j]);
      }
    }
  }

  void move(double step) {
    for (Box& box : boxes_) {
      box.fx = (centre(box.camp) - box.x) * 0.12;
      box.fy = (0.5 * height_ - box.y) * 0.05;
    }
    repel_all();
    for (const Tie& tie : network_.ties) {
      if (tie.sign() == 0) continue;
      Box& a = boxes_[tie.first];
      Box& b = boxes_[tie.second];
      const double dx = a.x - b.x, dy = a.y - b.y;
      const double distance = std::max(std::hypot(dx, dy), 1.0);
      const double share = 0.3 + 0.7 * tie.strength() / strongest_;
      const double size =
          tie.sign() > 0 ? -distance * distance / ideal_ * 0.5 : ideal_ * ideal_ / distance * 1.5;
      push(a, b, dx, dy, distance, size * share);
    }
    for (Box& box : boxes_) {
      const double size = std::max(std::hypot(box.fx, box.fy), 1e-9);
      const double length = std::min(size, step);
      box.x += box.fx / size * length;
      box.y += box.fy / size * length;
    }
  }

  // Each camp fills its own part of the field.
  void spread(int camp) {
    std::vector<Box*> own;
    for (Box& box : boxes_)
      if (box.camp == camp) own.push_back(&box);
    if (own.empty()) return;
    const double from = camp == 0 ? 0.47 : !both_ || camp == 1 ? 0.08 : 0.59;
    const double to = camp == 0 ? 0.53 : !both_ || camp == 2 ? 0.92 : 0.41;
    spread_along(own, &Box::x, from * width_, to * width_);
    // A camp of few does not lie torn from top to bottom.
    const double half = std::min(0.41, 0.13 * std::sqrt(static_cast<double>(own.size())));
    spread_along(own, &Box::y, (0.49 - half) * height_, (0.49 + half) * height_);
  }

  // Half by place and half by rank, so that a few far ones do not press the others together.
  static void spread_along(std::vector<Box*> own, double Box::*axis, double from, double to) {
    std::ranges::stable_sort(own, {}, [&](const Box* box) { return box->*axis; });
    const double least = own.front()->*axis;
    const double size = own.back()->*axis - least;
    for (size_t rank = 0; rank < own.size(); ++rank) {
      const double by_rank = static_cast<double>(rank) / std::max(1.0, own.size() - 1.0);
      const double share = size > 1 ? ((own[rank]->*axis - least) / size + by_rank) / 2 : 0.5;
      own[rank]->*axis = from + share * (to - from);
    }
  }

  // Moves overlapping boxes apart along the shorter way; true if any moved.
  bool separate() {
    bool moved = false;
    for (size_t i = 0; i < boxes_.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        Box& left = boxes_[i].x < boxes_[j].x ? boxes_[i] : boxes_[j];
        Box& right = boxes_[i].x < boxes_[j].x ? boxes_[j] : boxes_[i];
        Box& upper = boxes_[i].y < boxes_[j].y ? boxes_[i] : boxes_[j];
        Box& lower = boxes_[i].y < boxes_[j].y ? boxes_[j] : boxes_[i];
        const double over_x = left.half + right.half - (right.x - left.x);
        const double over_y = upper.below + lower.radius + 5 - (lower.y - upper.y);
        if (over_x <= 0 || over_y <= 0) continue;
        moved = true;
        if (over_x < over_y) {
          left.x -= over_x / 2 + 0.1;
          right.x += over_x / 2 + 0.1;
        } else {
          upper.y -= over_y / 2 + 0.1;
          lower.y += over_y / 2 + 0.1;
        }
      }
    }
    return moved;
  }

  void keep_inside() {
    for (Box& box : boxes_) {
      const double begin = both_ && box.camp == 2 ? width_ * (0.5 + kHalfGap) : 0;
      const double end = both_ && box.camp == 1 ? width_ * (0.5 - kHalfGap) : width_;
      box.x = std::clamp(box.x, begin + box.half, std::max(begin + box.half, end - box.half));
      box.y = std::clamp(box.y, box.radius + 8, height_ - box.below);
    }
  }

  const Network& network_;
  double width_ = 0, height_ = 0, ideal_ = 1, strongest_ = 1e-9;
  bool both_ = false;
  std::vector<Box> boxes_;
};

}  // namespace

std::vector<Place> layout(const System& system) { return Field(system).run(); }

}  // namespace entente
