"""A notice and its parts. All offsets are content offsets of the notice's text."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from rekisterilint.facts.model import Facts
from rekisterilint.text import Block, BlockKind, Text

NO_TOPICS: frozenset[str] = frozenset()


class ControllerType(StrEnum):
    """Whether the controller is a public body, as far as the notice or the configuration tells."""

    PUBLIC = "public"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class Section(msgspec.Struct, frozen=True):
    """A heading and the blocks up to the next one: `text.blocks[first:last]`, the heading left out.

    `heading` is None for what stands before the first heading. `parent` is the number of the
    section that this one is part of, -1 for none. `topics` are the heading's own, or the
    parent's if it has none.
    """

    heading: Block | None
    level: int
    topics: frozenset[str]
    parent: int
    first: int
    last: int


class Unit(msgspec.Struct, frozen=True):
    """A sentence, label line, list item, table row or heading: what patterns are tried on.

    `folded` is its text as patterns see it, character for character. `topics` are those of its
    section and of its own label. `facts` names the kinds of fact that stand in it.
    """

    start: int
    end: int
    kind: BlockKind
    block: int
    section: int
    topics: frozenset[str]
    facts: frozenset[str]
    folded: bytes


class Notice(msgspec.Struct, frozen=True):
    """One notice, or one language version of it: the blocks `first_block` up to `last_block`."""

    text: Text
    language: str
    title: str
    first_block: int
    last_block: int
    sections: tuple[Section, ...]
    units: tuple[Unit, ...]
    facts: Facts

    @property
    def start(self) -> int:
        """Content offset of the notice's first character."""
        return self.text.blocks[self.first_block].start if self.text.blocks else 0

    @property
    def end(self) -> int:
        """Content offset behind the notice's last character."""
        return self.text.blocks[self.last_block - 1].end if self.text.blocks else 0

    def words(self, unit: Unit) -> str:
        """The unit's text as it stands in the notice."""
        return self.text.content[unit.start : unit.end]
