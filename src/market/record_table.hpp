// The records of one table while a market is built: with their places, in the order of ids once sorted, and whether each is still to be kept.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/market/records.hpp"

namespace aril {

template <class Record>
std::string key_of(const Record& record) {
  return record.id;
}
inline std::string key_of(const TravelRecord& record) { return record.mode + ", " + record.from + ", " + record.to; }
inline std::string key_of(const ProtectedRecord& record) { return record.resident; }

template <class Record>
bool same_key(const Record& a, const Record& b) {
  return a.id == b.id;
}
inline bool same_key(const TravelRecord& a, const TravelRecord& b) { return a.mode == b.mode && a.from == b.from && a.to == b.to; }
inline bool same_key(const ProtectedRecord& a, const ProtectedRecord& b) { return a.resident == b.resident; }

struct Origin {
  std::uint32_t file = 0;
  Lines lines;
};

template <class Record>
struct RecordTable {
  std::vector<Record> records;
  std::vector<Origin> origins;
  std::vector<std::uint8_t> kept;
  std::vector<std::uint32_t> order;  // records by id
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  std::vector<std::uint32_t> rows;  // row of a kept record in the market

  void add(Record record, Origin origin) {
    records.push_back(std::move(record));
    origins.push_back(origin);
    kept.push_back(1);
  }
  // A record's fields start with its key, so equal keys end up side by side, the smallest record first.
  void sort() {
    order.resize(records.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const auto comparison = records[a] <=> records[b];
      return comparison < 0 || (!(comparison > 0) && a < b);
    });
  }
  void index_kept() {
    by_id.reserve(records.size());
    for (const std::uint32_t i : order) {
      if (kept[i] != 0) by_id.emplace(record_id(records[i]), i);
    }
  }
  [[nodiscard]] bool keeps(std::string_view id) const {
    const auto found = by_id.find(id);
    return found != by_id.end() && kept[found->second] != 0;
  }
  void number_rows() {
    rows.assign(records.size(), 0xffffffffU);
    std::uint32_t next = 0;
    for (const std::uint32_t i : order) {
      if (kept[i] != 0) rows[i] = next++;
    }
  }
  // Pre: the id is kept and rows are numbered.
  [[nodiscard]] std::uint32_t row(std::string_view id) const { return rows[by_id.find(id)->second]; }
  template <class Visit>
  void for_each_kept(Visit&& visit) const {
    for (const std::uint32_t i : order) {
      if (kept[i] != 0) visit(records[i]);
    }
  }

 private:
  template <class R>
  static std::string_view record_id(const R& record) {
    if constexpr (requires { record.id; }) {
      return record.id;
    } else {
      return {};
    }
  }
};

}  // namespace aril
