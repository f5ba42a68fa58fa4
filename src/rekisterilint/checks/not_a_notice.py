"""DOC712: whether a text is a privacy notice at all."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.matching import fold
from rekisterilint.notice.model import Notice

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
        r"dataskyddsbeskriv|dataskyddsmedd|registerbeskriv|integritetspolic|sekretesspolic",
    ),
    "en": (
        r"controller|data registrar", r"personal (?:data|information)", r"data subject|registered person", r"data protection regulation|gdpr",
        r"(?:member|customer|patient|data|participant) (?:register|file)|name of the register", r"data protection (?:officer|ombudsman)",
        r"privacy (?:notice|policy|statement)|data protection (?:notice|statement)|description of file|register description",
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
    "fi": r"(?:tietosuoja|rekisteri|informointi)(?:selos|ilmoi|lausek|käytän|info|tiedot)|tietosuoja(?:$| |n\b)|henkilötie\S+ käsittel|yksityisyydensuoj|yksityisyyskäytän|rekisteri- ja tieto|(?:käsittelemme|keräämme|käytämme|tallennamme) \S*tieto|\S*tieto(?:jasi|jesi)|\S*tietojen käsittely",
    "sv": r"dataskydds(?:beskriv|medd|info|policy|klausul)|registerbeskriv|dataskydd\b|integritets|behandling\S* av person|sekretesspolic|register- och data|(?:dina|vi behandlar|vi samlar in) (?:person)?uppgifter",
    "en": r"privacy|data protection|description of (?:the )?(?:data )?file|register description|processing of personal|gdpr (?:notice|statement)|(?:your|we (?:collect|process|use)) (?:personal )?(?:data|information)",
}
_OTHER_TITLE = (
    r"käyttöehdo|sopimusehdo|toimitusehdo|tilausehdo|pöytäkirja|kokousmuistio|esityslista|asialista|uutinen|tiedote\b|blogi|readme|"
    r"användarvillkor|avtalsvillkor|köpvillkor|leveransvillkor|protokoll|föredragningslista|nyhet|"
    r"terms (?:of|and)|conditions|minutes|agenda|news|readme|changelog|licen[cs]e|installation|getting started"
)
# What is done with data today, as a notice says it and news don't.
_PRACTICE = {
    "fi": r"(?:tieto(?:ja|jasi|nsa|jen)?|tiedo(?:t|ista)|henkilötie\S+|tietosi) (?:\S+ ){0,4}?(?:käytetään|käsitellään|kerätään|säilytetään|tallennetaan|luovutetaan|luovuteta|poistetaan|saadaan|siirretä)|käsittelemme|keräämme|säilytämme|tallennamme|luovutamme|emme luovuta|käytämme",
    "sv": r"uppgifter\S* (?:\S+ ){0,4}?(?:behandlas|samlas|används|sparas|lagras|lämnas|överlåts|raderas|fås)|vi (?:behandlar|samlar|sparar|lämnar|använder)",
    "en": r"(?:data|information) (?:\S+ ){0,3}?(?:is|are) (?:not )?(?:process|us|stor|collect|retain|kept|disclos|transfer|delet)|we (?:process|collect|store|use|share|keep|do not)",
}
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
    content = fold(notice.text.content[notice.start : notice.end])
    language = notice.language
    title = fold(notice.title)
    titled = scan.first(_TITLE[language], title) is not None
    other = scan.first(_OTHER_TITLE, title) is not None
    if titled and not other:
        found = (1 for pattern in _THEMES[language] if scan.first(pattern, content))
        return next(found, 0) + next(found, 0) == 2
    nouns = sum(1 for pattern in _NOUNS[language] if scan.first(pattern, content))
    themes = sum(1 for pattern in _THEMES[language] if scan.first(pattern, content))
    opening = titled or scan.first(_TITLE[language], content[:_TITLE_REACH]) is not None
    if other:
        return opening and themes >= 9 and nouns >= 4
    if nouns >= 4 and themes >= 7 and scan.first(_TITLE[language], content[:_FIRST_LINE]) is not None:
        # The title stands in the first line, though no heading was made of it.
        return True
    if _topics(notice) < 3 and not _tells_of_practice(content, language):
        return False
    if opening:
        return themes >= 4 and nouns >= 2
    if themes >= 9 and nouns >= 4:
        return True
    return themes >= 7 and nouns >= 3 and (_topics(notice) >= 3 or nouns >= 5)


def _tells_of_practice(content: bytes, language: str) -> bool:
    found = scan.first(_PRACTICE[language], content)
    return found is not None and scan.first(_PRACTICE[language], content[found[1] :]) is not None


def _topics(notice: Notice) -> int:
    """How many different matters of a notice the headings name."""
    light = {"title", "introduction", "contact", "cookies", "date", "name"}
    return len(
        {t for s in notice.sections if s.heading is not None for t in s.topics} - light
    )
