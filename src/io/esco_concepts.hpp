// The concepts of one pillar of ESCO while it is read: records with their places, to be found by id or by the number that relations use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "aril/market/market_builder.hpp"

namespace aril::io {

template <class Record>
class EscoConcepts {
 public:
  // False, and nothing is added, where the id is there already.
  bool add(Record record, std::string key, const std::string& file, Lines lines) {
    const std::size_t index = records_.size();
    if (!by_id_.emplace(record.id, index).second) return false;
    if (!key.empty()) by_key_.emplace(std::move(key), index);
    records_.push_back(std::move(record));
    origins_.push_back({file, lines});
    return true;
  }
  // nullptr where there is none.
  [[nodiscard]] Record* with_id(const std::string& id) { return find(by_id_, id); }
  [[nodiscard]] Record* with_key(const std::string& key) { return find(by_key_, key); }

  // Hands all records over.
  void move_to(MarketBuilder& builder) {
    std::string file;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (origins_[i].file != file) builder.begin_file(file = origins_[i].file);
      builder.add(std::move(records_[i]), origins_[i].lines);
    }
  }

 private:
  using Index = std::unordered_map<std::string, std::size_t>;
  struct Origin {
    std::string file;
    Lines lines;
  };

  Record* find(const Index& index, const std::string& name) {
    const auto found = index.find(name);
    return found == index.end() ? nullptr : &records_[found->second];
  }

  std::vector<Record> records_;
  std::vector<Origin> origins_;
  Index by_id_;
  Index by_key_;
};

}  // namespace aril::io
