// The columns of every table, in the order of docs/market_format.md.
#pragma once

#include <array>

#include "aril/market/records.hpp"
#include "cells.hpp"
#include "column.hpp"
#include "list_cells.hpp"

namespace aril::io {

// A row of market.csv.
struct SettingRecord {
  std::string key;
  std::string value;
};

template <class Record>
struct Schema;

template <class Record>
[[nodiscard]] constexpr auto title_english() {
  return column<TextCell, &Record::title, &Titles::english>("title_en");
}
template <class Record>
[[nodiscard]] constexpr auto title_chinese() {
  return column<TextCell, &Record::title, &Titles::chinese>("title_zh");
}

template <>
struct Schema<SettingRecord> {
  using R = SettingRecord;
  static constexpr std::array columns{
      column<TextCell, &R::key>("key", Presence::cell),
      column<TextCell, &R::value>("value", Presence::column),
  };
};

template <>
struct Schema<ModeRecord> {
  using R = ModeRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<IntegerCell<1, 10'000>, &R::metres_per_minute>("metres_per_minute"),
  };
};

template <>
struct Schema<AreaRecord> {
  using R = AreaRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell), title_english<R>(), title_chinese<R>(), column<TextCell, &R::kind>("kind"),
      column<IdCell, &R::parent>("parent"),
  };
};

template <>
struct Schema<GridRecord> {
  using R = GridRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<IdCell, &R::area>("area"),
      column<DegreesCell<90>, &R::latitude>("latitude"),
      column<DegreesCell<180>, &R::longitude>("longitude"),
  };
};

template <>
struct Schema<TravelRecord> {
  using R = TravelRecord;
  static constexpr std::array columns{
      column<IdCell, &R::mode>("mode", Presence::cell),
      column<IdCell, &R::from>("from", Presence::cell),
      column<IdCell, &R::to>("to", Presence::cell),
      column<IntegerCell<0, 255>, &R::minutes>("minutes", Presence::cell),
  };
};

template <>
struct Schema<SkillRecord> {
  using R = SkillRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<ListOf<TextEntry>, &R::aliases>("aliases"),
      column<ListOf<IdEntry>, &R::broader>("broader"),
      column<ListOf<IdEntry>, &R::related>("related"),
      column<FlagCell, &R::group>("group"),
  };
};

template <>
struct Schema<OccupationRecord> {
  using R = OccupationRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<ListOf<TextEntry>, &R::aliases>("aliases"),
      column<ListOf<IdEntry>, &R::broader>("broader"),
      column<ListOf<IdEntry>, &R::related>("related"),
      column<FlagCell, &R::group>("group"),
      column<ListOf<SkillEntry>, &R::essential>("essential"),
      column<ListOf<SkillEntry>, &R::optional>("optional"),
  };
};

template <>
struct Schema<EmployerRecord> {
  using R = EmployerRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<TextCell, &R::kind>("kind"),
      column<IdCell, &R::parent>("parent"),
      column<IdCell, &R::grid>("grid"),
      column<ListOf<IdEntry>, &R::blocked_residents>("blocked_residents"),
  };
};

template <>
struct Schema<ResidentRecord> {
  using R = ResidentRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      column<IdCell, &R::home>("home"),
      column<IdCell, &R::mode>("mode"),
      column<IntegerCell<0, 1440>, &R::travel_limit>("travel_limit"),
      column<ListOf<WordEntry<Kind>>, &R::wanted_kinds>("wanted_kinds"),
      column<ListOf<WordEntry<Workplace>>, &R::wanted_workplaces>("wanted_workplaces"),
      column<ListOf<SkillEntry>, &R::skills>("skills"),
      column<ListOf<IdEntry>, &R::credentials>("credentials"),
      column<ListOf<LanguageEntry>, &R::languages>("languages"),
      column<WeekCell, &R::week>("week"),
      column<AmountCell, &R::pay_floor>("pay_floor"),
      column<TextCell, &R::currency>("currency"),
      column<ListOf<IdEntry>, &R::needs>("needs"),
      column<YesNoCell, &R::of_legal_age>("of_legal_age"),
      column<DateCell, &R::available_from>("available_from"),
      column<AmountCell, &R::budget>("budget"),
      column<CountCell, &R::daily_units>("daily_units"),
      column<ListOf<IdEntry>, &R::wanted_occupations>("wanted_occupations"),
      column<ListOf<IdEntry>, &R::held_occupations>("held_occupations"),
      column<ListOf<LikeEntry>, &R::liked_employers>("liked_employers"),
      column<ListOf<WordLikeEntry<KindLike, &KindLike::kind>>, &R::liked_kinds>("liked_kinds"),
      column<ListOf<WordLikeEntry<WorkplaceLike, &WorkplaceLike::workplace>>, &R::liked_workplaces>("liked_workplaces"),
      column<ListOf<IdEntry>, &R::blocked_postings>("blocked_postings"),
      column<ListOf<IdEntry>, &R::blocked_employers>("blocked_employers"),
  };
};

template <>
struct Schema<PostingRecord> {
  using R = PostingRecord;
  static constexpr std::array columns{
      column<IdCell, &R::id>("id", Presence::cell),
      column<WordCell<Kind>, &R::kind>("kind", Presence::cell),
      title_english<R>(),
      title_chinese<R>(),
      column<IdCell, &R::employer>("employer", Presence::cell),
      column<IdCell, &R::occupation>("occupation"),
      column<CountCell, &R::seats>("seats"),
      column<DateCell, &R::opens>("opens"),
      column<DateCell, &R::closes>("closes"),
      column<DateCell, &R::posted>("posted"),
      column<WordCell<Workplace>, &R::workplace>("workplace"),
      column<IdCell, &R::grid>("grid"),
      column<IdCell, &R::pickup_grid>("pickup_grid"),
      column<WeekCell, &R::week>("week"),
      column<IntegerCell<0, 168>, &R::hours_asked>("hours_asked"),
      column<AmountCell, &R::pay_lower>("pay_lower"),
      column<AmountCell, &R::pay_upper>("pay_upper"),
      column<WordCell<PayPeriod>, &R::pay_period>("pay_period"),
      column<TextCell, &R::currency>("currency"),
      column<ListOf<RequirementEntry>, &R::must_skills>("must_skills"),
      column<ListOf<RequirementEntry>, &R::nice_skills>("nice_skills"),
      column<ListOf<IdEntry>, &R::credentials>("credentials"),
      column<ListOf<LanguageEntry>, &R::languages>("languages"),
      column<ListOf<OfferEntry>, &R::offers>("offers"),
      column<YesNoCell, &R::legal_age>("legal_age"),
      column<DateCell, &R::latest_start>("latest_start"),
      column<DateCell, &R::starts>("starts"),
      column<DateCell, &R::ends>("ends"),
      column<ListOf<IdEntry>, &R::blocked_residents>("blocked_residents"),
      column<ListOf<SkillEntry>, &R::grants>("grants"),
      column<ListOf<SkillEntry>, &R::prerequisite_skills>("prerequisite_skills"),
      column<ListOf<IdEntry>, &R::prerequisite_credentials>("prerequisite_credentials"),
      column<AmountCell, &R::fee>("fee"),
      column<ListOf<IdEntry>, &R::ordered_by>("ordered_by"),
      column<CountCell, &R::units>("units"),
      column<AmountCell, &R::unit_pay>("unit_pay"),
      column<DateCell, &R::due>("due"),
      column<CountCell, &R::least_daily_units>("least_daily_units"),
      column<CountCell, &R::most_daily_units>("most_daily_units"),
  };
};

template <>
struct Schema<ProtectedRecord> {
  using R = ProtectedRecord;
  static constexpr std::array columns{
      column<IdCell, &R::resident>("resident", Presence::cell),
      column<TextCell, &R::ethnicity>("ethnicity"),
      column<TextCell, &R::sex>("sex"),
      column<TextCell, &R::age_group>("age_group"),
      column<TextCell, &R::religion>("religion"),
      column<TextCell, &R::disability>("disability"),
      column<TextCell, &R::origin>("origin"),
  };
};

}  // namespace aril::io
