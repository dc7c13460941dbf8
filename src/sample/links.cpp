#include "aril/sample/links.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "aril/core/error.hpp"
#include "ids.hpp"
#include "random.hpp"

namespace aril::sample {
namespace {

constexpr std::size_t people_in_a_building = 32;

// People are numbered by place in here: grid after grid, and in a grid building after building. Grids lie in rows of a square.
class Ground {
 public:
  explicit Ground(const LinksOptions& options)
      : people_(options.people),
        grids_(std::min(options.grids, options.people)),
        grids_in_a_row_(static_cast<std::size_t>(std::sqrt(static_cast<double>(grids_)))) {}

  [[nodiscard]] std::size_t grid_of(std::size_t person) const noexcept { return ((person + 1) * grids_ - 1) / people_; }

  // Somebody a person may know: of the building, the grid, a grid next to it, or from anywhere.
  [[nodiscard]] std::size_t acquaintance(std::size_t person, Random& random) const noexcept {
    const std::size_t grid = grid_of(person);
    const std::uint32_t draw = random.below(100);
    if (draw < 60) return of_the_building(person, grid, random);
    if (draw < 85) return of_the_grid(grid, random);
    if (draw < 95) return of_the_grid(next_to(grid, random), random);
    return random.below(people_);
  }

 private:
  [[nodiscard]] std::size_t first_of(std::size_t grid) const noexcept { return grid * people_ / grids_; }
  [[nodiscard]] std::size_t of_the_grid(std::size_t grid, Random& random) const noexcept {
    return first_of(grid) + random.below(first_of(grid + 1) - first_of(grid));
  }
  [[nodiscard]] std::size_t of_the_building(std::size_t person, std::size_t grid, Random& random) const noexcept {
    const std::size_t begin = person - (person - first_of(grid)) % people_in_a_building;
    return begin + random.below(std::min(people_in_a_building, first_of(grid + 1) - begin));
  }
  [[nodiscard]] std::size_t next_to(std::size_t grid, Random& random) const noexcept {
    const std::size_t step = random.chance(500) ? 1 : grids_in_a_row_;
    const std::size_t moved = random.chance(500) ? grid + step : grid - step;  // below 0 wraps and is no grid
    return moved < grids_ ? moved : grid;
  }

  std::size_t people_;
  std::size_t grids_;
  std::size_t grids_in_a_row_;
};

struct Pair {
  std::uint64_t order;  // at random, so that no place is served first
  std::uint32_t lower;
  std::uint32_t higher;
};

// Five to nine draws a person, and many more for one in a hundred.
std::vector<Pair> drawn_pairs(const LinksOptions& options, const Ground& ground) {
  std::vector<Pair> pairs;
  for (std::size_t person = 0; person < options.people; ++person) {
    Random random(options.seed, Stream::acquaintances, person);
    const std::size_t draws = random.chance(10) ? 2 * most_acquaintances : 5 + random.below(5);
    for (std::size_t draw = 0; draw < draws; ++draw) {
      const std::size_t other = ground.acquaintance(person, random);
      const auto [lower, higher] = std::minmax(person, other);
      const std::uint64_t order = Random(options.seed, Stream::link_order, (lower << 32) + higher).next();
      if (lower != higher) pairs.push_back({order, static_cast<std::uint32_t>(lower), static_cast<std::uint32_t>(higher)});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::pair(a.order, (std::uint64_t{a.lower} << 32) + a.higher) < std::pair(b.order, (std::uint64_t{b.lower} << 32) + b.higher);
  });
  const auto same = [](const Pair& a, const Pair& b) { return a.lower == b.lower && a.higher == b.higher; };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
  return pairs;
}

// As many of them as are wanted, nobody with more acquaintances than the most.
std::vector<Pair> acquainted(const LinksOptions& options, const Ground& ground) {
  const std::size_t wanted = (options.links - options.employed) / 2;
  std::vector<std::uint8_t> known(options.people);
  std::vector<Pair> kept;
  for (const Pair& pair : drawn_pairs(options, ground)) {
    if (kept.size() == wanted) break;
    if (known[pair.lower] == most_acquaintances || known[pair.higher] == most_acquaintances) continue;
    ++known[pair.lower];
    ++known[pair.higher];
    kept.push_back(pair);
  }
  if (kept.size() < wanted)
    throw Error(ErrorCode::out_of_range, {"", 0, 0, "links"}, "at most " + std::to_string(2 * kept.size() + options.employed),
                std::to_string(options.links));
  return kept;
}

std::uint16_t strength_of(std::int64_t percent) noexcept { return static_cast<std::uint16_t>((65'535 * percent + 50) / 100); }

// Six people in seven would be asked at all, and then on nearly every link.
bool consents(const LinksOptions& options, std::size_t person, Random& link) noexcept {
  Random random(options.seed, Stream::link_values, person);
  return link.chance(970) && random.below(7) != 0;
}

// Numbers people for the outside, and makes their links.
class Register {
 public:
  explicit Register(const LinksOptions& options) : options_(options), order_(options.seed, Stream::people_order, options.people) {}

  [[nodiscard]] std::uint32_t vertex(std::size_t person) const noexcept {
    return static_cast<std::uint32_t>(options_.employers + (options_.shuffled ? order_(person) : person));
  }

  void add(const Pair& pair, std::vector<Link>& links) const {
    Random random(options_.seed, Stream::link_values, (std::uint64_t{pair.lower} << 32) + pair.higher);
    const std::uint16_t strength = strength_of(random.bell(5, 100));
    links.push_back({vertex(pair.lower), vertex(pair.higher), strength, consents(options_, pair.higher, random)});
    links.push_back({vertex(pair.higher), vertex(pair.lower), strength, consents(options_, pair.lower, random)});
  }

  // Half work for one of five employers nearby, half anywhere, more of them where many do.
  void add_staff(std::size_t person, std::size_t grid, const Weights& sizes, std::vector<Link>& links) const {
    Random random(options_.seed, Stream::staff, person);
    const std::size_t nearby = (grid * options_.employers / options_.grids + random.below(5)) % options_.employers;
    const std::size_t employer = random.chance(500) ? nearby : sizes.pick(random);
    const std::uint16_t strength = strength_of(random.bell(30, 100));
    links.push_back({vertex(person), static_cast<std::uint32_t>(employer), strength, consents(options_, person, random)});
  }

 private:
  const LinksOptions& options_;
  Shuffle order_;
};

}  // namespace

void LinksOptions::validate() const {
  const auto check = [](const char* field, std::size_t value, std::size_t least, std::size_t most) {
    if (value < least || value > most)
      throw Error(ErrorCode::out_of_range, {"", 0, 0, field}, std::to_string(least) + " to " + std::to_string(most), std::to_string(value));
  };
  check("people", people, 1, 100'000'000);
  check("residents", residents, 0, people);
  check("employed", employed, 0, people);
  check("employers", employers, 1, 1'000'000);
  check("grids", grids, 1, people);
  check("links", links, employed, employed + people * most_acquaintances);
}

std::string Links::id(std::uint32_t vertex) const {
  return vertex < employers ? numbered('E', vertex, 6) : numbered('N', vertex - employers, people < 1'000'000 ? 6 : 9);
}

Links links(const LinksOptions& options) {
  options.validate();
  const Ground ground(options);
  const Register numbers(options);
  const Weights sizes = Weights::zipf(options.employers, 60);
  const Shuffle seekers(options.seed, Stream::seekers, options.people);
  const Shuffle staff(options.seed, Stream::staff, options.people);
  Links made{options.employers, options.people, {}, std::vector<std::uint32_t>(options.people), {}};
  made.links.reserve(options.links);
  for (const Pair& pair : acquainted(options, ground)) numbers.add(pair, made.links);
  for (std::size_t person = 0; person < options.people; ++person) {
    const std::size_t grid = ground.grid_of(person);
    made.homes[numbers.vertex(person) - options.employers] = static_cast<std::uint32_t>(grid);
    if (seekers(person) < options.residents) made.residents.push_back(numbers.vertex(person));
    if (staff(person) < options.employed) numbers.add_staff(person, grid, sizes, made.links);
  }
  std::sort(made.residents.begin(), made.residents.end());
  std::sort(made.links.begin(), made.links.end(),
            [](const Link& a, const Link& b) { return std::pair(a.source, a.target) < std::pair(b.source, b.target); });
  return made;
}

}  // namespace aril::sample
