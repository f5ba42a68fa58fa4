from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.catalogue import Catalogue, load_catalogue
from rekisterilint.catalogue.cache import load_kept, save_kept
from rekisterilint.catalogue.model import Clause
from rekisterilint.catalogue.plan import Plan, owned_clauses, plan_for
from rekisterilint.matching import PatternError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REKISTERILINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def made(*expressions: str, digest: str = "", lexicon: dict[str, tuple[str, ...]] | None = None) -> Plan:
    catalogue = Catalogue({}, {"fi": lexicon or {}}, {}, {}, {}, digest)
    return plan_for(catalogue, [Clause({"fi": expressions})], "fi")


def test_the_rarest_wanted_pattern_is_watched_and_the_first_one_marked():
    plan = made("tieto & säilytysaika & !varmuuskopio & @date & !@year")
    (test,), near = plan.clauses[0]
    assert not near
    tieto, storage, backup = range(3)
    assert (test.first, test.wanted[0]) == (tieto, storage)
    assert (set(test.wanted), test.unwanted) == ({tieto, storage}, (backup,))
    assert (test.facts, test.no_facts) == ({"date"}, {"year"})


def test_a_pattern_that_nothing_rules_out_is_tried_last():
    plan = made(r"\d+ & säilyt", r"\d+")
    (first, second), _ = plan.clauses[0]
    assert not plan.patterns.needs[second.first].groups
    assert (first.first, first.wanted[-1]) == (second.first, second.first)


@pytest.mark.parametrize("expression", ["", "!a", "a & ", " & a", "(", "<tuntematon>"])
def test_a_faulty_expression_is_refused(expression: str):
    with pytest.raises(PatternError):
        made(expression)


def test_a_kept_plan_is_the_plan_that_was_made(folder: Path):
    catalogue = load_catalogue()
    clauses = [clause for _, clause in owned_clauses(catalogue)]
    first = plan_for(catalogue, clauses, "sv")
    assert list(folder.glob("plan-sv-*.json"))
    assert plan_for(catalogue, clauses, "sv") == first


@pytest.mark.parametrize("values", [None, {}, {"patterns": {"sources": [1], "needs": []}, "clauses": []}, []])
def test_a_kept_plan_that_is_none_is_made_anew(values: object):
    save_kept("plan-fi", "abc", values)
    plan = made("säilyt", digest="abc")
    assert len(plan.patterns.sources) == 1
    kept = load_kept("plan-fi", "abc", Plan)
    assert kept is not None and kept.patterns.sources
