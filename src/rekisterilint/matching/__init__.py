"""Patterns in linear time: which of many match a piece of text, and where."""

from rekisterilint.matching.bank import Bank, BankBuilder, patterns_without_literal
from rekisterilint.matching.expression import Expression, PatternError
from rekisterilint.matching.folding import fold

__all__ = ["Bank", "BankBuilder", "Expression", "PatternError", "fold", "patterns_without_literal"]
