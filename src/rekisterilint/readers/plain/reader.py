"""Plain text: lines drawn together to headings, paragraphs and list items.

Texts drawn from PDFs break words and paragraphs at line ends and carry page numbers; texts
written by hand keep an address on lines of its own. What belongs together is told from line
lengths, hyphens and capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.limits import Limits
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.decode import decode
from rekisterilint.readers.plain.headings import HeadingLooks, HeadingWords
from rekisterilint.readers.plain.lines import Line, split_lines
from rekisterilint.readers.plain.page_furniture import without_furniture
from rekisterilint.readers.plain.underlines import may_be_underlined, without_underlines
from rekisterilint.text import BlockKind, Piece, Text, TextBuilder

_CONJUNCTION = lazy_pattern(r"(?:ja|tai|sekä|eli|och|eller|samt|and|or)\b")
_CONTACT_START = lazy_pattern(r"\S*(?:@|\(at\)|\(a\))|(?:p|puh|gsm|tel|tfn)[.:]|(?:puhelin|e-?mail|s-?posti)\b", re.IGNORECASE)
# How far behind a caption the next main number may stand, in lines.
_NEAR = 40
# "kuusiniemi.fi ei luovuta …": a name that is written small also where a sentence begins.
_SITE_START = lazy_pattern(r"[a-zåäö0-9-]{3,}\.(?:fi|com|net|org|eu) \w")

# Lines of one block between two looks at the clock.
_STRIDE = 256


def read(data: bytes, name: str, limits: Limits, heading_words: HeadingWords) -> Text:
    """The text of a plain text file; `heading_words` tells whether words are a known heading.

    Raises ReadError for empty and binary files, and too-slow.
    """
    deadline = Deadline(limits)
    decoded = decode(data)
    builder = TextBuilder(decoded.text, "text")
    source, underlined = decoded.text, None
    if may_be_underlined(source):
        source, underlined = without_underlines(source)
    add_lines(builder, split_lines(source, deadline), heading_words, deadline, underlined)
    return builder.build(notes=decoded.notes)


def add_lines(
    builder: TextBuilder,
    lines: Sequence[Line],
    heading_words: HeadingWords,
    deadline: Deadline,
    underlined: Mapping[int, int] | None = None,
) -> None:
    """Add the blocks that `lines` form to `builder`; raises ReadError("too-slow").

    `underlined` holds the ranks of headings that are underlined, by the source offset of their lines.
    """
    underlined = underlined or {}
    lines, furniture = without_furniture(lines)
    width = _wrap_width(lines)
    for line in deadline.watched(furniture):
        builder.add(BlockKind.PARAGRAPH, [Piece(line.words, line.start)], furniture=True)
    looks = HeadingLooks(heading_words, _numbered_heading_count(deadline.watched(lines), heading_words) >= 3)
    at = main = sub = 0
    after_heading = True
    in_list = False
    while at < len(lines):
        deadline.check()
        if lines[at].start in underlined:
            _add_group(builder, lines[at : at + 1], underlined[lines[at].start])
            at, after_heading, in_list = at + 1, True, False
            continue
        end = at + 1
        while (
            end < len(lines)
            and lines[end].start not in underlined
            and _continues(lines[end - 1], lines[end], width, heading_words)
        ):
            end += 1
            if not end % _STRIDE:
                deadline.check()
        group = lines[at:end]
        following = lines[end] if end < len(lines) else None
        before = lines[at - 1] if at else None
        level = looks.level(group, before, following, after_heading=after_heading)
        number = group[0].marker.rstrip(".):")
        if level == 2 and main and looks.numbered and after_heading and not number and _is_numbered(following, main + 1):
            level = 0  # all that stands under a numbered heading is no heading without text of its own
        starts_list = number == "1" and main > 0 and after_heading and _is_numbered(following, 2) and following is not None and not following.gap
        in_list = starts_list or (in_list and number.isdigit() and not group[0].gap)
        if in_list:
            level = 0  # an item of a list that begins right under a numbered heading
        if level == 1 and number.isdigit():
            # A numbered list of captions within a section counts from 1 again.
            listed = not looks.knows(group) and (int(number) != main + 1 or int(number) == sub + 1)
            # Its last caption may read as a known heading: the main numbers go on behind it.
            listed = listed or (0 < sub == int(number) - 1 and int(number) != main + 1 == _next_number(lines, end))
            main, sub = (main, int(number)) if listed else (int(number), 0)
            level += listed
        _add_group(builder, group, level)
        after_heading = level > 0
        at = end


def _is_numbered(line: Line | None, number: int) -> bool:
    """Whether `line` is there and begins with `number`."""
    return line is not None and line.marker.rstrip(".):") == str(number)


def _next_number(lines: Sequence[Line], at: int) -> int:
    """The number with which the next numbered line from `at` begins, 0 if none is near."""
    near = (line.marker.rstrip(".):") for line in lines[at : at + _NEAR])
    return next((int(number) for number in near if number.isdigit()), 0)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The usual length of a full line; very large where lines are whole paragraphs."""
    lengths = sorted(len(line.words) for line in lines)
    if not lengths:
        return 80
    full = lengths[int(len(lengths) * 0.9)]
    return full if 50 <= full <= 130 else (10_000 if full > 130 else 80)


def _ends_in_hyphen(words: str) -> bool:
    return words.endswith("-") and words[-3:-1].isalpha() and len(words) > 2


def _ends_in_url(words: str) -> bool:
    last = words[words.rfind(" ") + 1 :]
    return "://" in last or "www." in last


def _starts_lower(words: str) -> bool:
    first = words.lstrip("(\"'”“‘’«")[:1]
    return first.islower()


def _continues(before: Line, line: Line, width: int, heading_words: HeadingWords) -> bool:
    """Whether `line` goes on with the block that `before` belongs to."""
    if line.marker or line.is_link:
        return False
    if line.gap <= 2 and _ends_in_hyphen(before.words) and _starts_lower(line.words):
        return True
    if line.gap == 0 and _ends_in_url(before.words):
        full = len(before.words) >= width * 0.8 and " " not in line.words
        return before.words.endswith("-") or full
    if before.words.endswith(":") or (line.gap and before.words[-1] in ".!?"):
        return False
    short_label = before.is_label and len(before.words) < width * 0.6
    if line.gap and _SITE_START.match(line.words):
        return False
    if _starts_lower(line.words) and not _CONTACT_START.match(line.words) and not short_label:
        return line.gap == 0 or (line.gap == 1 and len(before.words) >= min(width, 80) * 0.4)
    if line.gap or len(before.words) < width * 0.72:
        return False
    # "… eikä niitä siirretä" over "EU-alueen ulkopuolelle.": the end of a sentence is no heading.
    if heading_words(line.body) and (before.is_closed or not line.is_closed):
        return False
    if before.is_numbered and before.gap and line.is_closed and len(line.words) > len(before.words) and heading_words(before.body):
        return False  # the paragraph under a numbered heading that fills its line
    return not (line.is_label and len(line.words) < 60)


def _numbered_heading_count(lines: Iterable[Line], heading_words: HeadingWords) -> int:
    return sum(
        1 for line in lines if line.is_numbered and len(line.body) < 80 and heading_words(line.body)
    )


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
    if _ends_in_url(last.text):
        return [last, this]
    if _ends_in_hyphen(last.text) and not _CONJUNCTION.match(line.words):
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
