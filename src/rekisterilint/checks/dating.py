"""The notice's own date: ahead of today, or long ago."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.facts.model import DateMention
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

_REACH = 2
# `Tietosuojalaki 1.1.2019`: the day of the act, not of the notice.
_OF_A_LAW = lazy_pattern(r"(?i)(?:la(?:ki|in)|lag(?:en)?|asetu(?:s|ksen)|förordning(?:en)?|\bact|\bregulation),? \(?$")
# "Gilt ab": a date that may well lie ahead.
_IN_FORCE = r"voimaan|voimassa|astuu|alkaen|lähtien|gäller|träder|ikraft|i kraft|from and including|effective|applies|in force|valid"


def _own_dates(context: Context) -> list[DateMention]:
    """The dates that the evidence of the `date` element holds, or that stand right behind it."""
    notice = context.notice
    matches = context.evidence.of("element", "date", "stated")
    wanted: list[tuple[int, int]] = []
    for number in sorted({match.unit for match in matches}):
        for unit in notice.units[number : number + 1 + _REACH]:
            wanted.append((unit.start, unit.end))
            if "date" in unit.facts:
                break
    return [
        date
        for date in notice.facts.dates
        if any(start <= date.start < end for start, end in wanted)
        and not _OF_A_LAW.search(notice.text.content[max(0, date.start - 30) : date.start])
    ]


def last_day(iso: str) -> datetime.date | None:
    """The last day that a date of the form year-month-day or year-month may mean."""
    parts = [int(part) for part in iso.split("-")]
    try:
        if len(parts) == 3:
            return datetime.date(*parts)
        year, month = (parts[0], parts[1]) if len(parts) == 2 else (parts[0], 12)
        following = datetime.date(year + month // 12, month % 12 + 1, 1)
        return following - datetime.timedelta(days=1)
    except ValueError:
        return None


def date_in_future(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC705: the date of the notice or of its last change lies ahead."""
    for date in _own_dates(context):
        parts = [int(part) for part in date.iso.split("-")]
        try:
            begins = datetime.date(*[*parts, 1, 1][:3])
        except ValueError:
            continue
        unit = context.unit_at(date.start)
        if begins <= context.settings.today or unit is None or scan.first(_IN_FORCE, unit.folded):
            continue
        yield Hit(Span(date.start, date.end), {"date": date.written})


def date_stale(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC706: the latest of the notice's own dates is older than the setting allows."""
    days = [(day, date) for date in _own_dates(context) if (day := last_day(date.iso))]
    if not days:
        return
    latest, date = max(days, key=lambda pair: pair[0])
    age = (context.settings.today - latest).days
    if age > context.settings.maximum_age:
        yield Hit(Span(date.start, date.end), {"date": date.written, "years": str(age // 365)})
