"""Text from a notice made harmless for a terminal."""

from __future__ import annotations

import re

# C0 and C1 controls (escape among them) and bidirectional overrides; a tab stays a blank.
_HARMFUL = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def harmless(words: str) -> str:
    """`words` on one line, without anything that a terminal would act on; same length."""
    return _HARMFUL.sub("\ufffd", words.replace("\t", " ").replace("\n", " "))
