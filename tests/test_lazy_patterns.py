from __future__ import annotations

import re
from pathlib import Path

import pytest

from rekisterilint import lazy_patterns
from rekisterilint.lazy_patterns import lazy_pattern


def test_it_does_what_the_pattern_does():
    pattern = lazy_pattern(r"(\d+)\s(vuotta)", re.IGNORECASE)
    assert pattern.search("Kymmenen 10 VUOTTA").group(1) == "10"
    assert pattern.sub(r"\2", "2 vuotta, 3 vuotta") == "vuotta, vuotta"
    assert [m.span() for m in pattern.finditer("2 vuotta 3 vuotta")] == [(0, 8), (9, 17)]
    assert pattern.flags & re.IGNORECASE
    assert pattern.pattern == r"(\d+)\s(vuotta)"


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch):
    compiled: list[str] = []

    def counted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return re.compile(source, flags)

    monkeypatch.setattr(lazy_patterns, "re", type("re", (), {"compile": staticmethod(counted)}))
    pattern = lazy_pattern("a+")
    assert not compiled
    assert pattern.match("aa")
    assert pattern.search("baa")
    assert compiled == ["a+"]


def test_a_faulty_pattern_says_so_when_used():
    pattern = lazy_pattern("(")
    with pytest.raises(re.error):
        pattern.search("x")


def test_no_group_is_repeated_possessively():
    """Python up to 3.11.4, Debian's for one, gives such a group one round too many (gh-106052)."""
    source = Path(lazy_patterns.__file__).parent
    repeated = re.compile(r"(?<!\()\)(?:[*+?]|\{[\d,]+\})\+")
    assert repeated.search(r"(?:a|b)*+")
    assert [path for path in source.rglob("*.py") if repeated.search(path.read_text("utf-8"))] == []
