"""Whether an answer can be right, by the project's own data and the numbering plans."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from rekisterilint.data import postal
from rekisterilint.facts.contacts import find_emails, find_phones
from rekisterilint.facts.dates import find_dates
from rekisterilint.readers.register.words import BASIS_LETTERS

Value = str | bool | list[str]
_POSTAL = re.compile(r"(\d{5})\s+(\S.*)")
_BUSINESS_ID = re.compile(r"\d{7}-\d")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_YES = frozenset(("k", "kyllä", "kylla", "on", "j", "ja", "y", "yes", "true"))
_NO = frozenset(("e", "ei", "n", "nej", "no", "false"))

_REASONS: Mapping[str, Mapping[str, str]] = {
    "phone": {
        "fi": "Puhelinnumeroa {value} ei ole missään numerointisuunnitelmassa. Tarkista numerot.",
        "sv": "Telefonnumret {value} finns inte i någon nummerplan. Kontrollera siffrorna.",
        "en": "No numbering plan has the telephone number {value}. Check the digits.",
    },
    "email": {
        "fi": "{value} ei ole sähköpostiosoite. Kirjoita se muodossa nimi@esimerkki.fi.",
        "sv": "{value} är ingen e-postadress. Skriv den i formen namn@exempel.fi.",
        "en": "{value} is no e-mail address. Write it as name@example.fi.",
    },
    "postal-form": {
        "fi": "Kirjoita postinumero ja postitoimipaikka, esimerkiksi 04400 Järvenpää.",
        "sv": "Skriv postnummer och postanstalt, till exempel 04400 Träskända.",
        "en": "Write the postal code and the town, for example 04400 Järvenpää.",
    },
    "postal-unknown": {
        "fi": "Postinumeroa {value} ei ole.",
        "sv": "Postnumret {value} finns inte.",
        "en": "There is no postal code {value}.",
    },
    "postal-town": {
        "fi": "Postinumeron {value} postitoimipaikka on {town}.{nearest}",
        "sv": "Postnumret {value} hör till {town}.{nearest}",
        "en": "The postal code {value} belongs to {town}.{nearest}",
    },
    "nearest": {"fi": " Tarkoititko {codes}?", "sv": " Menade du {codes}?", "en": " Did you mean {codes}?"},
    "date": {
        "fi": "{value} ei ole päivämäärä. Kirjoita se muodossa 12.3.2026.",
        "sv": "{value} är inget datum. Skriv det i formen 12.3.2026.",
        "en": "{value} is no date. Write it as 12.3.2026.",
    },
    "future": {
        "fi": "{value} on vasta tulossa. Kirjoita päivä, jona selostetta on viimeksi muutettu.",
        "sv": "{value} ligger i framtiden. Skriv dagen då beskrivningen senast ändrades.",
        "en": "{value} lies ahead. Write the day on which the notice was last changed.",
    },
    "business-id": {
        "fi": "Y-tunnus {value} on väärin. Muoto on 1234567-1, ja viimeinen numero on tarkiste.",
        "sv": "FO-numret {value} är fel. Formen är 1234567-1, och den sista siffran är en kontrollsiffra.",
        "en": "The business ID {value} is wrong. Its form is 1234567-1; the last digit is a check digit.",
    },
    "yes-no": {
        "fi": "Vastaa k (kyllä) tai e (ei).",
        "sv": "Svara j (ja) eller n (nej).",
        "en": "Answer y (yes) or n (no).",
    },
    "bases": {
        "fi": "{value} ei ole 6 artiklan peruste. Vastaa kirjaimilla a-f, esimerkiksi: e tai a, e.",
        "sv": "{value} är ingen grund i artikel 6. Svara med bokstäverna a-f, till exempel: e eller a, e.",
        "en": "{value} is no ground of Article 6. Answer with letters a-f, for example: e or a, e.",
    },
    "text": {
        "fi": "Vastauksessa on oltava kirjaimia.", "sv": "Svaret ska innehålla bokstäver.",
        "en": "The answer must hold letters.",
    },
    "kind": {
        "fi": "Vastaus on väärää lajia.", "sv": "Svaret är av fel slag.", "en": "The answer is of the wrong kind.",
    },
}  # fmt: skip


class WrongAnswerError(Exception):
    """An answer that can't be right; `reason` tells why, in the language of the questions."""

    def __init__(self, code: str, language: str, **values: str) -> None:
        self.reason = _REASONS[code][language].format(**values)
        super().__init__(self.reason)


def text(raw: str, language: str, today: datetime.date) -> Value:
    """Words: some letter must be among them."""
    if not any(char.isalpha() for char in raw):
        raise WrongAnswerError("text", language)
    return raw


def phone(raw: str, language: str, today: datetime.date) -> Value:
    """A number that a numbering plan has."""
    import phonenumbers

    found = find_phones(f"Puhelin: {raw}")
    try:
        valid = len(found) == 1 and phonenumbers.is_valid_number(
            phonenumbers.parse(found[0].digits, "FI")
        )
    except phonenumbers.NumberParseException:
        valid = False
    if not valid:
        raise WrongAnswerError("phone", language, value=raw)
    return raw


def email(raw: str, language: str, today: datetime.date) -> Value:
    """An address without fault, and no placeholder."""
    found = find_emails(raw)
    whole = len(found) == 1 and found[0].address == raw and not found[0].fault
    if not whole or found[0].placeholder or found[0].disguised:
        raise WrongAnswerError("email", language, value=raw)
    return raw


def postal_line(raw: str, language: str, today: datetime.date) -> Value:
    """A postal code and the town that it belongs to."""
    match = _POSTAL.fullmatch(raw)
    if match is None:
        raise WrongAnswerError("postal-form", language)
    code, town = match.groups()
    known = postal.lookup(code)
    if known is None:
        raise WrongAnswerError("postal-unknown", language, value=code)
    if not postal.accepts(code, town):
        codes = postal.nearest_codes(code, town)[:2]
        nearest = _REASONS["nearest"][language].format(codes=" / ".join(codes)) if codes else ""
        owner = known.town_sv if language == "sv" else known.town_fi
        raise WrongAnswerError("postal-town", language, value=code, town=owner, nearest=nearest)
    return raw


def date(raw: str, language: str, today: datetime.date) -> Value:
    """A whole date, not in the future; kept as year-month-day."""
    iso = raw if _ISO.fullmatch(raw) else next((found.iso for found in find_dates(raw)), "")
    try:
        day = datetime.date.fromisoformat(iso)
    except ValueError:
        raise WrongAnswerError("date", language, value=raw) from None
    if day > today:
        raise WrongAnswerError("future", language, value=raw)
    return iso


def business_id(raw: str, language: str, today: datetime.date) -> Value:
    """A business ID with the right check digit."""
    from stdnum.fi import ytunnus

    if not _BUSINESS_ID.fullmatch(raw) or not ytunnus.is_valid(raw):
        raise WrongAnswerError("business-id", language, value=raw)
    return raw


def yes_no(raw: str, language: str, today: datetime.date) -> Value:
    """Yes or no, in any of the languages."""
    word = raw.casefold().strip(".! ")
    if word not in _YES | _NO:
        raise WrongAnswerError("yes-no", language)
    return word in _YES


def bases(raw: str, language: str, today: datetime.date) -> Value:
    """Article 6(1) grounds by letter or name."""
    letters: set[str] = set()
    for part in (part.strip().casefold() for part in re.split(r"[,;/]|\s+(?:ja|och|and)\s+", raw)):
        words = part.split()
        if part in BASIS_LETTERS:
            letters.add(BASIS_LETTERS[part])
        elif words and all(word in BASIS_LETTERS for word in words):
            letters.update(BASIS_LETTERS[word] for word in words)
        else:
            raise WrongAnswerError("bases", language, value=part or raw)
    return sorted(letters)


Validator = Callable[[str, str, datetime.date], Value]
VALIDATORS: Mapping[str, Validator] = {
    "text": text, "list": text, "phone": phone, "email": email, "postal": postal_line,
    "date": date, "business-id": business_id, "yes-no": yes_no, "bases": bases,
}  # fmt: skip


def kind_error(language: str) -> WrongAnswerError:
    """For an answer that is no text, truth or list where one is asked for."""
    return WrongAnswerError("kind", language)
