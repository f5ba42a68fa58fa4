"""Patterns in linear time: which of many match a piece of text, and where."""

from rekisterilint.matching.bank import Bank, BankBuilder, Patterns, Sentence
from rekisterilint.matching.folding import fold
from rekisterilint.matching.syntax import PatternError

__all__ = ["Bank", "BankBuilder", "PatternError", "Patterns", "Sentence", "fold"]
