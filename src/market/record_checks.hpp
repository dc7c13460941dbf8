// What can be said of one record alone: ranges, order of dates, contradictions, UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "aril/core/error.hpp"
#include "aril/core/function_view.hpp"
#include "aril/market/records.hpp"

namespace aril {

using Fault = FunctionView<void(ErrorCode code, std::string_view field, std::string expected, std::string found)>;

void check(const ModeRecord& record, Fault fault);
void check(const AreaRecord& record, Fault fault);
void check(const GridRecord& record, Fault fault);
void check(const TravelRecord& record, Fault fault);
void check(const SkillRecord& record, Fault fault);
void check(const OccupationRecord& record, Fault fault);
void check(const EmployerRecord& record, Fault fault);
void check(const ResidentRecord& record, Fault fault);
void check(const PostingRecord& record, Fault fault);
void check(const ProtectedRecord& record, Fault fault);

}  // namespace aril
