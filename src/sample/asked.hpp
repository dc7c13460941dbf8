// What postings of every kind ask and offer, drawn from what their occupation asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/market/records.hpp"
#include "aril/sample/names.hpp"
#include "catalogue.hpp"
#include "random.hpp"

namespace aril::sample {

struct Asked {
  std::vector<RequirementItem> must;
  std::vector<RequirementItem> nice;
};
// Few musts, from the essential skills; the rest is nice to have.
[[nodiscard]] Asked asked_of(const Catalogue& catalogue, const names::Occupation& occupation, std::size_t musts, std::size_t nices,
                             Random& random);

// The occupation's papers, else now and then one that many people have.
[[nodiscard]] std::vector<std::string> credentials_asked(const names::Occupation& occupation, std::uint32_t per_mille, Random& random);

// Mandarin for those who speak with customers, English and the dialect now and then.
[[nodiscard]] std::vector<LanguageItem> languages_asked(Random& random);

// For each need yes, no, or not said.
[[nodiscard]] std::vector<OfferItem> offers_of(Random& random);

// Residents with whom a firm will not deal: each with this chance, three at most.
[[nodiscard]] std::vector<std::string> blocked_by(std::size_t residents, std::uint32_t per_mille, Random& random);

// The days from opening to closing, and when the posting was made known.
void set_window(PostingRecord& record, Random& random);

}  // namespace aril::sample
