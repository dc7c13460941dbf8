// The ranker: what comes from outside the market as arrays, and the three rankings.
#include "aril/rank/ranker.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "aril/core/cpu_level.hpp"
#include "aril/core/error.hpp"
#include "arrays.hpp"
#include "bindings.hpp"
#include "lists.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

using SharedRanker = std::shared_ptr<Ranker>;
using StrengthArray = py::array_t<std::uint16_t, py::array::c_style>;
using VectorArray = py::array_t<float, py::array::c_style | py::array::forcecast>;

// name, "postings" or "employers", resident rows, columns, strengths; the arrays are of one length.
using SparseInput = std::tuple<std::string, std::string, RowArray, RowArray, StrengthArray>;
// residents x d, postings x d, scale, multiplier, shift
using EmbeddingInput = std::tuple<VectorArray, VectorArray, double, std::int32_t, std::uint32_t>;

struct SparseEntries {
  std::string name;
  SparseColumns columns = SparseColumns::postings;
  std::vector<SparseEntry> entries;
};

SparseEntries entries_of(const SparseInput& input) {
  const auto& [name, columns, residents, others, strengths] = input;
  SparseEntries sparse{name, sparse_columns_named(columns, "sparse." + name), {}};
  sparse.entries.reserve(static_cast<std::size_t>(residents.size()));
  for (py::ssize_t i = 0; i < residents.size(); ++i)
    sparse.entries.push_back({ResidentRow(residents.data()[i]), others.data()[i], strengths.data()[i]});
  return sparse;
}

MatrixView<float> matrix_view(const VectorArray& array) {
  const auto rows = static_cast<std::size_t>(array.shape(0));
  const auto columns = static_cast<std::size_t>(array.shape(1));
  return {array.data(), rows, columns, columns};
}

// An embedding that a thread may read to its end.
struct KeptEmbedding {
  MatrixView<float> residents;
  MatrixView<float> postings;
  EmbeddingOptions options;
  Kept arrays;
};
std::optional<KeptEmbedding> keep_embedding(const std::optional<EmbeddingInput>& input) {
  if (!input) return std::nullopt;
  const auto& [residents, postings, scale, multiplier, shift] = *input;
  return KeptEmbedding{
      matrix_view(residents), matrix_view(postings), {scale, multiplier, shift}, keep(py::make_tuple(residents, postings))};
}

SharedRanker make_ranker(const Market& market, std::string_view policy_json, const std::string& policy_file, std::string_view as_of,
                         const std::vector<SparseInput>& sparse, const std::optional<EmbeddingInput>& embedding) {
  const auto date = Date::parse(as_of);
  if (!date) throw Error(ErrorCode::malformed, {"", 0, 0, "as_of"}, "a date as YYYY-MM-DD", "'" + std::string(as_of) + "'");
  PolicyNames names;
  std::vector<SparseEntries> entries;
  for (const SparseInput& input : sparse) {
    entries.push_back(entries_of(input));
    names.terms.push_back(entries.back().name);
  }
  const Policy policy = Policy::from_json(policy_json, policy_file, names);
  return run_long(Threads::pool, [=, entries = std::move(entries), kept = keep_embedding(embedding)](const Watch&) mutable {
    RankerInputs inputs;
    for (SparseEntries& one : entries) inputs.terms.sparse.emplace_back(market, one.name, one.columns, std::move(one.entries));
    if (kept) inputs.terms.embedding = EmbeddingTerm(market, kept->residents, kept->postings, kept->options);
    return std::make_shared<Ranker>(market, policy, *date, std::move(inputs));
  });
}

// Resident rows; offsets, one more; posting rows: the i-th resident's stand at [offsets[i], offsets[i + 1]).
using PairLists = std::tuple<RowArray, RowArray, RowArray>;

std::vector<ResidentPostings> pair_lists(const PairLists& lists) {
  const auto& [residents, offsets, postings] = lists;
  std::vector<ResidentPostings> pairs;
  for (py::ssize_t i = 0; i < residents.size(); ++i) {
    pairs.push_back({ResidentRow(residents.data()[i]), {}});
    for (std::uint32_t j = offsets.data()[i]; j < offsets.data()[i + 1]; ++j)
      pairs.back().postings.push_back(PostingRow(postings.data()[j]));
  }
  return pairs;
}

template <class Row>
std::vector<Row> rows_from(const RowArray& array) {
  std::vector<Row> rows;
  rows.reserve(static_cast<std::size_t>(array.size()));
  for (py::ssize_t i = 0; i < array.size(); ++i) rows.push_back(Row(array.data()[i]));
  return rows;
}

RankOptions rank_options(std::size_t k, std::size_t threads, const std::optional<RowArray>& residents,
                         const std::optional<std::vector<std::string>>& kinds, std::size_t most_per_employer, std::size_t most_per_kind,
                         std::uint32_t min_score, std::size_t offset, const PairLists& allow, const PairLists& deny,
                         std::string_view path) {
  RankOptions options{.k = k,
                      .threads = threads,
                      .kinds = kinds ? kinds_named(*kinds) : all_kinds,
                      .most_per_employer = most_per_employer,
                      .most_per_kind = most_per_kind,
                      .min_score = {min_score},
                      .offset = offset,
                      .allow = pair_lists(allow),
                      .deny = pair_lists(deny),
                      .path = search_path_named(path)};
  if (residents) options.residents = rows_from<ResidentRow>(*residents);
  return options;
}

PostingRankOptions posting_rank_options(std::size_t k, std::size_t threads, const std::optional<RowArray>& postings,
                                        std::uint32_t min_score, std::size_t offset, const PairLists& allow, const PairLists& deny,
                                        std::string_view path) {
  PostingRankOptions options{.k = k,
                             .threads = threads,
                             .min_score = {min_score},
                             .offset = offset,
                             .allow = pair_lists(allow),
                             .deny = pair_lists(deny),
                             .path = search_path_named(path)};
  if (postings) options.postings = rows_from<PostingRow>(*postings);
  return options;
}

template <class Options>
Threads threads_of(const Options& options) {
  return options.threads == 1 ? Threads::one : Threads::pool;
}

// One resident at the counter: quick, and so without a thread of its own.
bool is_single(const RankOptions& options) { return options.residents && options.residents->size() == 1; }

ResidentLists rank(const SharedRanker& ranker, RankOptions options, const py::object& progress) {
  if (is_single(options)) {
    const py::gil_scoped_release release;
    return ranker->rank(options.residents->front(), options);
  }
  return run_long(
      threads_of(options),
      [ranker, options = std::move(options)](const Watch& watch) mutable {
        options.watch = watch;
        return ranker->rank(options);
      },
      progress);
}

// The lists of some of those whom the options leave open: one block of a stream.
ResidentLists rank_rows(const SharedRanker& ranker, const RankOptions& options, const RowArray& residents, const py::object& progress) {
  RankOptions of_block = options;
  of_block.residents = rows_from<ResidentRow>(residents);
  return rank(ranker, std::move(of_block), progress);
}

ResidentLists reciprocal(const SharedRanker& ranker, std::string_view combination, RankOptions options, const py::object& progress) {
  const Combination how = combination_named(combination);
  if (is_single(options)) {
    options.threads = 1;
    const py::gil_scoped_release release;
    return ranker->reciprocal(how, options);
  }
  return run_long(
      threads_of(options),
      [ranker, how, options = std::move(options)](const Watch& watch) mutable {
        options.watch = watch;
        return ranker->reciprocal(how, options);
      },
      progress);
}

PostingLists rank_residents(const SharedRanker& ranker, PostingRankOptions options, const py::object& progress) {
  return run_long(
      threads_of(options),
      [ranker, options = std::move(options)](const Watch& watch) mutable {
        options.watch = watch;
        return ranker->rank_residents(options);
      },
      progress);
}

}  // namespace

void bind_ranker(py::module_& module) {
  py::class_<RankOptions>(module, "RankOptions")
      .def(py::init(&rank_options), py::arg("k"), py::arg("threads"), py::arg("residents"), py::arg("kinds"), py::arg("most_per_employer"),
           py::arg("most_per_kind"), py::arg("min_score"), py::arg("offset"), py::arg("allow"), py::arg("deny"), py::arg("path"));
  py::class_<PostingRankOptions>(module, "PostingRankOptions")
      .def(py::init(&posting_rank_options), py::arg("k"), py::arg("threads"), py::arg("postings"), py::arg("min_score"), py::arg("offset"),
           py::arg("allow"), py::arg("deny"), py::arg("path"));
  py::class_<Ranker, SharedRanker>(module, "Ranker")
      .def(py::init(&make_ranker), py::arg("market"), py::arg("policy_json"), py::arg("policy_file"), py::arg("as_of"), py::arg("sparse"),
           py::arg("embedding"))
      .def("rank", &rank, py::arg("options"), py::arg("progress"))
      .def("rank_rows", &rank_rows, py::arg("options"), py::arg("residents"), py::arg("progress"))
      .def("reciprocal", &reciprocal, py::arg("combination"), py::arg("options"), py::arg("progress"))
      .def("rank_residents", &rank_residents, py::arg("options"), py::arg("progress"))
      .def("policy_json", [](const Ranker& ranker) { return ranker.policy().to_json(); });
  module.def(
      "score_at_least", [](double fraction) { return Score::at_least(fraction).value; }, py::arg("fraction"),
      "The smallest score whose fraction is at least this.");
  module.def(
      "use_cpu_level", [](std::string_view level) { use_cpu_level(cpu_level_named(level)); }, py::arg("level"),
      "Which vector instructions the fast paths use, for tests and measurements; all give the same. Not while work is under way.");
  module.def(
      "cpu_levels",
      [] { return std::vector<std::string>(cpu_level_names.begin(), cpu_level_names.begin() + 1 + static_cast<int>(best_cpu_level())); },
      "Those that this machine has, the best last.");
  module.attr("max_score") = max_score;
}

}  // namespace aril::python
