"""What a web page leaves in a notice's text: share buttons, link notes, skip links."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.text import BlockKind

# Notes on links and buttons that are no words of the notice, inside or outside of brackets.
_LINK_NOTES = (
    r"\((?:ulkoinen linkki|linkki ulkoiselle sivu\w*|linkki avautuu[^)]{0,40}|avautuu uu[^)]{0,40}|"
    r"siirryt toiseen palveluun|extern länk|öppnas i (?:ett )?nytt? [^)]{0,20}|external link|"
    r"opens in (?:a )?new [^)]{0,20}|link opens[^)]{0,40}|ladda ner|lataa tiedosto)\)"
)
_BUTTONS = (
    r"jaa (?:tämä )?(?:juttu|artikkeli|sivu|uutinen|sisältö)|jaa (?:sivu )?(?:facebook|twitter|linkedin|"
    r"whatsapp|somessa|sosiaalisessa mediassa)\w*|siirry (?:suoraan )?(?:pää)?sisältöön|hyppää (?:pää)?sisältöön|"
    r"takaisin (?:sivun )?(?:ylös|alkuun)|sivun alkuun|tulosta (?:tämä )?sivu|kopioi linkki|"
    r"dela (?:den här )?(?:sidan|artikeln)|dela på (?:facebook|twitter|linkedin|x)|hoppa till (?:sidans )?(?:huvud)?innehåll\w*|"
    r"gå (?:direkt )?till (?:huvud)?innehåll\w*|tillbaka (?:till början|upp|till toppen)|skriv ut (?:den här )?sidan|kopiera länk\w*|"
    r"share (?:this )?(?:page|article|post|story)|share (?:this )?on (?:facebook|twitter|linkedin|x)|"
    r"skip to (?:main )?content|skip (?:to )?(?:the )?navigation|back to top|print (?:this )?page|copy link|(?:print \| )?e-?mail this page"
)
# Where links of a site builder jump to.
_ANCHORS = r"(?:top|bottom) of page"
# What a screen reader is told of a link, glued to its words.
_GLUED = r"linkki (?:avautuu|vie) [^.,;:)\n]{0,20}(?:välilehdessä|välilehteen|ikkunassa|ikkunaan|palveluun)|länken öppnas i [^.,;:)\n]{0,20}(?:flik|fönster)|link opens in (?:a )?new (?:tab|window)"
_EVERYWHERE = rf"(?i){_LINK_NOTES}|{_GLUED}|(?:^|\n){_ANCHORS}\b|(?:^|\n)(?:{_BUTTONS})\b[^\n]{{0,20}}"
_WHOLE = rf"^(?:{_BUTTONS}|{_ANCHORS})(?:[ :!.|/,-]|facebook|twitter|linkedin|whatsapp|sähköposti|e-post|e-?mail|\bx\b)*$"


def is_furniture(folded: bytes) -> bool:
    """Whether a folded block is nothing but a button or another remnant of the page."""
    return len(folded) < 100 and scan.first(_WHOLE, folded) is not None


def page_furniture(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC707: the first of each kind of remnant."""
    seen: set[str] = set()
    content = context.notice.text.content
    for span in scan.spans(_EVERYWHERE, context.notice):
        written = content[span.start : span.end]
        words = written.strip().lower()
        start = span.start + len(written) - len(written.lstrip())
        unit = context.unit_at(start)
        if words in seen or unit is None or unit.kind is BlockKind.HEADING:
            continue
        seen.add(words)
        yield Hit(Span(start, start + len(words)))
