"""The words that PHP code shows by itself: the strings of its `echo` and of translations."""

from __future__ import annotations

import re

from rekisterilint.readers.templates.values import VALUE, is_prose, nothing

_SHOWS = re.compile(r"\b(?:echo|print|_e|esc_html_e)\b\s{0,9}\(?")
# What has no end takes the rest of the code, so nothing is looked through twice.
_PART = re.compile(
    r"(?P<comment>//[^\n]*|#(?!\[)[^\n]*|/\*[^*]*+(?:\*(?!/)[^*]*+)*(?:\*/)?)"
    r"|'(?P<single>[^'\\]*+(?:\\.[^'\\]*+)*)'?|\"(?P<double>[^\"\\]*+(?:\\.[^\"\\]*+)*)\"?|(?P<end>;)",
    re.DOTALL,
)


def php_words(source: str, start: int, first: int, end: int) -> tuple[str, int]:
    """What the code `source[start:end]`, whose sign ends at `first`, shows: as long as it is.

    With it comes in how many places it shows what is known only when it runs. A string that is
    shown as it is counts as words; one that is handed to a function does if it holds prose, since
    the function may as well be handed a key.
    """
    last = end - 2 if source.startswith("?>", end - 2) else end
    kept: list[str] = []
    at, values = start, 0
    statement = first if source[first - 1] == "=" else _shows(source, first, last)
    while statement >= 0:
        words, stop = _shown_strings(source, statement, last)
        for word_start, word_end in words:
            kept += (nothing(source, at, word_start), source[word_start:word_end])
            at = word_end
        if not words and statement < end:
            kept += (nothing(source, at, statement), VALUE)
            at, values = statement + 1, values + 1
        statement = _shows(source, max(stop, at), last)
    return "".join(kept) + nothing(source, at, end), values


def _shows(source: str, at: int, last: int) -> int:
    """Where the next statement that shows something gives what it shows; -1 if there is none."""
    match = _SHOWS.search(source, at, last)
    return match.end() if match else -1


def _shown_strings(source: str, at: int, last: int) -> tuple[list[tuple[int, int]], int]:
    """The places of the statement's strings that are words, and where the statement ends."""
    found: list[tuple[int, int]] = []
    behind = at
    while (part := _PART.search(source, at, last)) is not None and part["end"] is None:
        name = "single" if part["single"] is not None else "double"
        at = part.end()
        if part["comment"] is not None:
            continue
        words = part[name]
        direct = not source[behind : part.start()].strip(" \t\r\n.")
        if words.strip() and (direct or is_prose(words)):
            found.append(part.span(name))
        behind = at
    return found, part.end() if part is not None else last
