"""What stands in a text for words that another file or a program puts there."""

from __future__ import annotations

import re

from rekisterilint.text import VALUE

__all__ = ["VALUE", "blanks", "is_prose", "nothing", "value", "values_note"]

# Characters without width: the text's builder drops them, so places stay as they are.
_NOTHING = "\u2060"
_LETTERS = re.compile(r"[^\W\d_]")
# Words as an author writes them, not a key: two words, a letter of our languages, markup, a capital, an e-mail address.
_PROSE = re.compile(r"[^\W\d_][,:;]? [^\W\d_]|[åäöÅÄÖ]|<[a-z]|^[A-ZÅÄÖ][^\W\d_]{3,}[^\w]*$|^[\w.+-]{1,64}@[\w-]{1,64}\.\w")


def value(length: int) -> str:
    """A value of `length` characters of the source."""
    return VALUE + _NOTHING * (length - 1) if length else ""


def nothing(source: str, start: int, end: int) -> str:
    """What is left of `source[start:end]` if it shows nothing: its line ends."""
    return "".join(char if char in "\r\n" else _NOTHING for char in source[start:end])


def blanks(source: str, start: int, end: int) -> str:
    """As `nothing`, in blanks: a line of nothing else is an empty one."""
    return "".join(char if char in "\r\n" else " " for char in source[start:end])


def is_prose(words: str) -> bool:
    """Whether a program's string holds words for a reader, rather than a key, a path or a format."""
    return _PROSE.search(words) is not None and _LETTERS.search(words) is not None


def values_note(places: int) -> tuple[tuple[str, str], ...]:
    """The note on a file in so many places of which words come from elsewhere; none for no place."""
    return (("template-values", str(places)),) if places else ()
