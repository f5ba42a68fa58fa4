"""CON201: labels of contact blocks with nothing behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.facts.labels import Field, is_unfilled, read_bare_field, read_field
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit
from rekisterilint.text import BlockKind

CONTACT_TOPICS = frozenset({"controller", "contact", "dpo"})
NO_CONTACT_TOPICS = frozenset(
    {"data", "source", "purposes", "recipients", "transfers", "retention", "rights", "security", "automated",
     "special", "consent", "cookies", "legal_basis", "provision", "complaint"}
)
_FORM = lazy_pattern(r"allekirjoit|nimenselv|underskrift|namnförtydl|signatur|(?<!otto)(?<!palaute)lomake|blankett|täytetään|☐|☑|☒|\[ ?\]", re.IGNORECASE)
_FORM_HEADING = lazy_pattern(r"lomake|pyyntö|blankett|form\b|request|suostumuslom|allekirj|underskr|signat", re.IGNORECASE)
# `Maija Meri, puh. , maija.meri@…`
_GAP = lazy_pattern(r"(?P<label>\bpuh\.|\btel\.|\btfn\.?|\bgsm:|puhelin:|sähköposti:|s-posti:|e-?mail:|e-?post:|telefon:|phone:) ?[,;](?= |\Z)", re.IGNORECASE)
# `Kuusikorpi Oy (Y-tunnus: )`
_EMPTY_BRACKETS = lazy_pattern(r"\((?P<label>y-tunnus|fo-nummer|business id) ?: ?\)", re.IGNORECASE)
# `Phone: 044 555 0142 E-mail:`
_TRAILING = lazy_pattern(r"\d\s+(?P<label>sähköposti|s-posti|e-?mail|e-?post) ?:\Z", re.IGNORECASE)
_BARE_LABEL = lazy_pattern(r"(?:sähköposti|sähköpostiosoite|s-posti|e-post|e-postadress|e-?mail) ?", re.IGNORECASE)
_OTHER_CONTACTS = ("muut yhteystiedot", "övriga kontaktuppgifter", "other contact details")
_LOOK_AHEAD = 12
_LONGEST_LINE = 200
_SHORT_LABEL = 24


def empty_field(rule: Rule, context: Context) -> Iterator[Hit]:
    """Labels of a contact block with nothing behind them, on their line or the next."""
    units = context.notice.units
    for number, unit in enumerate(units):
        if len(unit.folded) > _LONGEST_LINE or not _may_be_field(unit):
            continue
        words = context.notice.words(unit)
        trailing = _TRAILING.search(words)
        if trailing is not None and _is_contact_block(context, number) and not _email_below(context, number):
            yield Hit(Span(unit.start + trailing.start("label"), unit.end), {"label": trailing["label"]})
            continue
        field = _field(words)
        if field is None:
            if _is_bare_label(context, number, words):
                yield Hit(Span(unit.start, unit.end), {"label": words.strip(" :")})
                continue
            gap = _EMPTY_BRACKETS.search(words)
            if gap is not None:
                yield Hit(Span(unit.start + gap.start(), unit.start + gap.end()), {"label": gap["label"]})
                continue
            gap = _GAP.search(words)
            if gap is not None and unit.facts & {"person", "email", "phone"} and _is_contact_block(context, number):
                yield Hit(Span(unit.start + gap.start(), unit.start + gap.end("label")), {"label": gap["label"].rstrip(":.")})
            continue
        end = _end_of_empty(context, number, field, words)
        if end and _is_contact_block(context, number):
            yield Hit(Span(unit.start, end), {"label": field.label})


def _may_be_field(unit: Unit) -> bool:
    """A cheap test: with a colon or bar, or short and beginning as `puh.` or `sähköposti` do."""
    folded = unit.folded
    return b":" in folded or b" |" in folded or b". ," in folded or (len(folded) < _SHORT_LABEL and folded[:1] in b"pstge")


def _field(words: str) -> Field | None:
    return read_field(words) or read_bare_field(words)


def _email_below(context: Context, number: int) -> bool:
    """Whether the next line holds an address."""
    return any("email" in unit.facts for unit in context.notice.units[number + 1 : number + 2])


def _is_bare_label(context: Context, number: int, words: str) -> bool:
    """`Sähköposti` alone between a person's name and the phone number: the address was hidden or forgotten."""
    units = context.notice.units
    if not _BARE_LABEL.fullmatch(words) or not 0 < number < len(units) - 1:
        return False
    before, unit, after = units[number - 1 : number + 2]
    if not before.section == unit.section == after.section or "person" not in before.facts:
        return False
    field = _field(context.notice.words(after))
    return field is not None and field.kind == "phone" and bool(field.value) and _is_contact_block(context, number)


def _end_of_empty(context: Context, number: int, field: Field, words: str) -> int:
    """The end of what is reported of a field with nothing behind it; 0 if it is filled in."""
    unit = context.notice.units[number]
    if field.kind == "group":
        units = context.notice.units
        is_last = number + 1 >= len(units) or units[number + 1].kind is BlockKind.HEADING
        is_empty = not field.value and is_last and field.label.lower().startswith(_OTHER_CONTACTS)
        return unit.end if is_empty else 0
    if field.value[:1] in (",", ";"):
        return unit.start + words.index(":") + 1 if ":" in words else unit.end
    if field.value and not is_unfilled(field.value):
        inner = read_field(field.value)
        if inner is None or inner.kind in ("group", field.kind) or _is_either(field, inner):
            return 0
        return unit.start + words.index(":") + 1 if ":" in words else unit.end
    if field.value or words.endswith(("…", "...", "?")):
        return unit.end
    return 0 if _value_follows(context, number, field) else unit.end


def _is_either(field: Field, inner: Field) -> bool:
    """`Osoite: Postiosoite: …` narrows the label down; it leaves nothing out."""
    return {field.kind, inner.kind} in ({"unit", "name"}, {"title", "unit"})


def _is_contact_block(context: Context, number: int) -> bool:
    """Whether the sentence stands in a block of contact details, and in no form to be filled in."""
    unit = context.notice.units[number]
    topics = unit.topics
    if topics & NO_CONTACT_TOPICS and not topics & CONTACT_TOPICS:
        return False
    heading = context.notice.sections[unit.section].heading
    content = context.notice.text.content
    if heading is not None and unit.kind is not BlockKind.HEADING and _FORM_HEADING.search(content[heading.start : heading.end]):
        return False
    near = [
        other for other in context.notice.units[max(0, number - 4) : number + 5] if other.section == unit.section
    ]
    if any(_FORM.search(context.notice.words(other)) for other in near):
        return False
    # Without a heading that tells, a block in which nothing is filled in is a form.
    return bool(topics & CONTACT_TOPICS) or any(other.facts for other in near)


def _value_follows(context: Context, number: int, field: Field) -> bool:
    """Whether the next line holds the value, or the block's labels stand apart from their values."""
    units = context.notice.units
    if number + 1 >= len(units):
        return False
    following = units[number + 1]
    if _is_listed(context, units[number]) and following.kind is not BlockKind.ITEM:
        return False  # what stands behind a list is no part of its last item
    other = _field(context.notice.words(following))
    if following.kind is not BlockKind.HEADING and other is None and not _is_of_other_kind(field, following):
        return not _opens_another(context, following)
    run = 1
    is_run = True
    for later in units[number + 1 : number + 1 + _LOOK_AHEAD]:
        words = context.notice.words(later)
        other = _field(words)
        if later.kind is BlockKind.HEADING and (other is None or other.kind == "group"):
            break
        if later.kind is not BlockKind.ITEM and _is_listed(context, units[number]):
            break
        if other is not None:
            run += is_run and not other.value
            is_run = is_run and not other.value
            continue
        if _suits(field, later, words):
            return True
        if run > 1 and is_run and not _opens_another(context, later):
            return True
        is_run = False
    return False


def _is_of_other_kind(field: Field, unit: Unit) -> bool:
    """Whether an e-mail address stands where a phone number is asked for, or the reverse."""
    wanted, unwanted = ("phone", "email") if field.kind == "phone" else ("email", "phone")
    return field.kind in ("phone", "email") and unwanted in unit.facts and wanted not in unit.facts


def _is_listed(context: Context, unit: Unit) -> bool:
    """Whether the format itself says that the line is an item of a list."""
    return unit.kind is BlockKind.ITEM and context.notice.text.format not in ("text", "pdf")


def _opens_another(context: Context, unit: Unit) -> bool:
    """Whether a line without a known label begins something else (`Rekisterin nimi: …`)."""
    words = context.notice.words(unit)
    head, colon, _ = words.partition(":")
    return bool(colon) and len(head) < 40 and head[:1].isupper() and " " in head and not unit.facts


def _suits(field: Field, unit: Unit, words: str) -> bool:
    """Whether an unlabelled line can be the torn-off value of the field."""
    if field.kind == "name":
        return "person" in unit.facts and len(words) < 60
    if field.kind in ("email", "phone", "address"):
        return field.kind in unit.facts and len(words) < 90
    return False
