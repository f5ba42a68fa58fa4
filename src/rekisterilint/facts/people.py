"""Names of people: two to four capitalised words that read as first name and surname.

A notice names few people, so the whole text is searched for runs of capitalised words only; a run
holds a person when it has a known first name, when the words stand behind a label that asks for a
name, or when an e-mail address nearby is made of the same two words.
"""

from __future__ import annotations

import re

from rekisterilint.facts.first_names import FIRST_NAMES
from rekisterilint.facts.model import Person

_WORD = r"[A-ZÅÄÖÉÜŠŽ][a-zåäöéüèáóíšžçñ'’]+(?:-[A-ZÅÄÖÉÜŠŽ]?[a-zåäöéüšž]+)*"
_RUN = re.compile(rf"{_WORD}(?:[ \u00a0](?:(?:von|af|de|van|der|al|bin) )*(?:{_WORD}|[A-ZÅÄÖ]\.?(?=[ \u00a0][A-ZÅÄÖ])))+")
_TOKEN = re.compile(rf"(?:(?:von|af|de|van|der|al|bin) )*(?:{_WORD}|[A-ZÅÄÖ]\.?)")
_LABEL = re.compile(
    r"(?:nimi|henkilöt?|puolesta|vastaava|vastuuhenkilöt?|omistaja|ylläpitäjä|edustaja|namn|kontaktperson(?:er)?|"
    r"ansvarsperson|kontakt|ägare|name|contact(?: person)?|owner|person)[)*]*\s?[:|]\s*[*_]*$",
    re.IGNORECASE,
)

# Words that no surname ends with: organisations, streets, registers, rights and the like.
_NO_SURNAME = re.compile(
    r"(?:katu|tie|kuja|polku|aukio|tori|puisto|ranta|gatan|vägen|gränden|street|road|kaupunki|kaupungin|kunta|kunnan|"
    r"virasto|laitos|keskus|seura|yhdistys|yhtiö|palvelut?|palvelun|palvelussa|säätiö|liitto|yliopisto|opisto|koulu|"
    r"toimisto|rekisteri|rekisterin|seloste|selosteen|asetus|asetuksen|laki|lain|oikeus|oikeudet|tiedot|tietoja|tietojen|"
    r"tieto|hallitus|neuvosto|lautakunta|osasto|yksikkö|ministeriö|alue|alueen|ryhmä|foorumi|media|group|software|"
    r"stad|kommun|förening|verket|tjänst|register|uppgifter|beskrivning|university|college|policy|notice|"
    r"rights?|data|protection|officer|analytics|ads|cloud|workspace|platform|services?|address|number|"
    r"finland|suomi|helsinki|helsingin|helsingfors|espoo|espoon|turku|turun|tampere|tampereen|oulu|oulun|ireland|irlanti)$",
    re.IGNORECASE,
)
_NO_FIRST = re.compile(
    r"(?:Suomen|Helsingin|Pohjois|Etelä|Itä|Länsi|Keski|Uuden|Varsinais|Yleinen|Yleisen|Tietosuoja|Rekisteri|Henkilö|"
    r"Google|Microsoft|Meta|Facebook|The|Data|Privacy|Personal|European|Euroopan|Yhdysval|United|Oikeus|Nimi|Puhelin|"
    r"Sähköposti|Osoite|Postiosoite|Finnish|Finlands|Svenska|Nordea|Osuus|Kiinteistö|Asunto|Lähi|Perhetalo|Open|New)",
)
_COMPANY = re.compile(r"[ \u00a0](?:Oy|Oyj|Ab|Abp|Ky|Ry|ry|rf|r\.y\.|Ltd|Inc|LLC|oy|ky|& )(?!\w)|[ \u00a0](?:katu|tie|kuja|aukio|tori|puisto|polku|gata|väg)\b|katu|n? \d")
_ASCII = str.maketrans("åäöéüšž", "aaoeusz", "'’")


def find_people(content: str) -> tuple[Person, ...]:
    """The people whom `content` names, in order."""
    found: list[Person] = []
    addresses = ""
    for run in _RUN.finditer(content):
        tokens = list(_TOKEN.finditer(content, run.start(), run.end()))
        if _COMPANY.match(content, run.end()):
            continue
        number = _start_of_name(tokens)
        if number is None:
            if not 2 <= len(tokens) <= 3 or not _may_be_name(tokens):
                continue
            addresses = addresses or content.lower()
            if not (_LABEL.search(content, max(0, run.start() - 40), run.start())
                    or _mailbox(tokens) in addresses):
                continue
            number = 0
        last = tokens[min(number + 3, len(tokens) - 1)]
        start = tokens[number].start()
        found.append(Person(start, last.end(), content[start : last.end()]))
    return tuple(found)


def _start_of_name(tokens: list[re.Match[str]]) -> int | None:
    """The number of the first token that is a known first name with a surname behind it."""
    for number, token in enumerate(tokens[:-1]):
        word = token.group()
        first = word if word in FIRST_NAMES else word.split("-")[0]
        if first in FIRST_NAMES and not _NO_SURNAME.search(tokens[number + 1].group()):
            return number
    # "Virtanen Maija": the surname first.
    if len(tokens) == 2 and tokens[1].group() in FIRST_NAMES and tokens[0].group().endswith("nen"):
        return 0
    return None


def _may_be_name(tokens: list[re.Match[str]]) -> bool:
    words = [token.group() for token in tokens]
    return not any(_NO_SURNAME.search(word) for word in words) and not _NO_FIRST.match(words[0])


def _mailbox(tokens: list[re.Match[str]]) -> str:
    """How the name would begin an e-mail address: first name, full stop, surname."""
    first, last = tokens[0].group().lower(), tokens[-1].group().lower()
    return f"{first}.{last}".translate(_ASCII)
