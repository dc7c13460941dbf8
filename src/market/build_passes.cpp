// Everything that decides which records stay: each pass marks records as left out and says why.
#include <algorithm>
#include <vector>

#include "builder_state.hpp"
#include "cycles.hpp"
#include "record_checks.hpp"

namespace aril {
namespace {

constexpr std::size_t longest_repeated_cycle = 64;  // a longer cycle is named in full once, not for every row on it

template <class Record, class Up>
void leave_out_cycles_of(MarketBuilder::State& state, RecordTable<Record>& table, std::string_view field, Up up_of) {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> node_of(table.records.size(), 0);
  for (const std::uint32_t i : table.order) {
    if (table.kept[i] == 0) continue;
    node_of[i] = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(i);
  }
  std::vector<std::vector<std::uint32_t>> up(nodes.size());
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    up_of(table.records[nodes[node]], [&](const std::string& id) { up[node].push_back(node_of[table.by_id.find(id)->second]); });
  }
  for (const CycleSet& cycle : find_cycles(up)) {
    std::string path;
    for (const std::uint32_t node : cycle.path) path += (path.empty() ? "" : " > ") + table.records[nodes[node]].id;
    for (const std::uint32_t node : cycle.members) {
      const bool in_full = node == cycle.members.front() || cycle.path.size() <= longest_repeated_cycle;
      state.leave_out(table, nodes[node], ErrorCode::cycle, field, "links that lead upwards without coming back",
                      in_full ? "the cycle " + path : "a cycle through '" + table.records[nodes[cycle.members.front()]].id + "'");
    }
  }
}

bool has_amount(const ResidentRecord& record) { return record.pay_floor || record.budget; }
bool has_amount(const PostingRecord& record) { return record.pay_lower || record.pay_upper || record.fee || record.unit_pay; }

template <class Record>
void report_unknown_currency_of(MarketBuilder::State& state, const RecordTable<Record>& table) {
  std::size_t rows = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < table.records.size(); ++i) {
    const Record& record = table.records[i];
    if (table.kept[i] == 0 || !record.currency || record.currency->empty() || !has_amount(record)) continue;
    if (rows++ == 0) first = i;
  }
  if (rows == 0) return;
  const Origin& origin = table.origins[first];
  state.problems.push_back(
      {ErrorCode::missing_value,
       {state.files[origin.file], origin.lines.first, origin.lines.last, "currency"},
       "that the market states a currency too: in its table market the row currency," + *table.records[first].currency,
       "none; amounts that name a currency count as missing, in " + std::to_string(rows) + (rows == 1 ? " row" : " rows")});
}

constexpr auto broader_links = [](const auto& record, auto&& visit) {
  if (!record.broader) return;
  for (const std::string& id : *record.broader) visit(id);
};
constexpr auto parent_link = [](const auto& record, auto&& visit) {
  if (record.parent) visit(*record.parent);
};

}  // namespace

bool MarketBuilder::State::keeps(Table table, std::string_view id) const {
  switch (table) {
    case Table::modes: return modes.keeps(id);
    case Table::areas: return areas.keeps(id);
    case Table::grids: return grids.keeps(id);
    case Table::skills: return skills.keeps(id);
    case Table::occupations: return occupations.keeps(id);
    case Table::employers: return employers.keeps(id);
    case Table::residents: return residents.keeps(id);
    case Table::postings: return postings.keeps(id);
    case Table::travel:
    case Table::protected_attributes: break;
  }
  return false;
}

void check_records(MarketBuilder::State& state) {
  state.for_each_table([&](auto& table, Table) {
    for (std::uint32_t i = 0; i < table.records.size(); ++i) {
      const auto fault = [&](ErrorCode code, std::string_view field, std::string expected, std::string found) {
        state.leave_out(table, i, code, field, std::move(expected), std::move(found));
      };
      check(table.records[i], fault);
    }
  });
}

void leave_out_repeated_ids(MarketBuilder::State& state) {
  state.for_each_table([&](auto& table, Table) {
    table.sort();
    std::uint32_t stays = 0xffffffffU;
    for (const std::uint32_t i : table.order) {
      if (table.kept[i] == 0) continue;
      if (stays != 0xffffffffU && same_key(table.records[stays], table.records[i])) {
        state.leave_out(
            table, i, ErrorCode::duplicate_id, "id", "each id once",
            "'" + key_of(table.records[i]) + "' again; the row at line " + std::to_string(table.origins[stays].lines.first) + " stays");
      } else {
        stays = i;
      }
    }
    table.index_kept();
  });
  for (const std::uint32_t i : state.residents.order) {
    const std::string& id = state.residents.records[i].id;
    if (state.residents.kept[i] != 0 && state.employers.keeps(id)) {
      state.leave_out(state.residents, i, ErrorCode::duplicate_id, "id", "an id that no employer has", "'" + id + "'");
    }
  }
}

void leave_out_dangling(MarketBuilder::State& state) {
  // What refers to a row that is left out is left out itself, until nothing changes.
  for (bool changed = true; changed;) {
    changed = false;
    state.for_each_table([&](auto& table, Table) {
      for (const std::uint32_t i : table.order) {
        if (table.kept[i] == 0) continue;
        for_each_reference(table.records[i], [&](Table target, std::string_view field, std::string_view id) {
          if (state.keeps(target, id)) return;
          state.leave_out(table, i, ErrorCode::dangling_reference, field,
                          "the id of a row of " + std::string(table_names[static_cast<std::size_t>(target)]), "'" + std::string(id) + "'");
          changed = true;
        });
      }
    });
  }
}

void report_unknown_currency(MarketBuilder::State& state) {
  if (!state.settings.currency.empty()) return;
  report_unknown_currency_of(state, state.residents);
  report_unknown_currency_of(state, state.postings);
}

void leave_out_cycles(MarketBuilder::State& state) {
  leave_out_cycles_of(state, state.skills, "broader", broader_links);
  leave_out_cycles_of(state, state.occupations, "broader", broader_links);
  leave_out_cycles_of(state, state.areas, "parent", parent_link);
  leave_out_cycles_of(state, state.employers, "parent", parent_link);
  leave_out_dangling(state);
}

}  // namespace aril
