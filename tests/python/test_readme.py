"""The README's Python runs as it stands, in both languages, and so does the guide's."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks_of(name):
    return re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_runs(name, capsys):
    blocks = blocks_of(name)
    assert len(blocks) == 1
    exec(compile(blocks[0], name, "exec"), {})
    assert "R000001" in capsys.readouterr().out


def test_the_guide_runs_from_top_to_bottom(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names = {}
    blocks = blocks_of("docs/python.md")
    for number, block in enumerate(blocks, 1):
        exec(compile(block, f"docs/python.md, block {number}", "exec"), names)
    assert len(blocks) == 14
    out = capsys.readouterr().out
    assert "not known: " in out and "Would fit to" in out and "(and 1 more in .problems)" in out and "stopped" not in out
    assert names["best"][0].rank == 1 and len(names["best"]) == 3 and names["seen"][-1] == (5000, 5000)
    assert "R002175 can ask " in out and "R002175可以请" in out
    assert len(names["plan"].introductions) > 10 and len(names["linked"].rank(k=1)) == 5000 and len(names["mine"].introductions("ann", "mill")) == 2
    assert names["again"].links()["strength"].tobytes() == names["mine"].links()["strength"].tobytes()
    assert names["kept_graph"].link_count == 1 and len(names["kept_graph"].problems) == 2 and len(names["who"]) > 0
    kinds = names["report"].kinds
    assert len(kinds) == 2 and all(min(kind.links, kind.bridges, kind.mean_embeddedness, kind.other_in_reach) > 0 for kind in kinds)
    assert sum(kind.carried for kind in kinds) > 10 and all(kind.referred_in_reach > 0 for kind in kinds)
    assert names["sung"].link_count == 12 and names["longer"].ids[names["higher"]].tolist() == ["ed"] and len(names["shares"]) == 20
    assert names["again"] == names["mine"] and names["plan"].worth_without_limit > names["plan"].worth
    assert names["why"].reasons and names["trouble"]["row"].tolist() == [0, 1] and list(names["kept"].resident_ids) == ["a"]
    assert names["shop"].find_skill("sewng")[0].id == "sewing"


def test_the_guide_is_linked():
    for name in ("README.md", "README.zh-CN.md"):
        assert "(docs/python.md)" in (ROOT / name).read_text(encoding="utf-8")
