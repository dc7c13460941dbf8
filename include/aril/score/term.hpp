// What a term is: it gives a value in 0..65,535 for a resident and a posting. The standard codes, their neutral values, and the user's own terms.
//
//   struct NewPostings {                                       // a term of one's own is a small type
//     std::string_view name() const { return "new_postings"; }
//     std::uint16_t neutral() const { return 0; }
//     void operator()(aril::ResidentRow, std::span<const aril::PostingRow> postings, std::span<std::uint16_t> values) const;
//   };
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "aril/core/row.hpp"
#include "aril/core/shared.hpp"

namespace aril {

using TermValue = std::uint16_t;
inline constexpr std::uint32_t full_value = 65'535;

enum class TermCode : std::uint8_t { skills, occupation, commute, week, pay, freshness, preference, embedding };
inline constexpr std::size_t standard_term_count = 8;
inline constexpr std::array<std::string_view, standard_term_count> term_names{"skills", "occupation", "commute",    "week",
                                                                              "pay",    "freshness",  "preference", "embedding"};
[[nodiscard]] constexpr std::string_view name_of(TermCode code) noexcept { return term_names[static_cast<std::size_t>(code)]; }

// Neutral values. Low on purpose: what is not said beats only poor values.
inline constexpr TermValue usual_neutral = 16'384;
inline constexpr TermValue gain_neutral = 0;  // skills of a training slot
inline constexpr TermValue preference_neutral = 32'767;
inline constexpr TermValue embedding_neutral = 32'768;

// A user's own term. Shapes: values.size() == postings.size(). It must give the same value for a pair at every call, and may be called by many threads.
// Optional power: `std::uint16_t upper_bound() const`; a value above it is Error{above_declared_bound}.
template <class T>
concept Term = std::copy_constructible<T> &&
    requires(const T& term, ResidentRow resident, std::span<const PostingRow> postings, std::span<TermValue> values) {
  { term.name() } -> std::convertible_to<std::string_view>;
  { term.neutral() } -> std::convertible_to<TermValue>;
  term(resident, postings, values);
};
template <class T>
concept BoundedTerm = Term<T> && requires(const T& term) {
  { term.upper_bound() } -> std::convertible_to<TermValue>;
};

// Any Term, behind one virtual call a block.
class AnyTerm {
 public:
  // Not for itself, asked first: whether AnyTerm is a Term would ask whether it can be copied, and so on without end.
  template <class T>
  requires(!std::same_as<T, AnyTerm>) && Term<T> AnyTerm(T term)
      : term_(Shared<const Base>::template made_as<const Holder<T>>(std::move(term))) {
  }  // NOLINT(google-explicit-constructor): so that {my_term} works

  [[nodiscard]] std::string_view name() const { return term_->name(); }
  [[nodiscard]] TermValue neutral() const { return term_->neutral(); }
  [[nodiscard]] std::optional<TermValue> upper_bound() const { return term_->upper_bound(); }
  void fill(ResidentRow resident, std::span<const PostingRow> postings, std::span<TermValue> values) const {
    term_->fill(resident, postings, values);
  }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual std::string_view name() const = 0;
    virtual TermValue neutral() const = 0;
    virtual std::optional<TermValue> upper_bound() const = 0;
    virtual void fill(ResidentRow, std::span<const PostingRow>, std::span<TermValue>) const = 0;
  };
  template <class T>
  struct Holder final : Base {
    explicit Holder(T value) : term(std::move(value)) {}
    std::string_view name() const override { return term.name(); }
    TermValue neutral() const override { return term.neutral(); }
    std::optional<TermValue> upper_bound() const override {
      if constexpr (BoundedTerm<T>) return term.upper_bound();
      return std::nullopt;
    }
    void fill(ResidentRow resident, std::span<const PostingRow> postings, std::span<TermValue> values) const override {
      term(resident, postings, values);
    }
    T term;
  };
  Shared<const Base> term_;
};

}  // namespace aril
