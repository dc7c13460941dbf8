// Referral graphs: from tables, files, arrays; to arrays; derived links and changes.
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/core/error.hpp"
#include "aril/referral/derived_links.hpp"
#include "aril/referral/graph.hpp"
#include "aril/referral/graph_builder.hpp"
#include "aril/referral/graph_change.hpp"
#include "aril/referral/graph_files.hpp"
#include "aril/referral/graph_rows.hpp"
#include "aril/referral/graph_with_sets.hpp"
#include "aril/referral/people_sets.hpp"
#include "arrays.hpp"
#include "bindings.hpp"
#include "error.hpp"
#include "ids.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

using ByteArray = py::array_t<std::uint8_t, py::array::c_style | py::array::forcecast>;
using DayArray = py::array_t<std::int32_t, py::array::c_style | py::array::forcecast>;
using NumberArray = py::array_t<double, py::array::c_style | py::array::forcecast>;
using StrengthArray = py::array_t<std::uint16_t, py::array::c_style | py::array::forcecast>;
using SharedSets = std::shared_ptr<PeopleSets>;

// ids, English titles, Chinese titles, kinds
using VertexArrays = std::tuple<std::vector<std::string>, std::vector<std::string>, std::vector<std::string>, ByteArray>;
// from, to, strengths, kinds, days since 1970-01-01, consent; of one length
using LinkArrays = std::tuple<RowArray, RowArray, StrengthArray, ByteArray, DayArray, ByteArray>;
// basis, kind of link, strength, most links
using RuleTuple = std::tuple<std::uint8_t, std::uint8_t, Strength, std::size_t>;
// Each table: its name and its rows as CSV.
using TableTexts = std::vector<std::pair<std::string, std::string>>;

std::vector<VertexRecord> vertex_records(const VertexArrays& arrays) {
  const auto& [ids, english, chinese, kinds] = arrays;
  std::vector<VertexRecord> records;
  records.reserve(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    records.push_back({ids[i], {english[i], chinese[i]}, static_cast<VertexKind>(kinds.data()[i])});
  return records;
}

// What LinkColumns looks at.
struct LinkVectors {
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<Strength> strengths;
  std::vector<LinkKind> kinds;
  std::vector<Date> since;
  std::vector<std::uint8_t> consent;

  explicit LinkVectors(const LinkArrays& arrays)
      : from(vector_of(std::get<0>(arrays))),
        to(vector_of(std::get<1>(arrays))),
        strengths(vector_of(std::get<2>(arrays))),
        consent(vector_of(std::get<5>(arrays))) {
    const auto& kind_array = std::get<3>(arrays);
    const auto& days = std::get<4>(arrays);
    kinds.reserve(from.size());
    since.reserve(from.size());
    for (py::ssize_t i = 0; i < kind_array.size(); ++i) kinds.push_back(static_cast<LinkKind>(kind_array.data()[i]));
    for (py::ssize_t i = 0; i < days.size(); ++i) since.push_back(Date::from_days(days.data()[i]));
  }
  [[nodiscard]] LinkColumns columns() const {
    return {.from = from, .to = to, .strengths = strengths, .kinds = kinds, .since = since, .consent = consent};
  }
  [[nodiscard]] std::vector<Link> links() const {
    std::vector<Link> links;
    links.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i)
      links.push_back({VertexRow(from[i]), VertexRow(to[i]), kinds[i], strengths[i], since[i], consent[i] != 0});
    return links;
  }
};

std::vector<DerivationRule> derivation_rules(const std::vector<RuleTuple>& tuples) {
  std::vector<DerivationRule> rules;
  for (const auto& [basis, kind, strength, most] : tuples)
    rules.push_back({static_cast<DerivationBasis>(basis), static_cast<LinkKind>(kind), strength, most});
  return rules;
}

// Making

struct Made {
  ReferralGraph graph;
  SharedSets sets;
  std::vector<Problem> problems;
};
py::tuple as_tuple(Made made) { return py::make_tuple(std::move(made.graph), std::move(made.sets), problem_list(made.problems)); }

Strictness strictness(bool lenient) { return lenient ? Strictness::lenient : Strictness::strict; }

py::tuple read_folder(const std::string& folder, const Market& market, bool lenient) {
  return as_tuple(run_long(Threads::pool, [=](const Watch&) {
    Made made;
    ReferralFiles files = read_referral_files(folder, market, {.strictness = strictness(lenient), .problems = &made.problems});
    made.sets = std::make_shared<PeopleSets>(files.graph, market, files.memberships, files.consents);
    made.graph = std::move(files.graph);
    return made;
  }));
}

Made graph_of_tables(const TableTexts& tables, const Market& market, bool lenient) {
  Made made;
  ReferralGraphBuilder builder;
  builder.add(market);
  for (const auto& [name, text] : tables) {
    if (name == "people") read_people(text, name, builder);
    if (name == "links") read_links(text, name, builder);
  }
  made.graph = builder.build({.strictness = Strictness::lenient, .problems = &made.problems});
  std::vector<MembershipRecord> memberships;
  std::vector<ConsentRecord> consents;
  for (const auto& [name, text] : tables) {
    if (name == "memberships") memberships = read_memberships(text, name, made.graph, made.problems);
    if (name == "consents") consents = read_consents(text, name, made.graph, made.problems);
  }
  if (!lenient && !made.problems.empty()) throw Error(std::move(made.problems));
  made.sets = std::make_shared<PeopleSets>(made.graph, market, memberships, consents);
  return made;
}

py::tuple read_tables(TableTexts tables, const Market& market, bool lenient) {
  return as_tuple(
      run_long(Threads::pool, [=, tables = std::move(tables)](const Watch&) { return graph_of_tables(tables, market, lenient); }));
}

py::tuple from_arrays(const VertexArrays& vertices, const LinkArrays& links, bool lenient) {
  return as_tuple(run_long(Threads::pool, [records = vertex_records(vertices), links = LinkVectors(links), lenient](const Watch&) mutable {
    Made made;
    made.graph = make_referral_graph(std::move(records), links.columns(), {.strictness = strictness(lenient), .problems = &made.problems});
    return made;
  }));
}

// Changing

ReferralGraph changed_links(const ReferralGraph& graph, const LinkArrays& taken, const LinkArrays& added) {
  return run_long(Threads::pool, [graph, taken = LinkVectors(taken), added = LinkVectors(added)](const Watch&) {
    return with_links(graph, taken.links(), added.links());
  });
}

std::vector<VertexRow> vertices_of(const RowArray& array) {
  std::vector<VertexRow> rows;
  for (const std::uint32_t row : vector_of(array)) rows.emplace_back(row);
  return rows;
}

ReferralGraph changed_vertices(const ReferralGraph& graph, const RowArray& taken, const VertexArrays& added) {
  return run_long(Threads::pool, [graph, taken = vertices_of(taken), added = vertex_records(added)](const Watch&) mutable {
    return with_vertices(graph, taken, std::move(added));
  });
}

// Memberships and consents are of people as they are after the change.
void read_shared(const TableTexts& tables, const ReferralGraph& graph, PeopleChange& change) {
  if (tables.empty()) return;
  const ReferralGraph people = with_vertices(graph, change.taken, change.added);
  std::vector<Problem> problems;
  for (const auto& [name, text] : tables) {
    if (name == "memberships") change.memberships = read_memberships(text, name, people, problems);
    if (name == "consents") change.consents = read_consents(text, name, people, problems);
  }
  if (!problems.empty()) throw Error(std::move(problems));
}

py::tuple changed_people(const ReferralGraph& graph, const SharedSets& sets, const std::vector<RuleTuple>& rules, const RowArray& taken,
                         const VertexArrays& added, TableTexts tables, std::optional<Market> market) {
  PeopleChange change;
  change.taken = vertices_of(taken);
  change.added = vertex_records(added);
  change.market = std::move(market);
  auto work = [graph, sets, rules = derivation_rules(rules), tables = std::move(tables), change = std::move(change)](const Watch&) mutable {
    read_shared(tables, graph, change);
    return with_people(graph, *sets, rules, change);
  };
  GraphWithSets changed = run_long(Threads::pool, std::move(work));
  return py::make_tuple(std::move(changed.graph), std::make_shared<PeopleSets>(std::move(changed.sets)));
}

// The links of `taken` rules give way to those of the added ones.
ReferralGraph with_derived_links(const ReferralGraph& graph, const SharedSets& sets, const std::vector<RuleTuple>& taken,
                                 const std::vector<RuleTuple>& added, std::size_t threads) {
  const auto work = [graph, sets, taken = derivation_rules(taken), added = derivation_rules(added), threads](const Watch&) {
    return with_links(graph, derived_links(*sets, taken, threads), derived_links(*sets, added, threads));
  };
  return run_long(threads == 1 ? Threads::one : Threads::pool, work);
}

py::tuple merged_sets(const ReferralGraph& graph, const SharedSets& sets, const std::vector<RuleTuple>& rules, std::string_view kind,
                      const std::string& into, const std::string& from) {
  const SetKind merged_kind = set_kind_named(kind);
  GraphWithSets merged = run_long(Threads::pool, [graph, sets, rules = derivation_rules(rules), merged_kind, into, from](const Watch&) {
    return merge_sets(graph, *sets, rules, merged_kind, into, from);
  });
  return py::make_tuple(std::move(merged.graph), std::make_shared<PeopleSets>(std::move(merged.sets)));
}

std::vector<RuleTuple> standard_rules() {
  std::vector<RuleTuple> tuples;
  for (const DerivationRule& rule : standard_derivation_rules())
    tuples.emplace_back(static_cast<std::uint8_t>(rule.basis), static_cast<std::uint8_t>(rule.kind), rule.strength, rule.most_links);
  return tuples;
}

// Looking

py::list titles_of(const ReferralGraph& graph, std::string_view language) {
  const auto& titles = graph.content().titles;
  const std::vector<std::string>& own = language_named(language) == Language::english ? titles.english : titles.chinese;
  py::list list(graph.vertex_count());
  for (std::size_t row = 0; row < graph.vertex_count(); ++row) list[row] = py::str(own[row]);
  return list;
}

py::array_t<std::uint32_t> vertex_rows(const ReferralGraph& graph, const std::vector<std::string>& ids) {
  py::array_t<std::uint32_t> rows(static_cast<py::ssize_t>(ids.size()));
  std::uint32_t* out = rows.mutable_data();
  for (std::size_t i = 0; i < ids.size(); ++i) out[i] = graph.vertex(ids[i]).value;
  return rows;
}

template <class T, class Column>
auto column_view(Column column) {
  return [column](const py::object& self) { return view<T>(self.cast<const ReferralGraph&>().content().*column, self); };
}

std::shared_ptr<CompressedRows> link_rows(const ReferralGraph& graph) {
  return run_long(Threads::one, [graph](const Watch&) { return std::make_shared<CompressedRows>(rows_of(graph)); });
}
std::shared_ptr<CompressedRows> contact_rows(const ReferralGraph& graph) {
  return run_long(Threads::one, [graph](const Watch&) { return std::make_shared<CompressedRows>(contacts_of(graph)); });
}
py::array contact_strengths(const ReferralGraph& graph, const std::shared_ptr<CompressedRows>& contacts) {
  return array_of(run_long(Threads::one, [graph, contacts](const Watch&) { return strengths_of(graph, *contacts); }));
}

// Strengths as they are stored

// (strengths, places of those that are none, where the strength is 0)
template <class Read>
py::tuple strengths_and_faults(std::size_t count, Read read) {
  std::vector<Strength> strengths;
  strengths.reserve(count);
  py::list faults;
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<Strength> strength = read(i);
    if (!strength) faults.append(i);
    strengths.push_back(strength.value_or(0));
  }
  return py::make_tuple(array_of(std::move(strengths)), faults);
}
py::tuple stored_strengths(const NumberArray& numbers) {
  return strengths_and_faults(static_cast<std::size_t>(numbers.size()), [&](std::size_t i) { return strength_of(numbers.data()[i]); });
}
py::tuple parsed_strengths(const std::vector<std::string>& texts) {
  return strengths_and_faults(texts.size(), [&](std::size_t i) { return parse_strength(texts[i]); });
}

void write_folder(const ReferralGraph& graph, const std::string& folder) {
  run_long(Threads::one, [graph, folder](const Watch&) {
    write_referral_files(graph, folder);
    return true;
  });
}

py::list strength_texts(const StrengthArray& strengths) {
  py::list list(static_cast<std::size_t>(strengths.size()));
  for (py::ssize_t i = 0; i < strengths.size(); ++i) list[static_cast<std::size_t>(i)] = py::str(format_strength(strengths.data()[i]));
  return list;
}

py::tuple kinds_to_employers() {
  py::list names;
  for (std::size_t kind = 0; kind < link_kind_count; ++kind) {
    if (leads_to_employer(static_cast<LinkKind>(kind))) names.append(link_kind_names[kind]);
  }
  return py::tuple(names);
}

void bind_making(py::class_<ReferralGraph>& graph) {
  graph.def_static("read_folder", &read_folder, py::arg("folder"), py::arg("market"), py::arg("lenient"), "(graph, sets, problems).");
  graph.def_static("read_tables", &read_tables, py::arg("tables"), py::arg("market"), py::arg("lenient"), "(graph, sets, problems).");
  graph.def_static("from_arrays", &from_arrays, py::arg("vertices"), py::arg("links"), py::arg("lenient"), "(graph, None, problems).");
  graph.def("write_folder", &write_folder, py::arg("folder"));
  graph.def("with_links", &changed_links, py::arg("taken"), py::arg("added"));
  graph.def("with_vertices", &changed_vertices, py::arg("taken"), py::arg("added"));
  graph.def("with_people", &changed_people, py::arg("sets"), py::arg("rules"), py::arg("taken"), py::arg("added"), py::arg("tables"),
            py::arg("market"), "(graph, sets).");
  graph.def("with_derived_links", &with_derived_links, py::arg("sets"), py::arg("taken"), py::arg("added"), py::arg("threads"));
  graph.def("merge_sets", &merged_sets, py::arg("sets"), py::arg("rules"), py::arg("kind"), py::arg("into"), py::arg("from_"),
            "(graph, sets).");
}

void bind_columns(py::class_<ReferralGraph>& graph) {
  using Content = ReferralGraph::Content;
  graph.def_property_readonly("vertex_count", &ReferralGraph::vertex_count);
  graph.def_property_readonly("link_count", &ReferralGraph::link_count);
  graph.def(
      "ids", [](const ReferralGraph& self) { return id_list(self.content().ids); }, "In the order of rows.");
  graph.def("titles", &titles_of, py::arg("language"), "In the order of rows; empty where there is none in this language.");
  graph.def(
      "vertex_numbers", [](const ReferralGraph& self) { return whole_numbers(self.content().ids); },
      "uint64, ascending: the ids that read as a row's number.");
  graph.def("vertex_rows", &vertex_rows, py::arg("ids"), "uint32, as many as ids.");
  graph.def("kinds", column_view<std::uint8_t>(&Content::kinds), "uint8, one a vertex: the kind's place in vertex_kind_names.");
  graph.def("sources", column_view<std::uint32_t>(&Content::sources), "uint32, one a link.");
  graph.def("targets", column_view<std::uint32_t>(&Content::targets), "uint32, one a link.");
  graph.def("link_kinds", column_view<std::uint8_t>(&Content::link_kinds), "uint8, one a link.");
  graph.def("strengths", column_view<std::uint16_t>(&Content::strengths), "uint16, one a link.");
  graph.def("since", column_view<std::int32_t>(&Content::since), "int32, one a link: days since 1970-01-01, or no_day.");
  graph.def("consent", column_view<std::uint8_t>(&Content::consent), "uint8, one a link.");
  graph.def("rows", &link_rows, "Directed, parallel links repeated.");
  graph.def("contacts", &contact_rows, "Who knows whom either way, each once.");
  graph.def("contact_strengths", &contact_strengths, py::arg("contacts"), "uint16, one a column of the contacts.");
}

}  // namespace

void bind_referral_graph(py::module_& module) {
  py::class_<PeopleSets, SharedSets>(module, "PeopleSets");
  py::class_<ReferralGraph> graph(module, "ReferralGraph");
  bind_making(graph);
  bind_columns(graph);
  module.def("no_market", [] { return Market(); });
  module.def("standard_derivation_rules", &standard_rules, "(basis, kind of link, strength, most links).");
  module.def("stored_strengths", &stored_strengths, py::arg("numbers"), "(uint16 strengths, places of what is none).");
  module.def("parsed_strengths", &parsed_strengths, py::arg("texts"), "The same of decimals.");
  module.def("strength_texts", &strength_texts, py::arg("strengths"), "Decimals that read as the same strength.");
  module.attr("vertex_kind_names") = py::tuple(py::cast(vertex_kind_names));
  module.attr("link_kind_names") = py::tuple(py::cast(link_kind_names));
  module.attr("kinds_to_employers") = kinds_to_employers();
  module.attr("derivation_basis_names") = py::tuple(py::cast(derivation_basis_names));
  module.attr("no_day") = Date::none().days();
}

}  // namespace aril::python
