from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.catalogue import Catalogue, load_catalogue
from rekisterilint.catalogue.cache import load_values, save_values
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
    numbers = {source: number for number, source in enumerate(plan.sources)}
    tieto, storage, backup = (numbers[source] for source in sorted(numbers, key=numbers.__getitem__))
    assert (test.first, test.watched) == (tieto, storage)
    assert (test.all_of, test.none_of) == ({tieto, storage}, {backup})
    assert (test.facts, test.no_facts) == ({"date"}, {"year"})


def test_patterns_without_a_literal_are_late_unless_nothing_else_is_wanted():
    plan = made(r"säilyt & ei\b", r"!ei\b & tieto", r"on\b")
    (first, second, third), _ = plan.clauses[0]
    assert first.late_all == second.late_none and len(first.late_all) == 1
    assert third.watched == third.first and third.watched not in plan.late


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


@pytest.mark.parametrize("values", [None, {}, {"format": 0}, {"format": 2, "sources": [1]}, []])
def test_a_kept_plan_that_is_none_is_made_anew(values: object):
    save_values("plan-fi", "abc", values)
    plan = made("säilyt", digest="abc")
    assert len(plan.sources) == 1
    kept = load_values("plan-fi", "abc")
    assert kept is not None and kept["sources"]
