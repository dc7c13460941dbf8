// Answers as files, for the drivers in Python to compare with those of a peer.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aril/rank/ranked_lists.hpp"

namespace aril::bench {

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

template <class T>
void put(const File& file, std::span<const T> numbers) {
  std::fwrite(numbers.data(), sizeof(T), numbers.size(), file.get());
}

// Little-endian: how many lists there are; offsets, one more; then rows of the other side; scores; and how many pairs were eligible, for each list.
// Returns: what main() returns, 0 where it went well; so do the next two.
template <class Owner>
int write_answers(const RankedLists<Owner>& lists, const std::string& path) {
  const File file(std::fopen(path.c_str(), "wb"));
  if (!file) return 1;
  const std::uint64_t size = lists.size();
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> scores;
  for (const Hit& hit : lists.hits()) {
    rows.push_back(std::is_same_v<Owner, ResidentRow> ? hit.posting.value : hit.resident.value);
    scores.push_back(hit.score.value);
  }
  put(file, std::span(&size, 1));
  put(file, lists.offsets());
  put(file, std::span<const std::uint32_t>(rows));
  put(file, std::span<const std::uint32_t>(scores));
  put(file, lists.eligible());
  return std::ferror(file.get());
}

template <class T>
int write_numbers(const std::vector<T>& numbers, const std::string& path) {
  const File file(std::fopen(path.c_str(), "wb"));
  if (!file) return 1;
  put(file, std::span<const T>(numbers));
  return std::ferror(file.get());
}

inline int write_text(std::string_view text, const std::string& path) {
  return write_numbers(std::vector<char>(text.begin(), text.end()), path);
}

}  // namespace aril::bench
