"""LAW407: near misses of the names of statutes.

A word counts only where nothing else can be meant: it ends like a law and its stem is a letter or
two from a known one, or it begins like the best-known names and ends almost like them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import re2

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.data import name_forms, name_index
from rekisterilint.facts.law_names import word_pattern
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.folding import fold_whole

_LETTERS = r"0-9a-z_\xaa\xb5\xba\xdf-\xf6\xf8-\xff"
_HEADS = ("laki", "asetus", "lag", "förordning")
# EU acts and generic names: right words that the register of statutes does not hold.
_RIGHT = {
    "tietosuoja-asetus", "eidas-asetus", "dataskyddsförordning", "eidas-förordning", "tekoälyasetus", "tekoälysäädös",
    "peruslaki", "erityislaki", "yleislaki", "kansallislaki", "puitelaki", "muutoslaki", "voimaanpanolaki", "täytäntöönpanolaki",
    "työlaki", "verolaki", "valmiuslaki", "eläkelaki", "rikoslaki", "perustuslaki", "siviililaki", "maakuntalaki", "kirkkolaki",
    "hallintolaki", "täytäntöönpanoasetus", "yleisasetus", "rahastoasetus", "henkilötietoasetus", "evästeasetus", "selainasetus",
    "yksityisyysasetus", "lääkeasetus", "kosmetiikka-asetus", "tullikoodeksi", "genomförandeförordning", "ramlag", "speciallag",
    "personuppgiftsförordning", "arkivförordning", "elintarvikeasetus", "tilintarkastusasetus", "tuoteturvallisuusasetus",
    "potilastietolaki", "asiakastietolaki", "asiakirjalaki", "henkilökorttilaki", "sairauslomalaki", "tietolaki",
}  # fmt: skip
_SHORTEST, _LONG = 6, 9
# `henkilötietotietolaki`: a part of a compound written twice.
_DOUBLED = lazy_pattern(r"(\w{4,})\1")
_GDPR_TYPOS = rb"\b(?:gpdr|gdrp|dgpr|grpd|gdpd|gprd|gdppr|gddpr)\b"
_EIDAS_TYPO = rb"\beldas(?:-[a-z\xe4\xf6]+)?"
_SPACED = (
    rb"\btietosuoja (?:-\s?)?asetu(?:s|ksen|ksessa|ksesta|kseen|sta|ksella)\b|\btieto suoja ?-? ?asetu[a-z]*|"
    rb"\btieto suojala(?:ki|in|issa|ista)\b|\btietosuoja la(?:ki|in|issa|ista|kiin)\b|\bdataskydds? f\xf6rordning[a-z]*|"
    rb"\bhenkil\xf6 tietola(?:ki|in|issa|ista)\b"
)
# The Act on the Protection of Privacy in Working Life (759/2004) writes its name apart.
_JOINED = (
    rb"\bla(?:ki|kia|in|issa|kiin) yksityisyydensuojasta ty\xf6el\xe4m\xe4ss\xe4|"
    rb"\byksityisyydensuojasta ty\xf6el\xe4m\xe4ss\xe4 annet[a-z]+"
)
_NAMED_OTHERWISE = (
    rb"\b(?:yleis[a-z]+|eu:n|eu|euroopan unionin) (tieto[a-z\xe4\xf6]*-? ?asetu(?:s|ksen|ksessa|ksesta|kseen|sta|ksella|ksia)\b)|"
    rb"\b(?:allm\xe4nna|eu:s) (data[a-z\xe4\xf6\xe5]+f\xf6rordning[a-z]*)"
)
_ENGLISH = rb"\b(gen?eral data [a-z]+ [a-z]+)"
_ENGLISH_NAME = "general data protection regulation"
_BEGINNINGS = "tietosuoja|dataskydds?|henkil\xf6tieto"
_TAILS = {
    "tietosuoja": (
        "asetus", "asetuksen", "asetusta", "asetuksessa", "asetuksesta", "asetukseen", "asetuksella", "asetukselle", "asetukset",
        "asetusten", "asetuksia", "asetuksissa", "asetuksiin", "asetuksista", "asetuksien", "asetukseni", "asetuksiasi",
    ),
    "dataskydd": ("förordning", "förordningen", "förordningens", "förordningar", "förordningarna", "förordnings"),
}  # fmt: skip
_REAL_TAILS = lazy_pattern(
    r"^(?:asenn|asem|asia|asio|asun|asetel|asett|asetuk|före|föro?r?(?:ening|san)|"
    r"för(?:be|fat|fråg|håll|klar|slag|pli|säk|ut|tro|må|del|hål|est|bin|sv|val))"
)
_SUGGESTED = {"tietosuoja": "tietosuoja-", "dataskydd": "dataskydds"}


@cache
def _pattern() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    source = b"|".join(
        (_GDPR_TYPOS, _EIDAS_TYPO, _SPACED, _JOINED, _NAMED_OTHERWISE, _ENGLISH,
         f"(?:{_BEGINNINGS})-?(?:a|f)[{_LETTERS}]{{3,}}".encode("latin-1"))
    )  # fmt: skip
    return re2.compile(source, options)


def misspelt(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW407: each place where a name is almost one of a statute."""
    notice = context.notice
    content = notice.text.content
    folded = fold_whole(content[notice.start : notice.end])
    seen: set[int] = set()
    for pattern, judge in ((_pattern(), _judge), (word_pattern(), _near_name)):
        for match in pattern.finditer(folded):
            word = match.group().decode("latin-1")
            lead, right = judge(word)
            if not right:
                continue
            start, end = notice.start + match.start() + lead, notice.start + match.end()
            if end in seen or context.unit_at(start) is None:
                continue
            if start > notice.start and content[start - 1] in "/@.":
                continue
            seen.add(end)
            span = Span(start, end)
            right = _like(content[start:end], right)
            yield Hit(
                span, {"right": right}, suggestion=right, fix=Fix((Edit(span, right),), safe=False),
                confidence=Confidence.HIGH if word in _CERTAIN else None,
            )  # fmt: skip


_CERTAIN = {"gpdr", "gdrp", "dgpr", "tietosuojaasetus", "tietosuojaasetuksen"}


@lru_cache(maxsize=8192)
def _judge(phrase: str) -> tuple[int, str]:
    """How many letters precede the fault, and what is right; nothing if the phrase is right."""
    if phrase in ("gpdr", "gdrp", "dgpr", "grpd", "gdpd", "gprd", "gdppr", "gddpr"):
        return 0, "gdpr"
    if phrase.startswith("eldas"):
        return 0, "eidas" + phrase[5:]
    if phrase.startswith(("general data", "geneal data", "genral data")):
        return _english(phrase)
    if "yksityisyydensuojasta" in phrase:
        lead = phrase.index("yksityisyydensuojasta")
        return lead, phrase[lead:].replace("yksityisyydensuojasta", "yksityisyyden suojasta")
    if " " in phrase:
        return _phrase(phrase)
    for beginning, tails in _TAILS.items():
        if phrase.startswith(beginning):
            return _tail(phrase, beginning, tails)
    return 0, ""


def _phrase(phrase: str) -> tuple[int, str]:
    first, _, rest = phrase.partition(" ")
    if first in ("tietosuoja", "tieto", "dataskydd", "dataskydds", "henkilö"):
        joined = phrase.replace(" ", "").replace("-", "")
        joined = joined.replace("tietosuojaasetu", "tietosuoja-asetu").replace("dataskyddförord", "dataskyddsförord")
        return 0, joined
    # `yleisen tietoja-asetuksen`: only one regulation is called general.
    lead = len(phrase) - len(phrase[phrase.rindex("tieto") :]) if "tieto" in phrase else phrase.index(rest)
    word = phrase[lead:]
    if "asetu" in word:
        right = "tietosuoja-" + word[word.rindex("asetu") :]
    else:
        right = "dataskydds" + word[word.rindex("förordning") :]
    known = word == right or word in ("dataförordning", "dataförordningen") or word.startswith("tietosuoja -")
    return (0, "") if known else (lead, right)


def _english(phrase: str) -> tuple[int, str]:
    from rapidfuzz.distance import OSA

    distance = OSA.distance(phrase, _ENGLISH_NAME, score_cutoff=3)
    return (0, _ENGLISH_NAME) if 0 < distance <= 3 and phrase != _ENGLISH_NAME + "s" else (0, "")


def _tail(word: str, beginning: str, tails: tuple[str, ...]) -> tuple[int, str]:
    """`tietosuoja-astus`, `dataskyddsförodningen`: the name's second half is wrong."""
    tail = word[len(beginning) :].lstrip("s" if beginning == "dataskydd" else "").lstrip("-")
    if tail in tails or len(tail) < 5 or _REAL_TAILS.match(tail):
        return 0, ""
    from rapidfuzz.distance import OSA

    best = min(tails, key=lambda form: OSA.distance(tail, form))
    limit = 1 if len(tail) < 7 or tail.startswith("asetus") else 2
    return (0, _SUGGESTED[beginning] + best) if OSA.distance(tail, best) <= limit else (0, "")


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """The stems of one-word names by their head: `kotoutumis` under `laki`."""
    found: dict[str, set[str]] = {head: set() for head in _HEADS}
    for key in (*name_index.forms(), *_RIGHT):
        if " " in key:
            continue
        head = _head_of(key)
        if head:
            found[head].add(key[: -len(head)])
    return {head: tuple(sorted(stem for stem in stems if len(stem) >= _SHORTEST)) for head, stems in found.items()}


def _head_of(lemma: str) -> str:
    return next((head for head in ("förordning", "laki", "asetus", "lag") if lemma.endswith(head)), "")


@lru_cache(maxsize=8192)
def _near_name(word: str) -> tuple[int, str]:
    """What a word that ends like a law was meant to be; nothing if it is right or something else."""
    plain = word.strip("-")
    lemma = name_forms.head_lemma(plain)
    if lemma is None or lemma in _RIGHT or lemma in name_index.forms():
        return 0, ""
    head = _head_of(lemma)
    stem = lemma[: -len(head)] if head else ""
    if len(stem) < _SHORTEST or stem.replace("-", "") in _REAL_STEMS:
        return 0, ""
    once = _DOUBLED.sub(r"\1", stem)
    if once != stem and once in _stems()[head]:
        return word.index(plain), once + plain[len(stem) :]
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    limit = 2 if len(stem) >= _LONG else 1
    best = process.extractOne(stem, _stems()[head], scorer=OSA.distance, score_cutoff=limit)
    if best is None or best[0][0] != stem[0]:
        return 0, ""
    known = str(best[0])
    only_hyphens = known.replace("-", "") == stem.replace("-", "")
    if only_hyphens and not (known.endswith("-") and not stem.endswith("-")):
        return 0, ""
    if not only_hyphens and _is_other_word(stem, known):
        return 0, ""
    return word.index(plain), known + plain[len(plain) - (len(plain) - len(stem)) :]


# Stems of acts and settings that are near a known one and right all the same.
_REAL_STEMS = {
    "arkisto", "kirjasto", "maakunta", "kunta", "liikunta", "asunto", "asumis", "vesi", "vero", "postilaki", "hankinta", "hakinta",
    "vuokra", "tutkimus", "tutkinto", "turvallisuus", "työturva", "tietoturva", "eläke", "eläin", "evästeiden", "eväste",
    "yksityisyys", "järjestys", "järjestely", "laitos", "laatu", "sairaus", "vakuutus", "avustus", "yhteisö", "yhtiö", "yhdistys",
    "yhteistyö", "terveys", "hallitus", "hallinto", "valinta", "vaali", "opinto", "opetus", "opiskelu", "koulutus", "koulu",
    "kirkko", "kirkon", "maksu", "matka", "aktiebo", "handelsbo", "dags", "undertecknande",
}  # fmt: skip


def _is_other_word(stem: str, known: str) -> bool:
    """Whether the difference makes another word: its case ending, or a linking form of its own."""
    pair = {stem, known}
    if any(word + ending in pair for word in pair for ending in ("n", "t", "en", "in", "jen", "ien")):
        return True
    # työntekijä / työnantaja and their like differ inside by whole syllables, not by a slip.
    return len(stem) != len(known) and abs(len(stem) - len(known)) > 2


def _like(written: str, right: str) -> str:
    """`right` in the capitals of `written`."""
    if written.isupper() and len(written) > 2:
        return right.upper()
    if right == "gdpr":
        return "GDPR"
    if right.startswith("eidas"):
        return "eIDAS" + right[5:]
    if right == _ENGLISH_NAME:
        return "General Data Protection Regulation"
    return right[:1].upper() + right[1:] if written[:1].isupper() else right
