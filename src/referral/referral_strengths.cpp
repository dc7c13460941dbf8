// Why walks will do. A chain visits no vertex twice; what is computed here is the best over all walks of at most h links that go through people only. The two
// are equal: behind_link(s, f) = floor(s * f / 65,536) is never above f, since s < 65,536, and never falls when f rises. Cut the circle out of a walk that
// comes back to a vertex: the fold from the target on reaches that vertex for the first time with a value that is at least the one it would have had
// behind the circle, and all that follows is monotone. So the shorter walk is at least as strong, and a walk without circles is a chain.
//
// For the same reason the best within j + 1 links is the best of the person's own link to the employer and of behind_link(s, best within j links of the other
// one) over all links: floor(s * max f) = max floor(s * f). Only the lists of the last step are cut: a list that was cut before could lose an employer that
// ties behind one more link with those that were above it, and then wins by its lower row.
#include "aril/referral/referral_strengths.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/market/employers.hpp"
#include "aril/referral/market_vertices.hpp"
#include "strength_accumulator.hpp"

namespace aril {
namespace {

constexpr std::size_t people_a_block = 256;

// For each vertex what it reaches within some hops; empty for those that nobody asks about.
struct Reached {
  std::vector<std::uint64_t> offsets;
  std::vector<EmployerLink> entries;
  [[nodiscard]] std::span<const EmployerLink> of(std::uint32_t person) const noexcept {
    return {entries.data() + offsets[person], static_cast<std::size_t>(offsets[person + 1] - offsets[person])};
  }
};

// Lists made in blocks, in parallel, and joined in order.
class BlocksOfLists {
 public:
  BlocksOfLists(std::size_t count, std::size_t threads, std::size_t employers)
      : lengths_(count, 0),
        blocks_((count + people_a_block - 1) / people_a_block),
        accumulators_(resolve_threads(threads), StrengthAccumulator(employers)) {}

  // make(item, accumulator, list) fills an empty list.
  template <class Make>
  void fill(std::size_t threads, const Watch& watch, Make make) {
    for_each_block(lengths_.size(), {threads, people_a_block}, watch, [&](std::size_t begin, std::size_t end, std::size_t worker) {
      std::vector<EmployerLink> list;
      for (std::size_t item = begin; item < end; ++item) {
        list.clear();
        make(item, accumulators_[worker], list);
        lengths_[item] = list.size();
        blocks_[begin / people_a_block].insert(blocks_[begin / people_a_block].end(), list.begin(), list.end());
      }
    });
  }
  [[nodiscard]] std::vector<std::uint64_t> offsets() const {
    std::vector<std::uint64_t> offsets(lengths_.size() + 1, 0);
    for (std::size_t item = 0; item < lengths_.size(); ++item) offsets[item + 1] = offsets[item] + lengths_[item];
    return offsets;
  }
  template <class Visit>
  void for_each_entry(Visit visit) const {
    for (const auto& block : blocks_) {
      for (const EmployerLink& entry : block) visit(entry);
    }
  }

 private:
  std::vector<std::uint64_t> lengths_;
  std::vector<std::vector<EmployerLink>> blocks_;
  std::vector<StrengthAccumulator> accumulators_;
};

// Who is within so many links of those asked for; in place, one step out.
void widen(const ChainRows& rows, std::vector<std::uint8_t>& asked) {
  std::vector<std::uint32_t> people;
  for (std::uint32_t person = 0; person < asked.size(); ++person) {
    if (asked[person] != 0) people.push_back(person);
  }
  for (const std::uint32_t person : people) {
    for (const PersonLink& link : rows.people_of(person)) asked[link.person] = 1;
  }
}

Reached within_one(const ChainRows& rows) {
  Reached reached;
  reached.offsets.assign(1, 0);
  for (std::uint32_t person = 0; person < rows.vertex_count(); ++person) {
    const auto own = rows.employers_of(person);
    reached.entries.insert(reached.entries.end(), own.begin(), own.end());
    reached.offsets.push_back(reached.entries.size());
  }
  return reached;
}

void gather(const ChainRows& rows, const Reached& nearer, std::uint32_t person, StrengthAccumulator& accumulator) {
  for (const EmployerLink& own : rows.employers_of(person)) accumulator.raise(own.other, own.strength);
  const std::span<const PersonLink> links = rows.people_of(person);
  for (const PersonLink& link : links) {
    for (const EmployerLink& entry : nearer.of(link.person)) accumulator.raise(entry.other, behind_link(link.strength, entry.strength));
  }
}

Reached within_one_more(const ChainRows& rows, const Reached& nearer, const std::vector<std::uint8_t>& asked, std::size_t threads,
                        const Watch& watch) {
  BlocksOfLists lists(rows.vertex_count(), threads, rows.employer_count());
  lists.fill(threads, watch, [&](std::size_t person, StrengthAccumulator& accumulator, std::vector<EmployerLink>& list) {
    if (asked[person] == 0) return;
    gather(rows, nearer, static_cast<std::uint32_t>(person), accumulator);
    accumulator.take([&](std::uint32_t employer, Strength strength) { list.push_back({employer, strength}); });
  });
  Reached reached{lists.offsets(), {}};
  reached.entries.reserve(reached.offsets.back());
  lists.for_each_entry([&](const EmployerLink& entry) { reached.entries.push_back(entry); });
  return reached;
}

// `columns`: by employer's number; no_employer for one that is not counted. Rows of `people` that are none() stay empty.
SparseMatrix strengths(const ChainRows& rows, std::span<const VertexRow> people, std::span<const std::uint32_t> columns,
                       const StrengthOptions& options, const Watch& watch) {
  if (options.hops == 0) throw Error(ErrorCode::invalid_option, {"", 0, 0, "hops"}, "at least 1", "0");
  std::vector<std::vector<std::uint8_t>> asked(1, std::vector<std::uint8_t>(rows.vertex_count(), 0));
  for (const VertexRow person : people) {
    if (!person.is_none()) asked[0][person.index()] = 1;
  }
  Reached nearer = options.hops > 1 ? within_one(rows) : Reached{std::vector<std::uint64_t>(rows.vertex_count() + 1, 0), {}};
  for (std::size_t hops = 2; hops < options.hops; ++hops) {
    asked.push_back(asked.back());
    widen(rows, asked.back());
  }
  for (std::size_t hops = 2; hops < options.hops; ++hops) {
    nearer = within_one_more(rows, nearer, asked.back(), options.threads, watch);
    asked.pop_back();
  }
  BlocksOfLists lists(people.size(), options.threads, rows.employer_count());
  lists.fill(options.threads, watch, [&](std::size_t row, StrengthAccumulator& accumulator, std::vector<EmployerLink>& list) {
    if (people[row].is_none()) return;
    gather(rows, nearer, people[row].value, accumulator);
    accumulator.take([&](std::uint32_t employer, Strength strength) {
      if (columns[employer] != ChainRows::no_employer) list.push_back({columns[employer], strength});
    });
    keep_strongest(list, options.most_employers);
  });
  SparseMatrix matrix;
  matrix.offsets = lists.offsets();
  matrix.columns.reserve(matrix.offsets.back());
  matrix.values.reserve(matrix.offsets.back());
  lists.for_each_entry([&](const EmployerLink& entry) {
    matrix.columns.push_back(entry.other);
    matrix.values.push_back(entry.strength);
  });
  return matrix;
}

}  // namespace

SparseMatrix referral_strengths(const Introducer& introducer, std::span<const VertexRow> people, const StrengthOptions& options,
                                const Watch& watch) {
  const ReferralGraph& graph = introducer.graph();
  for (const VertexRow person : people) {
    if (person.index() < graph.vertex_count() && !graph.is_employer(person)) continue;
    throw Error(ErrorCode::out_of_range, {"", 0, 0, "people"}, "a person of the graph", "the row " + std::to_string(person.value));
  }
  std::vector<std::uint32_t> columns(introducer.rows().employer_count());
  for (std::uint32_t employer = 0; employer < columns.size(); ++employer) columns[employer] = introducer.rows().employer(employer).value;
  SparseMatrix matrix = strengths(introducer.rows(), people, columns, options, watch);
  matrix.column_count = graph.vertex_count();
  return matrix;
}

SparseMatrix referral_strengths(const Introducer& introducer, const Market& market, const StrengthOptions& options, const Watch& watch) {
  const MarketVertices vertices(market, introducer.graph());
  std::vector<std::uint32_t> columns(introducer.rows().employer_count());
  for (std::uint32_t employer = 0; employer < columns.size(); ++employer) {
    const EmployerRow row = vertices.employers[introducer.rows().employer(employer).index()];
    columns[employer] = row.is_none() ? ChainRows::no_employer : row.value;
  }
  SparseMatrix matrix = strengths(introducer.rows(), vertices.of_residents, columns, options, watch);
  matrix.column_count = market.employers().size();
  return matrix;
}

}  // namespace aril
