"""Numbers of statutes and EU acts, with the names they stand with."""

from __future__ import annotations

import re

from rekisterilint.facts.model import Citation

_NUMBER = re.compile(r"(?<![\w/.-])(?:\d{1,2}\.\d{1,2}\.(?=\d{4}/))?(\d{1,4})/(\d{2,4})(?![\w/]|-\d)")


def find_citations(content: str) -> tuple[Citation, ...]:
    """The citations by number of `content`."""
    return tuple(
        Citation(m.start(), m.end(), m.group(), f"{m.group(1)}/{m.group(2)}", False, "", m.start(), m.start())
        for m in _NUMBER.finditer(content)
    )
