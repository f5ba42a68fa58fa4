"""Rights that a notice only points to (WP260 rev.01: layered notices)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rekisterilint.catalogue.model import LANGUAGES, Rule
from rekisterilint.checks.context import Context
from rekisterilint.elements.assess import RIGHTS
from rekisterilint.findings import Hit, Status

_NAMES: Mapping[str, Mapping[str, str]] = {
    "right_access": {
        "fi": "oikeus saada pääsy tietoihin", "sv": "rätten till tillgång", "en": "the right of access",
    },
    "right_rectification": {
        "fi": "oikeus tietojen oikaisemiseen", "sv": "rätten till rättelse", "en": "the right to rectification",
    },
    "right_erasure": {
        "fi": "oikeus tietojen poistamiseen", "sv": "rätten till radering", "en": "the right to erasure",
    },
    "right_restriction": {
        "fi": "oikeus käsittelyn rajoittamiseen", "sv": "rätten till begränsning av behandling",
        "en": "the right to restriction of processing",
    },
    "right_objection": {
        "fi": "vastustamisoikeus", "sv": "rätten att göra invändningar", "en": "the right to object",
    },
    "right_portability": {
        "fi": "oikeus siirtää tiedot järjestelmästä toiseen", "sv": "rätten till dataportabilitet",
        "en": "the right to data portability",
    },
}  # fmt: skip


def by_reference(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit where rights are `referred`: at the first pointer, naming the rights if not all are.

    Variant `some` where the notice itself tells of the other rights; its value is `rights`.
    """
    referred = [key for key in RIGHTS if context.elements[key].status is Status.REFERRED]
    if not referred:
        return
    spans = [span for key in referred for span in context.elements[key].evidence]
    first = min(spans, key=lambda span: span.start)
    told = any(context.elements[key].status in (Status.STATED, Status.PARTIAL) for key in RIGHTS)
    names = {
        language: ", ".join(_NAMES[key][language] for key in referred) for language in LANGUAGES
    }
    yield Hit(first, {"rights": names}, variant="some" if told else "default")
