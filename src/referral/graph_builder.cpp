#include "aril/referral/graph_builder.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "aril/market/employers.hpp"
#include "aril/market/residents.hpp"
#include "link_fault.hpp"
#include "link_rows.hpp"
#include "nearest_id.hpp"
#include "vertex_table.hpp"

namespace aril {
namespace {

using RowsById = std::unordered_map<std::string_view, std::uint32_t>;

// Views into the table: it must not move while they are used.
RowsById rows_by_id(const IdTable& ids) {
  RowsById rows;
  rows.reserve(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) rows.emplace(ids[row], static_cast<std::uint32_t>(row));
  return rows;
}

bool is_employer_of(const Market& market, std::string_view id) { return market.employers().ids.find(id).has_value(); }
bool is_resident_of(const Market& market, std::string_view id) { return market.residents().ids.find(id).has_value(); }

}  // namespace

void ReferralGraphBuilder::begin_file(std::string name) {
  files_.push_back(std::move(name));
  file_begun_ = true;
}

ReferralGraphBuilder::Origin ReferralGraphBuilder::origin(const char* table, std::size_t count, Lines lines) {
  if (lines.first == 0) lines = {count + 1, count + 1};
  if (file_begun_) return {static_cast<std::uint32_t>(files_.size() - 1), lines};
  const auto found = std::find(files_.begin(), files_.end(), table);
  if (found != files_.end()) return {static_cast<std::uint32_t>(found - files_.begin()), lines};
  files_.emplace_back(table);
  return {static_cast<std::uint32_t>(files_.size() - 1), lines};
}

Place ReferralGraphBuilder::place(const Origin& origin, std::string field) const {
  return {files_[origin.file], origin.lines.first, origin.lines.last, std::move(field)};
}

void ReferralGraphBuilder::add(VertexRecord record, Lines lines) {
  vertex_origins_.push_back(origin("people", vertices_.size(), lines));
  vertices_.push_back(std::move(record));
}
void ReferralGraphBuilder::add(LinkRecord record, Lines lines) {
  link_origins_.push_back(origin("links", links_.size(), lines));
  links_.push_back(std::move(record));
}
void ReferralGraphBuilder::add(const Market& market) { markets_.push_back(market); }

void ReferralGraphBuilder::leave_out_contradictions() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < vertices_.size(); ++i) {
    const VertexRecord& record = vertices_[i];
    const bool contradicts = std::any_of(markets_.begin(), markets_.end(), [&](const Market& market) {
      return is_person(record.kind) ? is_employer_of(market, record.id) : is_resident_of(market, record.id);
    });
    if (contradicts) {
      problems_.push_back({ErrorCode::contradiction, place(vertex_origins_[i], "kind"), is_person(record.kind) ? "employer" : "a person",
                           "'" + record.id + "' is something else in the market"});
      continue;
    }
    if (kept != i) {
      vertices_[kept] = std::move(vertices_[i]);
      vertex_origins_[kept] = vertex_origins_[i];
    }
    ++kept;
  }
  vertices_.resize(kept);
  vertex_origins_.resize(kept);
}

void ReferralGraphBuilder::add_market_vertices() {
  std::unordered_map<std::string, bool> named;  // whether as a person
  for (const VertexRecord& record : vertices_) named.emplace(record.id, is_person(record.kind));
  const auto add_new = [&](VertexRecord record) {
    if (!named.emplace(record.id, is_person(record.kind)).second) return;
    vertices_.push_back(std::move(record));
    vertex_origins_.push_back({});
  };
  for (const Market& market : markets_) {
    for (std::size_t row = 0; row < market.residents().size(); ++row) {
      add_new({std::string(market.residents().ids[row]), {}, VertexKind::resident});
    }
    for (std::size_t row = 0; row < market.employers().size(); ++row) {
      const TitleColumns& titles = market.employers().titles;
      add_new({std::string(market.employers().ids[row]), {titles.english[row], titles.chinese[row]}, VertexKind::employer});
    }
  }
}

void ReferralGraphBuilder::place_links(ReferralGraph::Content& content, const GraphOptions& options) {
  const RowsById rows = rows_by_id(content.ids);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends(links_.size());
  std::vector<std::uint8_t> good(links_.size(), 1);
  LinkRowsBuilder builder(content.kinds.size());
  std::size_t ids_to_compare = ids_compared_a_file;
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const auto row_of = [&](const std::string& id, const char* field) -> std::uint32_t {
      if (const auto found = rows.find(id); found != rows.end()) return found->second;
      problems_.push_back({ErrorCode::dangling_reference, place(link_origins_[i], field),
                           "the id of a person or an employer" + nearest_id_hint(id, content.ids, ids_to_compare), "'" + id + "'"});
      good[i] = 0;
      return 0;
    };
    const LinkRecord& link = links_[i];
    ends[i] = {row_of(link.from, "from"), row_of(link.to, "to")};
    if (good[i] == 0) continue;
    const LinkEnd from{link.from, content.kinds[ends[i].first]};
    const LinkEnd to{link.to, content.kinds[ends[i].second]};
    if (std::optional<Problem> fault = link_fault(link.kind, from, to, options.self_links)) {
      fault->where = place(link_origins_[i], fault->where.field);
      problems_.push_back(*std::move(fault));
      good[i] = 0;
      continue;
    }
    builder.count(VertexRow(ends[i].first));
  }
  builder.begin_placing();
  for (std::size_t i = 0; i < links_.size(); ++i) {
    if (good[i] == 0) continue;
    const LinkRecord& link = links_[i];
    builder.place(VertexRow(ends[i].first), {.to = VertexRow(ends[i].second),
                                             .since = link.since.value_or(Date::none()),
                                             .strength = link.strength,
                                             .kind = link.kind,
                                             .consent = static_cast<std::uint8_t>(link.consent.value_or(false) ? 1 : 0)});
  }
  builder.finish(content, options.threads);
}

// In the order in which files were begun, then of lines.
void ReferralGraphBuilder::sort_problems() {
  const auto rank = [&](const Problem& problem) { return std::find(files_.begin(), files_.end(), problem.where.file) - files_.begin(); };
  std::stable_sort(problems_.begin(), problems_.end(), [&](const Problem& a, const Problem& b) {
    return std::pair(rank(a), a.where.first_line) < std::pair(rank(b), b.where.first_line);
  });
}

ReferralGraph ReferralGraphBuilder::build(const GraphOptions& options) {
  ReferralGraphBuilder state;
  std::swap(state, *this);
  state.leave_out_contradictions();
  state.add_market_vertices();
  ReferralGraph::Content content;
  const auto place_of = [&](std::size_t i) { return state.files_.empty() ? Place{} : state.place(state.vertex_origins_[i], ""); };
  static_cast<void>(number_vertices(state.vertices_, place_of, content, state.problems_));
  state.place_links(content, options);
  state.sort_problems();
  if (options.problems != nullptr) *options.problems = state.problems_;
  if (options.strictness == Strictness::strict && !state.problems_.empty()) throw Error(std::move(state.problems_));
  return ReferralGraph(std::move(content));
}

}  // namespace aril
