// Why a score is what it is, and why a pair is not eligible: plain tuples for the package to name, and sentences.
#include "aril/rank/explanation.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <memory>
#include <string_view>

#include "aril/rank/ranker.hpp"
#include "bindings.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

std::string_view name_of(Answer answer) { return answer_names[static_cast<std::size_t>(answer)]; }
std::string_view name_of(Unknown unknown) { return unknown_names[static_cast<std::size_t>(unknown)]; }

py::list term_tuples(const Explanation& explanation) {
  py::list list;
  for (const TermShare& share : explanation.terms)
    list.append(py::make_tuple(share.term, share.value, share.weight, share.contribution, share.is_neutral));
  return list;
}

py::list rule_tuples(const Explanation& explanation) {
  py::list list;
  for (const RuleAnswer& rule : explanation.rules) {
    list.append(
        py::make_tuple(rule.rule, name_of(rule.answer), rule.setting.on, name_of(rule.setting.unknown), rule.refuses(), rule.asks()));
  }
  return list;
}

// (rule, answer, fix items, the fix in English, in Chinese)
py::tuple refusal_tuple(const Market& market, const Refusal& refusal) {
  py::list fix;
  for (const FixItem& item : refusal.fix)
    fix.append(py::make_tuple(fix_unit_names[static_cast<std::size_t>(item.unit)], item.amount, item.name));
  return py::make_tuple(refusal.rule, name_of(refusal.answer), fix, fix_text(market, refusal.rule, refusal.fix, Language::english),
                        fix_text(market, refusal.rule, refusal.fix, Language::chinese));
}

py::list reason_tuples(const WhyNot& why) {
  py::list list;
  for (const Refusal& reason : why.reasons) list.append(refusal_tuple(why.market, reason));
  return list;
}

Explanation explain(const Ranker& ranker, std::uint32_t resident, std::uint32_t posting, std::string_view side) {
  return ranker.explain(ResidentRow(resident), PostingRow(posting), side_named(side));
}

py::list near_misses(const Ranker& ranker, std::uint32_t resident, std::size_t most, const std::optional<std::vector<std::string>>& kinds) {
  const KindSet wanted = kinds ? kinds_named(*kinds) : all_kinds;
  const std::vector<NearMiss> misses = [&] {
    const py::gil_scoped_release release;
    return ranker.near_misses(ResidentRow(resident), most, wanted);
  }();
  py::list list;
  for (const NearMiss& miss : misses)
    list.append(py::make_tuple(miss.posting.value, miss.score.value, refusal_tuple(ranker.market(), miss.reason),
                               miss.sentence(Language::english), miss.sentence(Language::chinese)));
  return list;
}

}  // namespace

void bind_explanation(py::module_& module) {
  py::class_<Explanation>(module, "Explanation")
      .def("is_eligible", [](const Explanation& self) { return self.is_eligible; })
      .def("score", [](const Explanation& self) { return self.score.value; })
      .def("terms", &term_tuples, "(term, value, weight, contribution, is_neutral), in the order of the policy.")
      .def("rules", &rule_tuples, "(rule, answer, on, unknown, refuses, asks), in the order of the rules.")
      .def("unknowns", &Explanation::unknowns)
      .def("neutral_terms", &Explanation::neutral_terms)
      .def(
          "questions", [](const Explanation& self, std::string_view language) { return self.questions(language_named(language)); },
          py::arg("language"))
      .def(
          "sentence", [](const Explanation& self, std::string_view language) { return self.sentence(language_named(language)); },
          py::arg("language"));
  py::class_<WhyNot>(module, "WhyNot")
      .def("is_near_miss", &WhyNot::is_near_miss)
      .def("reasons", &reason_tuples, "(rule, answer, [(unit, amount, name)], the fix in English, in Chinese).")
      .def(
          "sentence", [](const WhyNot& self, std::string_view language) { return self.sentence(language_named(language)); },
          py::arg("language"));
  module.def("explain", &explain, py::arg("ranker"), py::arg("resident"), py::arg("posting"), py::arg("side"));
  module.def(
      "combine",
      [](std::uint32_t resident_side, std::uint32_t employer_side, std::string_view combination) {
        return combine({resident_side}, {employer_side}, combination_named(combination)).value;
      },
      py::arg("resident_side"), py::arg("employer_side"), py::arg("combination"));
  module.def(
      "why_not",
      [](const Ranker& ranker, std::uint32_t resident, std::uint32_t posting, const RankOptions& options) {
        return ranker.why_not(ResidentRow(resident), PostingRow(posting), options);
      },
      py::arg("ranker"), py::arg("resident"), py::arg("posting"), py::arg("options"), "Of the options only allow and deny count.");
  module.def("near_misses", &near_misses, py::arg("ranker"), py::arg("resident"), py::arg("most"), py::arg("kinds"),
             "(posting row, score, reason as in WhyNot.reasons, sentence in English, in Chinese), best first.");
}

}  // namespace aril::python
