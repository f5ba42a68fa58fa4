"""DOC710: near misses of the field's own vocabulary, and compounds split by a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.checks.vocabulary_words import LANGUAGES, MIXED, NOT_MISSES, SPLIT, WHOLE, Stem
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice

_WORD = lazy_pattern(r"[^\W\d_]{7,}")
_DATA_SUBJECT = lazy_pattern(r"\b[Dd]ata ([Ss][a-z]{4,8})\b")
_SUBJECT = ("subject", "subjects")
_MIXED = tuple(MIXED)
_REMEMBERED = 100_000


class _Index(msgspec.Struct, frozen=True):
    """The stems of a language by their first letters; `second` are the stems' latter halves."""

    stems: tuple[Stem, ...]
    by_half: dict[str, tuple[Stem, ...]]
    second: re.Pattern[str]
    by_second: dict[str, tuple[Stem, ...]]


_HALF = 4


@lru_cache(maxsize=4)
def _index(language: str) -> _Index:
    stems = LANGUAGES[language]
    by_half: dict[str, list[Stem]] = {}
    by_second: dict[str, list[Stem]] = {}
    for stem in stems:
        by_half.setdefault(stem.stem[:_HALF], []).append(stem)
        by_second.setdefault(stem.stem[len(stem.stem) // 2 :], []).append(stem)
    halves = sorted(by_second, key=len, reverse=True)
    return _Index(
        stems,
        {key: tuple(value) for key, value in by_half.items()},
        re.compile("|".join(map(re.escape, halves))),
        {key: tuple(value) for key, value in by_second.items()},
    )


def near_misses(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit for each misspelt or split word of the vocabulary, with the right form."""
    notice = context.notice
    content = notice.text.content[notice.start : notice.end]
    language = notice.language
    wrong: dict[str, str] = {}
    tokens = set(content.split())
    fine = _fine(language)
    for token in tokens - fine:
        found = _wrong_words(token, language)
        wrong.update(found)
        if not found:
            fine.add(token)
    if len(fine) > _REMEMBERED:
        fine.clear()
    for word, right in wrong.items():
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", content):
            span = Span(notice.start + match.start(), notice.start + match.end())
            if not _in_address(content, match.start(), match.end()) and context.unit_at(span.start):
                yield _hit(span, word, right)
    yield from _split_compounds(notice, context)
    if language == "en":
        yield from _data_subjects(notice, context)


def _data_subjects(notice: Notice, context: Context) -> Iterator[Hit]:
    """Near misses of `data subject`, too short a word to be known without the one before."""
    content = notice.text.content[notice.start : notice.end]
    for match in _DATA_SUBJECT.finditer(content):
        word = match[1]
        plain = word.lower()
        if plain in _SUBJECT:
            continue
        from rapidfuzz.distance import OSA  # only where a word stands that may be meant

        right = next((term for term in _SUBJECT if OSA.distance(plain, term) == 1), "")
        span = Span(notice.start + match.start(1), notice.start + match.end(1))
        if right and context.unit_at(span.start):
            yield _hit(span, word, right)


def _in_address(content: str, start: int, end: int) -> bool:
    return content[end : end + 1] in ("@", "/") or content[start - 1 : start] in ("@", "/", ".") or (
        content[end : end + 1] == "." and content[end + 1 : end + 3].islower()
    )


def _hit(span: Span, written: str, right: str) -> Hit:
    if written.isupper():
        right = right.upper()
    elif written[:1].isupper():
        right = right[:1].upper() + right[1:]
    return Hit(span, {"value": right}, suggestion=right, fix=Fix((Edit(span, right),), safe=True))


@lru_cache(maxsize=4)
def _fine(language: str) -> set[str]:
    """The words of earlier notices in which nothing is wrong: most words recur."""
    return set()


def _wrong_words(token: str, language: str) -> tuple[tuple[str, str], ...]:
    """The misspelt words of a run of characters without blanks, with their right forms."""
    if len(token) < 7:
        return ()
    return tuple(
        (word, right)
        for word in _WORD.findall(token)
        if (right := _corrected(word.lower(), language))
    )


def _corrected(word: str, language: str) -> str:
    """The word that `word` is a near miss of, or nothing."""
    if word in NOT_MISSES:
        return ""
    if language == "fi" and word in WHOLE:
        return WHOLE[word]
    if word.startswith(_MIXED):
        mixed = next(wrong for wrong in MIXED if word.startswith(wrong))
        return MIXED[mixed] + word[len(mixed) :]
    index = _index(language)
    candidates = list(index.by_half.get(word[:_HALF], ()))
    if len(word) > 9:
        for match in index.second.finditer(word):
            candidates += index.by_second[match.group()]
    if any(word.startswith(s.stem) and s.fits(word[len(s.stem) :]) for s in candidates):
        return ""
    return next((right for stem in candidates if (right := _mended(word, stem))), "")


def _mended(word: str, stem: Stem) -> str:
    """`word` with its beginning made `stem`, if one slip parts them and the ending fits."""
    right = stem.stem
    length = len(right)
    at = 0
    while at < length and at < len(word) and word[at] == right[at]:
        at += 1
    if at >= length - 1:
        # At the seam of stem and ending only a doubled letter is surely a slip.
        doubled = word[length : length + 1] == right[-1] and at == length
        if at == length - 1 and {"ä": "a", "ö": "o"}.get(right[at]) == word[at : at + 1] != "":
            return right + word[length:] if stem.fits(word[length:]) else ""
        rest = word[length + 1 :]
        return right + rest if doubled and stem.fits(rest) else ""
    rests = []
    if word[at + 1 : length] == right[at + 1 :] and len(word) > at:  # another letter
        rests.append(word[length:])
    if word[at : length - 1] == right[at + 1 :]:  # a letter too few
        rests.append(word[length - 1 :])
    if word[at + 1 : length + 1] == right[at:]:  # a letter too many
        rests.append(word[length + 1 :])
    if word[at : at + 2] == right[at : at + 2][::-1] and word[at + 2 : length] == right[at + 2 :]:
        rests.append(word[length:])
    extra = word.find(right[at:], at)
    if 2 <= extra - at <= at and word[at:extra] == right[2 * at - extra : at]:  # a syllable twice
        rests.append(word[extra + length - at :])
    for rest in rests:
        if stem.fits(rest):
            return right + rest
    return ""


def _split_compounds(notice: Notice, context: Context) -> Iterator[Hit]:
    pattern = SPLIT[notice.language]
    if not pattern:
        return
    for span in scan.spans(pattern, notice, 1):
        written = notice.text.content[span.start : span.end]
        bounds = notice.text.content[max(0, span.start - 1) : span.end + 1]
        if "\n" in written or "/" in bounds or context.unit_at(span.start) is None:
            continue
        first, _, second = written.partition(" ")
        right = first + ("" if first.lower() != "personuppgift" else "s") + second.lower()
        yield Hit(span, {"value": right}, suggestion=right, fix=Fix((Edit(span, right),), safe=True))
