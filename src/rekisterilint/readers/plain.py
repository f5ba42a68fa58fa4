"""Plain text: lines drawn together to headings, paragraphs and list items.

Texts drawn from PDFs break words and paragraphs at line ends and carry page numbers; texts
written by hand keep an address on lines of its own. What belongs together is told from line
lengths, hyphens and capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rekisterilint.readers.base import Limits
from rekisterilint.readers.decode import decode
from rekisterilint.readers.lines import Line, split_lines
from rekisterilint.text import BlockKind, Piece, Text, TextBuilder

HeadingWords = Callable[[str], bool]

_HEADING_LENGTH = 110
_HYPHEN_END = re.compile(r"[^\W\d_]{2,}-$")
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$")
_CONJUNCTION = re.compile(r"(?:ja|tai|sekä|eli|och|eller|samt|and|or)\b")
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.):]?$")


def read(data: bytes, name: str, limits: Limits, heading_words: HeadingWords) -> Text:
    """The text of a plain text file; `heading_words` tells whether words are a known heading.

    Raises ReadError for empty and binary files.
    """
    decoded = decode(data)
    builder = TextBuilder(decoded.text, "text")
    add_lines(builder, split_lines(decoded.text), heading_words)
    return builder.build(notes=decoded.notes)


def add_lines(builder: TextBuilder, lines: Sequence[Line], heading_words: HeadingWords) -> None:
    """Add the blocks that `lines` form to `builder`."""
    lines, pages = _without_page_numbers(lines)
    width = _wrap_width(lines)
    for page in pages:
        builder.add(BlockKind.PARAGRAPH, [Piece(page.words, page.start)], furniture=True)
    numbered_headings = _numbered_heading_count(lines, heading_words) >= 3
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _continues(lines[end - 1], lines[end], lines[at], width, heading_words):
            end += 1
        group = lines[at:end]
        following = lines[end] if end < len(lines) else None
        level = _heading_level(group, following, heading_words, numbered_headings)
        _add_group(builder, group, level)
        at = end


def _without_page_numbers(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    kept: list[Line] = []
    pages: list[Line] = []
    gap = 0
    for line in lines:
        if line.is_page_number and (line.gap or "|" in line.words or "/" in line.words):
            pages.append(line)
            gap = max(gap, line.gap)
            continue
        kept.append(line)
    # One lone number is no page number but an answer or a field.
    if len(pages) < 2 and not any(" " in page.words for page in pages):
        return list(lines), []
    return kept, pages


def _wrap_width(lines: Sequence[Line]) -> int:
    """The usual length of a full line; very large where lines are whole paragraphs."""
    lengths = sorted(len(line.words) for line in lines)
    if not lengths:
        return 80
    full = lengths[int(len(lengths) * 0.9)]
    return full if 50 <= full <= 130 else (10_000 if full > 130 else 80)


def _starts_lower(words: str) -> bool:
    first = words.lstrip("(\"'”“‘’«")[:1]
    return first.islower()


def _continues(
    before: Line, line: Line, first: Line, width: int, heading_words: HeadingWords
) -> bool:
    """Whether `line` goes on with the block that `before` belongs to."""
    if line.marker:
        return False
    broken_word = bool(_HYPHEN_END.search(before.words)) and _starts_lower(line.words)
    if broken_word and line.gap <= 2:
        return True
    if _URL_TAIL.search(before.words) and line.gap == 0:
        return before.words.endswith("-") or (len(before.words) >= width * 0.8 and " " not in line.words)
    lower = _starts_lower(line.words) and "@" not in line.words.split(" ")[0]
    if before.words.endswith(":") or (before.is_closed and before.words[-1] in ".!?" and line.gap):
        return False
    if line.is_link or line.words.startswith(("www.", "http")):
        return False
    if lower and line.gap <= 1 and len(before.words) >= min(width, 80) * 0.4:
        return True
    if lower and line.gap == 0 and not line.is_label and not before.is_label:
        return True
    if line.gap:
        return False
    if len(before.words) < width * 0.72 or heading_words(line.body):
        return False
    return not (line.is_label and len(line.words) < 60)


def _numbered_heading_count(lines: Sequence[Line], heading_words: HeadingWords) -> int:
    return sum(
        1 for line in lines if line.is_numbered and len(line.body) < 80 and heading_words(line.body)
    )


def _heading_level(
    group: Sequence[Line], following: Line | None, heading_words: HeadingWords, numbered: bool
) -> int:
    """The rank of the group as a heading, 0 if it is none."""
    first = group[0]
    words = " ".join([first.body, *(line.words for line in group[1:])])
    if len(words) > _HEADING_LENGTH or len(group) > 3 or first.is_bullet or "@" in words:
        return 0
    known = heading_words(words.rstrip(":"))
    if first.is_numbered:
        return _numbered_level(first, words, known)
    if words.endswith(":"):
        return 6 if known and len(words) < 70 else 0
    if words[-1] in ".,;!" or not words[0].isupper() or first.is_label:
        return 0
    if known and len(words) < 90:
        return 2 if numbered else 1
    if words.isupper() and len(words) > 3 and not any(char.isdigit() for char in words):
        return 1 if first.gap else 0
    if words.endswith("?") and len(words) < 90:
        return 2
    return 3 if _stands_alone(first, group, following) else 0


def _numbered_level(first: Line, words: str, known: bool) -> int:
    if not _SECTION_NUMBER.match(first.marker) and not known:
        return 0
    if words[-1] in ".,;" and not (known and len(words) < 60):
        return 0
    if not words[0].isupper() or len(words) < 3:
        return 0
    if not known and (len(words) > 80 or not first.gap or not first.marker.rstrip(").:").isdigit()):
        return 3 if "." in first.marker.rstrip(".") else 0
    return first.marker.rstrip(".):").count(".") + 1


def _stands_alone(first: Line, group: Sequence[Line], following: Line | None) -> bool:
    """A short line by itself, before a full line or a list: a heading without number."""
    words = first.words
    if len(group) > 1 or not first.gap or following is None or len(words) > 60:
        return False
    if any(char.isdigit() for char in words) or "," in words or ":" in words:
        return False
    return len(following.words) > 60 or following.is_bullet


def _add_group(builder: TextBuilder, group: Sequence[Line], level: int) -> None:
    first = group[0]
    pieces = [Piece(first.body, first.body_start)]
    for line in group[1:]:
        pieces[-1:] = _joined(pieces[-1], line)
    if level:
        builder.add(BlockKind.HEADING, pieces, level=level, marker=first.marker)
    elif first.marker:
        depth = 2 if first.indent > 6 or first.marker == "o" else 1
        builder.add(BlockKind.ITEM, pieces, level=depth, marker=first.marker)
    else:
        builder.add(BlockKind.PARAGRAPH, pieces)


def _joined(last: Piece, line: Line) -> list[Piece]:
    """The last piece of a block and the line behind it, a word cut at the line end healed."""
    this = Piece(line.words, line.start)
    if _URL_TAIL.search(last.text):
        return [last, this]
    if _HYPHEN_END.search(last.text) and not _CONJUNCTION.match(line.words):
        if keeps_hyphen(last.text, line.words):
            return [last, this]
        return [Piece(last.text[:-1], last.source), this]
    return [last, Piece(" ", last.source + len(last.text)), this]


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether the hyphen that ends `before` is the compound's own (`linja-` / `auto`).

    Finnish writes a hyphen between equal vowels, and before or behind names, numbers and
    abbreviations; `varaus-` / `järjestelmä` can't be told from a cut word, nor need it be.
    """
    word = re.split(r"[\s(]", before)[-1][:-1]
    if not word or after[:1].isupper() or after[:1].isdigit():
        return True
    if word[-1].lower() == after[:1].lower() and word[-1].lower() in "aeiouyäö":
        return True
    return word.isupper() or any(char.isdigit() for char in word)
