#include "aril/market/market.hpp"

#include "aril/core/error.hpp"
#include "aril/market/content.hpp"
#include "aril/market/protected_attributes.hpp"

namespace aril {
namespace {

std::size_t row_of_id(const IdTable& ids, std::string_view id, std::string_view table) {
  if (const auto row = ids.find(id)) return *row;
  throw Error(ErrorCode::unknown_id, {"", 0, 0, std::string(table)}, "the id of one of " + std::to_string(ids.size()),
              "'" + std::string(id) + "'");
}

std::shared_ptr<Market::Content> empty_content() {
  auto content = std::make_shared<Market::Content>();
  content->protected_attributes = std::make_shared<const ProtectedAttributes>();
  return content;
}

}  // namespace

Market::Market() : content_(empty_content()) {}

const MarketSettings& Market::settings() const noexcept { return content_->settings; }
const Taxonomy& Market::taxonomy() const noexcept { return content_->taxonomy; }
const Places& Market::places() const noexcept { return content_->places; }
const Employers& Market::employers() const noexcept { return content_->employers; }
const Residents& Market::residents() const noexcept { return content_->residents; }
const Postings& Market::postings() const noexcept { return content_->postings; }
const IdTable& Market::credentials() const noexcept { return content_->credentials; }
const IdTable& Market::languages() const noexcept { return content_->languages; }
const IdTable& Market::needs() const noexcept { return content_->needs; }

ResidentRow Market::resident(std::string_view id) const { return ResidentRow(row_of_id(residents().ids, id, "resident")); }
PostingRow Market::posting(std::string_view id) const { return PostingRow(row_of_id(postings().ids, id, "posting")); }
EmployerRow Market::employer(std::string_view id) const { return EmployerRow(row_of_id(employers().ids, id, "employer")); }

std::string_view Market::id(ResidentRow row) const noexcept { return residents().ids[row.index()]; }
std::string_view Market::id(PostingRow row) const noexcept { return postings().ids[row.index()]; }
std::string_view Market::id(EmployerRow row) const noexcept { return employers().ids[row.index()]; }

std::string_view Market::title(PostingRow row, Language language) const noexcept {
  const std::string_view own = postings().titles.in(language, row.index());
  if (!own.empty()) return own;
  const OccupationRow occupation = postings().occupations[row.index()];
  return occupation.is_none() ? id(row) : taxonomy().occupations().title(occupation.index(), language);
}

std::string_view Market::title(EmployerRow row, Language language) const noexcept {
  const std::string_view own = employers().titles.in(language, row.index());
  return own.empty() ? id(row) : own;
}

const ProtectedAttributes& protected_attributes(const Market& market) noexcept { return *market.content_->protected_attributes; }

}  // namespace aril
