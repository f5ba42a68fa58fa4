"""DOC712: whether a text is a privacy notice at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.matching import fold
from rekisterilint.matching.folding import fold_whole
from rekisterilint.notice.model import Notice
from rekisterilint.text import VALUE

# What only writings on personal data say.
_NOUNS = {
    "fi": (
        r"rekisterin ?pitäj", r"henkilötie", r"rekisteröi(?:ty|dy)", r"tietosuoja-?a?setu|gdpr",
        r"(?:henkilö|jäsen|asiakas|käyttäjä|potilas|osallistuja)rekister|rekisterin nimi", r"tietosuojavast|tietosuojavaltuu",
        r"(?:tietosuoja|rekisteri|informointi)(?:selos|ilmoi|lausek|käytän)|yksityisyydensuoja",
    ),
    "sv": (
        r"personuppgiftsansvar|registeransvar|registerförare", r"personuppgift", r"registrerad", r"dataskyddsförordning|gdpr",
        r"(?:person|medlems|kund|patient|deltagar)register|registrets namn", r"dataskyddsombud|dataombudsman",
        r"dataskyddsbeskriv|dataskyddsmedd|dataskyddsredog|registerbeskriv|integritetspolic|sekretesspolic",
        r"rättslig\S* grund\S* (?:för|till) (?:\S+ )?behandling|artikel 6",
    ),
    "en": (
        r"controller|data registrar|responsible for (?:the |all )?processing", r"personal (?:data|information)", r"data subject|registered person", r"data protection regulation|gdpr",
        r"(?:member|customer|patient|data|participant) (?:register|file)|name of the register", r"data protection (?:officer|ombudsman)",
        r"privacy (?:notice|policy|statement)|data protection (?:notice|statement)|description of file|register description",
        r"(?:legal|lawful) (?:basis|bases|grounds?) (?:for|of) (?:the )?(?:processing|collect)|article 6",
    ),
}  # fmt: skip
# What a notice speaks about.
_THEMES = {
    "fi": (
        r"rekisterin ?pitäj|vastaa (?:henkilö)?tietojen|y-tunnus|yhteyshenkil|yhteystie|@",
        r"tarkoitu(?:s|kse|ksi)|(?:käyt|käsit|kerä|tarvi)[^.]{0,80} varten|jotta (?:voimme|voidaan)|käytämme|käytetään|hoitamise",
        r"oikeusperust|käsittelyperust|oikeutet\S+ e[td]u|artikla|suostumu|peruste|lakisääte",
        r"kerää|kerät|tallen|tietosisäl|käsiteltäv|nimi\b|osoite|puhelin",
        r"tietoläht|saadaan|itseltään|sinulta|lomakk|ilmoittaut",
        r"luovut|kolmansi|vastaanottaj|ulkopuolisi|yhteistyökumppan|jaeta|jaamme|käsittelijä",
        r"eta-|eta:|eu:n|ulkopuolelle",
        r"säilyt|poistetaan|hävit|poistamme|vuotta|vuoden|kuukau|säiltö|säilö",
        r"oikeu(?:s|det|tta)|tarkast|oikais|pyytää|peruu",
        r"valvontaviranom|valitu|tietosuojavaltuut",
        r"suoja|salasan|palomuur|tietoturv|käyttöoikeu",
    ),
    "sv": (
        r"personuppgiftsansvar|registeransvar|fo-nummer|kontakt|@",
        r"ändamål|syfte|används|använder|för att",
        r"rättslig|grund|samtyck|avtal|artikel|lag\b",
        r"samla|uppgifter som|lagra|namn\b|adress|telefon",
        r"källa|källor|från (?:den registrerade|dig)|formulär|anmäl",
        r"lämna|överlåt|mottagar|tredje part|personuppgiftsbiträd|delas",
        r"ees|eu\b|utanför",
        r"bevara|förvara|sparas|lagring|raderas|år\b|månad",
        r"rätt (?:att|till)|rättighet|rättelse|granska|återkalla",
        r"klagomål|tillsynsmyndig|dataombudsman",
        r"skydd|lösenord|brandvägg|säkerhet",
    ),
    "en": (
        r"controller|contact|@",
        r"purpose|we use|used (?:for|to)|in order to",
        r"legal basis|consent|legitimate|contract|article",
        r"collect|store|name\b|address|phone",
        r"source|from you|provided by|form\b|sign.?up|regist",
        r"disclos|shar(?:e|ing)|third part|recipient|transfer|processor",
        r"eea|eu\b|european|outside",
        r"retain|retention|stored|deleted|kept|years?\b|months?\b",
        r"rights?\b|access|rectif|correct|withdraw|erasure",
        r"complaint|supervisory|ombudsman",
        r"protect|secur|password|firewall",
    ),
}  # fmt: skip
_TITLE = {
    "fi": r"(?:tietosuoja|rekisteri|informointi)(?:selos|ilmoi|lausek|käytän|info|tiedot)|tietosuoja- (?:ja|sekä) \S*(?:selo|ilmoi|lausek|käytän|info)|tietosuoja(?:$| |n\b)|henkilötie\S+ käsittel|yksityisyydensuoj|yksityisyyskäytän|rekisteri- ja tieto|(?:käsittelemme|keräämme|käytämme|tallennamme) \S*tieto|\S*tieto(?:jasi|jesi)|\S*tietojen käsittely",
    "sv": r"dataskydds(?:beskriv|medd|info|policy|klausul|redog)|dataskydds- och \S*(?:beskriv|medd|info|policy|redog)|registerbeskriv|registerutlåtande|redogörelse för (?:\S*register|behandling)|hantering\S* av (?:person|medlems|kund|deltagar)uppgift|policy för (?:person|medlems|kund)uppgift|(?:person|medlems)uppgiftspolic|dataskydd(?:et)?\b|integritets|behandling\S* av person|sekretesspolic|register- och data|(?:dina|vi behandlar|vi samlar in) (?:person)?uppgifter",
    "en": r"privacy|data protection|personal data processed by|(?:description|title|name) of (?:the )?(?:data )?file|file description|personal (?:data|information) policy|register description|processing of personal|gdpr (?:notice|statement)|(?:your|we (?:collect|process|use)) (?:personal )?(?:data|information)",
}
_ANY_TITLE = "|".join(_TITLE.values())
_OTHER_TITLE = (
    r"käyttöehdo|sopimusehdo|toimitusehdo|tilausehdo|pöytäkirja|kokousmuistio|esityslista|asialista|uutinen|tiedote\b|blogi|readme|"
    r"användarvillkor|avtalsvillkor|köpvillkor|leveransvillkor|protokoll|föredragningslista|nyhet|"
    r"terms (?:of|and)|conditions|minutes|agenda|news|readme|changelog|licen[cs]e|installation|getting started"
)
# What is done with data today, as a notice says it and news don't.
_PRACTICE = {
    "fi": r"(?:tieto(?:ja|jasi|nsa|jen)?|tiedo(?:t|ista)|henkilötie\S+|tietosi) (?:\S+ ){0,4}?(?:käytetään|käsitellään|kerätään|säilytetään|tallennetaan|luovutetaan|luovuteta|poistetaan|saadaan|siirretä)|käsittelemme|keräämme|säilytämme|tallennamme|luovutamme|emme luovuta|käytämme",
    "sv": r"uppgifter\S* (?:\S+ ){0,4}?(?:behandlas|samlas|används|sparas|lagras|lämnas|utlämnas|överlåts|raderas|fås|ges (?:ej|inte))|samla[rs] (?:\S+ ){0,2}\S*uppgifter|vi (?:behandlar|samlar|sparar|lämnar|använder)",
    "en": r"(?:data|information) (?:\S+ ){0,3}?(?:is|are|may be|can be|will be) (?:not )?(?:process|us|stor|collect|record|retain|kept|disclos|transfer|delet)|we (?:process|collect|store|use|share|keep|do not)",
}
# A text that calls itself a notice.
_SELF = {
    "fi": r"täm[äa]n? (?:\S+ )?(?:tietosuoja|rekisteri)(?:selos|ilmoi|lausek|käytän)|tässä (?:\S+ )?(?:tietosuoja|rekisteri)(?:selos|ilmoi|lausek|käytän)|täm[äa] on [^.]{0,160}(?:tietosuoja|rekisteri)selos|henkilötietojesi käsittely perustuu",
    "sv": r"(?:detta|denna|den här) (?:dataskydds(?:beskriv|medd|info|policy|redog)|registerbeskriv|integritetspolic|sekretesspolic)|art(?:iklarna|iklar|\.)? 13 och 14|grund\S* för behandlingen av dina personuppgifter|behandlingen av dina personuppgifter grundar sig|hur dina personuppgifter (?:behandlas|hanteras|används) (?:av|hos) oss",
    "en": r"this (?:privacy|data protection) (?:notice|policy|statement)|this notice (?:describes|explains|provides|contains)|articles? 13 (?:and|-) ?14|(?:basis|grounds?) (?:for|of) (?:the )?processing (?:of )?your personal data|processing of your personal data is based",
}
# With the controller's, the headings that only a notice or a guide has; and what no guide has.
_CORE = frozenset({"purposes", "legal_basis", "data"})
_CONTACT = r"@|[(\[]a(?:t)?[)\]]|fo-nummer|y-tunnus|business id"
_POSTAL = r"\b\d{5} [a-z]{3}"
_LETTERHEAD = 600
# A page that says where the notice is to be read, and next to nothing else.
_POINTS = {
    "fi": r"selos\S* [^.]{0,80}(?:tutustu|löyty|löydät|luettavissa|ladata|nähtävillä|linkistä|linkin|täältä|täällä)|lue (?:\S+ ){0,3}\S*selos(?:te\b|teemme)|tutustu (?:\S+ ){0,3}\S*selosteeseen|(?:katso|avaa|lataa|ladata|löydät) (?:\S+ ){0,3}\S*selos|selos\S* \(?(?:pdf|docx?)\b",
    "sv": r"(?:beskriv|policy|redogör)\S* [^.]{0,80}(?:hittar|finns|läsa|ladda|länken|här\b)|(?:läs|hitta|ladda|öppna)\S* [^.]{0,60}(?:dataskydds|register|integritets)|beskrivning\S* \(?(?:pdf|docx?)\b",
    "en": r"(?:notice|policy|statement|description)s? [^.]{0,80}(?:found|available|read|download|link|here\b)|(?:read|see|find|download|open)\b [^.]{0,60}(?:notice|policy|statement)|(?:notice|policy|statement)s? \(?(?:pdf|docx?)\b",
}
# "Selosteessa kerrotaan, miten tietoja käsitellään" tells of the notice.
_TELLS_HOW = r"(?:miten|kuinka|hur|how) [^.]{0,60}(?:käsitel|behandla|process|use)"
_SHORT = 700
_TITLE_REACH = 400
_FIRST_LINE = 60


def not_a_notice(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit at the title when the text does not speak as a privacy notice does."""
    notice = context.notice
    # A register description has shown by its fields what it is.
    if not notice.units or notice.text.format == "register" or looks_like_notice(notice):
        return
    yield Hit(context.title_span() if _has_heading(notice) else _first(notice))


def _has_heading(notice: Notice) -> bool:
    return any(section.heading is not None for section in notice.sections)


def _first(notice: Notice) -> Span:
    unit = notice.units[0]
    return Span(unit.start, unit.end)


def looks_like_notice(notice: Notice) -> bool:
    """By its title, by the field's words and by the matters that it speaks about."""
    content = fold_whole(notice.text.content)[notice.start : notice.end]
    language = notice.language
    title = fold(notice.title)
    titled = scan.first(_ANY_TITLE, title) is not None
    other = scan.first(_OTHER_TITLE, title) is not None
    first = scan.first(_ANY_TITLE, title)
    leads = other and first is not None and not first[0] and scan.first(_OTHER_TITLE, title) > first  # type: ignore[operator]
    if titled and len(content) < _SHORT and _points_elsewhere(notice, content):
        return False
    if titled and (not other or (leads and _count(_NOUNS, content, language) >= 3)):
        return max(_count(_THEMES, content, lang) for lang in {language, *_titled_in(title)}) >= 2
    nouns = _count(_NOUNS, content, language)
    themes = _count(_THEMES, content, language)
    opening = titled or scan.first(_ANY_TITLE, content[:_TITLE_REACH]) is not None
    if other:
        return (opening and themes >= 9 and nouns >= 4) or (
            nouns >= 3 and len(_topics(notice)) >= 4
        )
    if nouns >= 3 and themes >= 6 and scan.first(_ANY_TITLE, content[:_FIRST_LINE]) is not None:
        # The title stands in the first line, though no heading was made of it.
        return True
    if nouns >= 3 and themes >= 4 and scan.first(_SELF[language], content) is not None:
        return True
    topics = _topics(notice)
    fields = "controller" in topics and len(topics & _CORE) >= 2 and nouns >= 4
    if fields and scan.first(_CONTACT, content) is not None and scan.first(_ANY_TITLE, content[:_FIRST_LINE]) is not None:
        return True  # the old form, short and with nothing but its fields
    if nouns and len(topics) >= 5 and _names_register(notice) and scan.first(_CONTACT, content) is not None:
        return True  # the old form again, in words of its own
    if "controller" in topics and topics & _CORE and nouns >= 2 and themes >= 4:
        return scan.first(_CONTACT, content) is not None or scan.first(_POSTAL, content[:_LETTERHEAD]) is not None or (
            nouns >= 3 and _leads_with_title(content) and _tells_of_practice(content, language) > 0
        )
    if len(topics) < 3 and _tells_of_practice(content, language) < (1 if len(topics) == 2 else 2):
        return False
    if opening:
        return themes >= 4 and (nouns >= 2 or (nouns == 1 and len(topics) >= 3))
    if (themes >= 8 and nouns >= 4) or (themes >= 6 and nouns >= 3 and len(topics) >= 4):
        return True
    return themes >= 7 and nouns >= 3 and (len(topics) >= 3 or nouns >= 5 or themes >= 8)


def _points_elsewhere(notice: Notice, content: bytes) -> bool:
    """Whether a short text names no controller and tells of nothing, but of where the notice is."""
    return (
        VALUE not in notice.text.content
        and scan.first(_POINTS[notice.language], content) is not None
        and scan.first(_CONTACT, content) is None
        and not _topics(notice)
        and _tells_of_practice(content, notice.language) <= (scan.first(_TELLS_HOW, content) is not None)
    )


def _leads_with_title(content: bytes) -> bool:
    """Whether the very first words name the text a notice, though no heading was made of them."""
    first = scan.first(_ANY_TITLE, content[:_FIRST_LINE].lstrip())
    return first is not None and not first[0]


def _count(words: Mapping[str, tuple[str, ...]], content: bytes, language: str) -> int:
    return sum(1 for pattern in words[language] if scan.first(pattern, content))


def _titled_in(title: bytes) -> list[str]:
    """The languages whose word for a notice the title has: some mix two."""
    return [language for language, pattern in _TITLE.items() if scan.first(pattern, title)]


def _tells_of_practice(content: bytes, language: str) -> int:
    """How often, up to twice, the text says what is done with data."""
    found = scan.first(_PRACTICE[language], content)
    if found is None:
        return 0
    return 1 if scan.first(_PRACTICE[language], content[found[1] :]) is None else 2


def _names_register(notice: Notice) -> bool:
    """Whether a heading asks for the register's name, as only the form of a notice does."""
    return any("name" in s.topics for s in notice.sections if s.heading is not None)


def _topics(notice: Notice) -> frozenset[str]:
    """The different matters of a notice that the headings name."""
    light = {"title", "introduction", "contact", "cookies", "date", "name"}
    return (
        frozenset(topic for s in notice.sections if s.heading is not None for topic in s.topics)
        - light
    )
