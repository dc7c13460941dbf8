// Introductions: chains of one pair and of many, plans, the matrix of strengths.
#include "aril/referral/introductions.hpp"

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/referral/introduction_plan.hpp"
#include "aril/referral/referral_strengths.hpp"
#include "arrays.hpp"
#include "bindings.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

using SharedLists = std::shared_ptr<IntroductionLists>;

std::vector<std::uint32_t> numbers_of(const std::vector<VertexRow>& rows) {
  std::vector<std::uint32_t> numbers;
  for (const VertexRow row : rows) numbers.push_back(row.value);
  return numbers;
}

Introducer make_introducer(const ReferralGraph& graph) {
  return run_long(Threads::pool, [graph](const Watch&) { return Introducer(graph); });
}

// (strength, vertex rows) of each chain. One pair at the counter: quick, and so without a thread of its own, but past three hops.
py::list between(const Introducer& introducer, std::uint32_t person, std::uint32_t employer, std::size_t k, std::size_t hops) {
  const auto work = [introducer, person, employer, k, hops](const Watch&) {
    return introducer.between(VertexRow(person), VertexRow(employer), {.k = k, .hops = hops, .threads = 1});
  };
  std::vector<Introduction> chains;
  if (hops > 3) {
    chains = run_long(Threads::one, work);
  } else {
    const py::gil_scoped_release release;
    chains = work({});
  }
  py::list list;
  for (const Introduction& chain : chains) list.append(py::make_tuple(chain.strength, numbers_of(chain.vertices)));
  return list;
}

SharedLists between_many(const Introducer& introducer, const RowArray& persons, const RowArray& employers, std::size_t k, std::size_t hops,
                         std::size_t threads, const py::object& progress) {
  std::vector<IntroductionPair> pairs;
  pairs.reserve(static_cast<std::size_t>(persons.size()));
  for (py::ssize_t i = 0; i < persons.size(); ++i) pairs.push_back({VertexRow(persons.data()[i]), VertexRow(employers.data()[i])});
  const auto work = [introducer, pairs = std::move(pairs), k, hops, threads](const Watch& watch) {
    return std::make_shared<IntroductionLists>(introducer.between(pairs, {.k = k, .hops = hops, .threads = threads}, watch));
  };
  return run_long(threads == 1 ? Threads::one : Threads::pool, work, progress);
}

// chain offsets (one more than pairs), strengths (one a chain), introducer offsets (one more than chains), introducers
py::tuple list_arrays(const IntroductionLists& lists) {
  std::vector<std::uint64_t> chain_offsets{0};
  std::vector<Strength> strengths;
  std::vector<std::uint64_t> introducer_offsets{0};
  std::vector<std::uint32_t> introducers;
  for (std::size_t pair = 0; pair < lists.size(); ++pair) {
    const auto of_pair = lists.strengths(pair);
    strengths.insert(strengths.end(), of_pair.begin(), of_pair.end());
    chain_offsets.push_back(strengths.size());
    for (std::size_t rank = 0; rank < of_pair.size(); ++rank) {
      for (const VertexRow row : lists.introducers(pair, rank)) introducers.push_back(row.value);
      introducer_offsets.push_back(introducers.size());
    }
  }
  return py::make_tuple(array_of(std::move(chain_offsets)), array_of(std::move(strengths)), array_of(std::move(introducer_offsets)),
                        array_of(std::move(introducers)));
}

// pairs, ranks, worth, bound
py::tuple plan(const SharedLists& lists, std::size_t most_namings, std::size_t rounds) {
  const IntroductionPlan made = run_long(Threads::one, [lists, most_namings, rounds](const Watch&) {
    return plan_introductions(*lists, {most_namings, rounds});
  });
  std::vector<std::uint64_t> pairs;
  std::vector<std::uint64_t> ranks;
  for (const PlannedIntroduction& one : made.introductions) {
    pairs.push_back(one.pair);
    ranks.push_back(one.rank);
  }
  return py::make_tuple(array_of(std::move(pairs)), array_of(std::move(ranks)), made.worth, made.bound);
}

// offsets (one more than residents), employers, strengths
py::tuple market_strengths(const Introducer& introducer, const Market& market, std::size_t hops, std::size_t most_employers,
                           std::size_t threads, const py::object& progress) {
  const auto work = [introducer, market, hops, most_employers, threads](const Watch& watch) {
    return referral_strengths(introducer, market, {hops, most_employers, threads}, watch);
  };
  SparseMatrix matrix = run_long(threads == 1 ? Threads::one : Threads::pool, work, progress);
  return py::make_tuple(array_of(std::move(matrix.offsets)), array_of(std::move(matrix.columns)), array_of(std::move(matrix.values)));
}

std::string chain_sentence(const ReferralGraph& graph, Strength strength, const std::vector<std::uint32_t>& rows,
                           std::string_view language) {
  Introduction chain{strength, {}};
  for (const std::uint32_t row : rows) chain.vertices.emplace_back(row);
  return sentence(graph, chain, language_named(language));
}

}  // namespace

void bind_introductions(py::module_& module) {
  py::class_<IntroductionLists, SharedLists>(module, "IntroductionLists")
      .def("arrays", &list_arrays)
      .def("plan", &plan, py::arg("most_namings"), py::arg("rounds"));
  py::class_<Introducer>(module, "Introducer")
      .def(py::init(&make_introducer), py::arg("graph"))
      .def("between", &between, py::arg("person"), py::arg("employer"), py::arg("k"), py::arg("hops"))
      .def("between_many", &between_many, py::arg("persons"), py::arg("employers"), py::arg("k"), py::arg("hops"), py::arg("threads"),
           py::arg("progress"))
      .def("strengths", &market_strengths, py::arg("market"), py::arg("hops"), py::arg("most_employers"), py::arg("threads"),
           py::arg("progress"));
  module.def("chain_sentence", &chain_sentence, py::arg("graph"), py::arg("strength"), py::arg("rows"), py::arg("language"));
}

}  // namespace aril::python
