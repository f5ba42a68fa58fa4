"""The form of text that patterns see: lower case, one byte a character.

Finnish, Swedish and English fit into Latin-1; with one byte a character offsets stay those of the
text, and an automaton of a thousand patterns stays small and fast.
"""

from __future__ import annotations

import codecs
from functools import lru_cache

# What Latin-1 lacks; the rest of it becomes `?`.
_OUTSIDE = {
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "’": "'",
    "‘": "'",
    "”": '"',
    "“": '"',
    "„": '"',
    "…": ".",
    "•": "*",
    "●": "*",
    "š": "s",
    "ž": "z",
}
_INSIDE = bytes.maketrans("´«»\u00a0\n".encode("latin-1"), b"'\"\"  ")
_HANDLER = "rekisterilint.fold"


def _outside_latin1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_OUTSIDE.get(letter, "?") for letter in letters), error.end


codecs.register_error(_HANDLER, _outside_latin1)


def fold(text: str) -> bytes:
    """`text` in lower case, one byte for each character; what Latin-1 lacks becomes `?`."""
    # The only letter whose lower case is longer than itself.
    plain = text.replace("İ", "i") if "İ" in text else text
    return plain.lower().encode("latin-1", _HANDLER).translate(_INSIDE)


def one_byte(text: str) -> bytes:
    """`text` with its capitals kept, one byte for each character; what Latin-1 lacks becomes `?`."""
    return text.encode("latin-1", _HANDLER)


@lru_cache(maxsize=4)
def fold_whole(text: str) -> bytes:
    """`fold` of a whole text, remembered: several parts of the tool look at the same one."""
    return fold(text)
