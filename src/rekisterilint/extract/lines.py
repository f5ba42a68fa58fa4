"""Lines of a notice: labelled values and set sentences told from running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rekisterilint.extract.node import Node
from rekisterilint.extract.passages import words_of
from rekisterilint.findings import Span
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.readers.register.words import LABELS, SENTENCES
from rekisterilint.text import BlockKind


@dataclass(frozen=True, slots=True)
class Line:
    """Sentences that stand on one line of a block."""

    words: str
    span: Span
    block: int
    kind: BlockKind

    @property
    def marked(self) -> bool:
        """Whether it is an item of a list or a row of a table."""
        return self.kind in (BlockKind.ITEM, BlockKind.ROW)

    @property
    def node(self) -> Node:
        """The words as a text of the description."""
        return Node(self.words, (self.span,))


def lines_of(notice: Notice, units: Iterable[Unit]) -> list[Line]:
    """The lines that `units` stand on, of each only what the units hold."""
    found: list[Line] = []
    content = notice.text.content
    for unit in sorted(set(units), key=lambda unit: unit.start):
        words = words_of(notice, unit)
        last = found[-1] if found else None
        if last and last.block == unit.block and "\n" not in content[last.span.end : unit.start]:
            # Signs between sentences belong to none; a gap means that one in between was left out.
            between = content[last.span.end : unit.start].strip()
            sign = between if len(between) == 1 else ""
            joined = f"{last.words}{sign} {words}"
            found[-1] = Line(joined, Span(last.span.start, unit.end), unit.block, unit.kind)
        else:
            found.append(Line(words, Span(unit.start, unit.end), unit.block, unit.kind))
    return found


def paragraphs_of(lines: Iterable[Line]) -> list[Node]:
    """A text for each block that the lines stand in."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and groups[-1][-1].block == line.block and line.kind is not BlockKind.ROW:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Node(" ".join(line.words for line in group), tuple(line.span for line in group))
        for group in groups
    ]


@cache
def _labelled(names: tuple[str, ...]) -> Mapping[str, str]:
    return {words.casefold(): name for name in names for words in LABELS[name].values()}


@cache
def _truths(field: str) -> Mapping[str, tuple[str, bool]]:
    return {
        words.casefold(): (part, truth)
        for (owner, part), pair in SENTENCES.items()
        if owner == field
        for truth, sentence in ((True, pair[0]), (False, pair[1]))
        for words in sentence.values()
    }


def split_label(line: Line, names: Sequence[str]) -> tuple[str, str]:
    """The label of the description's own that a line begins with, and what stands behind it."""
    head, _, value = line.words.partition(":")
    name = _labelled(tuple(names)).get(head.strip().casefold(), "") if value.strip() else ""
    return name, value.strip()


def set_sentence(line: Line, field: str) -> tuple[str, bool] | None:
    """The part of `field` that a set sentence speaks of, and whether it is true."""
    return _truths(field).get(line.words.casefold())
