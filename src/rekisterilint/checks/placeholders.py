"""DOC703: what a template left behind."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.brackets import bracketed_blocks
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

_L = "A-Za-zÅÄÖåäöé"
# Words that say, within brackets, what should be filled in.
_ASKED = (
    r"(?i:täyd|täyt|lisää|lisätään|lisätkää|kirjo[ij]|syötä|mainitse|määrittele|kuvaa\b|valitse|esim\b|nimi\b|nimen|organisaati|"
    r"yrity[sk]|yhdisty[sk]|kunnan\b|kaupungin nimi|osoite|puhelin|sähköposti\b|pvm|päiväm|päivämäärä|palvelun|henkilön|järjestelm|"
    r"aika\b|x+ |org\.?[- ]?nr|kontakt-e-post|kontaktuppg|fyll|ange |skriv|lägg till|infoga|namn|företag|förening|organisation|adress|datum|telefon|t\.ex|"
    r"insert|enter |add |fill|your (?:name|company|org|e-?mail|phone|address)|name|company|address|date\b|e\.g|describe|specify|to be (?:added|completed)|tbd|todo|placeholder)"
)
_BRACKETS = rf"\[[ *_]?(?:[^\]\[\s@]+ ){{0,3}}?{_ASKED}[^\]\[\n@]{{0,120}}\]"
_IDENTIFIERS = r"\[ ?(?i:(?:vat ?/ ?)?business id|vat(?: number| id)?|y-tunnus|fo-nummer) ?\]"
# What should be filled in, in capitals alone: "[EMAIL PROVIDER]". Of short words it is an abbreviation: "[EU/ETA]".
_SHOUTED = r"\[(?:(?:[A-ZÅÄÖ]{2,}[ /-]){1,6}[A-ZÅÄÖ]{5,}|[A-ZÅÄÖ]{5,}(?:[ /-][A-ZÅÄÖ]{2,}){1,6})(?:: [^\]\n]{2,200})?\]"
_ANGLES = rf"<\s?{_ASKED}[^<>\n@/=]{{0,60}}>"
_CODE = r"\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{1,80}\}|\{\$[^\n{}]{1,90}\}|%%?[A-Z_][A-Z0-9_]{2,40}%%?|\{(?:COMPANY|NAME|EMAIL|company|name|email|nimi)[A-Za-z_ ]{0,20}\}"
_CROSSES = (
    rf"(?:\+?[0-9][0-9 ()-]{{1,9}})[Xx][Xx -]{{2,11}}|\b[Xx]{{1,2}}\.[ ]?[Xx]{{1,2}}\.[ ]?(?:20)?[Xx0-9]{{2,4}}|"
    rf"\b[Xx]{{5,8}}-[Xx]|(?:^|[^{_L}0-9@./-])(?:[Xx]{{2,8}})(?:$|[^{_L}0-9@/.-]|\.[ \n]|\.$)|"
    rf"(?:^|[^{_L}0-9.§])[XxNn] (?:vuo(?:tta|den)|kuukau(?:tta|den)|kk\b|päivää|viikkoa|år\b|månad|dagar|years?\b|months?\b|days\b)|"
    r"\b[0-9]{1,2}\.[Xx]{1,2}\.(?:20)?[0-9Xx]{2}|\b20[Xx]{2}\b"
)
_DATE_FORMS = r"(?i:\b(?:pp|dd|xx)[./-](?:kk|mm)[./-](?:vvvv|yyyy|åååå|20vv|vv|yy|xxxx)|åååå-mm-dd|yyyy-mm-dd)"
_PERIOD_UNITS = r"(?:vuo(?:tta|den)|kuukau(?:tta|den)|kk\b|päivää|viikkoa|år\b|månad|dagar|years?\b|months?\b|days\b)"
# "? vuotta", "[30] days", "__ vuotta", "… vuotta" (in one byte: ". vuotta"), "__.__.2026"
_BLANKS = (
    r"_{4,}|\?{3,}|"
    rf" (?:\?{{1,2}}|_{{1,3}}|\.|\.\.\.|\[[0-9]{{1,3}}\]) {_PERIOD_UNITS}|"
    r"_{1,3}\.[ ]?_{1,3}\.[ ]?(?:20)?[0-9_]{2,4}"
)
_ENGLISH_LATIN = r"(?i:lorem ipsum|dolor sit amet)"
_NOTES = r"\b(?:TODO|TBD|TBA|FIXME|FIX)\b[^\n.]{0,60}"
_NAMES = (
    r"\b(?:Yritys|Firma|Esimerkki|Esimerkkiyritys|Malliyritys|Example|Company|Exempel|Företag|Företaget|Sample|Acme) (?:Oy|Ab|AB|Oyj|Ltd|Inc|Tmi|ry|rf)\b|"
    r"\bOy (?:Yritys|Esimerkki|Malli) (?:Ab)?|"
    r"(?:\b[A-Za-z0-9._-]+@|www\.|https?://)(?:yritys|yrityksesi|yrityksenne|esimerkki|organisaatio|example|exempel|foretag|domain|company|yourcompany|mycompany|yourdomain)\.(?:fi|com|org|net|ax|eu|se)\b|"
    r"\b(?:esimerkki|exempel)@[a-z-]+\.(?:fi|com|net|se)\b|"
    r"\bM(?:atti|aija) Meikäläi\w+|\bJohn Doe\b|\bJane Doe\b|\bErik Exempel\w*|\b(?:Your|Company) Company Name|\bYour Company\b|\bCompany Name\b|"
    r"\b(?:Esimerkkikatu|Mallikatu|Esimerkkitie|Exempelgatan|Example Street)\b"
)
_NUMBERS = (
    r"(?:\+358[ ]?|\b0)(?:40|41|44|45|46|50)[ -]?123[ -]?(?:45[ ]?67|4567|456)\b|\b1234567-[0-9]\b|\b0000000-0\b|(?:\+358[ ]?|\b0)(?:40|44|45|50)[ -]?000[ -]?0000\b"
)
_INSTRUCTIONS = (
    r"(?i:lisää tähän|täydennä tähän|kirjoita tähän|kirjoitetaan tähän|tähän (?:kirjoit|lisät|täyd|tulee |kuvat|päivämäär|yrityksen|organisaation|rekisterinpitäjän nimi)|"
    r"ennen julkaisua (?:suosittelemme|täydennä|täytä|tarkista|päivitä|muokkaa|vaihda)\b|(?:tämä|tää) (?:malli)?pohja on (?:tarkoitettu|vain|laadittu)\b|"
    r"täydennetään myöhemmin|tarkennetaan myöhemmin|täsmennetään myöhemmin|täytetään myöhemmin|poista (?:tämä|tarpeeton|tarpeettomat|ylimääräi)|valitse (?:sopiva|oikea|seuraavista)|"
    r"esimerkkipohja|tulee täydentää|(?:fyll i|skriv|lägg till|ange) här\b|fylls i senare|kompletteras senare|preciseras senare|"
    r"insert (?:your|here|company|name|date)|(?:enter|add|fill in) (?:your|here)|(?:to|will) be (?:completed|added|defined|specified) later|to be set (?:on|at|upon|before) (?:publication|launch)|delete (?:this|if|as) [^\n]{0,30}appl)"
)
# What a template tells its writer, in a sentence or in brackets: "Kerro tässä, …", "(luettele vastaanottajat)".
_ADVICE = (
    r"(?i:(?:^|\n|[.:!?] )tähän (?:tarvittaessa|myös|merkintä|maininta|kerro|kuvaus|luettel|lista|laitetaan|listataan|mainitaan|(?:kirjataan|merkitään|kuvataan) (?:rekisterin|organisaation|yrityksen|käsittelyn|mi|ne ))|"
    r"\b(?:kerro|kuvaa|mainitse|luettele|selosta|määrittele|ilmoita) (?:tässä|tähän)(?:,|:| lyhyesti| (?:mi|mä|ku|ke|on|ovat|myös|tieto|rekister|henkilötie|esim|mahdolli)[a-zäö]*)|"
    r"\buseita\b[^!?\n]{0,90}, listaa (?:ne|tähän|tässä)\b|\bkerro myös,? (?:jos|mikäli) tiedot\b|\blaki \(mikä\)|\(mihin perustuu\)|"
    r"\((?:täydennä|täytä|luettele|määrittele|yliviivaa|muokkaa|kuvaa|tarkenna|valitse)\b[^()\n]{0,60}\)|"
    r"\((?:lisää|kirjoita|merkitse|syötä)(?: (?:nimi|osoite|puhelin|sähköposti|päivämäärä|aika|tähän|tieto|yhteystie)[^()\n]{0,50})?\)|"
    r"\(kerro (?:palvelu|tässä|tarkemmin|kuka|kenelle|mi|mahdolli|kuinka|esim|järjestelm)[^()\n]{0,60}\)|"
    r"\b(?:muuta|muokkaa|tarkista|täydennä) (?:tämä|tätä) (?:kohta|kohtaa|teksti|tekstiä)\b|"
    r"\besim\. (?:yritykse|järjestö|yhdistykse|organisaatio)(?:si|nne)\b|"
    r"\blisää (?:yritykse|yhdistykse|organisaatio|seura)(?:si|nne)\b|"
    r"\bmallipohja,? (?:jota|jonka|johon)\b|"
    r"\((?:beskriv|räkna upp|fyll i|stryk|precisera|välj)\b[^()\n]{0,60}\)|\b(?:beskriv|ange|uppge|räkna upp) här\b|"
    r"(?:^|\n)give (?:the |your )?(?:company name|contact information of)\b|\b(?:description|statement|notice|policy) is only a model\b|\bthis document is a (?:scaffold|template)\b|"
    r"\be-?mail \(e-?mail address\) or (?:by )?(?:contact|the )|\bsähköpostitse \(sähköpostiosoite\)|"
    r"\((?:describe|list here|specify|delete|choose|fill in) [^()\n]{0,60}\)|\b(?:describe|list|specify|state) here\b)"
)
# Both choices of a template: "siirretään / ei siirretä".
_CHOICES = (
    r"(?i:\bei (?:siirretä|luovuteta|käytetä|tehdä|kerätä|säilytetä) ?/ ?(?:siirretään|luovutetaan|käytetään|tehdään|kerätään|säilytetään)\b|"
    r"\b(?:siirretään|luovutetaan|käytetään|tehdään|kerätään|säilytetään) ?/ ?ei (?:siirretä|luovuteta\b|käytetä|tehdä|kerätä|säilytetä)|"
    r"\b(?:överförs|lämnas ut|används) ?/ ?(?:överförs|lämnas|används) inte\b|\b(?:are|is) ?/ ?(?:are|is) not (?:transferred|disclosed|used)\b)|"
    r"\bei (?:säännönmukaisesti )?(?:siirretä|luovuteta) [^.\n/]{0,60} / [A-ZÅÄÖ][^.\n]{0,100}\b(?:siir|luovut)\w*"
)
# Nobody's name, street or company.
_NOBODY = (
    r"\b(?:Nimi Niminen|Etunimi Sukunimi|Sukunimi Etunimi|Förnamn Efternamn|Firstname Lastname)\b|\bKatuosoite (?:1|12|123)\b|"
    r"\bYrity(?:s|ksen) X\b|\b[Tt]ämä on (?:Yrityksen|Yhdistyksen|Organisaation) (?:henkilötietolain|EU:n|yleisen tietosuoja)|\bYhdisty(?:s|ksen) X\b|\bFöretaget? X\b|\bCompany X\b|(?:^|\n|[:/] )Yhdistys ry\b|"
    r"\((?i:yrityksen|yhdistyksen|organisaation|seuran|kunnan|rekisterinpitäjän) nimi(?: tähän)?\)(?:,| (?:on|vastaa|toimii|käsittelee|kerää|tietosuoja|rekister)|:n)|"
    r"\((?i:organisaation|yrityksen|yhdistyksen) nimi tähän\)|"
    r"(?i:(?:päivitetty|laadittu|laatimispäivä|muokattu)[ :]{1,2}(?:päivämäärä|pvm)\.?(?:$|\n))"
)
# Alone on its line above the text that a template gives for one.
_SPECIMEN = r"(?:^|\n)(?:Suositeltu teksti|Föreslagen text|Suggested text):|(?:^|\n)(?:Esimerkki|Esimerkiksi|Esim\.|Malliteksti|Exempel|Example)[ ]?:?\n"
# A template's noun in capitals amid ordinary words.
_CAPITALS = r"\b(?:ORGANISAATIO|YRITYKSE|YRITYS|JÄRJESTELMÄ|YHDISTYKSE|YHDISTYS|OPPILAITOKSE|OPPILAITOS|TOIMINIMI|KORKEAKOULU|ORGANISATIONEN|FÖRETAGET|COMPANY|ORGANISATION|ORGANIZATION)[A-ZÅÄÖ]*"
# Its labels, alone in place of what they ask for.
_LABELS = r"\n(?:POSTIOSOITE|KATUOSOITE|PUHELINNUMERO|PUHELIN|SÄHKÖPOSTIOSOITE|NIMI|YHTEYSTIEDOT|YHTEYSHENKILÖ)(?:,? (?:TAI |JA )?[A-ZÅÄÖ]{4,}){0,3}\n"
_CERTAIN = "|".join(
    (_BRACKETS, _SHOUTED, _IDENTIFIERS, _ANGLES, _CODE, _ENGLISH_LATIN, _NOTES, _NAMES, _CHOICES, _NOBODY, _SPECIMEN, _CAPITALS)
)
_TOLD = f"{_INSTRUCTIONS}|{_ADVICE}"
_LIKELY = "|".join((_CROSSES, _BLANKS, _DATE_FORMS, _NUMBERS))
_ALL = f"({_CERTAIN})|({_LIKELY})"

# What stands for an address that is kept from robots is no leftover.
_HIDDEN = r"(?i:suojattu|protected|poistettu|skydda|removed|redacted)"
_RULER = 60
_REST = lazy_pattern(r"[^\n.]*")
_MOST_REST = 60
# `Födelsedatum (dd.mm.åååå)` tells the form of a field.
_BORN = r"(?:syntymäaika|födelsedatum|födelsetid|date of birth),? ?\("
# A name before "Company Oy" that no template has.
_NAMED_COMPANY = lazy_pattern(rf"(?<![\w.])(?!(?:The|Your|My|Our|Example|Test|Sample|Esimerkki|Malli|Testi|Oma|Exempel|Mitt|Ditt|Oy|Ab)\b)[A-ZÅÄÖ][{_L}&-]{{2,}} $")
_LONGEST_NAME = 40
_SIGNATURE = r"allekirjoit|underskrift|signature|nimenselvennys|namnförtydligande"


def template_leftovers(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit for each leftover; those in one sentence that touch are one."""
    notice = context.notice
    last = -1
    blocks = [notice.text.blocks[number] for number in bracketed_blocks(notice)]
    whole = [Span(block.start, block.end) for block in blocks]
    found = sorted([*whole, *scan.spans(_ALL, notice), *_instructions(notice)], key=lambda span: span.start)
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
        if _means_itself(notice, unit, words, span.start):
            continue
        last = span.end
        yield Hit(span, confidence=Confidence.MEDIUM if words.isupper() and len(words) < 3 else None)


def _instructions(notice: Notice) -> Iterator[Span]:
    """What a template tells its writer, with the rest of the sentence up to `_MOST_REST` characters."""
    content, last = notice.text.content, -1
    for span in scan.spans(_TOLD, notice):
        if span.start < last:
            continue
        # Counting characters is what the engine is slowest to compile.
        rest = _REST.match(content, span.end, span.end + _MOST_REST)
        last = span.end if rest is None or content[span.end - 1] == ")" else rest.end()
        yield Span(span.start, last)


def _means_itself(notice: Notice, unit: Unit, words: str, start: int) -> bool:
    """Whether what looks like a leftover is one of a form's or page's own signs."""
    written = words.encode("latin-1", "replace")
    if words.isupper() and scan.first(f"^(?:{_CAPITALS})", written):
        return not _in_ordinary_text(notice.words(unit), words)
    if "data" in unit.topics and scan.first(f"^(?:{_NOBODY})$", written):
        return True
    if scan.first(r"^(?:Esim|Malliteksti|Exempel|Example)", written) and len(words) < 12:
        return _opens_list(notice, unit)
    if words.startswith(("_", "?")) and scan.first(_SIGNATURE, unit.folded):
        return True
    if len(words) >= _RULER and not words.strip("_") and notice.words(unit).strip() == words:
        return True  # a line drawn across the page
    if scan.first(r"^(?:Company|Yritys|Firma|Företag(?:et)?) ", written) and _NAMED_COMPANY.search(notice.text.content[:start][-_LONGEST_NAME:]):
        return True  # "The Rime Company Oy"
    if ("date" in unit.facts or scan.first(_BORN, unit.folded)) and scan.first(rf"^(?:{_DATE_FORMS})$", written):
        return True
    return scan.first(_HIDDEN, written) is not None


def _opens_list(notice: Notice, unit: Unit) -> bool:
    """Whether a list stands behind `Esimerkiksi:`: it then names examples, as any text may."""
    following = next((other for other in notice.units if other.start >= unit.end), None)
    return following is None or following.kind is BlockKind.ITEM


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
