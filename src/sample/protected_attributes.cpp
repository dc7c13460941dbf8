#include <string>

#include "ids.hpp"
#include "missing.hpp"
#include "people.hpp"
#include "words.hpp"

namespace aril::sample {

void add_protected_attributes(MarketBuilder& builder, const World& world) {
  for (std::size_t row = 0; row < world.counts.residents; ++row) {
    Random random(world.options.seed, Stream::protected_attributes, row);
    const auto value = [&](const auto& words) {
      return random.chance(missing::protected_value) ? std::string() : std::string(random.pick(words));
    };
    builder.add(ProtectedRecord{.resident = resident_id(row, world.counts.residents),
                                .ethnicity = value(ethnicities),
                                .sex = value(sexes),
                                .age_group = value(age_groups),
                                .religion = value(religions),
                                .disability = value(disabilities),
                                .origin = value(origins)});
  }
}

}  // namespace aril::sample
