"""How rare a pattern's matches promise to be, as it is written in a rule file."""

from __future__ import annotations

import re

from rekisterilint.lazy_patterns import lazy_pattern

_MACRO = lazy_pattern(r"<[a-z0-9-]+>")
_LITERAL = lazy_pattern(r"[^\W\d_]+")
_SELECTIVITY_OF_MACRO = 3


def selectivity(pattern: str) -> int:
    """How rare a pattern's matches promise to be: the letters that even its shortest branch has."""
    plain = _MACRO.sub(" ", pattern)
    branches = [
        max((len(run) for run in _LITERAL.findall(re.sub(r"\\\w", " ", branch))), default=0)
        for branch in plain.split("|")
    ]
    own = min(branches)
    return max(own, _SELECTIVITY_OF_MACRO) if "<" in pattern and "|" not in plain else own
