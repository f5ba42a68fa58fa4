"""The language of a register description, and its texts given in several languages."""

from __future__ import annotations

import re

from rekisterilint.readers.register.nodes import RegisterNode

LANGUAGES = ("fi", "sv", "en")
_SPEAKING = {
    "sv": re.compile(r"\b(?:och|att|för|är|som|inte|av)\b"),
    "en": re.compile(r"\b(?:the|and|of|for|with|is)\b"),
    "fi": re.compile(r"\b(?:ja|on|ei|tai|sekä|mukaan)\b"),
}


def description_language(root: RegisterNode) -> str:
    """The language that a description states, else the one that its words are in."""
    stated = root.get("language")
    if stated is not None and stated.value in LANGUAGES:
        return str(stated.value)
    listed = root.get("languages")
    if listed is not None and listed.items and listed.items[0].value in LANGUAGES:
        return str(listed.items[0].value)
    words: list[str] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if is_translated(node):
            return next(str(key.value) for key, _ in node.entries)
        if isinstance(node.value, str):
            words.append(node.value)
        waiting.extend(value for _, value in node.entries)
        waiting.extend(node.items)
    text = " ".join(words).lower()
    counts = {language: len(speaking.findall(text)) for language, speaking in _SPEAKING.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else "fi"


def is_translated(node: RegisterNode) -> bool:
    """Whether a mapping gives one text in several languages."""
    return bool(node.entries) and all(key.value in LANGUAGES for key, _ in node.entries)
