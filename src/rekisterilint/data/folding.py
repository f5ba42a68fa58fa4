"""One spelling for names that are to be compared."""

from __future__ import annotations

import unicodedata
from typing import Final

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2212"
_REPLACED: Final = {ord(dash): "-" for dash in _DASHES} | {
    ord("\u00ad"): "",  # soft hyphen
    ord("\u200b"): "",  # zero-width space
    ord("\u2019"): "'",
}


def fold(text: str) -> str:
    """`text` in NFC, lower case, with plain hyphens and single blanks, and none at the ends.

    Goes in: a name as it stands in a text or in a register. Comes out: the key to compare by.
    """
    composed = unicodedata.normalize("NFC", text).translate(_REPLACED)
    return " ".join(composed.casefold().split())
