"""ADR301-ADR305: postal codes, towns, streets and PO boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.checks.own import own
from rekisterilint.facts.addresses import likely_codes
from rekisterilint.facts.model import Address
from rekisterilint.findings import Edit, Fix, Hit, Span, Value
from rekisterilint.lazy_patterns import lazy_pattern

_ABROAD = lazy_pattern(
    r"[ ,\n(/|-]{0,3}(?:saksa|ruotsi|viro\b|norja|tanska|ranska|espanja|italia|puola|usa\b|yhdysval|irlanti|alankomaat|"
    r"hollanti|belgia|itävalta|sveitsi|latvia|liettua|unkari|tšekki|romania|ukraina|turkki|"
    r"sverige|tyskland|estland|norge|danmark|frankrike|spanien|italien|polen|irland|nederländerna|"
    r"sweden|germany|deutschland|estonia|eesti|norway|denmark|france|spain|italy|poland|ireland|netherlands|belgium|"
    r"austria|switzerland|latvia|lithuania|u\.s\.|united )",
    re.IGNORECASE,
)
_FINNISH_BOX = lazy_pattern(r"(?<!\w)(?:PL|PB|Postilokero)\W", re.IGNORECASE)
_FINNISH_STREET = lazy_pattern(
    r"(?:katu|tie|kuja|polku|aukio|tori|puisto|rinne|ranta|kaari|väylä|bulevardi|esplanadi|raitti|penger|gatan|vägen|gränden|stigen)\b",
    re.IGNORECASE,
)
_FEW = 3
_STREET_KEY = lazy_pattern(r"([^\W\d_][\w-]*(?: (?:katu|tie|kuja|polku|kadun|tori|puisto))?) (\d{1,4})", re.IGNORECASE)


def code_unknown(rule: Rule, context: Context) -> Iterator[Hit]:
    """Five digits before a Finnish town, or behind a Finnish street or box, that are no postal code."""
    from rekisterilint.data.postal import is_town, lookup

    for address in _plain(context):
        if lookup(address.code) is not None:
            continue
        line = context.notice.text.content[address.line_start : address.start]
        is_finnish = is_town(address.town)
        if not is_finnish and not (_FINNISH_BOX.search(line) or _FINNISH_STREET.search(address.street)):
            continue
        yield _hit(
            context, address, Span(address.start, address.end),
            confidence=Confidence.HIGH if is_finnish else Confidence.MEDIUM,
        )


def town_mismatch(rule: Rule, context: Context) -> Iterator[Hit]:
    """A code that belongs to another post town than the one behind it."""
    from rekisterilint.data.postal import CodeKind, accepts, is_town, lookup

    for address in _plain(context):
        found = lookup(address.code)
        if found is None or accepts(address.code, address.town) or not is_town(address.town):
            continue
        variant = "corporate" if found.kind is CodeKind.CORPORATE else "default"
        yield _hit(context, address, Span(address.start, address.end), variant=variant)


def box_code(rule: Rule, context: Context) -> Iterator[Hit]:
    """A PO box with a street's code where the town has codes for boxes, or the reverse."""
    from rekisterilint.data.postal import CodeKind, accepts, codes_of_town, lookup

    for address in _plain(context):
        if bool(address.box) == bool(address.street):
            continue
        found = lookup(address.code)
        if found is None or not accepts(address.code, address.town):
            continue
        wanted = CodeKind.PO_BOX if address.box else CodeKind.STREET
        given = CodeKind.STREET if address.box else CodeKind.PO_BOX
        if found.kind is not given:
            continue
        right = {code.code for code in codes_of_town(found.town_fi) if code.kind is wanted}
        if not right or (address.box and not _FINNISH_BOX.match(_line(context, address))):
            continue
        near = sorted(code for code in right if code[:4] == address.code[:4])
        near = near or sorted(code for code in right if code[:3] == address.code[:3])
        span = Span(address.line_start, address.end)
        suggestion = near[0] if near else ""
        fix = Fix((Edit(Span(address.start, address.start + 5), suggestion),), safe=False) if suggestion else None
        yield Hit(
            span, {"code": address.code, "ask": _ask((suggestion,) if suggestion else ())},
            variant="box" if address.box else "street", suggestion=suggestion, fix=fix,
        )


def inconsistent(rule: Rule, context: Context) -> Iterator[Hit]:
    """The same street or box with two codes in the same town."""
    from rekisterilint.data.postal import accepts

    by_key: dict[str, list[Address]] = {}
    for address in _plain(context):
        by_key.setdefault(_key(address), []).append(address)
    places: dict[tuple[str, str], list[Address]] = {}
    for key, alike in by_key.items():
        # Towns are looked up only where there is something to tell apart.
        if key and len({address.code for address in alike}) > 1:
            for address in alike:
                places.setdefault((key, _town_key(address)), []).append(address)
    for addresses in places.values():
        codes = [address.code for address in addresses]
        if len(set(codes)) != 2 or not all(accepts(a.code, a.town) for a in addresses):
            continue
        first = addresses[0]
        usual = max(set(codes), key=lambda code: (codes.count(code), code == first.code))
        model = next(a for a in addresses if a.code == usual)
        for address in addresses:
            if address.code != usual:
                yield Hit(
                    Span(address.start, address.end), {"code": address.code, "other": usual},
                    related=(Span(model.start, model.end),),
                )


def code_malformed(rule: Rule, context: Context) -> Iterator[Hit]:
    """Four or six digits, a letter O, or a gap inside, before a known town."""
    for address, _ in own(context, context.notice.facts.addresses):
        if _is_plain(address) or _is_abroad(context, address):
            continue
        digits = re.sub(r"\s", "", address.code).upper().replace("O", "0")
        likely = _likeliest(digits, address)
        variant = "letter" if not re.sub(r"\s", "", address.code).isdigit() else "gap" if len(digits) == 5 else "length"
        if len(digits) == 5 and not likely:
            continue
        same = _same_place(context, address)
        likely = likely if len(likely) <= _FEW else ()
        suggestion = same or (likely[0] if len(likely) == 1 else "")
        span = Span(address.start, address.end)
        fix = _code_fix(address, suggestion, safe=bool(same) or len(digits) == 5) if suggestion else None
        yield Hit(
            span, {"code": address.code, "count": str(len(digits)), "ask": _ask((suggestion,) if suggestion else likely)},
            variant=variant, suggestion=suggestion, fix=fix,
        )


def _likeliest(digits: str, address: Address) -> tuple[str, ...]:
    """The codes that may be meant: of the right kind, and doubled or leading digits lost, if there are such."""
    from rekisterilint.data.postal import CodeKind, lookup

    likely = likely_codes(digits, address.town)
    if len(digits) != 4 or len(likely) < 2:
        return likely
    unwanted = CodeKind.STREET if address.box and not address.street else CodeKind.PO_BOX
    kinds = {code: found.kind for code in likely if (found := lookup(code))}
    likely = tuple(code for code in likely if kinds[code] is not unwanted) or likely
    usual = tuple(
        code for code in likely
        if code == "0" + digits or any(code[:at] + code[at + 1 :] == digits and code[at] == code[at - 1] for at in range(1, 5))
    )
    return usual or likely


def _plain(context: Context) -> Iterator[Address]:
    """The notice's own addresses with five digits, those abroad left out."""
    for address, _ in own(context, context.notice.facts.addresses):
        if _is_plain(address) and not _is_abroad(context, address):
            yield address


def _is_plain(address: Address) -> bool:
    return len(address.code) == 5 and address.code.isdigit()


def _is_abroad(context: Context, address: Address) -> bool:
    return _ABROAD.match(context.notice.text.content, address.end) is not None


def _line(context: Context, address: Address) -> str:
    return context.notice.text.content[address.line_start : address.start]


def _hit(
    context: Context, address: Address, span: Span, variant: str = "default", confidence: Confidence | None = None
) -> Hit:
    same = _same_place(context, address)
    codes = (same,) if same else _nearest(address)
    suggestion = codes[0] if codes else ""
    fix = _code_fix(address, suggestion, safe=bool(same)) if suggestion else None
    return Hit(
        span, {"code": address.code, **_towns(address), "ask": _ask(codes[:1])},
        variant=variant, confidence=confidence, suggestion=suggestion, fix=fix,
    )


def _nearest(address: Address) -> tuple[str, ...]:
    from rekisterilint.data.postal import CodeKind, nearest_codes

    kind = CodeKind.PO_BOX if address.box and not address.street else CodeKind.STREET
    return nearest_codes(address.code, address.town, kind) or nearest_codes(address.code, address.town)


def _same_place(context: Context, address: Address) -> str:
    """The code with which the same street or box of that town stands right elsewhere in the notice."""
    from rekisterilint.data.postal import accepts

    key = _key(address)
    if not key:
        return ""
    codes = {
        other.code for other in _plain(context)
        if _key(other) == key and other.code != address.code and accepts(other.code, other.town)
        and _town_key(other) == _town_key(address)
    }
    return codes.pop() if len(codes) == 1 else ""


def _key(address: Address) -> str:
    """What two mentions of one street address or box share; a box beside a street shares its code."""
    from rekisterilint.data.postal import CodeKind, lookup

    found = lookup(address.code)
    is_boxes = bool(address.box) and found is not None and found.kind is CodeKind.PO_BOX
    if address.street and not is_boxes:
        match = _STREET_KEY.search(address.street)
        return f"{match.group(1).lower()} {match.group(2)}" if match else ""
    return f"box {address.box}" if address.box else ""


def _town_key(address: Address) -> str:
    """The town's Finnish name, so that Esbo and Espoo are one."""
    from rekisterilint.data.folding import fold
    from rekisterilint.data.postal import codes_of_town

    codes = codes_of_town(address.town)
    return fold(codes[0].town_fi if codes else address.town)


def _code_fix(address: Address, code: str, *, safe: bool) -> Fix:
    return Fix((Edit(Span(address.start, address.start + len(address.code)), code),), safe=safe)


def _ask(codes: tuple[str, ...]) -> Value:
    """The question that ends a message: which code may be meant; nothing if none is likely."""
    if not codes:
        return ""
    several = {"fi": " tai ", "sv": " eller ", "en": " or "}
    words = {
        language: ", ".join(codes[:-1]) + (joint if len(codes) > 1 else "") + codes[-1]
        for language, joint in several.items()
    }
    return {
        "fi": f" Tarkoititko {words['fi']}?",
        "sv": f" Avsåg du {words['sv']}?",
        "en": f" Did you mean {words['en']}?",
    }


def _towns(address: Address) -> Mapping[str, Value]:
    """The names in a message: where the code belongs, and what stands behind it."""
    from rekisterilint.data.postal import codes_of_town, lookup
    from rekisterilint.data.town_forms import town_form

    found = lookup(address.code)
    codes = codes_of_town(address.town)
    written = address.town.title() if address.town.isupper() else address.town
    town = {
        "fi": town_form(address.town, "mihin"),
        "sv": codes[0].town_sv if codes else written,
        "en": written,
    }
    if found is None:
        return {"town": town, "right": ""}
    right = {"fi": town_form(found.town_fi, "mihin"), "sv": found.town_sv, "en": found.town_fi}
    owner = {"fi": found.town_fi, "sv": found.town_sv, "en": found.town_fi}
    return {"town": town, "right": right, "owner": owner}
