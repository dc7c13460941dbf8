// Measures of links: arrays in, arrays out.
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/core/error.hpp"
#include "aril/referral/page_rank.hpp"
#include "aril/referral/proximity.hpp"
#include "aril/referral/ties.hpp"
#include "arrays.hpp"
#include "bindings.hpp"
#include "long_work.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

using SharedRows = std::shared_ptr<const CompressedRows>;
using OffsetArray = py::array_t<std::uint64_t, py::array::c_style | py::array::forcecast>;
using DoubleArray = py::array_t<double, py::array::c_style | py::array::forcecast>;
using StrengthArray = py::array_t<std::uint16_t, py::array::c_style | py::array::forcecast>;

Threads pool_of(std::size_t threads) { return threads == 1 ? Threads::one : Threads::pool; }

std::vector<RowPair> pairs_of(const RowArray& rows, const RowArray& columns) {
  if (rows.size() != columns.size())
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "pairs"}, "two arrays of one length",
                std::to_string(rows.size()) + " and " + std::to_string(columns.size()));
  std::vector<RowPair> pairs;
  pairs.reserve(static_cast<std::size_t>(rows.size()));
  for (py::ssize_t i = 0; i < rows.size(); ++i) pairs.push_back({rows.data()[i], columns.data()[i]});
  return pairs;
}

SharedRows rows_from_arrays(const OffsetArray& offsets, const RowArray& columns) {
  return run_long(Threads::one, [offsets = vector_of(offsets), columns = vector_of(columns)](const Watch&) mutable {
    return std::make_shared<const CompressedRows>(std::move(offsets), std::move(columns));
  });
}
SharedRows rows_from_pairs(std::size_t count, const RowArray& rows, const RowArray& columns) {
  return run_long(Threads::one, [count, pairs = pairs_of(rows, columns)](const Watch&) {
    return std::make_shared<const CompressedRows>(CompressedRows::from_pairs(count, pairs));
  });
}
SharedRows symmetrized_rows(const SharedRows& rows) {
  return run_long(Threads::one, [rows](const Watch&) { return std::make_shared<const CompressedRows>(symmetrized(*rows)); });
}

py::tuple arrays_of(PageRanks ranks) {
  const auto seeds = static_cast<py::ssize_t>(ranks.error_bounds.size());
  const auto vertices = static_cast<py::ssize_t>(ranks.vertex_count);
  return py::make_tuple(array_of(std::move(ranks.ranks), {seeds, vertices}), array_of(std::move(ranks.error_bounds)));
}

py::tuple seeds_ranks(const SharedRows& rows, const RowArray& seeds, double damping, double tolerance, std::size_t threads,
                      const py::object& progress) {
  PageRankOptions options{.damping = damping, .tolerance = tolerance, .threads = threads, .watch = {}};
  const auto work = [rows, seeds = vector_of(seeds), options](const Watch& watch) mutable {
    options.watch = watch;
    return page_rank(*rows, seeds, options);
  };
  return arrays_of(run_long(pool_of(threads), work, progress));
}

py::tuple teleport_ranks(const SharedRows& rows, const std::optional<DoubleArray>& teleport, double damping, double tolerance,
                         std::size_t threads) {
  PageRankOptions options{.damping = damping, .tolerance = tolerance, .threads = threads, .watch = {}};
  std::optional<std::vector<double>> shares;
  if (teleport) shares = vector_of(*teleport);
  return arrays_of(run_long(pool_of(threads), [rows, shares = std::move(shares), options](const Watch& watch) mutable {
    options.watch = watch;
    return shares ? page_rank_from(*rows, *shares, options) : global_page_rank(*rows, options);
  }));
}

py::tuple direct_ranks(const SharedRows& rows, const RowArray& seeds, double damping) {
  return arrays_of(
      run_long(Threads::one, [rows, seeds = vector_of(seeds), damping](const Watch&) { return page_rank_direct(*rows, seeds, damping); }));
}

py::tuple pushed_ranks(const SharedRows& rows, const RowArray& seeds, double damping, double threshold, std::optional<bool> symmetric,
                       std::size_t most, std::size_t threads, const py::object& progress) {
  PushOptions options{.damping = damping, .threshold = threshold, .symmetric = symmetric, .most = most, .threads = threads, .watch = {}};
  const auto work = [rows, seeds = vector_of(seeds), options](const Watch& watch) mutable {
    options.watch = watch;
    return page_rank_push(*rows, seeds, options);
  };
  SparseRanks ranks = run_long(pool_of(threads), work, progress);
  return py::make_tuple(array_of(std::move(ranks.offsets)), array_of(std::move(ranks.vertices)), array_of(std::move(ranks.ranks)),
                        array_of(std::move(ranks.error_bounds)));
}

// What a measure of the whole graph gives, one number a vertex or column.
template <class Measure>
py::array measured(const SharedRows& rows, std::size_t threads, const py::object& progress, Measure measure) {
  return array_of(run_long(
      pool_of(threads), [rows, threads, measure](const Watch& watch) { return measure(*rows, threads, watch); }, progress));
}

template <class Measure>
py::array measured_pairs(const SharedRows& rows, const RowArray& lefts, const RowArray& rights, std::size_t threads, Measure measure) {
  return array_of(run_long(pool_of(threads), [rows, pairs = pairs_of(lefts, rights), threads, measure](const Watch& watch) {
    return measure(*rows, pairs, ProximityOptions{threads, watch});
  }));
}

py::array together(const SharedRows& rows, std::size_t threads, const py::object& progress) {
  return measured(rows, threads, progress, [](RowsView simple, std::size_t used, const Watch& watch) {
    return embeddedness(simple, {used, watch});
  });
}

py::tuple triangles(const SharedRows& rows, const RowArray& together) {
  const auto counts = run_long(Threads::one, [rows, together = vector_of(together)](const Watch&) {
    return std::tuple(triangles_of_vertices(*rows, together), clustering(*rows, together), triangle_count(together));
  });
  const auto& [of_vertices, clusters, all] = counts;
  return py::make_tuple(array_of(of_vertices), array_of(clusters.coefficients), clusters.average, all);
}

py::tuple components(const SharedRows& rows, bool strong) {
  Components found =
      run_long(Threads::one, [rows, strong](const Watch&) { return strong ? strong_components(*rows) : weak_components(*rows); });
  return py::make_tuple(array_of(std::move(found.of)), array_of(std::move(found.sizes)));
}

py::tuple bridges(const SharedRows& rows, std::uint32_t span_limit, std::size_t threads, const py::object& progress) {
  const auto found = run_long(
      pool_of(threads),
      [rows, span_limit, threads](const Watch& watch) {
        return local_bridges(*rows, {.span_limit = span_limit, .threads = threads, .watch = watch});
      },
      progress);
  std::vector<std::uint32_t> lower;
  std::vector<std::uint32_t> higher;
  std::vector<std::uint32_t> spans;
  for (const LocalBridge& bridge : found) {
    lower.push_back(bridge.lower);
    higher.push_back(bridge.higher);
    spans.push_back(bridge.span);
  }
  return py::make_tuple(array_of(std::move(lower)), array_of(std::move(higher)), array_of(std::move(spans)));
}

py::array constraints(const SharedRows& rows, const std::optional<DoubleArray>& weights, std::size_t threads, const py::object& progress) {
  std::vector<double> given;
  if (weights) given = vector_of(*weights);
  const auto work = [rows, given = std::move(given), threads](const Watch& watch) {
    return burt_constraint(*rows, given, {.threads = threads, .watch = watch});
  };
  return array_of(run_long(pool_of(threads), work, progress));
}

// Residents, employers, through a referral or not, introducers.
using PlacementArrays = std::tuple<RowArray, RowArray, py::array_t<bool, py::array::c_style | py::array::forcecast>, RowArray>;

std::vector<Placement> placements_of(const PlacementArrays& arrays) {
  const auto& [residents, employers, referred, introducers] = arrays;
  if (employers.size() != residents.size() || referred.size() != residents.size() || introducers.size() != residents.size())
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "placements"}, "arrays of one length", "others");
  std::vector<Placement> placements;
  for (py::ssize_t i = 0; i < residents.size(); ++i)
    placements.push_back({residents.data()[i], employers.data()[i], referred.data()[i], introducers.data()[i]});
  return placements;
}

py::tuple kinds_of_ties(const SharedRows& rows, const StrengthArray& strengths, const StrengthArray& cuts,
                        const PlacementArrays& placements, std::size_t threads) {
  const TieReport report = run_long(pool_of(threads), [rows, strengths = vector_of(strengths), cuts = vector_of(cuts),
                                                       placements = placements_of(placements), threads](const Watch& watch) {
    return tie_report(*rows, strengths, cuts, placements, {threads, watch});
  });
  py::list kinds;
  for (const TieKind& kind : report.kinds) {
    kinds.append(py::make_tuple(kind.from, kind.below, kind.links, kind.bridges, kind.mean_embeddedness, kind.carried,
                                kind.referred_in_reach, kind.other_in_reach));
  }
  return py::make_tuple(kinds, report.referred, report.others);
}

}  // namespace

void bind_referral_measures(py::module_& module) {
  py::class_<CompressedRows, std::shared_ptr<CompressedRows>>(module, "CompressedRows")
      .def(py::init([](const OffsetArray& offsets, const RowArray& columns) {
             return std::const_pointer_cast<CompressedRows>(rows_from_arrays(offsets, columns));
           }),
           py::arg("offsets"), py::arg("columns"))
      .def_static("from_pairs", &rows_from_pairs, py::arg("count"), py::arg("rows"), py::arg("columns"))
      .def("symmetrized", &symmetrized_rows)
      .def("is_simple", [](const CompressedRows& rows) { return rows.view().is_simple(); })
      .def("offsets", [](const py::object& self) { return view<std::uint64_t>(self.cast<const CompressedRows&>().view().offsets, self); })
      .def("columns", [](const py::object& self) { return view<std::uint32_t>(self.cast<const CompressedRows&>().view().columns, self); })
      .def("__len__", &CompressedRows::size);
  module.def("page_rank", &seeds_ranks, py::arg("rows"), py::arg("seeds"), py::arg("damping"), py::arg("tolerance"), py::arg("threads"),
             py::arg("progress"));
  module.def("page_rank_from", &teleport_ranks, py::arg("rows"), py::arg("teleport"), py::arg("damping"), py::arg("tolerance"),
             py::arg("threads"));
  module.def("page_rank_direct", &direct_ranks, py::arg("rows"), py::arg("seeds"), py::arg("damping"));
  module.def("page_rank_push", &pushed_ranks, py::arg("rows"), py::arg("seeds"), py::arg("damping"), py::arg("threshold"),
             py::arg("symmetric"), py::arg("most"), py::arg("threads"), py::arg("progress"));
  module.def("embeddedness", &together, py::arg("rows"), py::arg("threads"), py::arg("progress"));
  module.def("triangles", &triangles, py::arg("rows"), py::arg("embeddedness"));
  module.def(
      "common_neighbour_counts",
      [](const SharedRows& rows, const RowArray& lefts, const RowArray& rights, std::size_t threads) {
        return measured_pairs(rows, lefts, rights, threads, &common_neighbour_counts);
      },
      py::arg("rows"), py::arg("lefts"), py::arg("rights"), py::arg("threads"));
  module.def(
      "adamic_adar",
      [](const SharedRows& rows, const RowArray& lefts, const RowArray& rights, std::size_t threads) {
        return measured_pairs(rows, lefts, rights, threads, &adamic_adar);
      },
      py::arg("rows"), py::arg("lefts"), py::arg("rights"), py::arg("threads"));
  module.def(
      "adamic_adar_of_links",
      [](const SharedRows& rows, std::size_t threads, const py::object& progress) {
        return measured(rows, threads, progress, [](RowsView simple, std::size_t used, const Watch& watch) {
          return adamic_adar_of_links(simple, {used, watch});
        });
      },
      py::arg("rows"), py::arg("threads"), py::arg("progress"));
  module.def("components", &components, py::arg("rows"), py::arg("strong"));
  module.def("local_bridges", &bridges, py::arg("rows"), py::arg("span_limit"), py::arg("threads"), py::arg("progress"));
  module.def("burt_constraint", &constraints, py::arg("rows"), py::arg("weights"), py::arg("threads"), py::arg("progress"));
  module.def("tie_report", &kinds_of_ties, py::arg("rows"), py::arg("strengths"), py::arg("cuts"), py::arg("placements"),
             py::arg("threads"));
  module.attr("no_introducer") = no_introducer;
}

}  // namespace aril::python
