"""Conjunctions of patterns: `säilyt & <duration> & !varmuuskopio` within one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from rekisterilint.matching.syntax import PatternError

__all__ = ["Expression", "PatternError", "split_expression"]


@dataclass(frozen=True, slots=True)
class Expression:
    """Pattern numbers of a bank that must all match, and ones that must not."""

    all_of: frozenset[int]
    none_of: frozenset[int]

    def holds(self, matched: frozenset[int]) -> bool:
        """Whether the expression holds where exactly the patterns `matched` match."""
        return self.all_of <= matched and self.none_of.isdisjoint(matched)


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
