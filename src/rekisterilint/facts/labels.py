"""Labels of contact blocks (`Nimi:`, `Puhelin:`) and what stands behind them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rekisterilint.lazy_patterns import lazy_pattern

_WORDS = {
    "name": r"nimi|etunimi|sukunimi|etu- ja sukunimi|(?:yhteys|vastuu|yhdys)henkilön nimi|namn|förnamn|efternamn|"
    r"kontaktpersonens namn|name|first name|last name|full name",
    "phone": r"puh\.?|p\.|puhelin(?:numero|vaihde)?|puh\.? ?nro|gsm|matkapuh(?:elin|\.)?(?:numero)?|tel\.?|telefon(?:nummer)?|"
    r"tfn\.?|mobil(?:telefon|nummer)?|phone(?: number)?|telephone(?: number)?|mobile(?: phone)?|vaihde|växel|switchboard",
    "email": r"(?:tietosuojavastaavan |yhteyshenkilön )?(?:sähköposti(?:osoite)?|s-posti|sposti)|"
    r"(?:(?:data protection officer|dpo|contact person)['’]s )?e-?mail(?: address)?(?: for (?:register|registry|data protection|privacy) (?:inquiries|enquiries|matters|questions))?|(?:dataskyddsombudets |kontaktpersonens )?e-?post(?:adress)?",
    "address": r"osoite|posti?osoite|käyntiosoite|katuosoite|lähiosoite|toimipaikan osoite|adress|postadress|besöksadress|"
    r"gatuadress|address|postal address|street address|visiting address|postinumero|postitoimipaikka|postnummer|post ?code",
    "title": r"titteli|tehtävä|tehtävänimike|nimike|asema|virka-asema|ammattinimike|titel|befattning|uppgift|ställning|title|job title|position",
    "id": r"y-?tunnus|fo-?nummer|business id",
    "unit": r"yksikkö|vastuuyksikkö|osasto|organisaatio|yritys|toimipaikka|enhet|ansvarig enhet|avdelning|organisation|företag|unit|department|company",
    "web": r"www|verkkosivut?|kotisivut?|verkko-osoite|webbplats|hemsida|webbadress|website",
    "group": r"(?:rekisterin |rekisteriasioiden |tietosuoja-?asioiden )?(?:yhteys|vastuu|yhdys)henkilö(?:t|n yhteystiedot)?|muut yhteystiedot|yhteystiedot|"
    r"rekisterinpitäjä|tietosuojavastaava(?:n yhteystiedot)?|kontaktperson(?:er)?|kontaktuppgifter|personuppgiftsansvarig|"
    r"dataskyddsombud|contact person|contact details|(?:data )?controller|data protection officer",
}
_LABEL = lazy_pattern(
    r"[\s*_•-]*(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items())
    + r")(?: ?\([^()\n]{1,60}\))?\s*\Z",
    re.IGNORECASE,
)
_END = lazy_pattern(r":|\s\|")
# A label without a colon, known by what stands behind it: a number, an address, dots or nothing.
_BARE = lazy_pattern(
    r"(?P<label>(?P<phone>puh|puhelin|puhelinnumero|gsm|tel|telefon|tfn|phone)|(?P<email>sähköposti|s-posti|e-?mail|e-?post))"
    r"\.?\s*(?P<value>$|(?<=[.\s])[.…?]+$|(?<=[.\s])[+(0]\d.*|(?<=\s)\S+ ?(?:@|\(at\)).*)\Z",
    re.IGNORECASE,
)
_ABBREVIATED = ("puh", "tel", "tfn", "gsm", "s-posti")
_UNFILLED = lazy_pattern(r"[ .…?*_]*(?:…|\.\.|\?)[ .…?*_]*\Z")
_MARKS = " *_|\\\n"
_LONGEST_LABEL, _LONGEST = 75, 160


class Field(NamedTuple):
    """A label, its kind (`name`, `phone`, …, `group`) and what stands behind it on its line."""

    kind: str
    label: str
    value: str


def read_field(words: str) -> Field | None:
    """The label with which a line begins, if it is one of a contact block."""
    if len(words) > _LONGEST:
        return None
    end = _END.search(words, 0, _LONGEST_LABEL)
    if end is None:
        return None
    head = words[: end.start()]
    kind = _kind(head)
    if not kind:
        return None
    return Field(kind, head.strip(" *_•-"), words[end.end() :].strip(_MARKS))


def read_bare_field(words: str) -> Field | None:
    """The label without a colon with which a line begins (`Puh. 040 555 0142`, `Puh. …`, `puh.`)."""
    match = _BARE.match(words) if len(words) <= _LONGEST else None
    if match is None or (words.isupper() and "." not in words):
        return None
    value = match["value"]
    if not value and match["label"].lower() not in _ABBREVIATED:
        return None  # `puhelinnumero` alone names a datum
    return Field("phone" if match["phone"] else "email", match["label"], "" if is_unfilled(value) else value)


def is_unfilled(value: str) -> bool:
    """Whether dots or a question mark stand in place of a value."""
    return _UNFILLED.match(value) is not None


@lru_cache(maxsize=4096)
def _kind(head: str) -> str:
    """The kind of the label `head`; empty if it is none. Labels recur from notice to notice."""
    match = _LABEL.match(head)
    return match.lastgroup or "" if match else ""
