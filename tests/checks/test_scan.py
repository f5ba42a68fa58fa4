from __future__ import annotations

import pytest

from rekisterilint.checks import scan


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"(?i:täydennä|lägg)", "TÄYDENNÄ", True),
        (r"(?i)[åäö]x", "ÄX", True),
        (r"täydennä", "TÄYDENNÄ", False),
        (r"(?i:a)ä", "AÄ", False),
        (r"(?i:a(?:ö)\))ä", "AÖ)ä", True),
        (r"[ä]", "Ä", False),
    ],
)
def test_letters_beyond_ascii_are_folded_where_a_pattern_asks_for_it(pattern: str, text: str, found: bool) -> None:
    assert (scan.first(pattern, text.encode("latin-1")) is not None) is found
