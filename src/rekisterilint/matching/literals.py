r"""What a pattern can't do without: in a text that has none of it the pattern need not be tried.

An expanded pattern is taken apart as far as that takes: whatever matches
`(?:tieto|data)suoja\w* .*selost` holds a word that begins with `tietosuoja` or `datasuoja`, and
` selost` or the like behind it. Of a pattern such as `(?:tieto|data)suoja\w*` the words are all there
is: where one of them is, it matches. Where something isn't understood nothing is known, and the
pattern is tried everywhere: slower, never wrong.

Literals are in the engine's alphabet, with a mark before the first letter of a word and one behind
the last (`with_bounds`): a pattern for `ei\b` need not be tried where that stands inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.alphabet import LETTERS, encode_pattern

Literals = tuple[str, ...]

# Looking for more of them takes longer than trying the pattern.
_MOST_LITERALS = 100
_MOST_EXACT = 48
_MOST_GROUPS = 3
_LEAST_WEIGHT = 4
_START, _END = b"\x0e", b"\x0f"
_IN_WORD = r"\w*"
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


class Needs(msgspec.Struct, frozen=True):
    """What a text must have for a pattern to match: one of the literals of each of `groups`.

    No groups: nothing is known. `enough`: whatever has them matches.
    """

    groups: tuple[Literals, ...] = ()
    enough: bool = False


class _Part(NamedTuple):
    """What a part of a pattern comes to.

    `needs` are groups of texts, one of each of which is in whatever it matches. `exact` is all that
    it matches if that is a few texts; where one of `enough` is, it matches, and nowhere else.
    `optional`: it may match nothing.
    """

    needs: tuple[Literals, ...]
    exact: Literals = ()
    enough: Literals = ()
    optional: bool = False


_ANYTHING = _Part((), optional=True)
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


def required_literals(pattern: str) -> Needs:
    """What the expanded `pattern` needs of a text `with_bounds`."""
    try:
        part, end = _alternatives(pattern, len(pattern) - len(pattern.removeprefix("^")), True)
    except _UnknownError:
        return Needs()
    if end < len(pattern):
        return Needs()
    if part.enough and not pattern.startswith("^"):
        literals = _bounded(part.enough)
        # Rare signs are all one where literals are looked for.
        return Needs((literals,), not any("?" in literal for literal in literals))
    best, *others = [_bounded(group) for group in part.needs] or [()]
    return Needs((best, *[group for group in others if weight(group) >= _LEAST_WEIGHT]) if best else ())


def weight(literals: Literals) -> int:
    """How rare a match of a pattern with these literals promises to be: the letters of the shortest.

    A known beginning of a word counts twice: words end in few letters, and begin in many.
    """
    return min([len(literal) + literal.startswith(_START.decode()) for literal in literals], default=0)


def _bounded(texts: Literals) -> Literals:
    """`texts` with the marks that stand between words, without those that hold another one."""
    literals = _each_once(_marked(text.encode("latin-1").translate(_LITERAL)).decode("latin-1") for text in texts)
    # Where `tietosuojavastaava` is, `tieto` is, too.
    return tuple(one for one in literals if not any(other in one for other in literals if other != one))


def _alternatives(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """What `a|b|c` from `at` comes to, and where it ends. `first`: a word begins there."""
    branches: list[_Part] = []
    while True:
        part, at = _sequence(pattern, at, first)
        branches.append(part)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    if len(branches) == 1:
        return part, at
    # Of each branch the best that it needs: what else it needs the others may do without.
    needs = _all_of([next(iter(part.needs), ()) for part in branches], _MOST_LITERALS)
    return _Part(
        (needs,) if needs else (),
        _all_of([part.exact for part in branches], _MOST_EXACT),
        _all_of([part.enough for part in branches], _MOST_LITERALS),
        any(part.optional for part in branches),
    ), at


def _all_of(groups: Sequence[Literals], most: int) -> Literals:
    """The texts of all `groups`; none if one of these has none, or if there are too many."""
    texts = _each_once(text for group in groups for text in group) if all(groups) else ()
    return texts if len(texts) <= most else ()


def _sequence(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """What the parts from `at` come to one after the other, and where they end."""
    needs: list[Literals] = []
    # What the last parts match together, and what all those did after which nothing was sure.
    run: Literals = ("",)
    head: Literals | None = None
    # Whether a head is all it takes: what follows may be missing.
    settled = True
    # Whether the mark of a word's beginning is where a match has to begin with one.
    marked = False
    anywhere = first and pattern.startswith(_IN_WORD, at)
    if anywhere:
        # Wherever the word began, what follows may stand inside it.
        at += len(_IN_WORD)
    begins = first and not anywhere
    optional = True
    while at < len(pattern) and pattern[at] not in "|)":
        to_its_end = pattern.startswith(_IN_WORD, at)
        part, at = _counted(pattern, at, begins and run == ("",) and head is None)
        if to_its_end and pattern.startswith(r"\b", at):
            at += len(r"\b")
        optional = optional and part.optional
        if part is _WORD_BOUND:
            sure = all(_LETTER.match(text[-1:]) for text in run)
            run = tuple(text + _END.decode() if _LETTER.match(text[-1:]) else text for text in run)
            needs.append(run)
            settled = settled and sure and head is None
            head, run = head if head is not None else run, ("",)
        elif part.exact and len(run) * len(part.exact) <= _MOST_EXACT:
            run = _joined(run, part.exact, begins and head is None)
            settled = settled and (head is None or part.optional)
        else:
            needs += [run, *part.needs]
            if head is None and part.enough and run == ("",):
                head, marked = part.enough, True
            else:
                settled = settled and part.optional
                head = run if head is None else head
            run = part.exact or ("",)
    needs.append(run)
    known = tuple(group for group in needs if weight(group))
    texts = run if head is None else head
    if begins and not marked and not all(text.startswith(_START.decode()) for text in texts):
        # What stands before a sign that begins a match may not be a letter: no mark says so.
        settled = False
    return _Part(
        tuple(sorted(known, key=_promise, reverse=True)[:_MOST_GROUPS]),
        run if head is None and not anywhere else (),
        texts if settled and weight(texts) else (),
        optional,
    ), at


def _joined(starts: Literals, ends: Literals, begins: bool) -> Literals:
    """Each of `starts` with each of `ends`; what `begins` and has no start begins a word itself."""
    return _each_once(
        _word(end) if begins and not start else start + end for start in starts for end in ends
    )


def _counted(pattern: str, at: int, first: bool) -> tuple[_Part, int]:
    """The part at `at` with its `?`, `*`, `+` or `{2,3}`, and where it ends."""
    part, at = _part(pattern, at, first)
    count = _COUNT.match(pattern, at)
    if count is None:
        return part, at
    if count["count"] == "?" and part.exact and part is not _WORD_BOUND:
        part = _Part((), _each_once((*part.exact, "")), optional=True)
    elif count["count"] in ("?", "*") or count["least"] == "0":
        part = _ANYTHING
    else:
        part = _Part(part.needs, optional=part.optional)
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
        encoded = tuple(map(_word, encoded))
    return _Part((encoded,) if encoded else (), encoded)


def _word(text: str) -> str:
    """`text` with the mark of a word that begins with it."""
    return _START.decode() + text if _LETTER.match(text) else text


def _promise(group: Literals) -> tuple[int, int]:
    """The greater, the fewer tries."""
    return weight(group), -len(group)


def _each_once(texts: Iterable[str]) -> Literals:
    return tuple(dict.fromkeys(texts))
