#include <iostream>

#include "aril/market/market_builder.hpp"
#include "aril/market/residents.hpp"

int main() {
  aril::MarketBuilder builder;
  builder.add(aril::ResidentRecord{.id = "R1"});
  const aril::Market market = builder.build();
  std::cout << "residents: " << market.residents().ids.size() << ", the first: " << market.id(market.resident("R1")) << "\n";
}
