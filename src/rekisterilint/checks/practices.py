"""LAW411: what the repealed Personal Data Act asked for, told as today's practice."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

# Another way to ask, or a reserve, in the sentence or the next two.
_OTHER_WAY = lazy_pattern(
    r"sähköposti|sähköisesti|sähköise|suomi\.fi|verkko(?!sivui(?:lla|lta|lle) (?:löyty|oleva|tulost))|lomakkeella|puhelim|soittamalla|e-post|elektronisk|webb|telefon|"
    r"e-mail|email|electronic|online|by phone|vapaamuoto|@"
)
# A way that is named only to be closed: `Pyyntöä ei voi tehdä puhelimitse`.
_CLOSED = lazy_pattern(
    r"\bei (?:voi|voida|ole mahdolli|oteta|hyväksy)|\bemme (?:ota|hyväksy|voi)|kan inte|går inte|godkänns inte|"
    r"\b(?:cannot|can't|can not|not (?:accept|possible|be made))"
)
_UPKEEP = lazy_pattern(
    r"päivitet|päivittä|tarkistetaan|tarkistamme|poistetaan|läpi|koulut|auditoi|katselmo|uppdater|gås igenom|gallra|radera|"
    r"review|updated|deleted|audit|newsletter|uutiskirje|kysely|raport"
)
# An extension, which the Regulation allows, in the sentence or beside it.
_EXTENDED = lazy_pattern(
    r"jatka|jatket|piden|pitene|erityistap|poikkeu[ks]|monimut|vaativissa|viiväst|lisäaika|lisäajan|kuukauden määräai|kuukaudella|"
    r"\b(?:yhden|1|pyyn\w*|viimeistään|pääsääntöi\w*|yleensä|lähtökohtai\w*|normaalisti|vastaa\w*|noin) kuukauden|"
    r"förläng|komplic|komplex|undantag|\b(?:en|1) månad\b|exten|complex|exception|further|\b(?:one|1|a) month\b"
)
# How soon data are destroyed is no time to answer in.
_DESTROYED = lazy_pattern(r"hävite|tuhot|säilyt|förstör|utplån|förvara|bevara|destroy|eras(?:e|ed)\b|retain|kept\b")
_SIGNATURE, _DELAY = "signature", "delay"
_REACH = 2


def repealed_practice(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW411: access once a year or for a fee, only by a signed request or a visit, or answered in three months."""
    units = context.notice.units
    seen: set[tuple[int, str]] = set()
    for match in context.evidence.of("rule", rule.id):
        unit = units[match.unit]
        variant = match.clause.clause.value["en"]
        if (match.unit, variant) in seen or match.test.first < 0:
            continue
        words = unit.folded.decode("latin-1")
        if variant == _SIGNATURE:
            near = [u for u in units[match.unit : match.unit + _REACH + 1] if u.section == unit.section]
            near += [u for u in units[max(0, match.unit - 1) : match.unit] if u.section == unit.section]
            if any(_is_open(u.folded.decode("latin-1")) for u in near):
                continue
        elif _UPKEEP.search(words):
            continue
        elif variant == _DELAY:
            if _DESTROYED.search(words):
                continue
            near = [u for u in units[max(0, match.unit - 1) : match.unit + _REACH] if u.section == unit.section]
            if any(_EXTENDED.search(u.folded.decode("latin-1")) for u in near):
                continue
        for start, end in context.compiled.bank.spans(match.test.first, unit.folded):
            seen.add((match.unit, variant))
            stop = start + len(unit.folded[start:end].rstrip())
            yield Hit(Span(unit.start + start, unit.start + stop), variant=variant)
            break


def _is_open(words: str) -> bool:
    """Whether a sentence offers another way to ask."""
    return bool(_OTHER_WAY.search(words)) and not _CLOSED.search(words)
