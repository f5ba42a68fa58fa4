"""Patterns in linear time: which of many match a piece of text, and where."""

from rekisterilint.matching.bank import Bank, BankBuilder, patterns_without_literal
from rekisterilint.matching.folding import fold
from rekisterilint.matching.syntax import PatternError

__all__ = ["Bank", "BankBuilder", "PatternError", "fold", "patterns_without_literal"]
