#include "referral_input.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "answers.hpp"
#include "case.hpp"

namespace aril::bench {
namespace {

// The links of one order, to walk over them at random.
class Walks {
 public:
  explicit Walks(const sample::Links& links) : links_(links) {}

  // Somebody, or an employer, known with consent; the vertex itself where there is none.
  [[nodiscard]] std::uint32_t step(std::uint32_t vertex, bool to_employer, std::uint64_t random) const {
    const auto [begin, end] = std::equal_range(links_.links.begin(), links_.links.end(), sample::Link{vertex},
                                               [](const sample::Link& a, const sample::Link& b) { return a.source < b.source; });
    std::vector<std::uint32_t> targets;
    for (auto link = begin; link != end; ++link) {
      if (link->consent && (link->target < links_.employers) == to_employer) targets.push_back(link->target);
    }
    return targets.empty() ? vertex : targets[random % targets.size()];
  }

 private:
  const sample::Links& links_;
};

std::uint64_t drawn(std::uint64_t number, std::uint64_t purpose) noexcept {
  std::uint64_t x = number * 0x9e3779b97f4a7c15U + purpose * 0xd1b54a32d192ed03U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

std::uint32_t employer_for(std::uint32_t resident, std::uint64_t number, const sample::Links& links, const Walks& walks) {
  std::uint32_t at = resident;
  for (std::uint64_t step = 0; number % 4 != 0 && step < 8; ++step) {  // from a friend, or a friend's friend; then start again
    if (step % 2 == 0) at = resident;
    at = walks.step(at, false, drawn(number, 10 + step));
    const std::uint32_t employer = walks.step(at, true, drawn(number, 20 + step));
    if (employer < links.employers) return employer;
  }
  return static_cast<std::uint32_t>(drawn(number, 2) % links.employers);
}

template <class Column>
auto column_of(const sample::Links& links, Column column) {
  std::vector<std::decay_t<decltype(links.links[0].*column)>> values;
  values.reserve(links.links.size());
  for (const sample::Link& link : links.links) values.push_back(link.*column);
  return values;
}

std::vector<std::uint8_t> consent_of(const sample::Links& links) {
  std::vector<std::uint8_t> consent;
  for (const sample::Link& link : links.links) consent.push_back(link.consent ? 1 : 0);
  return consent;
}

}  // namespace

const sample::Links& links_of(const std::string& order) {
  static std::map<std::string, sample::Links> made;
  if (std::find(orders.begin(), orders.end(), order) == orders.end())
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "order"}, "place or shuffled", order);
  auto place = made.find(order);
  if (place == made.end()) place = made.emplace(order, sample::links({.seed = seed, .shuffled = order == "shuffled"})).first;
  return place->second;
}

Questions questions_of(const sample::Links& links) {
  const Walks walks(links);
  Questions questions;
  for (std::uint64_t number = 0; number < pair_count; ++number) {
    const std::uint32_t resident = links.residents[drawn(number, 0) % links.residents.size()];
    questions.pairs.push_back(resident);
    questions.pairs.push_back(employer_for(resident, number, links, walks));
  }
  for (std::uint64_t number = 0; number < seed_count; ++number)
    questions.seeds.push_back(static_cast<std::uint32_t>(links.employers + drawn(number, 1) % links.people));
  return questions;
}

ReferralGraph graph_of(const sample::Links& links) {
  std::vector<VertexRecord> vertices(links.employers + links.people);
  for (std::uint32_t vertex = 0; vertex < vertices.size(); ++vertex) {
    vertices[vertex].id = links.id(vertex);
    vertices[vertex].kind = vertex < links.employers ? VertexKind::employer : VertexKind::helper;
  }
  for (const std::uint32_t resident : links.residents) vertices[resident].kind = VertexKind::resident;
  const auto from = column_of(links, &sample::Link::source);
  const auto to = column_of(links, &sample::Link::target);
  const auto strengths = column_of(links, &sample::Link::strength);
  const auto consent = consent_of(links);
  return make_referral_graph(std::move(vertices), {.from = from, .to = to, .strengths = strengths, .consent = consent});
}

CompressedRows people_of(const sample::Links& links) {
  const auto employers = static_cast<std::uint32_t>(links.employers);
  std::vector<RowPair> pairs;
  for (const sample::Link& link : links.links) {
    if (link.target >= employers) pairs.push_back({link.source - employers, link.target - employers});
  }
  return CompressedRows::from_pairs(links.people, pairs);
}

int write_input(const sample::Links& links, const std::string& folder) {
  const Questions questions = questions_of(links);
  const std::vector<std::uint64_t> sizes{links.employers, links.people};
  return write_numbers(sizes, folder + "/sizes.u64") + write_numbers(column_of(links, &sample::Link::source), folder + "/source.u32") +
         write_numbers(column_of(links, &sample::Link::target), folder + "/target.u32") +
         write_numbers(column_of(links, &sample::Link::strength), folder + "/strength.u16") +
         write_numbers(consent_of(links), folder + "/consent.u8") + write_numbers(links.residents, folder + "/residents.u32") +
         write_numbers(questions.pairs, folder + "/pairs.u32") + write_numbers(questions.seeds, folder + "/seeds.u32");
}

}  // namespace aril::bench
