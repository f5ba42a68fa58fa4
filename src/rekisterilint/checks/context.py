"""What a check may look at."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from rekisterilint.catalogue.compiled import Compiled
from rekisterilint.catalogue.model import Catalogue
from rekisterilint.elements.conditions import Situation
from rekisterilint.elements.evidence import Evidence
from rekisterilint.findings import ElementResult, Span
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

if TYPE_CHECKING:
    from rekisterilint.organisation.profile import Profile

_END = attrgetter("end")
# A heading further down is that of a section, not of the notice.
_TITLE_WITHIN = 4


class Settings(msgspec.Struct, frozen=True):
    """What the user decides about checking. `maximum_age` counts days.

    `organisation` is the profile that notices must agree with, if the configuration has one.
    """

    today: datetime.date
    controller_type: str = ""
    maximum_age: int = 3 * 365
    organisation: Profile | None = None


class Context(msgspec.Struct, frozen=True):
    """A notice and all that is known of it when the rules run."""

    notice: Notice
    catalogue: Catalogue
    compiled: Compiled
    situation: Situation
    elements: Mapping[str, ElementResult]
    settings: Settings

    @property
    def evidence(self) -> Evidence:
        """Which clauses hold where."""
        return self.situation.evidence

    def unit_at(self, offset: int) -> Unit | None:
        """The sentence that holds content offset `offset`, if it belongs to the notice.

        For a place in a link's target it is the sentence with the link's words.
        """
        offset = self.notice.text.shown(offset, offset)[0]
        units = self.notice.units
        at = bisect_right(units, offset, key=_END)
        return units[at] if at < len(units) and units[at].start <= offset else None

    def signal_units(self, signal: str) -> list[Unit]:
        """The sentences in which a signal was met, in reading order."""
        matches = self.evidence.of("signal", signal)
        return [self.notice.units[number] for number in sorted({m.unit for m in matches})]

    def title_span(self) -> Span:
        """Where findings about the notice as a whole are placed: its title, or its first words."""
        notice = self.notice
        for unit in notice.units[:_TITLE_WITHIN]:
            if unit.kind is BlockKind.HEADING:
                return Span(unit.start, unit.end)
        if notice.units:
            return Span(notice.units[0].start, notice.units[0].end)
        return Span(0, 0)
