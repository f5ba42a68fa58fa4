"""The words of the HTML report in Finnish, Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping

_LANGUAGES = ("fi", "sv", "en")

_TEXTS: Mapping[str, tuple[str, str, str]] = {
    "title": (
        "Tietosuojaselosteiden tarkastus",
        "Granskning av dataskyddsbeskrivningar",
        "Privacy notice check",
    ),
    "skip": ("Siirry taulukkoon", "Gå till tabellen", "Skip to the table"),
    "summary": ("Yhteenveto", "Sammanfattning", "Summary"),
    "checked-on": ("Tarkastettu {0}", "Granskad {0}", "Checked on {0}"),
    "lead": (
        "Selosteita verrattiin siihen, mitä EU:n yleisen tietosuoja-asetuksen 13 ja 14 artikla vaativat, ja "
        "teksteistä etsittiin virheitä. Tarkastus on koneellinen: lue löydös tekstistä ennen kuin muutat selostetta.",
        "Beskrivningarna jämfördes med kraven i artiklarna 13 och 14 i EU:s allmänna dataskyddsförordning, och "
        "texterna söktes igenom efter fel. Granskningen är maskinell: läs fyndet i texten innan du ändrar beskrivningen.",
        "The notices were compared with what Articles 13 and 14 of the General Data Protection Regulation demand, and "
        "their text was searched for mistakes. The check is automatic: read a finding in the text before changing the notice.",
    ),
    "notices": ("Tarkastettuja selosteita", "Granskade beskrivningar", "Notices checked"),
    "notice": ("Seloste", "Beskrivning", "Notice"),
    "all-notices": ("Selosteet", "Beskrivningar", "Notices"),
    "errors": ("Virheitä", "Fel", "Errors"),
    "warnings": ("Varoituksia", "Varningar", "Warnings"),
    "infos": ("Huomioita", "Anmärkningar", "Infos"),
    "unread": ("Jäi tarkastamatta", "Blev ogranskade", "Not checked"),
    "hidden": ("Piilotettuja löydöksiä", "Dolda fynd", "Hidden findings"),
    "by-comment": ("kommenteilla {0}", "med kommentarer {0}", "by comments {0}"),
    "by-configuration": ("asetuksissa {0}", "i inställningarna {0}", "by the configuration {0}"),
    "by-baseline": ("lähtötasossa {0}", "i baslinjen {0}", "by the baseline {0}"),
    "by-rule": ("Löydökset säännöittäin", "Fynd per regel", "Findings by rule"),
    "rule": ("Sääntö", "Regel", "Rule"),
    "number": ("Määrä", "Antal", "Number"),
    "table": (
        "Artiklojen 13 ja 14 tiedot",
        "Uppgifterna i artiklarna 13 och 14",
        "Article 13/14 information",
    ),
    "table-help": (
        "Rivit ovat selosteita, sarakkeet tietoja. Otsikko lajittelee, solu avaa selosteen.",
        "Raderna är beskrivningar, kolumnerna uppgifter. Rubriken sorterar, cellen öppnar beskrivningen.",
        "Rows are notices, columns are pieces of information. A heading sorts, a cell opens the notice.",
    ),
    "table-region": ("Taulukko, vieritettävä", "Tabell som kan rullas", "Table, can be scrolled"),
    "table-short": ("Puuttuu tai vajaa", "Saknas eller delvis", "Missing or partial"),
    "legend": ("Merkit", "Tecken", "Signs"),
    "not-checked": ("Tarkastamatta jääneet", "Ogranskade filer", "Files that were not checked"),
    "not-checked-help": (
        "Nämä tiedostot eivät ole virheettömiä, vaan ne jäivät tarkastamatta kokonaan tai osittain.",
        "Dessa filer är inte felfria utan blev helt eller delvis ogranskade.",
        "These files are not free of mistakes: they were not checked, or not wholly.",
    ),
    "disagreements": (
        "Selosteet keskenään ristiriidassa",
        "Beskrivningar som motsäger varandra",
        "Notices that disagree",
    ),
    "disagreements-help": (
        "Saman rekisterinpitäjän selosteet ja saman selosteen kieliversiot kertovat nämä asiat eri tavoin. Tarkista, kumpi on oikein.",
        "Beskrivningar av samma personuppgiftsansvarige och språkversioner av samma beskrivning säger detta olika. Kontrollera vilket som är rätt.",
        "Notices of the same controller and language versions of the same notice say these things differently. Check which one is right.",
    ),
    "what": ("Asia", "Sak", "Matter"),
    "here": ("Tässä", "Här", "Here"),
    "elsewhere": ("Muualla", "Annanstans", "Elsewhere"),
    "where-elsewhere": ("Vertailukohta", "Jämförelseställe", "Compared with"),
    "in-notices": ("{0} selosteessa", "i {0} beskrivningar", "in {0} notices"),
    "file": ("Tiedosto", "Fil", "File"),
    "reason": ("Syy", "Orsak", "Reason"),
    "filter-notices": ("Rajaa selosteita", "Avgränsa beskrivningar", "Filter notices"),
    "filter-findings": ("Rajaa löydöksiä", "Avgränsa fynd", "Filter findings"),
    "search": ("Nimi tai tiedosto", "Namn eller fil", "Name or file"),
    "element": ("Tieto", "Uppgift", "Information"),
    "status": ("Tila", "Status", "Status"),
    "any": ("kaikki", "alla", "all"),
    "any-element": ("mikä tahansa", "vilken som helst", "any"),
    "severity": ("Vakavuus", "Allvarlighetsgrad", "Severity"),
    "family": ("Ryhmä", "Grupp", "Family"),
    "confidence": ("Varmuus", "Säkerhet", "Confidence"),
    "least": ("vähintään {0}", "minst {0}", "at least {0}"),
    "only-with": (
        "Vain selosteet, joissa on näytettäviä löydöksiä",
        "Bara beskrivningar med fynd som visas",
        "Only notices with findings shown",
    ),
    "reset": ("Tyhjennä rajaukset", "Rensa avgränsningar", "Clear filters"),
    "notices-shown": (
        "Näkyvissä {0} selostetta {1}:stä.",
        "{0} av {1} beskrivningar visas.",
        "{0} of {1} notices shown.",
    ),
    "findings-shown": (
        "Näkyvissä {0} löydöstä {1}:stä.",
        "{0} av {1} fynd visas.",
        "{0} of {1} findings shown.",
    ),
    "open-all": ("Avaa kaikki", "Öppna alla", "Open all"),
    "close-all": ("Sulje kaikki", "Stäng alla", "Close all"),
    "text-and-findings": ("Teksti ja löydökset", "Texten och fynden", "Text and findings"),
    "findings": ("Löydökset", "Fynd", "Findings"),
    "findings-of": ("Löydökset: {0}", "Fynd: {0}", "Findings: {0}"),
    "no-findings": ("Ei huomautettavaa.", "Inget att anmärka.", "Nothing to report."),
    "finding": ("löydös", "fynd", "finding"),
    "provision": ("Peruste", "Grund", "Provision"),
    "suggestion": ("Ehdotus", "Förslag", "Suggestion"),
    "quote": ("Tekstissä", "I texten", "In the text"),
    "sure": ("varmuus: {0}", "säkerhet: {0}", "confidence: {0}"),
    "line": ("rivi {0}", "rad {0}", "line {0}"),
    "page": ("sivu {0}", "sida {0}", "page {0}"),
    "compare": ("Vertaa", "Jämför", "Compare"),
    "fix": ("Korjaus", "Rättelse", "Fix"),
    "fix-safe": ("--fix tekee korjauksen.", "--fix gör rättelsen.", "--fix makes the change."),
    "fix-unsafe": (
        "--unsafe-fixes tekee korjauksen; tarkista tulos.",
        "--unsafe-fixes gör rättelsen; kontrollera resultatet.",
        "--unsafe-fixes makes the change; check the result.",
    ),
    "help": ("Lisätietoa säännöstä", "Mer om regeln", "More about the rule"),
    "evidence": ("Kohta selosteessa", "Stället i beskrivningen", "Place in the notice"),
    "suppressed": ("Piilotetut löydökset ({0})", "Dolda fynd ({0})", "Hidden findings ({0})"),
    "suppressed-comment": ("kommentti selosteessa", "kommentar i beskrivningen", "comment in the notice"),
    "suppressed-configuration": ("asetukset", "inställningarna", "configuration"),
    "suppressed-baseline": ("lähtötaso", "baslinjen", "baseline"),
    "notes": ("Huom. tiedoston lukemisesta", "Obs. om hur filen lästes", "Note on how the file was read"),
    "to-table": ("Takaisin taulukkoon", "Tillbaka till tabellen", "Back to the table"),
    "language": ("Kieli", "Språk", "Language"),
    "language-fi": ("suomi", "finska", "Finnish"),
    "language-sv": ("ruotsi", "svenska", "Swedish"),
    "language-en": ("englanti", "engelska", "English"),
    "controller": ("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller"),
    "controller-public": ("julkinen", "offentlig", "public"),
    "controller-private": ("yksityinen", "privat", "private"),
    "bases": ("Oikeusperusteet", "Rättsliga grunder", "Legal bases"),
    "made-by": (
        "Tehnyt rekisterilint {0}. Vertailuaineistot: postinumerot {1}, säädökset {2}.",
        "Gjord av rekisterilint {0}. Referensdata: postnummer {1}, författningar {2}.",
        "Made by rekisterilint {0}. Reference data: postal codes {1}, statutes {2}.",
    ),
}  # fmt: skip

HTML_WORDS: Mapping[str, Mapping[str, str]] = {
    name: dict(zip(_LANGUAGES, texts, strict=True)) for name, texts in _TEXTS.items()
}


def say(name: str, language: str, *values: object) -> str:
    """The words `name` in `language`, with `values` in the places {0}, {1}, …"""
    words = HTML_WORDS[name][language]
    return words.format(*values) if values else words
