"""Conjunctions of patterns: `säilyt & <duration> & !varmuuskopio` within one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.syntax import PatternError

__all__ = ["Expression", "PatternError", "selectivity", "split_expression"]

_MACRO = lazy_pattern(r"<[a-z0-9-]+>")
_LITERAL = lazy_pattern(r"[^\W\d_]+")
_SELECTIVITY_OF_MACRO = 3


@dataclass(frozen=True, slots=True)
class Expression:
    """Pattern numbers of a bank that must all match, and ones that must not."""

    all_of: frozenset[int]
    none_of: frozenset[int]


def split_expression(text: str) -> tuple[list[str], list[str]]:
    """The wanted and unwanted patterns of `text`; PatternError when nothing is wanted."""
    wanted, unwanted = [], []
    for part in text.split(" & "):
        pattern = part.strip()
        if pattern.startswith("!"):
            unwanted.append(pattern[1:].strip())
        else:
            wanted.append(pattern)
    if not wanted or not all(wanted) or not all(unwanted):
        raise PatternError(f"the expression '{text}' has an empty part or wants nothing")
    return wanted, unwanted


def selectivity(pattern: str) -> int:
    """How rare a pattern's matches promise to be: the letters that even its shortest branch has."""
    plain = _MACRO.sub(" ", pattern)
    branches = [
        max((len(run) for run in _LITERAL.findall(re.sub(r"\\\w", " ", branch))), default=0)
        for branch in plain.split("|")
    ]
    own = min(branches)
    return max(own, _SELECTIVITY_OF_MACRO) if "<" in pattern and "|" not in plain else own
