"""Edits to a DOCX: words change inside their runs, so that runs, styles and all else stay."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rekisterilint.fix.model import Edit, Fix, FixedFile, UnfixableError, with_edits
from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.office.docx import TracedText, read_traced

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LINE_ENDS = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# What the reader may put between the words of two paragraphs: a marker, a bar between cells.
_WIDEST_GAP = 40
_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class _Stored:
    """`length` source characters from `start` on are those of a text element from `at` on."""

    start: int
    length: int
    part: str
    number: int
    at: int


@dataclass(frozen=True, slots=True)
class _Change:
    """Characters [start, end) of a text element become `words`."""

    start: int
    end: int
    words: str


_Changes = Mapping[tuple[str, int], Sequence[_Change]]


def fixed_docx(data: bytes, fixes: Iterable[Fix], limits: Limits) -> FixedFile:
    """The DOCX `data` with `fixes` applied; `before` and `after` are its text as read.

    A fix over what is no text (a break, a symbol) is left out. Raises UnfixableError for a signed
    file, and when the new file would not read as the fixes say.
    """
    try:
        text, paragraphs = read_traced(data, limits)
        stored = list(_stored(text.source, paragraphs))
        applied: list[Fix] = []
        changes: dict[tuple[str, int], list[_Change]] = defaultdict(list)
        for fix in fixes:
            found = [list(_changes_of(edit, text.source, stored)) for edit in fix]
            if all(found):
                applied.append(fix)
                for key, change in (pair for pairs in found for pair in pairs):
                    changes[key].append(change)
        if not changes:
            return FixedFile(text.source, text.source, data, 0)
        after = with_edits(text.source, applied)
        written = _rewritten(data, changes)
        if read_traced(written, limits)[0].source != after:
            raise UnfixableError("docx")
    except ReadError as error:
        raise UnfixableError(f"docx: {error.code}") from error
    return FixedFile(text.source, after, written, len(applied))


def _stored(source: str, paragraphs: Iterable[Sequence[TracedText]]) -> Iterator[_Stored]:
    """Where the source's characters are stored: paragraphs follow each other in the source.

    One that does not follow within a marker's length was left out by the reader.
    """
    flat = source.replace("\n", " ")
    at = 0
    for texts in paragraphs:
        words = _LINE_ENDS.sub(" ", "".join(text.words for text in texts))
        trimmed = words.strip()
        found = flat.find(trimmed, at, at + _WIDEST_GAP + len(trimmed)) if trimmed else -1
        if found < 0:
            continue
        at = found + len(trimmed)
        offset = found - (len(words) - len(words.lstrip()))
        for text in texts:
            if text.number is not None:
                yield _Stored(offset, len(text.words), text.part, text.number, 0)
            offset += len(text.words)


def _changes_of(
    edit: Edit, source: str, stored: Sequence[_Stored]
) -> Iterator[tuple[tuple[str, int], _Change]]:
    """The changes that `edit` means, in the run of the first changed letter; none if it can't be."""
    start, end, words = edit["start"], edit["end"], edit["text"]
    if source[start:end] != edit["was"]:
        return
    same = _common(edit["was"], words)
    tail = _common(edit["was"][same:][::-1], words[same:][::-1])
    start, end, words = start + same, end - tail, words[same : len(words) - tail]
    if start == end:
        # New letters belong to the run of the letter before them.
        touched = [s for s in stored if s.start < start <= s.start + s.length][:1]
        touched = touched or [s for s in stored if s.start == start and s.length][:1]
    else:
        touched = [s for s in stored if s.start < end and start < s.start + s.length]
        covered = sum(min(end, s.start + s.length) - max(start, s.start) for s in touched)
        if covered != end - start:
            return
    for place in touched:
        first = max(start, place.start) - place.start
        last = min(end, place.start + place.length) - place.start
        yield (place.part, place.number), _Change(first, last, words)
        words = ""


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _rewritten(data: bytes, changes: _Changes) -> bytes:
    """The package with the changed parts; all other entries as they were, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        if any(name.startswith(_SIGNATURES) for name in old.namelist()):
            raise UnfixableError("docx: signed")
        for info in old.infolist():
            content = old.read(info)
            own = {n: c for (part, n), c in changes.items() if part == info.filename}
            new.writestr(info, _rewritten_part(content, own) if own else content)
    return buffer.getvalue()


def _rewritten_part(content: bytes, changes: Mapping[int, Sequence[_Change]]) -> bytes:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    tree: Any = etree.fromstring(content, parser).getroottree()
    word = etree.QName(tree.getroot()).namespace
    for number, element in enumerate(tree.iter(f"{{{word}}}t")):
        if number in changes:
            _change(element, changes[number])
    return etree.tostring(
        tree, xml_declaration=True, encoding=tree.docinfo.encoding or "UTF-8", standalone=True
    )


def _change(element: Any, changes: Iterable[_Change]) -> None:
    words = element.text or ""
    for change in sorted(changes, key=lambda change: -change.start):
        words = words[: change.start] + change.words + words[change.end :]
    element.text = words
    if words != words.strip():
        element.set(_SPACE, "preserve")
