// What a Market points to. Only the builder makes one; everyone else reads through Market.
#pragma once

#include <memory>

#include "aril/market/employers.hpp"
#include "aril/market/market.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {

struct Market::Content {
  MarketSettings settings;
  Taxonomy taxonomy;
  Places places;
  Employers employers;
  Residents residents;
  Postings postings;
  IdTable credentials;
  IdTable languages;
  IdTable needs;
  std::shared_ptr<const ProtectedAttributes> protected_attributes;
};

}  // namespace aril
