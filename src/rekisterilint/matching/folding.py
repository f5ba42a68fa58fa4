"""The form of text that patterns see: lower case, one byte a character.

Finnish, Swedish and English fit into Latin-1; with one byte a character offsets stay those of the
text, and an automaton of a thousand patterns stays small and fast.
"""

from __future__ import annotations

_ALIKE = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "’": "'",
        "‘": "'",
        "´": "'",
        "”": '"',
        "“": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "…": ".",
        "•": "*",
        "●": "*",
        "\u00a0": " ",
        "İ": "i",
        "š": "s",
        "ž": "z",
        "Š": "s",
        "Ž": "z",
        "\n": " ",
    }
)


def fold(text: str) -> bytes:
    """`text` in lower case, one byte for each character; what Latin-1 lacks becomes `?`."""
    return text.translate(_ALIKE).lower().encode("latin-1", "replace")
