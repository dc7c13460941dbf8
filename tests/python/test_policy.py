"""Policies as plain data: edited in place, read from and written to JSON."""

import json
from decimal import Decimal

import pytest

import aril


def test_the_standard_policy_is_that_of_the_definitions():
    policy = aril.Policy.standard()
    assert [code for code, setting in policy.rules.items() if setting.unknown == "ask"] == ["credential", "need", "age", "prerequisite"]
    assert all(setting.on for setting in policy.rules.values()) and len(policy.rules) == 17
    assert policy.weights["resident"] == {
        "skills": 30,
        "commute": 20,
        "occupation": 15,
        "week": 10,
        "pay": 10,
        "preference": 10,
        "freshness": 5,
    }
    assert policy.closeness["level_fit"] == [255, 190, 120, 60] and policy.closeness["skill"]["sibling_limit"] == 64


def test_it_is_edited_in_place():
    policy = aril.Policy.standard()
    policy.rules["travel"].unknown = "refuse"
    policy.rules["pay"] = False
    policy.rules["week"] = {"unknown": "ask"}
    policy.rules["fee"] = aril.RuleSetting(on=False, unknown="refuse")
    policy.weights["resident"]["commute"] = 20.5
    policy.closeness["level_fit"] = [255, 128, 0, 0]
    written = json.loads(policy.to_json())
    assert written["rules"]["travel"] == {"on": True, "unknown": "refuse"} and written["rules"]["pay"] == {"on": False, "unknown": "admit"}
    assert written["rules"]["week"] == {"on": True, "unknown": "ask"} and written["rules"]["fee"] == {"on": False, "unknown": "refuse"}
    assert {"term": "commute", "weight": 20.5} in written["weights"]["resident"] and written["closeness"]["level_fit"] == [255, 128, 0, 0]
    assert policy == aril.Policy.from_json(policy.to_json()) and policy != aril.Policy.standard()
    assert policy.copy() == policy and "travel: on, unknown refuse" in repr(policy)


@pytest.mark.parametrize("change", [{"on": 1}, {"unknown": "maybe"}, {"off": True}])
def test_a_wrong_setting_is_refused_at_once(change):
    policy = aril.Policy.standard()
    with pytest.raises(aril.Error):
        policy.rules["travel"] = change
    with pytest.raises(TypeError):
        del policy.rules["travel"]
    assert policy == aril.Policy.standard()


def test_weights_are_exact():
    text = '{"weights": {"resident": [{"term": "skills", "weight": 0.100000000000000001}], "employer": [{"term": "skills", "weight": 3}]}}'
    policy = aril.Policy.from_json(text)
    assert policy.weights == {"resident": {"skills": Decimal("0.100000000000000001")}, "employer": {"skills": 3}}
    assert "0.100000000000000001" in policy.to_json() and aril.Policy.from_json(policy.to_json()) == policy


def test_a_dict_or_a_path_will_do(tmp_path, community):
    given = {
        "rules": {"pay": {"on": False}},
        "weights": {
            "resident": {"skills": "2.50", "pay": 1},
            "employer": [{"term": "skills", "weight": Decimal(1)}, {"term": "pay", "weight": 0}],
        },
    }
    policy = aril.Policy.from_dict(given)
    assert not policy.rules["pay"].on and policy.weights["resident"] == {"skills": Decimal("2.5"), "pay": 1}
    path = tmp_path / "policy.json"
    path.write_text(policy.to_json(), encoding="utf-8")
    assert aril.Policy.from_json(path) == aril.Policy.from_json(str(path)) == policy
    for way in (given, policy, policy.to_json(), path, str(path)):
        assert aril.Ranker(community, "2026-06-03", way).policy == policy
    path.write_text('{"rulse": {}}')
    with pytest.raises(aril.Error) as caught:
        aril.Ranker(community, "2026-06-03", path)
    assert (caught.value.code, caught.value.file, caught.value.field) == ("unknown_key", str(path), "rulse")


def test_a_policy_may_name_a_sparse_term(community):
    weights = {side: [{"term": "skills", "weight": 1}, {"term": "referral", "weight": 1}] for side in ("resident", "employer")}
    text = json.dumps({"weights": weights})
    with pytest.raises(aril.Error, match="referral"):
        aril.Policy.from_json(text)
    policy = aril.Policy.from_json(text, terms=["referral"])
    assert policy.copy() == policy
    sparse = {"referral": ([0], [0], [1])}
    assert (
        aril.Ranker(community, "2026-06-03", text, sparse=sparse).policy
        == aril.Ranker(community, "2026-06-03", policy, sparse=sparse).policy
        == policy
    )
    with pytest.raises(aril.Error, match="referral"):
        aril.Ranker(community, "2026-06-03", policy)


def test_a_ranker_keeps_its_own_copy(community):
    policy = aril.Policy.standard()
    ranker = aril.Ranker(community, "2026-06-03", policy, weights={"pay": 1})
    policy.rules["pay"] = False
    ranker.policy.rules["pay"] = False
    assert ranker.policy.rules["pay"].on and policy.weights["resident"]["skills"] == 30 and ranker.policy.weights["resident"]["skills"] == 0
