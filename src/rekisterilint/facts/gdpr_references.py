"""References to articles, paragraphs and points of the GDPR."""

from __future__ import annotations

import re

from rekisterilint.facts.model import GdprReference

_FINNISH = re.compile(
    r"(\d{1,3})\.? ?artiklan?(?:ssa|sta|n)?(?:[ ,]+(\d{1,2})\.?[ -]?(?:kohda|kohta|kohtaa|momenti|mom\.?)?\w*(?:[ ,]+([a-z])[ -]?(?:\)|ala)?-?koh\w+)?)?",
    re.IGNORECASE,
)


def find_gdpr_references(content: str) -> tuple[GdprReference, ...]:
    """The references to the GDPR in `content`."""
    return tuple(
        GdprReference(m.start(), m.end(), int(m.group(1)), int(m.group(2)) if m.group(2) else None, m.group(3))
        for m in _FINNISH.finditer(content)
    )
