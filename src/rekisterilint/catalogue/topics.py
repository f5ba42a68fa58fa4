"""Which topics the words of a heading or label have, in any language."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rekisterilint.catalogue.cache import load_kept, save_kept
from rekisterilint.catalogue.model import Catalogue
from rekisterilint.matching import Bank, BankBuilder, Patterns

_KEPT_AS = "plan-topics"
_REMEMBERED = 4_096


class TopicPlan(msgspec.Struct, frozen=True):
    """The patterns of headings, and the topics that each of them means."""

    patterns: Patterns
    topics: tuple[frozenset[str], ...]


class TopicBank:
    """The patterns of all topics, made ready. Answers are remembered: headings recur."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Raises PatternError for a faulty pattern."""
        plan = _planned(catalogue)
        self._topics = plan.topics
        self._bank = Bank(plan.patterns)
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


def _planned(catalogue: Catalogue) -> TopicPlan:
    """The topics' plan, kept for the next run if the catalogue has a digest."""
    if catalogue.digest:
        kept = load_kept(_KEPT_AS, catalogue.digest, TopicPlan)
        if kept is not None:
            return kept
    plan = _made(catalogue)
    if catalogue.digest:
        save_kept(_KEPT_AS, catalogue.digest, plan)
    return plan


def _made(catalogue: Catalogue) -> TopicPlan:
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
    return TopicPlan(builder.patterns(), tuple([frozenset(topics[number]) for number in sorted(topics)]))
