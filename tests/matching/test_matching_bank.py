from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.catalogue import Catalogue
from rekisterilint.catalogue.compiled import holds
from rekisterilint.catalogue.model import Clause
from rekisterilint.catalogue.plan import plan_for
from rekisterilint.matching import Bank, BankBuilder, PatternError, fold


def matches(pattern: str, text: str, lexicon: dict[str, tuple[str, ...]] | None = None) -> bool:
    catalogue = Catalogue({}, {"fi": lexicon or {}}, {}, {}, {})
    plan = plan_for(catalogue, [Clause({"fi": (pattern,)})], "fi")
    test = plan.clauses[0][0][0]
    return holds(test, Bank(plan.patterns).sentence(fold(text)), frozenset())


@pytest.mark.parametrize(
    ("pattern", "text", "wanted"),
    [
        ("säilyt", "Tietoja säilytetään", True),
        ("säilyt", "Pitkäsäilytys", False),
        (r"\w*säilyt", "Pitkäsäilytys", True),
        (r"oikeus\b", "oikeus.", True),
        (r"oikeus\b", "oikeusperuste", False),
        ("^oikeus", "(Oikeus tietoihin", True),
        ("^oikeus", "Sinulla on oikeus", False),
        ("säilyt & vuotta", "Kaksi vuotta säilytetään", True),
        ("säilyt & !vuotta", "Kaksi vuotta säilytetään", False),
        ("Ääni", "ääni", False),
        ("<aika>", "viisi kuukautta", True),
        (r"[\w-]+lain\b", "EU-lain", True),
    ],
)
def test_patterns(pattern: str, text: str, wanted: bool):
    assert matches(pattern, text, {"aika": ("vuosi", "kuukau")}) is wanted


def test_spans_leave_out_the_bounds_of_words():
    builder = BankBuilder({})
    number = builder.pattern(r"oikeus\b")
    text = "sinun oikeus, oikeus"
    assert list(Bank(builder.patterns()).spans(number, fold(text))) == [(6, 12), (14, 20)]


@pytest.mark.parametrize("pattern", ["(", "a(?=b)", r"(a)\1"])
def test_what_re2_has_not_is_refused(pattern: str):
    with pytest.raises(PatternError):
        BankBuilder({}).pattern(pattern)


def test_lexicon_entries_that_are_unknown_or_turn_in_circles_are_refused():
    with pytest.raises(PatternError, match="no lexicon entry"):
        BankBuilder({}).pattern("<tuntematon>")
    with pytest.raises(PatternError, match="itself"):
        BankBuilder({"a": ("<b>",), "b": ("<a>",)}).pattern("<a>")


@given(st.text())
def test_folding_keeps_offsets(text: str):
    assert len(fold(text)) == len(text)
