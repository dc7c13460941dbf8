// Who knows whom in a made-up district, as plain arrays: for benches and tests of whatever reads links. Nobody in it is real.
//
//   aril::sample::Links links = aril::sample::links({.people = 500'000, .employers = 2'000, .links = 5'000'000, .seed = 7});
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace aril::sample {

struct LinksOptions {
  std::size_t people = 500'000;
  std::size_t residents = 150'000;  // of the people: who looks for work; the others only help
  std::size_t employed = 150'000;   // of the people, residents among them: each has one link to an employer
  std::size_t employers = 2'000;
  std::size_t grids = 2'024;
  std::size_t links = 5'000'000;  // directed, those to employers among them; one less where that leaves an odd number between people
  std::uint64_t seed = 1;
  bool shuffled = false;  // people are numbered at random, not by place; the district is the same

  // Errors: Error{out_of_range} that names the field: more residents or employed than people, nothing to link, or more than 32 bits count.
  void validate() const;
};

struct Link {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint16_t strength = 0;  // round(65,535 x percent / 100)
  bool consent = false;        // of the person it leads to; of the person it starts from where it leads to an employer

  friend bool operator==(const Link&, const Link&) = default;
};

// Vertices in one numbering, that of their ids' bytes: employers E000001.. first, then people N000001..
struct Links {
  std::size_t employers = 0;
  std::size_t people = 0;
  std::vector<std::uint32_t> residents;  // vertices, ascending
  std::vector<std::uint32_t> homes;      // the grid of each of the people
  std::vector<Link> links;               // by source, then target; no two with the same ends, none to itself, none out of an employer

  [[nodiscard]] std::string id(std::uint32_t vertex) const;
};

inline constexpr std::size_t most_acquaintances = 64;

// Links between people come in both directions, with one strength and the consent of either side. Six in ten stay within a building of 32 people, a quarter
// within its grid, a tenth lead to a grid next to it, the rest anywhere; one person in a hundred, a building head or a grid worker, knows up to 64 others.
// Six people in seven consent, on nearly all of the links to them.
// Same options, same bytes, on every machine.
// Cost: the default 2 s and 0.3 GiB.
// Errors: those of validate(); Error{out_of_range} where the people can't have that many links.
[[nodiscard]] Links links(const LinksOptions& options = {});

}  // namespace aril::sample
