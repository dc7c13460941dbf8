// An immutable snapshot of everything there is: who looks, what is open, where, and the words for it. Made by a MarketBuilder only.
// Copying a Market copies a pointer. Threads: any number of readers.
//
// The tables are only named here, which keeps this header cheap: who reads columns includes market/residents.hpp, postings.hpp and so on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "aril/core/id_table.hpp"
#include "aril/core/language.hpp"
#include "aril/core/row.hpp"

namespace aril {

class ProtectedAttributes;
class Taxonomy;
struct Employers;
struct Places;
struct Postings;
struct Residents;

struct MarketSettings {
  std::string currency;  // empty: not stated
  std::string title_english;
  std::string title_chinese;
  // Minutes, 0..253: what is farther counts as out of reach, and takes no memory. Not stated: no such limit.
  std::optional<std::int64_t> travel_radius = {};
};

class Market {
 public:
  struct Content;
  Market();
  explicit Market(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

  [[nodiscard]] const MarketSettings& settings() const noexcept;
  [[nodiscard]] const Taxonomy& taxonomy() const noexcept;
  [[nodiscard]] const Places& places() const noexcept;
  [[nodiscard]] const Employers& employers() const noexcept;
  [[nodiscard]] const Residents& residents() const noexcept;
  [[nodiscard]] const Postings& postings() const noexcept;
  [[nodiscard]] const IdTable& credentials() const noexcept;
  [[nodiscard]] const IdTable& languages() const noexcept;
  [[nodiscard]] const IdTable& needs() const noexcept;

  // Errors: Error{unknown_id} that names the id.
  [[nodiscard]] ResidentRow resident(std::string_view id) const;
  [[nodiscard]] PostingRow posting(std::string_view id) const;
  [[nodiscard]] EmployerRow employer(std::string_view id) const;

  [[nodiscard]] std::string_view id(ResidentRow row) const noexcept;
  [[nodiscard]] std::string_view id(PostingRow row) const noexcept;
  [[nodiscard]] std::string_view id(EmployerRow row) const noexcept;
  // The posting's title, else its occupation's, else its id.
  [[nodiscard]] std::string_view title(PostingRow row, Language language = Language::english) const noexcept;
  [[nodiscard]] std::string_view title(EmployerRow row, Language language = Language::english) const noexcept;

 private:
  friend const ProtectedAttributes& protected_attributes(const Market& market) noexcept;
  std::shared_ptr<const Content> content_;
};

}  // namespace aril
