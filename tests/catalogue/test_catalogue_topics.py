from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.catalogue import Catalogue, load_catalogue
from rekisterilint.catalogue.cache import load_kept, save_kept
from rekisterilint.catalogue.topics import TopicBank, TopicPlan
from rekisterilint.matching import PatternError, fold


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REKISTERILINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def catalogue(*patterns: str, digest: str = "") -> Catalogue:
    return Catalogue({"retention": {"fi": patterns}}, {"fi": {"aika": ("kausi",)}}, {}, {}, {}, digest)


@pytest.mark.parametrize(
    ("words", "topics"),
    [("5. Säilytysaika", {"retention"}), ("Kausi", {"retention"}), ("Rekisterin nimi", set())],
)
def test_the_words_of_a_heading_have_topics(words: str, topics: set[str]):
    assert TopicBank(catalogue("säilyty", "<aika>")).topics(fold(words)) == topics


def test_a_faulty_pattern_is_refused():
    with pytest.raises(PatternError):
        TopicBank(catalogue("("))


def test_a_kept_bank_answers_as_the_one_that_was_made(folder: Path):
    packaged = load_catalogue()
    made = TopicBank(packaged)
    assert list(folder.glob("plan-topics-*.json"))
    kept = TopicBank(packaged)
    headings = ["Rekisterinpitäjä", "Personuppgiftsansvarig", "Retention period", "Oikeus saada pääsy tietoihin"]
    for words in map(fold, headings):
        assert kept.topics(words) == made.topics(words) != set()


@pytest.mark.parametrize("values", [None, [], {}, {"patterns": {"sources": [1], "needs": []}, "topics": []}])
def test_a_kept_bank_that_is_none_is_made_anew(values: object):
    save_kept("plan-topics", "abc", values)
    assert TopicBank(catalogue("säilyty", digest="abc")).topics(fold("Säilytys"))
    kept = load_kept("plan-topics", "abc", TopicPlan)
    assert kept is not None and kept.patterns.sources
