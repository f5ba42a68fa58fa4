from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.catalogue import load_catalogue
from rekisterilint.catalogue.model import LANGUAGES
from rekisterilint.catalogue.plan import owned_clauses, plan_for
from rekisterilint.matching import Bank, BankBuilder, PatternError, fold
from rekisterilint.matching.alphabet import encode
from rekisterilint.matching.literals import required_literals, with_bounds

SAMPLES = sorted(Path(__file__).parents[2].joinpath("samples").glob("*/*.md"))


def shown(literals: Iterable[str]) -> set[str]:
    """The literals with the bounds of words as < and >."""
    table = str.maketrans({"\x0e": "<", "\x0f": ">", "\x01": "ä", "\x02": "ö", "\x07": "§"})
    return {literal.translate(table) for literal in literals}


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("säilyt", {"<säilyt"}),
        (r"\w*säilyt", {"säilyt"}),
        (r"ei\b", {"<ei>"}),
        (r"ei\b|eikä", {"<ei>", "<eikä"}),
        ("(?:tieto|data)suoja", {"<tietosuoja", "<datasuoja"}),
        ("(?:tieto|data|x)?suoja(?:seloste|-ilmoitus)", {
            "<tietosuojaseloste", "<datasuojaseloste", "<xsuojaseloste", "<suojaseloste",
            "<tietosuoja>-<ilmoitus", "<datasuoja>-<ilmoitus", "<xsuoja>-<ilmoitus", "<suoja>-<ilmoitus",
        }),
        ("säily[tv]", {"<säilyt", "<säilyv"}),
        ("tiedot?a", {"<tiedota", "<tiedoa"}),
        (r"6 ?\(1\)", {"<6>(<1>)<", "<6> <>(<1>)<"}),
        ("tietosuojavastaava|tieto", {"<tieto"}),
        (r"tieto\w*", {"<tieto"}),
        (r"tieto\w*\b", {"<tieto"}),
        (r"tieto(?: \w+)?", {"<tieto"}),
        (r"(?:tieto\w*|\w*seloste)", {"<tieto", "seloste"}),
    ],
)  # fmt: skip
def test_where_literals_are_enough(pattern: str, literals: set[str]):
    needs = required_literals(pattern)
    assert needs.enough
    assert [shown(group) for group in needs.groups] == [literals]


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        ("^tieto", [{"<tieto"}]),
        ("^(?:tieto|data)", [{"<tieto", "<data"}]),
        (r"tieto \w+ vuotta\b", [{"<tieto> <"}, {"> <vuotta>"}]),
        (r"(?:oma|muu) \w+ \w*seloste", [{"seloste"}, {"<oma> <", "<muu> <"}]),
        ("ab+cdef", [{"cdef"}]),
        ("a{0,3}kuukausi", [{"kuukausi"}]),
        (r"§ 5\b", [{">§<> <5>"}]),
        ("“tieto”", [{">?<tieto>?<"}]),
        (r"\d+", []),
        (r"vuosi|\d+", []),
        (".{2,20}$", []),
        ("(?i)tieto", []),
        ("tieto(", []),
        ("[tieto", []),
    ],
)
def test_what_a_pattern_needs(pattern: str, groups: list[set[str]]):
    needs = required_literals(pattern)
    assert not needs.enough
    assert [shown(group) for group in needs.groups] == groups


_ATOMS = st.sampled_from(["a", "b", "ab", "ei", " ", ",", "ä", "(?:a|b c)", "(?:ab|)", r"\w", r"\b", "[ab]", "[^a]", ".", r"\."])
_COUNTED = st.tuples(_ATOMS, st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,1}"])).map("".join)
_BRANCHES = st.lists(_COUNTED, min_size=1, max_size=5).map("".join)
_PATTERNS = st.tuples(
    st.sampled_from(["", "^", r"\w*"]), st.lists(_BRANCHES, min_size=1, max_size=3).map("|".join), st.sampled_from(["", r"\b", "$"])
).map("".join)


@given(st.lists(_PATTERNS, min_size=1, max_size=4, unique=True), st.text("abei ä,.(\x0e\x0f-", max_size=14))
def test_a_pattern_that_matches_was_always_possible(patterns: list[str], text: str):
    builder = BankBuilder({})
    numbers = []
    for pattern in patterns:
        try:
            numbers.append(builder.pattern(pattern))
        except PatternError:
            continue
    made = builder.patterns()
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    folded = fold(text)
    sentence = Bank(made).sentence(folded)
    for number in numbers:
        truth = re2.compile(made.sources[number], options).search(encode(folded)) is not None
        assert sentence.matches(number) is truth


@cache
def sentences() -> list[bytes]:
    lines = {line for path in SAMPLES for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    return [fold(line) for line in sorted(lines)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_finds_the_same_with_and_without_literals(language: str):
    catalogue = load_catalogue()
    patterns = plan_for(catalogue, [clause for _, clause in owned_clauses(catalogue)], language).patterns
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    engine = re2.Filter()
    for source in patterns.sources:
        engine.Add(source, options)
    engine.Compile()
    bank = Bank(patterns)
    for folded in sentences():
        matching = set(engine.Match(encode(folded)))
        assert matching <= bank.sentence(folded).possible, folded
    # Were nothing ruled out, nothing would be gained.
    possible = sum(len(bank.sentence(folded).possible) for folded in sentences())
    assert possible < len(sentences()) * len(patterns.sources) / 5


def test_the_bounds_of_words_stand_where_letters_meet_others():
    assert with_bounds(encode(fold("Ei, 2 §"))).translate({14: "<", 15: ">", 7: "§"}) == "<ei>,<> <2> <>§<>"
