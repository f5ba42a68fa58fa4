"""What contradicts itself: pairs of statements, and grounds that differ from place to place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.elements.conditions import GROUNDS
from rekisterilint.findings import Hit, Span, Value
from rekisterilint.matching import fold
from rekisterilint.notice.model import ControllerType, Notice, Unit

_QUOTE = 90
_LIGHT = frozenset({"title", "introduction", "contact", "name", "cookies", "date"})
_ARTICLE_6 = r"\b6 ?(?:\.|:|,)? ?(?:1 )?(?:art|\(1)|art(?:ik\S*|\.|ikeln?|icle)? ?6\b|\b6\.1"
_ONLY_AND = {"fi": ("vain", "ja"), "sv": ("bara", "och"), "en": ("only", "and")}
_GROUND_NAMES = {
    "fi": {"a": "suostumus", "b": "sopimus", "c": "lakisääteinen velvoite", "d": "elintärkeä etu",
           "e": "yleinen etu tai julkinen valta", "f": "oikeutettu etu"},
    "sv": {"a": "samtycke", "b": "avtal", "c": "rättslig förpliktelse", "d": "grundläggande intresse",
           "e": "allmänt intresse eller myndighetsutövning", "f": "berättigat intresse"},
    "en": {"a": "consent", "b": "contract", "c": "legal obligation", "d": "vital interests",
           "e": "public interest or official authority", "f": "legitimate interests"},
}
# Grounds of a part, or of one purpose, differ from those of the whole without contradicting them.
_PARTIAL = r"osalta|lisäksi|myös|tietyiss|joiltakin osin|därtill|dessutom|även|delvis|in addition|also|partly|for some|as for|när det gäller"
# What an authority may rest on legitimate interest beside its tasks.
_BESIDE_TASKS = (
    r"markkino|uutiskirj|sidosryhm|asiakassuhde|asiakkuu|asiakastyyty|alumni|varainh|kameravalv|turvallisuu|kulunvalv|eväst|"
    r"verkkosivu|tapahtum|työnanta|työnhak|rekrytoi|omaisuu|yhteistyö|viestin|edunvalv|kilpailu|arvon|perin|vahingonk|palaut|kehittä|"
    r"marknadsf|nyhetsbrev|intressent|alumn|kamera|säkerhet|kakor|webbplats|evenemang|rekryter|samarbet|kommunik|indriv|respons|"
    r"marketing|newsletter|stakeholder|camera|security|cookie|website|event|recruit|collaborat|communicat|feedback|debt|develop|utveckl"
)


def quote(context: Context, unit: Unit) -> str:
    """The words of a sentence, shortened for a message."""
    words = " ".join(context.notice.words(unit).split())
    return words if len(words) <= _QUOTE else words[: words.rfind(" ", 0, _QUOTE)] + " …"


def registers(notice: Notice) -> list[int]:
    """Content offsets at which the registers after the first begin, where a file holds several.

    A register begins where the headings start over: at the first main heading that has stood before.
    """
    words: list[tuple[bytes, int]] = [
        (fold(notice.text.content[s.heading.start : s.heading.end]), s.heading.start)
        for s in notice.sections
        if s.heading is not None and (s.topics - _LIGHT or s.topics & {"contact", "name"})
    ]
    counts = Counter(name for name, _ in words)
    if sum(1 for count in counts.values() if count > 1) < 3:
        return []
    starts: list[int] = []
    seen: set[bytes] = set()
    for name, start in words:
        if name in seen:
            starts.append(start)
            seen = set()
        seen.add(name)
    return starts


def same_register(starts: list[int], first: Unit, second: Unit) -> bool:
    """Whether two sentences belong to the same register."""
    low, high = sorted((first.start, second.start))
    return not any(low < start <= high for start in starts)


def contradiction(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit where a statement is contradicted by another sentence of the same register.

    Options: `pairs` (signals: the statement, what contradicts it); `gap`: how many sentences behind
    the statement may hold its exception.
    """
    gap = int(rule.options.get("gap", 0))
    starts: list[int] | None = None
    units = context.notice.units
    numbers = {unit.start: number for number, unit in enumerate(units)}
    for claim, against in rule.options["pairs"]:
        claims = context.signal_units(claim)
        others = context.signal_units(against) if claims else []
        if not others:
            continue
        if starts is None:
            starts = registers(context.notice)
        for unit in claims:
            for other in others:
                distance = numbers[other.start] - numbers[unit.start]
                if 0 <= distance <= gap or not same_register(starts, unit, other):
                    continue
                yield Hit(
                    Span(unit.start, unit.end),
                    {"other": quote(context, other), "line": str(context.notice.text.place(other.start).line)},
                    related=(Span(other.start, other.end),),
                )
                return


def grounds_conflict(rule: Rule, context: Context) -> Iterator[Hit]:
    """LOG501: two main sections that cite Article 6 for the notice as a whole with other grounds."""
    notice = context.notice
    if len(context.situation.grounds) < 2 or registers(notice):
        return
    claimed: dict[int, set[str]] = {}
    first: dict[int, Unit] = {}
    formal: set[int] = set()
    for ground in GROUNDS:
        for unit in context.signal_units(f"claims-{ground}"):
            main = _main_section(notice, unit.section)
            if not notice.sections[main].topics & {"legal_basis", "purposes"}:
                continue
            if scan.first(_PARTIAL, unit.folded):
                continue
            claimed.setdefault(main, set()).add(ground)
            if main not in first or unit.start < first[main].start:
                first[main] = unit
            if scan.first(_ARTICLE_6, unit.folded):
                formal.add(main)
    sections = sorted(formal)
    if len(sections) != 2 or claimed[sections[0]] == claimed[sections[1]]:
        return
    one, other = sections
    yield Hit(
        Span(first[one].start, first[one].end),
        {
            "grounds": _named(claimed[one], claimed[other]),
            "others": _named(claimed[other], claimed[one]),
            "other": quote(context, first[other]),
            "line": str(notice.text.place(first[other].start).line),
        },
        related=(Span(first[other].start, first[other].end),),
    )


def _named(grounds: set[str], others: set[str]) -> Value:
    """`vain suostumus (a)`: the grounds by name; "only" where the other place has more."""
    named = {}
    for language, (only, joint) in _ONLY_AND.items():
        names = [f"{_GROUND_NAMES[language][ground]} ({ground})" for ground in sorted(grounds)]
        words = ", ".join(names[:-1]) + (f" {joint} " if len(names) > 1 else "") + names[-1]
        named[language] = f"{only} {words}" if grounds < others else words
    return named


def _main_section(notice: Notice, section: int) -> int:
    """The section of the main rank, of which there are several, that a section is part of."""
    ranks = Counter(s.level for s in notice.sections if s.heading is not None and s.topics - _LIGHT)
    main = sorted(level for level, count in ranks.items() if count >= 2)
    highest = main[0] if main else 0
    while notice.sections[section].parent >= 0 and notice.sections[section].level > highest:
        section = notice.sections[section].parent
    return section


def interest_of_authority(rule: Rule, context: Context) -> Iterator[Hit]:
    """LOG502: a public body claims point f, and not for something beside its tasks."""
    if context.situation.controller_type is not ControllerType.PUBLIC:
        return
    for unit in context.signal_units("claims-f"):
        section = context.notice.sections[unit.section]
        around = [u for u in context.notice.units if u.block == unit.block]
        if section.heading is not None:
            around += [u for u in context.notice.units if u.start == section.heading.start]
        if any(scan.first(_BESIDE_TASKS, u.folded) for u in around):
            continue
        if context.situation.grounds & {"b", "c", "e"} and "legal_basis" not in unit.topics:
            continue
        yield Hit(Span(unit.start, unit.end))
        return


def identity_code_ground(rule: Rule, context: Context) -> Iterator[Hit]:
    """LOG509: the identity code is among the data, and no sentence says why."""
    if context.evidence.of("signal", "identity-code-ground"):
        return
    for unit in context.signal_units("identity-code-processed"):
        yield Hit(Span(unit.start, unit.end))
        return
