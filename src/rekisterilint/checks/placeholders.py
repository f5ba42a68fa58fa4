"""DOC703: what a template left behind."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.notice.model import Notice, Unit

_L = "A-Za-zÅÄÖåäöé"
# Words that say, within brackets, what should be filled in.
_ASKED = (
    r"(?i:täyd|täyt|lisää|lisätään|lisätkää|kirjo[ij]|syötä|mainitse|määrittele|kuvaa\b|valitse|esim\b|nimi\b|nimen|organisaati|"
    r"yrity[sk]|yhdisty[sk]|kunnan\b|kaupungin nimi|osoite|puhelin|sähköposti\b|pvm|päiväm|päivämäärä|palvelun|henkilön|järjestelm|"
    r"aika\b|x+ |fyll|ange |skriv|lägg till|infoga|namn|företag|förening|organisation|adress|datum|telefon|t\.ex|"
    r"insert|enter |add |fill|your (?:name|company|org|e-?mail|phone|address)|name|company|address|date\b|e\.g|describe|specify|to be (?:added|completed)|tbd|todo|placeholder)"
)
_BRACKETS = rf"\[[ *_]?(?:[^\]\[\s@]+ ){{0,3}}?{_ASKED}[^\]\[\n@]{{0,120}}\]"
_ANGLES = rf"<\s?{_ASKED}[^<>\n@/=]{{0,60}}>"
_CODE = r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|\{\$[^\n{}]{1,90}\}|%%?[A-Z_][A-Z0-9_]{2,40}%%?|\{(?:COMPANY|NAME|EMAIL|company|name|email|nimi)[A-Za-z_ ]{0,20}\}"
_CROSSES = (
    rf"(?:\+?[0-9][0-9 ()-]{{1,9}})[Xx][Xx -]{{2,11}}|\b[Xx]{{1,2}}\.[ ]?[Xx]{{1,2}}\.[ ]?(?:20)?[Xx0-9]{{2,4}}|"
    rf"\b[Xx]{{5,8}}-[Xx]|(?:^|[^{_L}0-9@./-])(?:[Xx]{{2,8}})(?:$|[^{_L}0-9@/.-]|\.[ \n]|\.$)|"
    rf"(?:^|[^{_L}0-9.§])[XxNn] (?:vuo(?:tta|den)|kuukau(?:tta|den)|kk\b|päivää|viikkoa|år\b|månad|dagar|years?\b|months?\b|days\b)|"
    r"\b[0-9]{1,2}\.[Xx]{1,2}\.(?:20)?[0-9Xx]{2}|\b20[Xx]{2}\b"
)
_DATE_FORMS = r"(?i:\b(?:pp|dd|xx)[./-](?:kk|mm)[./-](?:vvvv|yyyy|åååå|20vv|vv|yy|xxxx)|åååå-mm-dd|yyyy-mm-dd)"
_BLANKS = r"_{4,}|\?{3,}"
_ENGLISH_LATIN = r"(?i:lorem ipsum|dolor sit amet)"
_NOTES = r"\b(?:TODO|TBD|TBA|FIXME|FIX)\b[^\n.]{0,60}"
_NAMES = (
    r"\b(?:Yritys|Firma|Esimerkki|Esimerkkiyritys|Malliyritys|Example|Company|Exempel|Företag|Företaget|Sample|Acme) (?:Oy|Ab|AB|Oyj|Ltd|Inc|Tmi|ry|rf)\b|"
    r"\bOy (?:Yritys|Esimerkki|Malli) (?:Ab)?|"
    r"(?:\b[A-Za-z0-9._-]+@|www\.|https?://)(?:yritys|yrityksesi|yrityksenne|esimerkki|organisaatio|example|exempel|foretag|domain|company|yourcompany|mycompany|yourdomain)\.(?:fi|com|org|net|ax|eu|se)\b|"
    r"\bM(?:atti|aija) Meikäläi\w+|\bJohn Doe\b|\bJane Doe\b|\bErik Exempel\w*|\b(?:Your|Company) Company Name|\bYour Company\b|\bCompany Name\b|"
    r"\b(?:Esimerkkikatu|Mallikatu|Esimerkkitie|Exempelgatan|Example Street)\b"
)
_NUMBERS = (
    r"(?:\+358[ ]?|\b0)(?:40|41|44|45|46|50)[ -]?123[ -]?(?:45[ ]?67|4567|456)\b|\b1234567-[0-9]\b|(?:\+358[ ]?|\b0)(?:40|44|45|50)[ -]?000[ -]?0000\b"
)
_INSTRUCTIONS = (
    r"(?i:lisää tähän|täydennä tähän|kirjoita tähän|kirjoitetaan tähän|tähän (?:kirjoit|lisät|täyd|tulee |kuvat|päivämäär|yrityksen|organisaation|rekisterinpitäjän nimi)[^\n]{0,40}|"
    r"täydennetään myöhemmin|tarkennetaan myöhemmin|täytetään myöhemmin|poista (?:tämä|tarpeeton|tarpeettomat|ylimääräi)[^\n]{0,40}|valitse (?:sopiva|oikea|seuraavista)[^\n]{0,30}|"
    r"esimerkkipohja[^\n]{0,80}|tulee täydentää|(?:fyll i|skriv|lägg till|ange) här\b|fylls i senare|kompletteras senare|"
    r"insert (?:your|here|company|name|date)[^\n]{0,40}|(?:enter|add|fill in) (?:your|here)[^\n]{0,30}|to be (?:completed|added|defined) later|delete (?:this|if|as) [^\n]{0,30}appl)"
)
# A template's noun in capitals amid ordinary words.
_CAPITALS = r"\b(?:ORGANISAATIO|YRITYKSE|YRITYS|JÄRJESTELMÄ|YHDISTYKSE|YHDISTYS|OPPILAITOKSE|OPPILAITOS|TOIMINIMI|KORKEAKOULU|ORGANISATIONEN|FÖRETAGET|COMPANY|ORGANISATION|ORGANIZATION)[A-ZÅÄÖ]*"
# Its labels, alone in place of what they ask for.
_LABELS = r"\n(?:POSTIOSOITE|KATUOSOITE|PUHELINNUMERO|PUHELIN|SÄHKÖPOSTIOSOITE|NIMI|YHTEYSTIEDOT|YHTEYSHENKILÖ)(?:,? (?:TAI |JA )?[A-ZÅÄÖ]{4,}){0,3}\n"
_CERTAIN = "|".join((_BRACKETS, _ANGLES, _CODE, _ENGLISH_LATIN, _NOTES, _NAMES, _INSTRUCTIONS, _CAPITALS))
_LIKELY = "|".join((_CROSSES, _BLANKS, _DATE_FORMS, _NUMBERS))
_ALL = f"({_CERTAIN})|({_LIKELY})"

# What stands for an address that is kept from robots is no leftover.
_HIDDEN = r"(?i:suojattu|protected|poistettu|skydda|removed|redacted)"
_SIGNATURE = r"allekirjoit|underskrift|signature|nimenselvennys|namnförtydligande"


def template_leftovers(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit for each leftover; those in one sentence that touch are one."""
    notice = context.notice
    last = -1
    found = list(scan.spans(_ALL, notice))
    if any(scan.first(f"^(?:{_CAPITALS})", _bytes(notice, span)) for span in found):
        found += scan.spans(_LABELS, notice)
    for span in found:
        words = notice.text.content[span.start : span.end]
        span, words = _trimmed(span, words)
        if last > span.start > last - 200 or not words:
            continue
        unit = context.unit_at(span.start)
        if unit is None:
            continue
        if _means_itself(notice, unit, words):
            continue
        last = span.end
        yield Hit(span, confidence=Confidence.MEDIUM if words.isupper() and len(words) < 3 else None)


def _means_itself(notice: Notice, unit: Unit, words: str) -> bool:
    """Whether what looks like a leftover is one of a form's or page's own signs."""
    written = words.encode("latin-1", "replace")
    if words.isupper() and scan.first(f"^(?:{_CAPITALS})", written):
        return not _in_ordinary_text(notice.words(unit), words)
    if words.startswith(("_", "?")) and scan.first(_SIGNATURE, unit.folded):
        return True
    if "date" in unit.facts and scan.first(rf"^(?:{_DATE_FORMS})$", written):
        return True
    return scan.first(_HIDDEN, written) is not None


def _trimmed(span: Span, words: str) -> tuple[Span, str]:
    """Without the characters that only bounded the match."""
    head = len(words) - len(words.lstrip(" \n,.;:()\"'|*/-"))
    bare = words[head:].rstrip(" \n,;:()\"'|*")
    return Span(span.start + head, span.start + head + len(bare)), bare


def _bytes(notice: Notice, span: Span) -> bytes:
    return notice.text.content[span.start : span.end].encode("latin-1", "replace")


def _in_ordinary_text(sentence: str, capitals: str) -> bool:
    """Whether the noun in capitals stands in ordinary text, or alone with "name"."""
    others = [word for word in sentence.split() if word.isalpha() and not word.isupper()]
    if len(others) >= 1 and len(others) * 2 >= len(sentence.split()) - 1:
        return True
    bare = sentence.strip(" .:*")
    return bare.endswith((" NIMI", " NAMN", " NAME")) and not sentence.rstrip().endswith(":")
