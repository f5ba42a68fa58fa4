"""The alphabet that the pattern engine works in: ASCII alone.

Folded text is one Latin-1 byte a character. For the engine the few letters that ASCII lacks become
control characters, which no text holds; so it needs no tables of Unicode and stays small and fast,
and offsets stay what they were.
"""

from __future__ import annotations

_CODES = {"ä": 1, "ö": 2, "å": 3, "é": 4, "ü": 5, "§": 7}
_ANY_OTHER_LETTER = 6


def _code(byte: int) -> int:
    letter = chr(byte)
    if byte >= 0x80:
        return _CODES.get(letter, _ANY_OTHER_LETTER if letter.isalpha() else ord("?"))
    # What a text itself holds of these codes must not pass for a letter.
    return ord("?") if byte < 8 else byte


_TABLE = bytes(map(_code, range(256)))

# The word characters, to stand in a character class.
LETTERS = r"0-9a-z_\x01-\x06"


def encode(folded: bytes) -> bytes:
    """Folded text in the engine's alphabet, byte for byte."""
    return folded.translate(_TABLE)


def encode_pattern(pattern: str) -> bytes:
    """A pattern in the engine's alphabet; a letter outside Latin-1 can't match and becomes `?`."""
    return pattern.encode("latin-1", "replace").translate(_TABLE)
