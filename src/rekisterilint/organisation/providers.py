"""Processors and systems that a notice names, and the country that it ties to each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rekisterilint.checks.context import Context
from rekisterilint.data.folding import fold
from rekisterilint.notice.model import Unit
from rekisterilint.organisation.countries import code_of, find_countries
from rekisterilint.text import BlockKind

_FORM = r"(?:Oyj?|OYJ?|Abp?|ABP?|Ltd\.?|Limited|Inc\.?|LLC|GmbH|A/S|ApS|AS|B\.V\.|BV|Corporation|Corp\.?|plc)"
_WORD = r"[A-ZÅÄÖ0-9][\w&'+-]{0,60}(?:\.\w{1,20})?"
_COMPANY = re.compile(
    rf"(?<![\w@./-]){_WORD}(?: (?:(?:&|of) )?{_WORD}){{0,5}}? {_FORM}(?: {_FORM})?(?![\w-])"
)
# One of these stands in every name that has a legal form: far cheaper to look for.
_FORMS = (" Oy", " OY", " Ab", " AB", " Lt", " Lim", " Inc", " LLC", " Gmb", " A/S", " Ap", " AS", " B.V.", " BV", " Corp", " plc")
_LEGAL_FORM = re.compile(rf"(?:^| ){_FORM}(?= |$)")
# What stands before a name in a list or label: "Käsittelijä Visma Oy".
_LABEL = re.compile(
    r"(?:\w*(?:käsittelijä\w*|toimittaja\w*|tuottaja\w*|tarjoaja\w*|ylläpitäjä\w*|kumppani\w*|palvelun|järjestelmän)|\w*biträde\w*|\w*leverantör\w*|"
    r"(?:data |the |service )?(?:processor|supplier|provider)s?|Yhtiö|Yritys|Bolaget|Företaget|Myös|Lisäksi|Sekä|The|Our) ",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(?::\w{1,5})?\s*(?:\(|,|\||–|:)\s*(?:(?:maa|land|country|sijainti|plats|location)\s*[:|]\s*)?(?P<country>[^,;:()|]{2,45}?)\s*(?=[,;:()|]|\.?\s*$|\. )"
)
_IN_BRACKETS = re.compile(r"(?::\w{1,5})?\s*\((?P<words>[^()]{2,80})\)")
_PLACED = re.compile(
    r"sijait|säilyt|tallen|palvelim|konesal|käsitel|tiedot ovat|finns|lagra|server|behandla|belägen|belägna|located|stored|hosted|processe[sd]|data cent",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:ei|eikä|eivät|inte|ej|not|no|never)\b", re.IGNORECASE)
# Sentences on somebody else, or on data that leave the place where they are kept.
_OTHERWISE = re.compile(
    r"alihankki|underleverantör|sub-?(?:processor|contractor)|siirr|siirt|siirot|överför|transfer|emoyhti|moderbolag|parent compan|konserni|koncern|"
    r"kotipaik|pääkontt|huvudkontor|headquarter|tukipalvel|support|varmuuskopi|säkerhetskopi|backup",
    re.IGNORECASE,
)  # fmt: skip
_TOPICS = frozenset({"recipients", "transfers", "third_countries", "security", "processors"})
_PROCESSOR = re.compile(
    r"käsittelijä|biträde|processor|toimittaj|leverantör|supplier|provider|palveluntuottaj|järjestelm|system|palvelim|server|ohjelmisto|programvara|software",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:\bi|\bin(?: the)?)\s{1,3}\Z", re.IGNORECASE)
_MOST_NAMES = 40  # in one sentence
# A system is told by the word behind its name: "Wilma-järjestelmä", "the Koha system".
_SYSTEM_WORDS = ("järjestelm", "ohjelmisto", "system", "program", "software", "platform")
_SYSTEM = re.compile(
    r"(?<![\w-])(?P<fi>[A-ZÅÄÖ][\w.+]{1,30}(?: [A-ZÅÄÖ0-9][\w.+]{0,30}){0,2}) ?-[a-zåäö]{0,25}(?:järjestelm|ohjelmisto|system|program)"
    r"|\b[Tt]he (?P<en>[A-Z][\w.+]{1,30}(?: [A-Z0-9][\w.+]{0,30}){0,2}) (?:system|software|platform)\b"
)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where words put a provider's data: offsets, the country's code, and whether by plain name."""

    start: int
    end: int
    code: str
    plain: bool


@dataclass(frozen=True, slots=True)
class ProviderMention:
    """A provider where it is named: content offsets, the name as written, its key, and its places."""

    start: int
    end: int
    name: str
    key: str
    places: tuple[Placement, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    name: str


def provider_key(name: str) -> str:
    """What two spellings of a provider's name are compared by."""
    return fold(" ".join(name.split()))


def without_form(name: str) -> str:
    """A company's name without its legal form, which differs by language: `Visma Ab`, `Visma Oy`."""
    return " ".join(_LEGAL_FORM.sub(" ", " ".join(name.split())).split())


def companies_in(words: str) -> Iterator[tuple[int, int]]:
    """The names of companies in `words`, without what labels them."""
    if not any(map(words.__contains__, _FORMS)):
        return
    for match in _COMPANY.finditer(words):
        start = match.start()
        while label := _LABEL.match(words, start, match.end()):
            if not _COMPANY.fullmatch(words, label.end(), match.end()):
                break
            start = label.end()
        if without_form(words[start : match.end()]):
            yield start, match.end()


def find_providers(context: Context) -> Iterator[tuple[str, ProviderMention]]:
    """The companies that a notice names where it speaks of recipients, processors and systems, and
    the systems that it names: `processor` or `system`, and the mention.
    """
    for unit in context.notice.units:
        if unit.kind is BlockKind.HEADING:
            continue
        if "controller" in unit.topics or "dpo" in unit.topics:
            continue
        words = context.notice.words(unit)
        companies = [_Named(a, b, words[a:b]) for a, b in companies_in(words)]
        systems = [
            _Named(*match.span(match.lastgroup), match[match.lastgroup])
            for match in (_SYSTEM.finditer(words) if any(map(words.__contains__, _SYSTEM_WORDS)) else ())
            if match.lastgroup and without_form(match[match.lastgroup])
        ]
        # Last, for most sentences name neither.
        if not (companies or systems) or not (unit.topics & _TOPICS or _PROCESSOR.search(words)):
            continue
        yield from (("processor", mention) for mention in _mentions(unit, words, companies))
        yield from (("system", mention) for mention in _mentions(unit, words, systems))


def find_known(context: Context, names: Sequence[str]) -> Iterator[ProviderMention]:
    """Mentions of the providers called `names`, anywhere in a notice; `name` is as in `names`."""
    content = context.notice.text.content.casefold()
    there = [name for name in names if name.split() and name.split()[0].casefold() in content]
    patterns = [(name, _pattern(name)) for name in sorted(there, key=len, reverse=True)]
    if not patterns:
        return
    for unit in context.notice.units:
        if unit.kind is BlockKind.HEADING:
            continue
        words = context.notice.words(unit)
        found: list[_Named] = []
        for name, pattern in patterns:
            for match in pattern.finditer(words):
                if not any(other.start < match.end() and match.start() < other.end for other in found):
                    found.append(_Named(match.start(), match.end(), name))
        if found:
            known = tuple(found)
            # Other companies of the sentence count, for the country may be theirs.
            found += [
                _Named(start, end, words[start:end])
                for start, end in companies_in(words)
                if not any(other.start < end and start < other.end for other in known)
            ]
            listed = {named.name for named in known}
            yield from (mention for mention in _mentions(unit, words, found) if mention.name in listed)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """A company's name in any case of letters; a system's as it is written, inflected or not."""
    words = r"\s+".join(map(re.escape, name.split()))
    # The Swedish name of a company has the Swedish form.
    words = re.sub(r"\b(?:Oy|Ab)\Z", "(?:Oy|Ab)", re.sub(r"\b(?:Oyj|Abp)\Z", "(?:Oyj|Abp)", words))
    if _LEGAL_FORM.search(name):
        return re.compile(rf"(?<![\w-]){words}(?![\w-])", re.IGNORECASE)
    return re.compile(rf"(?<![\w-]){words}(?=(?::?[a-zåäö]{{1,5}})?(?![^\W_]))")


def _mentions(unit: Unit, words: str, named: Sequence[_Named]) -> Iterator[ProviderMention]:
    alone = len({one.name for one in named}) == 1
    told = _told(words, named) if alone else []
    for one in sorted(named, key=lambda name: name.start)[:_MOST_NAMES]:
        places = tuple(
            Placement(unit.start + place.start, unit.start + place.end, place.code, place.plain)
            for place in (_attached(words, one) or told)
        )
        yield ProviderMention(unit.start + one.start, unit.start + one.end, one.name, provider_key(one.name), places)


def _attached(words: str, one: _Named) -> list[Placement]:
    """A country right behind the name: `Visma Oy, Suomi`, `Visma Oy (Irlanti)`."""
    match = _ATTACHED.match(words, one.end)
    if match is not None and (code := code_of(match["country"])):
        start, end = match.span("country")
        return [Placement(start, end, code, plain=True)]
    match = _IN_BRACKETS.match(words, one.end)
    if match is None or _DENIED.search(match["words"]) or _OTHERWISE.search(match["words"]):
        return []
    at = match.start("words")
    return [
        Placement(at + found.start, at + found.end, found.code, found.plain)
        for found in find_countries(match["words"])
        if not found.plain or _is_led(words, at + found.start)
    ]


def _told(words: str, named: Sequence[_Named]) -> list[Placement]:
    """Where a sentence that speaks of one provider says that the data are."""
    if not _PLACED.search(words) or len(named) > _MOST_NAMES:
        return []
    if _DENIED.search(words) or _OTHERWISE.search(words):
        return []
    return [
        Placement(found.start, found.end, found.code, found.plain)
        for found in find_countries(words)
        if not any(other.start <= found.start < other.end for other in named)
        and (not found.plain or _is_led(words, found.start))
    ]


def _is_led(words: str, at: int) -> bool:
    """Whether a preposition of place stands before `at`."""
    return _PREPOSITION.search(words[max(0, at - 10) : at]) is not None
