"""Which topics the words of a heading or label have, in any language."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from rekisterilint.catalogue.cache import load_values, save_values
from rekisterilint.catalogue.model import Catalogue
from rekisterilint.catalogue.plan import pattern_values, patterns_from
from rekisterilint.matching import Bank, BankBuilder, Patterns

_FORMAT = 1
_KEPT_AS = "plan-topics"
_REMEMBERED = 4_096

Topics = tuple[frozenset[str], ...]


class TopicBank:
    """The patterns of all topics, made ready. Answers are remembered: headings recur."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Raises PatternError for a faulty pattern."""
        patterns, self._topics = _planned(catalogue)
        self._bank = Bank(patterns)
        self.topics = lru_cache(maxsize=_REMEMBERED)(self._topics_of)

    def _topics_of(self, folded: bytes) -> frozenset[str]:
        """The topics that the words `folded` have."""
        sentence = self._bank.sentence(folded)
        found: set[str] = set()
        for number in sentence.possible:
            topics = self._topics[number]
            if not topics <= found and sentence.matches(number):
                found |= topics
        return frozenset(found)


def _planned(catalogue: Catalogue) -> tuple[Patterns, Topics]:
    """The patterns of headings and the topics of each, kept for the next run if the catalogue has a digest."""
    if catalogue.digest:
        kept = load_values(_KEPT_AS, catalogue.digest)
        # What somebody else wrote there is as nothing.
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            if kept is not None and kept["format"] == _FORMAT:
                return patterns_from(kept), tuple([frozenset(topics) for topics in kept["topics"]])
    patterns, topics = _made(catalogue)
    if catalogue.digest:
        values = {"format": _FORMAT, **pattern_values(patterns), "topics": [sorted(names) for names in topics]}
        save_values(_KEPT_AS, catalogue.digest, values)
    return patterns, topics


def _made(catalogue: Catalogue) -> tuple[Patterns, Topics]:
    words = {
        name: by_language
        for by_entry in catalogue.lexicon.values()
        for name, by_language in by_entry.items()
    }
    builder = BankBuilder(words)
    topics: dict[int, set[str]] = {}
    for topic, by_language in catalogue.topics.items():
        for patterns in by_language.values():
            for pattern in patterns:
                topics.setdefault(builder.pattern(pattern), set()).add(topic)
    return builder.patterns(), tuple([frozenset(topics[number]) for number in sorted(topics)])
