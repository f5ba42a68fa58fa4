"""The GDPR: its number, its provisions, and instruments of transfer that no longer hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.checks.statutes import citations_of
from rekisterilint.data import eu_acts, gdpr
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

_RIGHT = "(EU) 2016/679"
_KEY = "2016/679"
_MONTH = lazy_pattern(r"\(?(?:0?[1-9]|1[0-2])/20\d\d\)?")  # `GDPR (05/2018)`: when it came to be applied
_OUTLIVED = lazy_pattern(
    r"kumo|mitätö|pätemät|ei (?:ole )?enää|lakka|korva|entinen|entis|aiemm|aikaisemm|schrems|c-311/18|c-362/14|seuraaj|"
    r"invalid|no longer|replac|former|successor|struck down|ogiltig|upphäv|ersatt|ersätt|tidigare|efterträd|"
    r"ei (?:voi|voida|nojau|käytetä|perustu)|inte (?:använd|grund|förlit)|not (?:rely|relied|use)"
)
_SHIELD = lazy_pattern(r"(?:eu[ -/]+u\.?s\.?a?\.?[ -]+)?(?:privacy[ -]?shield|safe[ -]?harbou?r)(?!\.gov)")


def wrong_number(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW405: the GDPR with another number, or its own in the wrong order."""
    content = context.notice.text.content
    for citation in citations_of(context):
        if not citation.eu or not citation.number:
            continue
        digits = re.findall(r"\d+", citation.written)
        named = citation.name_start != citation.name_end
        if citation.number == _KEY:
            letters_behind = citation.written[-1:].isalpha()
            if digits == ["2016", "679"] and not letters_behind:
                continue
        elif not named or _is_other_act(citation.written) or _MONTH.fullmatch(citation.written):
            continue
        start, end = citation.start, citation.end
        if content[start - 1 : start] == "(" and content[end : end + 1] == ")" and "(" not in citation.written:
            start, end = start - 1, end + 1
        span = Span(start, end)
        certain = citation.number == _KEY
        yield Hit(
            span,
            {"written": _unbracketed(content[start:end]) if certain else citation.written},
            variant="order" if certain else "default",
            suggestion=_RIGHT,
            fix=Fix((Edit(span, _RIGHT),), safe=certain),
        )


def _unbracketed(words: str) -> str:
    """`(EU 679/2016)` without its brackets; `(EU) 679/2016` as it is."""
    inner = words[1:-1]
    return inner if words[:1] == "(" and words[-1:] == ")" and ")" not in inner else words


def _is_other_act(written: str) -> bool:
    """Whether the number is another act's own: `EU:n toimielinten tietosuoja-asetus 2018/1725`.

    2016/680, the directive of the same day, is what the GDPR's number is most often mistaken for.
    """
    act = eu_acts.by_number(written)
    return act is not None and eu_acts.normalised(act.number) not in (_KEY, "2016/680")


def nonexistent(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW406: an article, paragraph or point that the GDPR does not have."""
    notice = context.notice
    seen: set[tuple[int, int]] = set()
    for reference in notice.facts.references:
        if not notice.start <= reference.start < notice.end or (reference.start, reference.end) in seen:
            continue
        if gdpr.exists(reference.article, reference.paragraph, reference.point) is not False:
            continue
        unit = context.unit_at(reference.start)
        if unit is None:
            continue
        seen.add((reference.start, reference.end))
        if reference.article not in gdpr.articles():
            variant = "article"
        elif reference.paragraph is not None and not gdpr.exists(reference.article, reference.paragraph):
            variant = "paragraph"
        else:
            variant = "point"
        words = unit.folded
        own = any(name in words for name in (b"gdpr", b"tietosuoja-as", b"dataskydds", b"data protection", b"2016/679"))
        yield Hit(
            Span(reference.start, reference.end),
            {
                "article": str(reference.article),
                "paragraph": str(reference.paragraph or ""),
                "point": reference.point or "",
                "last": str(max(gdpr.paragraphs(reference.article), default=0)),
            },
            variant=variant,
            confidence=Confidence.HIGH if own else Confidence.MEDIUM,
        )


def fallen_instrument(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW410: Privacy Shield, Safe Harbour or a repealed decision as the ground of a transfer."""
    units = {match.unit for match in context.evidence.of("rule", rule.id)}
    for number in sorted(units):
        unit = context.notice.units[number]
        words = unit.folded.decode("latin-1")
        if _OUTLIVED.search(words):
            continue
        found = _SHIELD.search(words)
        if found is None:
            continue
        name = "Privacy Shield" if "shield" in found.group() else "Safe Harbour"
        yield Hit(
            Span(unit.start + found.start(), unit.start + found.end()),
            {"name": name, "ended": "16.7.2020" if "shield" in found.group() else "6.10.2015"},
        )
    for citation in citations_of(context):
        act = eu_acts.by_number(citation.written) if citation.eu else None
        if act is None or act.kind != "decision" or act.status == "in_force":
            continue
        at = context.unit_at(citation.start)
        if at is None or at.start in {context.notice.units[number].start for number in units}:
            continue
        if _OUTLIVED.search(at.folded.decode("latin-1")):
            continue
        year, month, day = act.ended_on.split("-")
        yield Hit(
            Span(citation.start, citation.end),
            {"name": act.number, "ended": f"{int(day)}.{int(month)}.{year}"},
        )
