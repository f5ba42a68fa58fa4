"""Names of people: two to four capitalised words that read as first name and surname.

A notice names few people, so the whole text is searched for runs of capitalised words only; a run
holds a person when it has a known first name, when the words stand behind a label or alone under a
heading that asks for a name, or when an e-mail address nearby is made of the same two words.
"""

from __future__ import annotations

import re

from rekisterilint.facts.first_names import FIRST_NAMES
from rekisterilint.facts.model import Person
from rekisterilint.lazy_patterns import lazy_pattern

_WORD = r"[A-ZÅÄÖÉÜŠŽ][a-zåäöéüèáóíšžçñ'’]+(?:-[A-ZÅÄÖÉÜŠŽ]?[a-zåäöéüšž]+)*"
_PART = r"(?:(?:von|af|de|van|der|al|bin) )*"
_RUN = lazy_pattern(rf"{_WORD}(?:[ \u00a0]{_PART}(?:{_WORD}|[A-ZÅÄÖ]\.?(?=[ \u00a0][A-ZÅÄÖ])))+")
_TOKEN = lazy_pattern(rf"{_PART}(?:{_WORD}|[A-ZÅÄÖ]\.?)")
_LABEL = lazy_pattern(
    r"(?:nimi|henkilöt?|puolesta|vastaava|vastuuhenkilöt?|omistaja|ylläpitäjä|edustaja|namn|kontaktperson(?:er)?|"
    r"ansvarsperson|kontakt|ägare|name|contact(?: person)?|owner|person)[)*]*\s?[:|]$",
    re.IGNORECASE,
)

# The line above asks for a person: a name that is known from nowhere else is one there, alone on its line.
_PERSON_HEADING = lazy_pattern(
    r"(?:^|\n)[^\n:]{0,60}(?:\b(?:yhteys|yhdys|vastuu)henkilöt?|vastaava henkilö|\bhoitava henkilö|\bkontaktperson(?:er)?|\bansvarsperson|"
    r"\bcontact person|\bperson responsible)\b[^\n:.]{0,60}\s*\n\s*\Z",
    re.IGNORECASE,
)
# What else stands there: a place of work or a post.
_NO_NAME_ENDS = ("kirjasto", "museo", "teatteri", "päiväkoti", "sairaala", "apteekki", "energia", "vesi", "johtaja", "päällikkö", "sihteeri")
_LINE_ENDS = lazy_pattern(r"[ \u00a0]*(?:,|\(|\n|\Z)")

# Words that no surname ends with: organisations, streets, registers, rights and the like.
_NO_SURNAME_WORDS = """
    katu tie kuja polku aukio tori puisto gatan vägen gränden street road kaupunki
    kaupungin kunta kunnan virasto laitos keskus seura yhdistys yhtiö palvelut palvelu
    palvelun palvelussa säätiö liitto yliopisto opisto koulu toimisto rekisteri rekisterin
    seloste selosteen asetus asetuksen laki lain oikeus oikeudet tiedot tietoja tietojen
    tieto hallitus neuvosto lautakunta osasto yksikkö ministeriö alue alueen ryhmä foorumi
    media group software hacklab lab club klubi kerho kilta kampanja yhteisö tiimi team
    osoite sähköposti puhelin ylläpito e-post email stad kommun förening verket tjänst
    register uppgifter beskrivning university college policy notice rights right data
    protection officer analytics ads cloud workspace platform services service address
    number finland helsinki helsingin helsingfors espoo espoon turku turun tampere
    tampereen oulu oulun ireland irlanti webstore webshop kauppa
"""
_NO_SURNAME = tuple(_NO_SURNAME_WORDS.split())
_STREETS = ("katu", "tie", "kuja", "polku", "gatan", "vägen", "gränden")
_NO_FIRST_WORDS = """
    Suomen Helsingin Pohjois Etelä Itä Länsi Keski Uuden Varsinais Yleinen Yleisen
    Tietosuoja Rekisteri Henkilö Google Microsoft Meta Facebook The Data Privacy Personal
    European Euroopan Yhdysval United Oikeus Nimi Puhelin Sähköposti Osoite Postiosoite
    Finnish Finlands Svenska Nordea Osuus Kiinteistö Asunto Lähi Perhetalo Open New
"""
_NO_FIRST = tuple(_NO_FIRST_WORDS.split())
_COMPANY_FORMS = frozenset({"Oy", "Oyj", "Ab", "Abp", "Ky", "Ry", "Rf", "Ltd", "Tmi"})
_HONORIFICS = frozenset({"Mr", "Ms", "Mrs", "Miss"})
# What follows the name of a company or a street instead.
_COMPANY = lazy_pattern(
    r"[ \u00a0](?:Oy|Oyj|OY|Ab|AB|Abp|Ky|Ry|ry|rf|r\.y\.|Ltd|Inc|LLC|oy|ky|[a-zåäö]*(?:säätiö|yhdistys)|"
    r"katu|tie|kuja|aukio|tori|puisto|polku|gata|väg|[1-9]\d{0,2}(?: [A-Z])?(?=[,\n ]))(?!\w)"
)
_ASCII = str.maketrans("åäöéüšž", "aaoeusz", "'’")


def find_people(content: str) -> tuple[Person, ...]:
    """The people whom `content` names, in order."""
    found: list[Person] = []
    addresses: str | None = None
    for run in _RUN.finditer(content):
        tokens = list(_TOKEN.finditer(content, run.start(), run.end()))
        if _COMPANY.match(content, run.end()) or tokens[-1].group() in _COMPANY_FORMS:
            # `Maija Meri Rantatie 5`: the street behind the name on its line.
            if len(tokens) != 3 or not tokens[-1].group().lower().endswith(_STREETS):
                continue
            tokens = tokens[:-1]
        if len(tokens) > 2 and tokens[0].group() in _HONORIFICS:
            tokens = tokens[1:]
            number = 0 if _may_be_name(tokens[:2]) else None
        else:
            number = _start_of_name(tokens)
            if number is None and _is_turned(tokens, content):
                number = 0
        if number is None:
            if not 2 <= len(tokens) <= 3 or not _may_be_name(tokens):
                continue
            if addresses is None:
                # Each once: a long file is not to be searched as a whole for every name in it.
                addresses = "\n".join(dict.fromkeys(w for w in content.lower().split() if "." in w))
            asked = _asked_for(content, run.start()) or _alone_under_heading(content, run, tokens)
            if not asked and _mailbox(tokens) not in addresses:
                continue
            number = 0
        last = tokens[number + 1]
        for token in tokens[number + 2 : number + 4]:
            if _no_surname(token.group()):
                break
            last = token
        start = tokens[number].start()
        found.append(Person(start, last.end(), content[start : last.end()]))
    return tuple(found)


def _start_of_name(tokens: list[re.Match[str]]) -> int | None:
    """The number of the first token that is a known first name with a surname behind it."""
    for number, token in enumerate(tokens[:-1]):
        word = token.group()
        first = word if word in FIRST_NAMES else word.split("-")[0]
        if first in FIRST_NAMES and not _no_surname(tokens[number + 1].group()):
            return number
    # "Virtanen Maija": the surname first.
    if len(tokens) == 2 and tokens[1].group() in FIRST_NAMES and tokens[0].group().endswith("nen"):
        return 0
    return None


def _is_turned(tokens: list[re.Match[str]], content: str) -> bool:
    """`Karhu Eeva-Kaisa`: the surname first, as the mailbox eeva-kaisa.karhu@ shows."""
    if len(tokens) != 2 or tokens[1].group().split("-")[0] not in FIRST_NAMES or _no_surname(tokens[0].group()):
        return False
    return f"{_mailbox(tokens[::-1])}@" in content.lower()


def _asked_for(content: str, start: int) -> bool:
    """Whether a label such as `Nimi:` stands before `start`."""
    before = content[max(0, start - 40) : start].rstrip(" *_\u00a0\n")
    return before.endswith((":", "|")) and _LABEL.search(before) is not None


def _alone_under_heading(content: str, run: re.Match[str], tokens: list[re.Match[str]]) -> bool:
    """Whether two words are all of a line under `Yhteyshenkilö`; `Havukan Museo` with its genitive is no name."""
    if len(tokens) != 2 or tokens[0].group().endswith("n") or tokens[1].group().lower().endswith(_NO_NAME_ENDS):
        return False
    if _LINE_ENDS.match(content, run.end()) is None:
        return False
    return _PERSON_HEADING.search(content[max(0, run.start() - 160) : run.start()]) is not None


def _may_be_name(tokens: list[re.Match[str]]) -> bool:
    words = [token.group() for token in tokens]
    return not any(map(_no_surname, words)) and not words[0].startswith(_NO_FIRST)


def _no_surname(word: str) -> bool:
    return word.lower().endswith(_NO_SURNAME)


def _mailbox(tokens: list[re.Match[str]]) -> str:
    """How the name would begin an e-mail address: first name, full stop, surname."""
    first, last = tokens[0].group().lower(), tokens[-1].group().lower()
    return f"{first}.{last}".translate(_ASCII)
