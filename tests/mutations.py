"""Ways to spoil a good notice: each gives the spoilt source and what must be said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A notice with one fact falsified.

    One of `rules` must be found in line `line` (0: anywhere). `also` are rules that rightly see the
    same mistake from another place; `falls` are elements that the lost fact leaves short.
    """

    what: str
    source: str
    rules: frozenset[str]
    line: int = 0
    also: frozenset[str] = frozenset()
    falls: frozenset[str] = frozenset()


Kind = Callable[[str], Iterator[Spoilt]]

_OMBUDSMAN = re.compile(r"PL 800|PB 800|Box 800|Lintulahdenkuja|Fågelviksgränden|029 566 6700|\+358 29 566 6700|@om\.fi|tietosuoja\.fi")
_FALSE_TOWN = {"05800": "33200", "05801": "33100", "33200": "00100", "20100": "90100", "02150": "70100"}
_STREET_CODE = {"05801": "05800", "00531": "00530"}


def _replaced(source: str, start: int, end: int, words: str) -> tuple[str, int]:
    return source[:start] + words + source[end:], source.count("\n", 0, start) + 1


def _line(source: str, offset: int) -> str:
    start = source.rfind("\n", 0, offset) + 1
    end = source.find("\n", offset)
    return source[start : end if end >= 0 else len(source)]


def _each(
    source: str,
    pattern: str,
    change: Callable[[re.Match[str]], str | None],
    *rules: str,
    also: tuple[str, ...] = (),
    falls: tuple[str, ...] = (),
    ombudsman: tuple[str, ...] = (),
) -> Iterator[Spoilt]:
    """Each match of `pattern` changed in turn; the Ombudsman's own details are `ombudsman`'s."""
    for match in re.finditer(pattern, source, re.MULTILINE):
        words = change(match)
        if words is None or words == match.group():
            continue
        around = _line(source, match.start())
        wanted = rules
        if _OMBUDSMAN.search(match.group()) or (_OMBUDSMAN.search(around) and "555 0" not in match.group()):
            wanted = ombudsman or rules
        spoilt, line = _replaced(source, match.start(), match.end(), words)
        yield Spoilt(
            f"{match.group()!r} -> {words!r}", spoilt, frozenset(wanted), line, frozenset(also), frozenset(falls)
        )


def code_of_another_town(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"\b\d{5}(?= [A-ZÅÄÖ])", lambda m: _FALSE_TOWN.get(m.group(), "90100"),
        "ADR302", also=("ADR304",), ombudsman=("AUT602",),
    )  # fmt: skip


def unknown_code(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"\b\d{5}(?= [A-ZÅÄÖ])", lambda m: "99998", "ADR301", also=("ADR304",), ombudsman=("AUT602",)
    )


def code_without_a_digit(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"\b\d{5}(?= [A-ZÅÄÖ])", lambda m: m.group()[:4], "ADR305", ombudsman=("AUT602", "ADR305")
    )


def letter_in_the_code(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"\b0\d{4}(?= [A-ZÅÄÖ])", lambda m: "O" + m.group()[1:], "ADR305", ombudsman=("AUT602", "ADR305")
    )


def street_code_of_a_box(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"(?<=(?:PL|PB) 12, )\d{5}", lambda m: _STREET_CODE[m.group()], "ADR303", also=("ADR304",)
    )


def swapped_statute_digits(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"(?<=\()\d{3,4}(?=/\d{4}\))", lambda m: m.group()[1] + m.group()[0] + m.group()[2:],
        "LAW403", "LAW401", also=("LAW409",),
    )  # fmt: skip


def statute_year_without_a_digit(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"(?<=\()\d{3,4}/\d{4}(?=\))", lambda m: m.group()[:-4] + m.group()[-4] + m.group()[-2:],
        "LAW401", also=("LAW409",),
    )  # fmt: skip


def another_number_for_the_gdpr(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"2016/679", lambda m: "2016/697", "LAW405")
    yield from _each(source, r"\(EU\) 2016/679", lambda m: "679/2016", "LAW405")


def article_that_does_not_exist(source: str) -> Iterator[Spoilt]:
    """Article 28 of processors; where Article 6 or 9 is lost, the ground is lost with it."""
    yield from _each(source, r"\b28(?= artiklan)|(?<=artikel )28\b|(?<=Article )28\b", lambda m: "120", "LAW406")
    yield from _each(
        source, r"\b6(?= artiklan)|(?<=artikel )[69](?=\.)|\b9(?= artiklan)", lambda m: "120", "LAW406",
        falls=("legal_basis", "special_category_basis", "right_objection", "right_portability"),
    )  # fmt: skip


def point_that_does_not_exist(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"(?<=6 artiklan 1 kohdan )[a-f](?= alakohta)", lambda m: "g", "LAW406")
    yield from _each(source, r"(?<=artikel 6\.1 )[a-f]\b", lambda m: "g", "LAW406")
    yield from _each(source, r"(?<=artikel 9\.2 )g\b", lambda m: "m", "LAW406")


_PHONE_OF_FIXED_LENGTH = r"(?:\+358 |\b0)(?:4\d|50|29|20) \d{3} \d{4}\b"
_PHONE = r"(?:\+358 |\b0)(?:\d{1,3} )?\d{3} \d{4}\b"


def phone_without_digits(source: str) -> Iterator[Spoilt]:
    """Mobile and nationwide numbers; a local one may be short."""
    yield from _each(source, _PHONE_OF_FIXED_LENGTH, lambda m: m.group()[:-5], "CON203", ombudsman=("AUT602", "CON203"))


def phone_with_digits_too_many(source: str) -> Iterator[Spoilt]:
    yield from _each(source, _PHONE, lambda m: m.group() + " 4321", "CON203", ombudsman=("AUT602", "CON203"))


_EMAIL = r"[\w.]+@[\w.]+\w"


def email_with_two_signs(source: str) -> Iterator[Spoilt]:
    yield from _each(source, _EMAIL, lambda m: m.group().replace("@", "@@"), "CON204", ombudsman=("CON204", "AUT602"))


def email_without_top_domain(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, _EMAIL.replace(r"[\w.]+\w", r"\w+\.example"), lambda m: m.group().rpartition(".")[0], "CON204"
    )


def disguised_email(source: str) -> Iterator[Spoilt]:
    yield from _each(source, _EMAIL, lambda m: m.group().replace("@", "(at)"), "CON204", ombudsman=("CON204",))


def email_of_nobody(source: str) -> Iterator[Spoilt]:
    names = {"fi": "etunimi.sukunimi", "sv": "fornamn.efternamn", "en": "firstname.lastname"}
    name = names[language_of(source)]
    yield from _each(source, r"\b\w+\.\w+(?=@)", lambda m: name, "CON205")


def email_at_a_near_miss(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"(?<=@)\w{6,}(?=\.example)",
        # Of two addresses none is the odd one out.
        lambda m: m.group()[:4] + m.group()[3:] if source.count(f"@{m.group()}.") > 2 else None, "CON211",
    )


def business_id_with_a_wrong_digit(source: str) -> Iterator[Spoilt]:
    yield from _each(
        source, r"\b\d{7}-\d\b", lambda m: m.group()[:-1] + str((int(m.group()[-1]) + 1) % 10), "CON207"
    )


_OWN_DATE = r"(?i)(?:päivitetty|updated:?|uppdaterad|tarkistettu[\w ]*|alkaen\. viimeksi päivitetty)(?: den)? \d{1,2}(?:\.\d{1,2}\.| \w+ )2026"


def date_ahead(source: str) -> Iterator[Spoilt]:
    yield from _each(source, _OWN_DATE, lambda m: m.group()[:-4] + "2027", "DOC705")


def _long_gone(match: re.Match[str]) -> str | None:
    """The date five years back, unless another one on the line is newer."""
    others = _line(match.string, match.start()).replace(match.group(), "")
    return None if "2026" in others + match.group()[:-4] else match.group()[:-4] + "2021"


def date_long_gone(source: str) -> Iterator[Spoilt]:
    yield from _each(source, _OWN_DATE, _long_gone, "DOC706")


def emptied_label(source: str) -> Iterator[Spoilt]:
    """`- Puhelin: 019 …` without its number."""
    yield from _each(
        source, r"^- (Nimi|Puhelin|Sähköposti|Namn|Telefon|E-post|Phone|Email): (?!.*(?:@om\.fi|566 6700)).+$",
        lambda m: f"- {m.group(1)}:", "CON201", also=("CON202", "CON208"), falls=("contact_person",),
    )  # fmt: skip


_TERMS = {
    "fi": (("ekisterinpitäjä", "ekisterinpitjä"), ("ietosuojavastaava", "ietosuojavastava"), ("äilytysaika", "äilitysaika")),
    "sv": (("ersonuppgiftsansvarig", "ersonuppgiftsanvarig"), ("ataskyddsombud", "ataskydsombud"), ("ersonuppgifter", "ersonupgifter")),
    "en": (("ata protection officer", "ata protecion officer"), ("ontroller", "ontroler")),
}  # fmt: skip


def misspelt_term(source: str) -> Iterator[Spoilt]:
    """A term misspelt in a heading, or as the notice's only name of a role, takes the element along."""
    for right, wrong in _TERMS[language_of(source)]:
        for match in re.finditer(rf"(?<![\w@.-])\w{right}\w*", source):
            around = _line(source, match.start())
            if "@" in around or around.startswith("title:"):
                continue
            words = match.group().replace(right, wrong)
            spoilt, line = _replaced(source, match.start(), match.end(), words)
            falls = frozenset({"controller", "dpo", "purposes"}) if around.startswith("#") or right[0] == "a" else frozenset()
            yield Spoilt(f"{match.group()!r} -> {words!r}", spoilt, frozenset({"DOC710"}), line, falls=falls)


def skipped_heading_number(source: str) -> Iterator[Spoilt]:
    """From one heading on all numbers are one too high."""
    headings = list(re.finditer(r"^## (\d+)(?=\. )", source, re.MULTILINE))
    for first in headings[1:]:
        later = re.sub(
            r"^## (\d+)(?=\. )", lambda m: f"## {int(m.group(1)) + 1}", source[first.start() :], flags=re.MULTILINE
        )
        line = source.count("\n", 0, first.start()) + 1
        yield Spoilt(f"gap at {first.group()}", source[: first.start()] + later, frozenset({"DOC704"}), line)


def repeated_paragraph(source: str) -> Iterator[Spoilt]:
    for match in re.finditer(r"^[A-ZÅÄÖ][^\n|@]{90,}$", source, re.MULTILINE):
        spoilt = f"{source.rstrip()}\n\n{match.group()}\n"
        yield Spoilt(f"twice {match.group()[:30]!r}", spoilt, frozenset({"DOC708"}), spoilt.count("\n"))


def cut_off_paragraph(source: str) -> Iterator[Spoilt]:
    open_words = {"fi": " ja", "sv": " och", "en": " and"}[language_of(source)]
    for match in re.finditer(r"(?<=[a-zåäö])\.\n(?=\n## )", source):
        sentence = _line(source, match.start())
        if sentence[0] in "-|" or "https" in sentence or sentence.rstrip(".").rpartition(". ")[2].count(" ") < 5:
            continue  # an item needs no full stop, and a short line may be a label
        spoilt, line = _replaced(source, match.start(), match.end() - 1, open_words)
        yield Spoilt(f"cut at {match.start()}", spoilt, frozenset({"DOC702"}), line)


def placeholder_for_a_name(source: str) -> Iterator[Spoilt]:
    words = {"fi": "[täydennä nimi]", "sv": "[fyll i namn]", "en": "[insert name]"}[language_of(source)]
    yield from _each(
        source, r"(?<=- Nimi: )[\w ]+|(?<=- Namn: )[\w ]+|(?<=go to )Henrik Salovaara|(?<=on )Olli Rantakoski",
        lambda m: words, "DOC703", falls=("contact_person",), also=("CON202",),
    )  # fmt: skip


def fallen_authority(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"Lupa- ja valvontavirastolle", lambda m: "Valviralle", "AUT601")
    yield from _each(source, r"Digi- ja väestötietoviraston", lambda m: "Väestörekisterikeskuksen", "AUT601")
    yield from _each(source, r"Finnish Tax Administration", lambda m: "Population Register Centre", "AUT601")
    yield from _each(source, r"(?<=^- )Utbildningsstyrelsen", lambda m: "Regionförvaltningsverket", "AUT601")


def former_address_of_the_ombudsman(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"Lintulahdenkuja 4, 00530", lambda m: "Ratapihantie 9, 00520", "AUT602")
    yield from _each(source, r"Fågelviksgränden 4, 00530", lambda m: "Bangårdsvägen 9, 00520", "AUT602")
    yield from _each(source, r"(?<=800, )00531", lambda m: "00521", "AUT602")


def broken_web_address(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"https://(?=\w)", lambda m: "http://https://", "CON206")
    yield from _each(source, r"https://(?=tietosuoja\.fi)", lambda m: "https:// ", "CON206")


def obsolete_name(source: str) -> Iterator[Spoilt]:
    yield from _each(source, r"^Tietosuojaseloste\b|(?<=[ *])tietosuojaseloste\b", lambda m: "rekisteriseloste", "DOC709")
    yield from _each(source, r"\bPersonuppgiftsansvarig\b", lambda m: "Registeransvarig", "DOC709")


# A false sentence, put at the end of the section whose heading matches.
_LIES = {
    "fi": (
        ("ulkopuolelle", "Sähköpostipalvelun palvelimet ovat Yhdysvalloissa.", ("LOG503",), ()),
        ("ulkopuolelle", "Palvelu toimii Norjassa, joka on ETA:n ulkopuolella.", ("LOG510",), ("LOG503",)),
        ("päätöksenteko|päätöksiä", "Järjestelmä tekee hakemuksista automaattiset päätökset.", ("LOG507",), ()),
        ("tietosisältö|tietoja meillä|henkilötiedot", "Esimerkiksi tunnus 131052-308T tallennetaan.", ("CON210",), ("LOG509",)),
        ("ikeuksi|ikeudet|ikeutesi", "Tiedot saa tarkastaa maksutta kerran vuodessa.", ("LAW411",), ()),
        ("ikeusperust|erusteella", "Käsittelyssä noudatetaan henkilötietolakia (523/1999).", ("LAW404",), ()),
        ("alitt|alitus", "Noudatamme asetuksen vaatimuksia 7 §:än mukaan.", ("LAW408",), ()),
    ),
    "sv": (
        ("utanför", "Servrarna för e-posttjänsten finns i USA.", ("LOG503",), ()),
        ("Automatiserat", "Systemet fattar automatiska beslut om ansökningarna.", ("LOG507",), ()),
        ("Uppgifter som", "Till exempel beteckningen 131052-308T sparas.", ("CON210",), ()),
        ("rättigheter", "Uppgifterna får granskas avgiftsfritt en gång per år.", ("LAW411",), ()),
        ("Rättslig grund", "Dessutom följs personuppgiftslagen (523/1999).", ("LAW404",), ()),
    ),
    "en": (
        ("automated", "The system makes automated decisions on your bookings.", ("LOG507",), ()),
        ("What data", "For example the code 131052-308T is stored.", ("CON210",), ()),
        ("rights", "You may inspect your data free of charge once a year.", ("LAW411",), ()),
        ("grounds", "We also follow the Finnish Personal Data Act (523/1999).", ("LAW404",), ()),
    ),
}  # fmt: skip


def false_sentence(source: str) -> Iterator[Spoilt]:
    for heading, sentence, rules, also in _LIES[language_of(source)]:
        match = re.search(rf"^##.*(?:{heading}).*$", source, re.MULTILINE)
        if match is None:
            continue
        if "LOG503" in rules and not re.search(r"ei siirretä|inte till länder utanför", source):
            continue  # nothing is denied that the sentence could contradict
        end = source.find("\n#", match.end())
        end = len(source) if end < 0 else end
        # A transfer that is told needs its ground told, too.
        falls = frozenset({"transfer_safeguards"} if {"LOG503", "LOG510"} & set(rules) else ())
        spoilt = f"{source[:end].rstrip()}\n\n{sentence}\n{source[end:]}"
        yield Spoilt(sentence, spoilt, frozenset(rules), 0, frozenset(also), falls)


def language_of(source: str) -> str:
    """The language of a sample, by a word that only it has."""
    return "sv" if "personuppgift" in source else "en" if "personal data" in source else "fi"


KINDS: tuple[Kind, ...] = (
    code_of_another_town, unknown_code, code_without_a_digit, letter_in_the_code, street_code_of_a_box,
    swapped_statute_digits, statute_year_without_a_digit, another_number_for_the_gdpr,
    article_that_does_not_exist, point_that_does_not_exist, phone_without_digits,
    phone_with_digits_too_many, email_with_two_signs, email_without_top_domain, disguised_email,
    email_of_nobody, email_at_a_near_miss, business_id_with_a_wrong_digit, date_ahead, date_long_gone,
    emptied_label, misspelt_term, skipped_heading_number, repeated_paragraph, cut_off_paragraph,
    placeholder_for_a_name, fallen_authority, former_address_of_the_ombudsman, broken_web_address,
    obsolete_name, false_sentence,
)  # fmt: skip
