"""The text of a notice as HTML: everything escaped, findings marked in place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rekisterilint.facts.identifiers import mask_identity_codes
from rekisterilint.results import SEVERITIES

# What HTML doesn't allow or what would turn the direction of the text around it.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)
_TOP_HEADING, _LAST_HEADING = 4, 6


def escaped(words: str) -> str:
    """`words` as HTML shows them, in content and within quotes of either kind.

    Personal identity codes are made unreadable: a report is sent on.
    """
    return html.escape(_visible(words), quote=True)


def _visible(words: str) -> str:
    """The same number of characters, so that offsets stay true."""
    return mask_identity_codes(_HARMFUL.sub("\ufffd", words.replace("\t", " ")))


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding to be marked: its number in the notice (from 1), severity, and place in the text.

    `start` and `end` are content offsets.
    """

    number: int
    severity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a block that the same findings cover; `ends` are those that end with it."""

    start: int
    end: int
    covering: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> list[Segment]:
    """[start, end) cut wherever a mark begins or ends; marks may overlap and reach beyond."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(max(m.start, start) for m in here), *(min(m.end, end) for m in here)})
    return [
        Segment(
            first,
            last,
            tuple(mark for mark in here if mark.start < last and mark.end > first),
            tuple(mark for mark in here if min(mark.end, end) == last),
        )
        for first, last in pairwise(cuts)
    ]


@dataclass(frozen=True, slots=True)
class NoticeText:
    """The text of one notice to be shown: `notice` is its id in the page.

    `cards` holds the HTML that explains each finding, by its number; `label` is the word that
    names such a number to screen readers.
    """

    notice: str
    blocks: Sequence[Mapping[str, Any]]
    marks: Sequence[Mark]
    cards: Mapping[int, str]
    label: str

    def html(self) -> str:
        """The blocks with their marks, each followed by the cards of the findings in it."""
        under = placed(self.blocks, self.marks)
        parts = [self.cards[mark.number] for mark in under.get(-1, ())]
        previous, listing = _TOP_HEADING - 1, False
        for number, block in enumerate(self.blocks):
            if (block["kind"] == "item") != listing:
                listing = not listing
                parts.append('<ul role="list">' if listing else "</ul>")
            if block["kind"] == "heading":
                # No level is skipped, whatever the notice does.
                level = _TOP_HEADING - 1 + max(block["level"], 1)
                previous = min(level, previous + 1, _LAST_HEADING)
            parts.append(self._block(block, under.get(number, ()), previous))
        if listing:
            parts.append("</ul>")
        return "\n".join(parts)

    def _block(self, block: Mapping[str, Any], explained: Sequence[Mark], heading: int) -> str:
        kind, level = block["kind"], min(max(block["level"], 1), 4)
        faint = " furniture" if block["furniture"] else ""
        marker = f'<span class="marker">{escaped(block["marker"])}</span> ' if block["marker"] else ""
        words = marker + self._marked(block["text"], block["start"], explained)
        notes = "".join(self.cards[mark.number] for mark in explained)
        if kind == "heading":
            return f'<h{heading} class="level-{level}{faint}">{words}</h{heading}>{notes}'
        if kind == "item":
            return f'<li class="depth-{level}{faint}">{words}{notes}</li>'
        return f'<p class="{kind}{faint}">{words}</p>{notes}'

    def _marked(self, words: str, start: int, explained: Sequence[Mark]) -> str:
        visible = _visible(words)
        parts = []
        for segment in segments(start, start + len(visible), self.marks):
            piece = html.escape(visible[segment.start - start : segment.end - start], quote=True)
            if segment.covering:
                worst = min((mark.severity for mark in segment.covering), key=SEVERITIES.index)
                numbers = " ".join(str(mark.number) for mark in segment.covering)
                piece = f'<mark class="{worst}" data-findings="{numbers}">{piece}</mark>'
            parts.append(piece)
            # A mark that spreads over many blocks has its number in the first of them.
            parts += [self._reference(mark) for mark in segment.ends if mark in explained]
        return "".join(parts).replace("\n", "<br>")

    def _reference(self, mark: Mark) -> str:
        return (
            f'<sup><a class="ref {mark.severity}" data-finding="{mark.number}" '
            f'href="#{self.notice}-f{mark.number}"><span class="vh"> {escaped(self.label)} </span>'
            f"{mark.number}</a></sup>"
        )


def placed(blocks: Sequence[Mapping[str, Any]], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks by the number of the block under which each is explained; -1 is ahead of all.

    That is the first block a mark touches, or the one it stands before.
    """
    by_block: dict[int, list[Mark]] = {}
    for mark in marks:
        ends = ((number, block["start"] + len(block["text"])) for number, block in enumerate(blocks))
        found = next((number for number, end in ends if mark.start < end), -1)
        by_block.setdefault(found, []).append(mark)
    return by_block
