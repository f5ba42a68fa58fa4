"""Rights that the claimed grounds exclude but the notice promises, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.checks.logic import registers
from rekisterilint.findings import Hit, Span
from rekisterilint.notice.model import Unit
from rekisterilint.text import BlockKind

# A right, and the grounds under which it does not exist when no other is claimed.
_EXCLUDED: tuple[tuple[str, frozenset[str]], ...] = (
    ("right_portability", frozenset("cde")),
    ("right_erasure", frozenset("ce")),
    ("right_objection", frozenset("abc")),
)
_NAMES: Mapping[str, Mapping[str, str]] = {
    "right_portability": {"fi": "siirtää tiedot", "sv": "dataportabilitet", "en": "data portability"},
    "right_erasure": {"fi": "saada tiedot poistetuksi", "sv": "radering", "en": "erasure"},
    "right_objection": {"fi": "vastustaa käsittelyä", "sv": "invändning", "en": "objection"},
    "right_access": {"fi": "tarkastaa tiedot", "sv": "tillgång", "en": "access"},
    "right_rectification": {"fi": "oikaista tiedot", "sv": "rättelse", "en": "rectification"},
}  # fmt: skip
_RESERVE = (
    r"tietyi|joissa?in|joskus|tilante|poikkeus|mikäli|\bjos |\bkun |ellei|siltä osin|soveltu|edellyt|rajoit|perust|lain|laki|laissa|artik|voi olla|"
    r"mahdolli|tarpeet|virheel|lakisäät|vanhent|riippu|ehto|erityi|\bei |eivät|oikeutettu|suostumu|sopimu|kielt|markkino|"
    r"vissa|undantag|i den mån|\bom |under förut|begräns|grund|lag|artikel|kan ha|möjlig|onödig|felakt|beror|villkor|inte|samtyck|avtal|marknads|"
    r"certain|exception|some |where |if |unless|subject to|condition|limit|based|law|article|may have|possib|unnecess|inaccur|incorrect|depend|not |consent|contract|market|circumst|applicable"
)
# The right to restriction beside another: no reserve about that one.
_RESTRICTION = re.compile(
    r"(?:käsittely\w*|\bsen|\bniiden|tietoj\w*) rajoitta(?:mi)?\w*|rajoittaa (?:\w+ )?käsittely\w*"
    r"|begräns\w* (?:av )?(?:\w+ )?(?:behandling|användning)\w*".encode("latin-1")
)
_STATUTE = r"\blain\b|laki\b|laissa|\blag(?:en|ar)?\b|\bact\b|§|säädetty|by law|pykäl|lakisääte|lagstadg"
_REASON = r"koska|sillä |siltä osin|perustuu|silloin|jos |mikäli|kun |kuitenkaan|tietyi|poikkeu|edellyttä|eftersom|då |grundar|i den mån|om |när |because|since|as the|where (?:the|we|it)|if |when|to the extent|unless|based on|certain|säilyt|lagra|retention"
_FOLLOWING_REASON = r"^\W*(?:tämä|tämän|syy|koska|perustelu|detta|orsaken|this|the reason)"


def right_not_available(rule: Rule, context: Context) -> Iterator[Hit]:
    """LOG505: once a notice, the rights that are promised without reserve and can't exist."""
    grounds = context.situation.grounds
    if not grounds or registers(context.notice):
        return
    found: list[tuple[str, Unit]] = []
    for key, excluding in _EXCLUDED:
        if not grounds <= excluding or context.situation.holds("direct-marketing"):
            continue
        unit = _promised(context, key)
        if unit is not None:
            found.append((key, unit))
    if not found:
        return
    unit = found[0][1]
    names = {
        language: ", ".join(_NAMES[key][language] for key, _ in found) for language in ("fi", "sv", "en")
    }
    yield Hit(
        Span(unit.start, unit.end),
        {"rights": names, "grounds": ", ".join(sorted(grounds))},
        related=tuple(Span(other.start, other.end) for _, other in found[1:]),
    )


def _promised(context: Context, key: str) -> Unit | None:
    """Where a right is promised; None where the section makes any reserve about it."""
    numbers = sorted({m.unit for m in context.evidence.of("element", key, "stated")})
    units = context.notice.units
    if not numbers:
        return None
    for number in numbers:
        unit = units[number]
        if unit.kind is BlockKind.HEADING:
            following = units[number + 1 : number + 4]
            if any(_reserves(u) for u in following if u.section == unit.section):
                return None
        elif unit.folded.rstrip().endswith(b":"):
            continue
        elif _reserves(unit):
            return None
    plain = [units[n] for n in numbers if units[n].kind is not BlockKind.HEADING and not units[n].folded.rstrip().endswith(b":")]
    for unit in plain:
        around = [u for u in units if u.block in (unit.block, unit.block - 1) and u.kind is not BlockKind.ITEM]
        if not any(_reserves(u) for u in around):
            return unit
    return None


def _reserves(unit: Unit) -> bool:
    """Whether a sentence makes a reserve about the right that it promises."""
    return scan.first(_RESERVE, _RESTRICTION.sub(b"", unit.folded)) is not None


def right_wrongly_denied(rule: Rule, context: Context) -> Iterator[Hit]:
    """LOG511: refusals of rights that no ground or statute takes away."""
    grounds = context.situation.grounds
    granted = {
        "right_access": True,
        "right_rectification": True,
        "right_objection": bool(grounds & {"e", "f"}),
        "right_portability": bool(grounds & {"a", "b"}),
        "right_erasure": "a" in grounds,
    }
    seen: set[int] = set()
    for key, given in granted.items():
        if not given:
            continue
        for unit in context.signal_units(f"denies-{key}"):
            if unit.start in seen or _explained(context, unit, key):
                continue
            seen.add(unit.start)
            yield Hit(
                Span(unit.start, unit.end),
                {"right": _NAMES[key], "grounds": ", ".join(sorted(grounds))},
            )


def _explained(context: Context, unit: Unit, key: str) -> bool:
    """Whether the refusal names a reason, or a statute that limits the right."""
    if scan.first(rf"{_STATUTE}|{_REASON}", unit.folded):
        return True
    behind = [u for u in context.notice.units if u.block == unit.block and u.start > unit.start][:1]
    pattern = _STATUTE if key in ("right_access", "right_rectification") else _FOLLOWING_REASON
    return any(scan.first(pattern, u.folded) for u in behind)
