r"""What a pattern can't do without: in a text that has none of it the pattern need not be tried.

An expanded pattern is taken apart as far as that takes: whatever matches
`(?:tieto|data)suoja\w*` holds a word that begins with `tietosuoja` or `datasuoja`. Where something
isn't understood nothing is known, and the pattern is tried everywhere: slower, never wrong.

Literals are in the engine's alphabet, with a mark before the first letter of a word and one behind
the last (`with_bounds`): a pattern for `ei\b` need not be tried where that stands inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.alphabet import LETTERS, encode_pattern

Literals = tuple[str, ...]

# Looking for more of them takes longer than trying the pattern.
_MOST_LITERALS = 100
_MOST_EXACT = 24
_START, _END = b"\x0e", b"\x0f"
_LETTER = lazy_pattern(f"[{LETTERS}]")
# What stands between words; anything rarer is as a question mark.
_BETWEEN = b" .,:;-()/@\"'?\x07"
_KEPT = frozenset(_BETWEEN) | frozenset(byte for byte in range(256) if _LETTER.match(chr(byte)))
_TEXT = bytes(byte if byte in _KEPT else ord("?") for byte in range(256))
_LITERAL = bytes(byte if byte in (*_START, *_END) else _TEXT[byte] for byte in range(256))
_MARKED = tuple((bytes([byte]), _END + bytes([byte]) + _START) for byte in _BETWEEN)

# Letters that no count follows: most of a pattern, taken at once.
_PLAIN = lazy_pattern(r"[\w ]+(?![?*+{])")
_CLASS = lazy_pattern(r"\[(?P<few>[^\]\\^-][^\]\\-]{0,3})\]|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", re.DOTALL)
_OPENING = lazy_pattern(r"\((?:\?(?:P?<\w+>|:))?(?!\?)")
_ESCAPE = lazy_pattern(
    r"\\(?:(?P<bound>b)|x[0-9a-fA-F]{2}|[pP](?:\w|\{\^?\w+\})|[dDwWsSAzZtnrfva]|(?P<self>[^\w\\]|\\))", re.DOTALL
)
_COUNT = lazy_pattern(r"(?P<count>[?*+]|\{(?P<least>\d+)(?:,\d*)?\})\??")


class _Part(NamedTuple):
    """What a part of a pattern can't do without, and all that it matches if that is a few texts."""

    needs: Literals
    exact: Literals = ()


_ANYTHING = _Part(())
_WORD_BOUND = _Part((), ("\\b",))


class _UnknownError(Exception):
    """The pattern has something that isn't understood here."""


def with_bounds(encoded: bytes) -> str:
    """A text in the engine's alphabet with the marks of words: where literals are looked for."""
    return (_START + _marked(encoded.translate(_TEXT)) + _END).decode("latin-1")


def _marked(text: bytes) -> bytes:
    # One replacement a sign is several times faster than an expression for them all.
    for sign, marked in _MARKED:
        text = text.replace(sign, marked)
    return text


def required_literals(pattern: str) -> Literals:
    """Texts one of which is in each text `with_bounds` where the expanded `pattern` matches; none if none are known."""
    try:
        part, end = _alternatives(pattern, len(pattern) - len(pattern.removeprefix("^")), True)
    except _UnknownError:
        return ()
    if end < len(pattern):
        return ()
    literals = _each_once(map(_bounded, part.needs))
    # Where `tietosuojavastaava` is, `tieto` is, too.
    return tuple(one for one in literals if not any(other in one for other in literals if other != one))


def weight(literals: Literals) -> int:
    """How rare a match of a pattern with these literals promises to be: the letters of the shortest.

    A known beginning of a word counts twice: words end in few letters, and begin in many.
    """
    return min([len(literal) + literal.startswith(_START.decode()) for literal in literals], default=0)


def _bounded(literal: str) -> str:
    """`literal` with the marks that stand between its words in a text."""
    return _marked(literal.encode("latin-1").translate(_LITERAL)).decode("latin-1")


def _alternatives(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """What `a|b|c` from `at` comes to, and where it ends. `first`: a word begins there."""
    branches: list[_Part] = []
    while True:
        part, at = _sequence(pattern, at, first)
        branches.append(part)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    needs = _each_once(literal for part in branches for literal in part.needs)
    if not all(part.needs for part in branches) or len(needs) > _MOST_LITERALS:
        needs = ()
    exact = _each_once(text for part in branches for text in part.exact)
    if not all(part.exact for part in branches) or len(exact) > _MOST_EXACT:
        exact = ()
    return _Part(needs, exact), at


def _sequence(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """What the parts from `at` come to one after the other, and where they end."""
    best: Literals = ()
    # What the last parts match together, and whether those are all parts so far.
    run: Literals = ("",)
    whole = True
    while at < len(pattern) and pattern[at] not in "|)":
        part, at = _counted(pattern, at, first)
        first = False
        if part is _WORD_BOUND:
            best = _better(best, tuple(text + _END.decode() if _LETTER.match(text[-1:]) else text for text in run))
            run, whole = ("",), False
        elif part.exact and len(run) * len(part.exact) <= _MOST_EXACT:
            run = _each_once(head + tail for head in run for tail in part.exact)
        else:
            best = _better(_better(best, run), part.needs)
            run, whole = part.exact or ("",), False
    return _Part(_better(best, run), run if whole else ()), at


def _counted(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """The part at `at` with its `?`, `*`, `+` or `{2,3}`, and where it ends."""
    part, at = _part(pattern, at, first)
    count = _COUNT.match(pattern, at)
    if count is None:
        return part, at
    if count["count"] == "?" and part.exact and part is not _WORD_BOUND:
        part = _Part((), _each_once((*part.exact, "")))
    elif count["count"] in ("?", "*") or count["least"] == "0":
        part = _ANYTHING
    else:
        part = _Part(part.needs)
    return part, count.end()


def _part(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """The letters, class, escape or group at `at`, and where it ends."""
    plain = _PLAIN.match(pattern, at)
    if plain is not None:
        return _exactly([plain.group()], first), plain.end()
    head = pattern[at]
    if head == "(":
        opening = _OPENING.match(pattern, at)
        if opening is None:
            raise _UnknownError
        inner, end = _alternatives(pattern, opening.end(), first)
        if pattern[end : end + 1] != ")":
            raise _UnknownError
        return inner, end + 1
    if head in "[\\":
        found = (_CLASS if head == "[" else _ESCAPE).match(pattern, at)
        if found is None:
            raise _UnknownError
        if head == "\\" and found["bound"]:
            return _WORD_BOUND, found.end()
        letters, end = found["few" if head == "[" else "self"] or "", found.end()
    elif head in "?*+{":
        raise _UnknownError
    else:
        letters, end = "" if head in ".^$" else head, at + 1
    return _exactly(letters, first), end


def _exactly(texts: Iterable[str], first: bool) -> _Part:
    """A part that matches each of `texts`, and nothing else."""
    encoded = tuple([encode_pattern(text).decode("latin-1") for text in texts])
    if first:
        encoded = tuple([_START.decode() + text if _LETTER.match(text) else text for text in encoded])
    return _Part(encoded, encoded)


def _better(one: Literals, other: Literals) -> Literals:
    """The one of the two that promises fewer tries."""
    return other if (weight(other), -len(other)) > (weight(one), -len(one)) else one


def _each_once(texts: Iterable[str]) -> Literals:
    return tuple(dict.fromkeys(texts))
