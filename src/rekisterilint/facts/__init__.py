"""Facts drawn from a text once, each with its place: addresses, phones, citations, dates."""

from rekisterilint.facts.extract import extract_facts
from rekisterilint.facts.model import Facts

__all__ = ["Facts", "extract_facts"]
